import type { CaseInfo } from "../api";
import { useTexts } from "../texts";
import { changeClasses, noAccessColour } from "./classes";
import type { MapMode } from "./MeetingMap";
import { Swatch } from "./Swatch";

/** The colours of the map in words. */
export function Legend({ info, mode }: { info: CaseInfo; mode: MapMode }) {
  const texts = useTexts();
  const last = info.classes[info.classes.length - 2]?.upToMinutes ?? 0;
  const rows: [string, string][] =
    mode === "times"
      ? info.classes.map((one) => [one.colour, one.upToMinutes === null ? texts.say("over", last) : texts.say("upTo", one.upToMinutes)])
      : changeClasses.map((one) => [one.colour, one.label[1] === undefined ? texts.say(one.label[0]) : texts.say(one.label[0], one.label[1] > 0 ? `> ${one.label[1]}` : "≤ 15")]);
  return (
    <div className="legend">
      <h2>{texts.say(mode === "times" ? "legend" : "legend.change")}</h2>
      <ul>
        {rows.map(([colour, label]) => (
          <li key={colour}>
            <Swatch colour={colour} /> {label}
          </li>
        ))}
        <li>
          <Swatch colour={noAccessColour} /> {texts.say("noAccess")}
        </li>
      </ul>
    </div>
  );
}
