import type { CaseInfo, MapMode } from "../api";
import { useTexts } from "../texts";
import { legendRows } from "./legendRows";
import { Swatch } from "./Swatch";

/** The colours of the map in words. */
export function Legend({ info, mode }: { info: CaseInfo; mode: MapMode }) {
  const texts = useTexts();
  return (
    <div className="legend">
      <h2>{texts.say(mode === "times" ? "legend" : "legend.change")}</h2>
      <ul>
        {legendRows(texts, info, mode).map(([colour, label]) => (
          <li key={colour}>
            <Swatch colour={colour} /> {label}
          </li>
        ))}
      </ul>
    </div>
  );
}
