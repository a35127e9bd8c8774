// What a change takes along that nobody has pointed at, in words.

import type { Texts } from "../texts";
import type { CaseDetails, CaseForm, Site, Structure } from "./desk";
import { officeOf } from "./structures";

/** What a site that is removed was used for; null where it was not. */
export function goneWithSite(texts: Texts, form: CaseForm, site: Site): string | null {
  const used = form.structures.flatMap((one) => {
    const office = officeOf(one, site.id);
    return office === null ? [] : [{ id: one.id, office, isLast: one.offices.find((other) => other.name === office)!.sites.length === 1 }];
  });
  if (used.length === 0) return null;
  const where = (some: typeof used) => some.map((one) => texts.say("start.gone.where", one.id, one.office)).join(", ");
  const siteless = used.filter((one) => one.isLast);
  return texts.say("start.gone.site", site.name, where(used)) + (siteless.length > 0 ? " " + texts.say("start.gone.siteless", where(siteless)) : "");
}

/** The office that goes when its only municipality goes to another one; null where it stays. */
export function goneWithMunicipality(texts: Texts, form: CaseForm, details: CaseDetails, before: Structure, after: Structure): string | null {
  const gone = before.offices.find((one) => after.offices.every((other) => other.name !== one.name));
  if (!gone) return null;
  const number = gone.municipalities[0]!;
  const to = after.offices.find((one) => one.municipalities.includes(number))!;
  const sites = gone.sites.map((id) => form.sites.find((one) => one.id === id)?.name ?? id);
  const name = details.municipalities.find((one) => one.number === number)?.name ?? number;
  return texts.say("start.gone.office", name, to.name, before.id, gone.name, sites.length === 0 ? texts.say("start.none") : sites.join(", "));
}

/** What a structure that is removed had. */
export function goneWithStructure(texts: Texts, structure: Structure): string {
  return texts.say("start.gone.model", structure.id, structure.offices.length);
}
