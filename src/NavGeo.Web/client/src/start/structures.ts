// What can be done to sites and structures in the form: each a function from what is there to what is there then.

import type { CaseForm, Office, Site, Spot, Structure } from "./desk";

const allWeek = 5;

/** The first letter no structure is called by. */
export function nextId(structures: Structure[]): string {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  const taken = new Set(structures.map((one) => one.id));
  for (let round = 1; ; round++) {
    const free = [...letters].map((letter) => (round === 1 ? letter : letter + round)).find((id) => !taken.has(id));
    if (free) return free;
  }
}

export function withCopy(form: CaseForm, of: Structure, id: string, name: string): CaseForm {
  return { ...form, structures: [...form.structures, { ...structuredClone(of), id, name, copyOf: of.copyOf ?? of.id }] };
}

export function withStructure(form: CaseForm, structure: Structure): CaseForm {
  return { ...form, structures: form.structures.map((one) => (one.id === structure.id ? structure : one)) };
}

/** A municipality goes to another office, with the sites that lie in it; an office that serves nobody any more is gone. */
export function withMunicipality(structure: Structure, number: string, to: string, sites: Site[]): Structure {
  const from = structure.offices.find((one) => one.municipalities.includes(number));
  if (!from || from.name === to) return structure;
  const there = new Set(sites.filter((one) => one.municipality === number).map((one) => one.id));
  const goes = (index: number) => there.has(from.sites[index]!) || from.municipalities.length === 1;
  const indices = [...from.sites.keys()];
  const pick = (office: Office, keep: (index: number) => boolean) => ({
    sites: office.sites.filter((_, index) => keep(index)),
    openDays: office.openDays.filter((_, index) => keep(index)),
  });
  const moved = pick(from, goes);
  const stays = { ...from, municipalities: from.municipalities.filter((one) => one !== number), host: from.host === number ? null : from.host, ...pick(from, (index) => indices.includes(index) && !goes(index)) };
  const existing = structure.offices.find((one) => one.name === to) ?? { name: to, host: null, municipalities: [], sites: [], openDays: [], was: null };
  const receives = { ...existing, municipalities: [...existing.municipalities, number], sites: [...existing.sites, ...moved.sites], openDays: [...existing.openDays, ...moved.openDays] };
  const offices = structure.offices.map((one) => (one.name === from.name ? stays : one.name === to ? receives : one));
  if (!structure.offices.includes(existing)) offices.push(receives);
  return { ...structure, offices: offices.filter((one) => one.municipalities.length > 0) };
}

/** An office by another name; the table still has it by the one it was read with. */
export function withOfficeName(structure: Structure, from: string, to: string): Structure {
  return { ...structure, offices: structure.offices.map((one) => (one.name === from ? { ...one, name: to, was: one.was ?? from } : one)) };
}

/** An office that another municipality hosts, or none that is known where that is null. */
export function withHost(structure: Structure, office: string, host: string | null): Structure {
  return { ...structure, offices: structure.offices.map((one) => (one.name === office ? { ...one, host } : one)) };
}

/** A structure as it is being written, once the table holds what was sent of it: no copy any more, its offices called there as they were sent. */
export function asSaved(now: Structure, sent: Structure): Structure {
  return {
    ...now, copyOf: null,
    offices: now.offices.map((one) => {
      const was = sent.offices.find((other) => (other.was ?? other.name) === (one.was ?? one.name))?.name;
      return { ...one, was: was === undefined || was === one.name ? null : was };
    }),
  };
}

/** A site goes to an office, or to none where that is null. */
export function withSite(structure: Structure, site: string, office: string | null): Structure {
  const days = daysOf(structure, site) ?? allWeek;
  const offices = structure.offices.map((one) => {
    const kept = one.sites.map((id, index) => [id, one.openDays[index]!] as const).filter(([id]) => id !== site);
    const all = one.name === office ? [...kept, [site, days] as const] : kept;
    return { ...one, sites: all.map(([id]) => id), openDays: all.map(([, count]) => count) };
  });
  return { ...structure, offices };
}

export function withDays(structure: Structure, site: string, days: number): Structure {
  return { ...structure, offices: structure.offices.map((one) => ({ ...one, openDays: one.openDays.map((count, index) => (one.sites[index] === site ? days : count)) })) };
}

export function officeOf(structure: Structure, site: string): string | null {
  return structure.offices.find((one) => one.sites.includes(site))?.name ?? null;
}

export function daysOf(structure: Structure, site: string): number | null {
  const office = structure.offices.find((one) => one.sites.includes(site));
  return office ? office.openDays[office.sites.indexOf(site)]! : null;
}

/** A new site at a spot. */
export function newSite(spot: Spot, sites: Site[]): Site {
  let id = spot.municipality;
  for (let next = 2; sites.some((one) => one.id === id); next++) id = `${spot.municipality}-${next}`;
  return { id, name: spot.name, ...placeOf(spot) };
}

/** A site moved to a spot. */
export function movedTo(site: Site, spot: Spot): Site {
  return { ...site, ...placeOf(spot) };
}

function placeOf({ municipality, latitude, longitude, isEstimated }: Spot): Pick<Site, "municipality" | "latitude" | "longitude" | "isEstimated"> {
  return { municipality, latitude, longitude, isEstimated };
}
