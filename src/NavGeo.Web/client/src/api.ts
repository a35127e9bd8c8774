// The meeting as the server tells it. Field names are the server's.

export type Language = "nb" | "nn" | "en";

export interface Me {
  name: string | null;
  isPresenter: boolean;
  isShared: boolean;
  participantCode: string | null;
  /** By which others come in. */
  links: string[];
  /** The language of the case, for who has chosen none. */
  language: Language;
}

export interface NamedItem {
  id: string;
  name: string;
}

/** What a colour of the map means. */
export interface MapClass {
  colour: string;
  /** Colour of the lines over it. */
  hatch: string | null;
  label: string;
}

export interface Place {
  /** In the demand. */
  index: number;
  name: string;
  municipality: string | null;
  longitude: number;
  latitude: number;
}

export interface StructureItem extends NamedItem {
  offices: OfficeLine[];
}

export interface CaseInfo {
  id: string;
  name: string;
  language: Language;
  date: string;
  baseline: string;
  structures: StructureItem[];
  /** As they are today, before any edit. */
  sites: SiteLine[];
  municipalities: NamedItem[];
  roads: string[];
  ferries: string[];
  thresholds: number[];
  /** Of the time; those without access last. */
  classes: MapClass[];
  /** Of the change from today. */
  changes: MapClass[];
  bounds: [number, number, number, number];
  cellMetres: number;
  places: Place[];
  sources: string[];
  /** Stands for the times of today on the map. */
  surface: string;
  hasBackgroundMap: boolean;
}

export interface Indicators {
  people: number;
  served: number;
  without_access: number;
  people_within: number[];
  mean_minutes: number | null;
  p90_milliseconds: number | null;
  longest_milliseconds: number | null;
}

export interface StructureLine {
  id: string;
  name: string;
  access: Indicators;
  offices: number;
  openSites: number;
  smallestFte: number | null;
  reachedByMinute: number[];
}

/** A structure beside others. */
export interface Pane {
  now: StructureLine;
  total: LedgerLine;
  sites: SiteLine[];
  surface: string;
}

export interface LedgerLine {
  kommunenummer: string | null;
  name: string | null;
  people: number;
  lose: number;
  gain: number;
  loseAccess: number;
  gainAccess: number;
  meanBefore: number | null;
  meanAfter: number | null;
  worstMilliseconds: number;
}

export interface LogLine {
  number: number;
  at: string;
  author: string;
  text: string;
}

export interface ObjectionLine extends LogLine {
  structure: string;
}

export interface SiteLine {
  id: string;
  name: string;
  municipality: string;
  longitude: number;
  latitude: number;
  days: number;
  office: string | null;
  people: number;
  isMoved: boolean;
}

export interface OfficeLine {
  name: string;
  host: string | null;
  municipalities: string[];
  inhabitants: number;
  fte: number | null;
}

export interface Answer {
  version: number;
  chosen: string;
  now: StructureLine;
  today: StructureLine;
  /** The first lines; ledgerCount says how many there are. */
  ledger: LedgerLine[];
  ledgerCount: number;
  sentences: string[];
  sentenceCount: number;
  /** Stands for the travel times on the map. */
  surface: string;
  log: LogLine[];
  logCount: number;
  edits: string[];
  canUndo: boolean;
  canRedo: boolean;
  editedStructures: string[];
  sites: SiteLine[];
  offices: OfficeLine[];
  closedEdges: number[];
  roadCount: number;
  isWinter: boolean;
  scenarios: string[];
  proposals: LogLine[];
  objections: ObjectionLine[];
}

/** An answer as it is sent: sites and offices only where they are not as the case has them. */
export interface AnswerChange extends Omit<Answer, "offices"> {
  offices: OfficeLine[] | null;
}

/** The whole answer. */
export function wholeOf(change: AnswerChange, info: CaseInfo): Answer {
  const changed = new Map(change.sites.map((site) => [site.id, site]));
  return {
    ...change,
    sites: info.sites.map((site) => changed.get(site.id) ?? site),
    offices: change.offices ?? info.structures.find((one) => one.id === change.chosen)?.offices ?? [],
  };
}

/** What whoever leads the meeting has on the screen. */
export interface SharedView {
  /** West, south, east, north. */
  bounds: [number, number, number, number];
  mode: "times" | "change";
  compared: string[];
  isSwiped: boolean;
  site: string | null;
}

export interface Notice {
  version: number;
  watchers: number;
  view: SharedView | null;
}

export interface Trip {
  place: string | null;
  municipality: string | null;
  site: string | null;
  siteName: string | null;
  minutes: number | null;
  minutesToday: number | null;
  legs: { kind: string; name: string; km: number; minutes: number }[];
  line: [number, number][];
}

export interface ScenarioLine {
  name: string;
  structure: string;
  mean: number | null;
  within30: number;
  lose: number;
  gain: number;
  withoutAccess: number;
}

export type Edit =
  | { kind: "chooseStructure"; structure: string }
  | { kind: "setSiteDays"; structure: string; site: string; days: number }
  | { kind: "moveSite"; site: string; longitude: number; latitude: number }
  | { kind: "giveMunicipality"; structure: string; municipality: string; office: string }
  | { kind: "mergeOffices"; structure: string; first: string; second: string }
  | { kind: "closeRoad"; road: string }
  | { kind: "closeStretch"; road: string; from: string; to: string }
  | { kind: "closeAt"; longitude: number; latitude: number }
  | { kind: "stopFerry"; ferry: string }
  | { kind: "setFerryHeadway"; ferry: string; minutes: number }
  | { kind: "setWinter"; isWinter: boolean }
  | { kind: "addLink"; points: [number, number][]; isFerry: boolean; kmh?: number; minutes?: number };

/** A refusal with the server's own words. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    text: string,
  ) {
    super(text);
  }
}

const noContent = 204;

async function answerOf(response: Response): Promise<Response> {
  if (response.ok) return response;
  let text = response.statusText;
  try {
    const problem = (await response.json()) as { detail?: string; title?: string };
    text = problem.detail ?? problem.title ?? text;
  } catch {
    // No JSON: the status has to do.
  }
  throw new Refusal(response.status, text);
}

export async function get<T>(path: string): Promise<T> {
  return (await answerOf(await fetch("api/" + path))).json() as Promise<T>;
}

export function post<T>(path: string, body: unknown = {}): Promise<T> {
  return postText(path, JSON.stringify(body));
}

export async function postText<T>(path: string, body: string): Promise<T> {
  const response = await answerOf(await fetch("api/" + path, { method: "POST", headers: { "content-type": "application/json" }, body }));
  return response.status === noContent ? (undefined as T) : (response.json() as Promise<T>);
}
