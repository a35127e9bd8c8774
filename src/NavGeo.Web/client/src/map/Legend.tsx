import type { CaseInfo, MapMode } from "../api";
import { useTexts } from "../texts";
import { classesOf } from "./classes";
import { Swatch } from "./Swatch";

/** The colours of the map in words. */
export function Legend({ info, mode }: { info: CaseInfo; mode: MapMode }) {
  const texts = useTexts();
  return (
    <div className="legend">
      <h2>{texts.say(mode === "times" ? "legend" : "legend.change")}</h2>
      <ul>
        {classesOf(info, mode).map((one) => (
          <li key={one.label}>
            <Swatch colour={one.colour} hatch={one.hatch} isPoint={info.cellMetres === 0} /> {one.label}
          </li>
        ))}
      </ul>
    </div>
  );
}
