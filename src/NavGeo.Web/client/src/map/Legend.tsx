import type { CaseInfo, MapMode } from "../api";
import { legendText } from "../names";
import { useTexts } from "../texts";
import { classesOf } from "./classes";
import { Swatch } from "./Swatch";

/** The colours of the map in words. */
export function Legend({ info, mode, site }: { info: CaseInfo; mode: MapMode; site: string | null }) {
  const texts = useTexts();
  return (
    <div className="legend">
      <h2>{legendText(texts, mode, site)}</h2>
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
