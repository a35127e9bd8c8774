import type { Trip } from "../api";
import type { Texts } from "../texts";

/** What a part of a way is called: the road's number, the ferry, waiting. */
export function legName(texts: Texts, leg: Trip["legs"][number]): string {
  if (leg.kind === "offroad") return texts.say("offroad");
  if (leg.kind === "wait") return texts.say("wait", leg.name);
  return leg.name || texts.say("otherRoad");
}
