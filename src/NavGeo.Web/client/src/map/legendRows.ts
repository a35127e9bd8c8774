import type { CaseInfo, MapMode } from "../api";
import type { Texts } from "../texts";
import { changeClasses, noAccessColour } from "./classes";

/** The colours of the map in words. */
export function legendRows(texts: Texts, info: CaseInfo, mode: MapMode): [colour: string, label: string][] {
  const last = info.classes[info.classes.length - 2]?.upToMinutes ?? 0;
  const rows: [string, string][] =
    mode === "times"
      ? info.classes.map((one) => [one.colour, one.upToMinutes === null ? texts.say("over", last) : texts.say("upTo", one.upToMinutes)])
      : changeClasses.map((one) => [one.colour, one.label[1] === undefined ? texts.say(one.label[0]) : texts.say(one.label[0], one.label[1] > 0 ? `> ${one.label[1]}` : "≤ 15")]);
  return [...rows, [noAccessColour, texts.say("noAccess")]];
}
