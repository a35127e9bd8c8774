import type { CaseInfo, MapClass, MapMode } from "../api";

/** No open site is reached. */
export const noAccess = -1;

/** What the colours of the map mean, in the order of its legend. Colours, limits and words are the server's. */
export function classesOf(info: CaseInfo, mode: MapMode): MapClass[] {
  return mode === "times" ? info.classes : mode === "visits" ? info.visitClasses : info.changes;
}
