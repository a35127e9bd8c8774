// What the start page's server says and takes, by the types made from its own description (`start.openapi.json`).

import { Refusal, type Language } from "../api";
import type { components } from "./desk.generated";

type Schemas = components["schemas"];
export type DeskItem = Schemas["DeskItem"];
export type Start = Schemas["StartResponse"];
export type CaseForm = Schemas["CaseForm"];
export type Site = Schemas["FormSite"];
export type Structure = Schemas["FormStructure"];
export type Office = Schemas["FormOffice"];
export type CaseDetails = Schemas["CaseDetails"];
export type TableForm = Schemas["TableForm"];
export type TableField = Schemas["TableField"];
export type AddressLine = Schemas["AddressLine"];
export type Spot = Schemas["Spot"];
export type DeskName = Schemas["DeskName"];
export type Finding = Schemas["FindingLine"];

/** Does a piece of work while the page says what; null where the server refused it, which the page has said then. What is done by itself leaves what was refused before standing. */
export type Work = <T>(what: string, work: () => Promise<T>, isByItself?: boolean) => Promise<T | null>;

/** Asks the server of the start page; with a body, it is to do something. */
export async function ask<T>(path: string, language: Language, body?: unknown): Promise<T> {
  const writing = { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
  const response = await fetch(`api/${path}${path.includes("?") ? "&" : "?"}lang=${language}`, body === undefined ? {} : writing);
  const told = (await response.json().catch(() => ({}))) as T & { detail?: string; title?: string };
  if (!response.ok) throw new Refusal(told.detail ?? told.title ?? response.statusText);
  return told;
}
