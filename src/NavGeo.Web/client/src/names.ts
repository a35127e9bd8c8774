// What things are called, wherever the page names them.

import type { CaseInfo, LedgerLine, MapMode, OfficeLine, Trip } from "./api";
import type { Texts } from "./texts";

/** A model's id and name. */
export function structureName(info: CaseInfo, id: string): string {
  return `${id}: ${info.structures.find((one) => one.id === id)?.name ?? ""}`;
}

/** A model's offices as the case has them. */
export function officesOf(info: CaseInfo, structure: string): OfficeLine[] {
  return info.structures.find((one) => one.id === structure)?.offices ?? [];
}

export function municipalityName(info: CaseInfo, number: string): string {
  return info.municipalities.find((one) => one.id === number)?.name ?? number;
}

/** What the colours of the map tell: a time or a change, to the nearest site or to the one that is chosen. */
export function legendText(texts: Texts, mode: MapMode, site: string | null): string {
  const key = { times: "legend", change: "legend.change", step: "legend.step", visits: "legend.visits" }[mode];
  return site === null || mode === "visits" ? texts.say(key) : texts.say(key + ".site", site);
}

/** So many people, in words. */
export function peopleText(texts: Texts, people: number): string {
  return texts.say("peopleCount", texts.whole(people));
}

/** So many people at one spot: the numbers of small places are rounded, and those of squares are of another year. */
export function peopleAtText(texts: Texts, people: number): string {
  return texts.say("peopleAbout", texts.whole(people));
}

/** The mean of those with access before and now: of whom it is where that leaves people out, and no direction where both read the same. */
export function meanText(texts: Texts, total: LedgerLine): string {
  if (total.meanBefore === null || total.meanAfter === null) return "";
  const [before, after] = [texts.one(total.meanBefore), texts.one(total.meanAfter)];
  return texts.say((before === after ? "meanStays" : "meanFromTo") + (total.isOfAccess ? ".shared" : ""), before, after);
}

/** Where a way begins. */
export function startName(texts: Texts, trip: Trip): string {
  return trip.place ?? texts.say("unnamed", trip.municipality ?? "");
}

/** A leg's mean speed limit and whether it is the stretch's own; nothing of ferries, waiting and off the road. */
export function limitText(texts: Texts, { limitKmh, limitOf }: Trip["legs"][number]): string {
  if (limitOf === "none") return "";
  if (limitOf === "guessed") return texts.say("limitGuessed");
  if (limitKmh === null) return "";
  return texts.say(limitOf === "own" ? "limitOwn" : limitOf === "ofRoad" ? "limitOfRoad" : "limitOfClass", Math.round(limitKmh).toString());
}

/** A part of a way: the road's number, the ferry or waiting, and how far and long it is. */
export function legTexts(texts: Texts, { kind, name, km, minutes }: Trip["legs"][number]): [name: string, measure: string] {
  if (kind === "wait") return [texts.say("wait", name), texts.say("minutes", texts.one(minutes))];
  return [kind === "offRoad" ? texts.say("offroad") : name || texts.say("otherRoad"), texts.say("kmMinutes", texts.one(km), texts.one(minutes))];
}

/** A ferry as lists show it: one that takes no cars says so. */
export function ferryTitle(info: CaseInfo, texts: Texts, name: string): string {
  return info.passengerBoats.includes(name) ? texts.say("passengerBoat", name) : name;
}
