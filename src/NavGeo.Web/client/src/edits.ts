import type { Edit } from "./api";

/**
 * Every kind of edit, and what the page makes it from; `sendEdit` is the one way they take to the server. The compiler
 * holds the list against the server's own.
 */
export const edits = {
  chooseStructure: (structure: string): Edit => ({ kind: "chooseStructure", structure }),
  /** 0 days close the site. */
  setSiteDays: (structure: string, site: string, days: number): Edit => ({ kind: "setSiteDays", structure, site, days }),
  moveSite: (site: string, longitude: number, latitude: number): Edit => ({ kind: "moveSite", site, longitude, latitude }),
  /** Where there was none; called what it is named. */
  addSite: (structure: string, site: string, longitude: number, latitude: number, days: number): Edit => ({ kind: "addSite", structure, site, longitude, latitude, days }),
  giveMunicipality: (structure: string, municipality: string, office: string): Edit => ({ kind: "giveMunicipality", structure, municipality, office }),
  mergeOffices: (structure: string, first: string, second: string, third?: string): Edit => ({ kind: "mergeOffices", structure, first, second, ...(third && { third }) }),
  /** To through traffic, or to all: then those who live along it do not come out either. */
  closeRoad: (road: string, isToAll = false): Edit => ({ kind: "closeRoad", road, ...(isToAll && { isToAll }) }),
  /** Between two sites. */
  closeStretch: (road: string, from: string, to: string, isToAll = false): Edit => ({ kind: "closeStretch", road, from, to, ...(isToAll && { isToAll }) }),
  closeAt: (longitude: number, latitude: number): Edit => ({ kind: "closeAt", longitude, latitude }),
  stopFerry: (ferry: string): Edit => ({ kind: "stopFerry", ferry }),
  setFerryHeadway: (ferry: string, minutes: number): Edit => ({ kind: "setFerryHeadway", ferry, minutes }),
  closeArea: (points: [number, number][]): Edit => ({ kind: "closeArea", points }),
  /** km/h. */
  setSpeed: (road: string, kmh: number): Edit => ({ kind: "setSpeed", road, kmh }),
  /** As in `--ferry-wait`. */
  setFerryWait: (wait: string): Edit => ({ kind: "setFerryWait", wait }),
  setWinter: (isWinter: boolean): Edit => ({ kind: "setWinter", isWinter }),
  /** A road has a speed, km/h; a ferry takes minutes. */
  addLink: (points: [number, number][], isFerry: boolean, measure: number): Edit => ({
    kind: "addLink", points, isFerry, ...(isFerry ? { minutes: measure } : { kmh: measure }),
  }),
  /** Minutes from midnight. */
  takeOutDeparture: (stop: string, minute: number): Edit => ({ kind: "takeOutDeparture", stop, minute }),
  /** Earlier where `later` is negative. */
  moveDeparture: (stop: string, minute: number, later: number): Edit => ({ kind: "moveDeparture", stop, minute, later }),
  /** Minutes from midnight. */
  setSiteHours: (structure: string, site: string, opens: number, closes: number): Edit => ({ kind: "setSiteHours", structure, site, opens, closes }),
} satisfies Record<Edit["kind"], (...from: never[]) => Edit>;
