// What the start page's server says and takes (`StartRoutes.cs`), and how it is asked.

import { Refusal, type Language } from "../api";

export interface DeskItem {
  key: string;
  name: string;
  folder: string;
  isEmbedded: boolean;
  isWorkbook: boolean;
}

export interface Start {
  casesFolder: string;
  recent: DeskItem[];
  embedded: DeskItem[];
}

export interface Site {
  id: string;
  name: string;
  municipality: string;
  longitude: number;
  latitude: number;
  isEstimated: boolean;
}

export interface Office {
  name: string;
  host: string | null;
  municipalities: string[];
  sites: string[];
  openDays: number[];
}

export interface Structure {
  id: string;
  name: string;
  offices: Office[];
  /** The structure it was made of, until it is saved. */
  copyOf: string | null;
}

export interface CaseForm {
  sites: Site[];
  structures: Structure[];
}

export interface Area {
  number: string;
  name: string;
  partOf: string | null;
}

export interface Place {
  name: string;
  municipality: string;
  municipalityName: string;
  longitude: number;
  latitude: number;
}

export interface Finding {
  severity: "note" | "warning" | "error";
  place: string;
  problem: string;
  remedy: string;
}

export interface CaseDetails {
  case: DeskItem;
  form: CaseForm | null;
  baseline: string | null;
  municipalities: Area[];
  places: Place[];
  findings: Finding[];
  canUndo: boolean;
  isSaved: boolean;
}

/** Does a piece of work while the page says what; null where the server refused it, which the page has said then. */
export type Work = <T>(what: string, work: () => Promise<T>) => Promise<T | null>;

/** Asks the server of the start page; with a body, it is to do something. */
export async function ask<T>(path: string, language: Language, body?: unknown): Promise<T> {
  const writing = { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
  const response = await fetch(`api/${path}?lang=${language}`, body === undefined ? {} : writing);
  const told = (await response.json().catch(() => ({}))) as T & { detail?: string; title?: string };
  if (!response.ok) throw new Refusal(told.detail ?? told.title ?? response.statusText);
  return told;
}
