// What can be done to sites and structures in the form: each a function from what is there to what is there then.

import type { CaseForm, Office, Place, Site, Structure } from "./desk";

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
  const existing = structure.offices.find((one) => one.name === to) ?? { name: to, host: null, municipalities: [], sites: [], openDays: [] };
  const receives = { ...existing, municipalities: [...existing.municipalities, number], sites: [...existing.sites, ...moved.sites], openDays: [...existing.openDays, ...moved.openDays] };
  const offices = structure.offices.map((one) => (one.name === from.name ? stays : one.name === to ? receives : one));
  if (!structure.offices.includes(existing)) offices.push(receives);
  return { ...structure, offices: offices.filter((one) => one.municipalities.length > 0) };
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

/** Latitude and longitude as people write them: 60.98, 9.23 or 60,98 9,23, the northern one first or last; null for what is none. */
export function positionOf(text: string): [latitude: number, longitude: number] | null {
  const parts = text.trim().split(text.includes(".") ? /[;,\s]+/ : /;\s*|,\s+|\s+/).map((part) => Number(part.replace(",", ".")));
  if (parts.length !== 2 || parts.some((part) => !Number.isFinite(part) || part === 0)) return null;
  const [first, second] = parts as [number, number];
  // In all of Norway the latitude is the greater number.
  return first >= second ? [first, second] : [second, first];
}

/** A new site where a text says: a place of the case by name, or a position, which is in the municipality of the nearest place. */
export function newSite(text: string, places: Place[], sites: Site[]): Site | null {
  const at = positionOf(text);
  const place = at ? nearest(at, places) : places.find((one) => same(labelOf(one), text) || same(one.name, text));
  if (!place) return null;
  let id = place.municipality;
  for (let next = 2; sites.some((one) => one.id === id); next++) id = `${place.municipality}-${next}`;
  return {
    id, name: place.name, municipality: place.municipality, isEstimated: !at,
    latitude: at ? at[0] : place.latitude, longitude: at ? at[1] : place.longitude,
  };
}

export function labelOf(place: Place): string {
  return `${place.name} (${place.municipalityName})`;
}

function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.trim().toLowerCase();
}

function nearest([latitude, longitude]: [number, number], places: Place[]): Place | undefined {
  const far = (one: Place) => Math.hypot(one.latitude - latitude, (one.longitude - longitude) * Math.cos((latitude * Math.PI) / 180));
  return places.reduce<Place | undefined>((best, one) => (!best || far(one) < far(best) ? one : best), undefined);
}
