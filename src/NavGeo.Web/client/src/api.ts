// What the server says and takes, by the types made from its own description (`openapi.json`).

import { useEffect, useState } from "react";
import type { components, paths } from "./api.generated";

type Schemas = components["schemas"];
export type Me = Schemas["MeResponse"];
export type CaseInfo = Schemas["CaseResponse"];
export type Place = Schemas["PlaceItem"];
export type SiteLine = Schemas["SiteLine"];
export type OfficeLine = Schemas["OfficeLine"];
export type ProposalLine = Schemas["ProposalLine"];
export type BallotLine = Schemas["BallotLine"];
export type ObjectionLine = Schemas["ObjectionLine"];
export type LogLine = Schemas["LogLine"];
export type EditLine = Schemas["EditLine"];
export type ChangeSince = NonNullable<NonNullable<paths["/api/ledger"]["get"]["parameters"]["query"]>["since"]>;
export type ChangeLines = Schemas["ChangeLines"];
export type LedgerLine = Schemas["LedgerLine"];
export type MeetingStart = Schemas["MeetingStart"];
export type Trial = Schemas["TrialResponse"];
export type Pane = Schemas["PaneResponse"];
export type Visits = Schemas["VisitsResponse"];
export type Trip = Schemas["TripResponse"];
export type SharedView = Schemas["SharedView"];
export type MapClass = Schemas["MapClass"];
export type MapMode = Schemas["MapMode"];
export type Notice = Schemas["Notice"];
export type Edit = Schemas["Edit"];
export type Language = Schemas["UserLanguage"];

/** An answer as it is sent: sites and offices only where they are not as the case has them. */
export type AnswerChange = Schemas["AnswerResponse"];
export type Answer = AnswerChange & { offices: OfficeLine[] };

type Method = "get" | "post";

/** Addresses of the server that can be read, or written to. */
export type PathOf<M extends Method> = { [P in keyof paths]: paths[P] extends Record<M, object> ? P : never }[keyof paths];
type Route<M extends Method, P extends PathOf<M>> = paths[P] extends Record<M, infer R> ? R : never;
type Body<R> = R extends { requestBody: { content: { "application/json": infer B } } } ? { body: B | File } : unknown;

/** What an address wants to know: parts of the path, what stands behind "?", and what is sent. */
export type Given<M extends Method, P extends PathOf<M>> = Route<M, P> extends { parameters: infer Q } ? Omit<Q, "header" | "cookie"> & Body<Route<M, P>> : never;
export type Asked<M extends Method, P extends PathOf<M>> = object extends Given<M, P> ? [given?: Given<M, P>, signal?: AbortSignal] : [given: Given<M, P>, signal?: AbortSignal];
type Told<R> = R extends { responses: { 200: { content: { "application/json": infer A } } } } ? A : void;

interface Parts {
  path?: Record<string, string | number>;
  query?: Record<string, unknown>;
  body?: unknown;
}

/** The address of something to read, from the page. */
export function addressOf<P extends PathOf<"get">>(path: P, ...[given]: Asked<"get", P>): string {
  return written(path, given as Parts | undefined);
}

export function get<P extends PathOf<"get">>(path: P, ...[given, signal]: Asked<"get", P>): Promise<Told<Route<"get", P>>> {
  return jsonOf(fetch(addressOf(path, ...([given] as Asked<"get", P>)), { signal: signal ?? null }));
}

/** A file goes as it is: whether it is what it should be the server says. */
export function post<P extends PathOf<"post">>(path: P, ...[given, signal]: Asked<"post", P>): Promise<Told<Route<"post", P>>> {
  const parts = given as Parts | undefined;
  const body = parts?.body instanceof File ? parts.body : JSON.stringify(parts?.body ?? {});
  const headers = { "content-type": "application/json", "idempotency-key": newKey() };
  return jsonOf(sent(written(path, parts), { method: "POST", headers, body, signal: signal ?? null }));
}

/** Waits before asking again, milliseconds: together somewhat longer than it takes others to go on where a server has died. */
const patience = [300, 700, 1500, 3000, 4000];
const unavailable = [502, 503, 504];

/** Sends, and sends the same again where no answer comes: by its key it is done once, whether or not it was done the first time. */
async function sent(address: string, request: RequestInit): Promise<Response> {
  for (const wait of patience) {
    try {
      const response = await fetch(address, request);
      if (!unavailable.includes(response.status)) return response;
    } catch (error) {
      if (request.signal?.aborted) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
  return fetch(address, request);
}

function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

let isOwn = false;

/** Whether what is asked and done is about the meeting of one's own rather than that of all. */
export function askOwn(own: boolean): void {
  isOwn = own;
}

/** The address, parts in their places; tiles of a map that is drawn already ask by their own. */
export function ownQuery(): string {
  return isOwn ? "&own=true" : "";
}

function written(path: string, given: Parts = {}): string {
  const parts = isOwn ? { ...given, query: { ...given.query, own: true } } : given;
  const place = path.slice(1).replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(parts.path![name]!));
  const query = new URLSearchParams(Object.entries(parts.query ?? {}).flatMap(([name, value]) => [value ?? []].flat().map((one) => [name, String(one)])));
  return query.size === 0 ? place : `${place}?${query}`;
}

/** A refusal with the server's own words. */
export class Refusal extends Error {}

const noContent = 204;

async function jsonOf<T>(asked: Promise<Response>): Promise<T> {
  const response = await asked;
  if (response.ok) return (response.status === noContent ? undefined : await response.json()) as T;
  // No JSON: the status has to do.
  const problem = (await response.json().catch(() => ({}))) as Partial<Schemas["ProblemDetails"]>;
  throw new Refusal(problem.detail ?? problem.title ?? response.statusText);
}

/** What the server tells, asked anew whenever one of `when` changes; what it told last until then, and null where nothing is asked. */
export function useTold<T>(ask: ((signal: AbortSignal) => Promise<T>) | null, when: unknown[]): T | null {
  const [told, setTold] = useState<T | null>(null);
  useEffect(() => {
    if (!ask) return setTold(null);
    const leaving = new AbortController();
    ask(leaving.signal).then(
      (next) => leaving.signal.aborted || setTold(next),
      (error: unknown) => {
        if (!leaving.signal.aborted) throw error;
      },
    );
    return () => leaving.abort();
  }, when);
  return told;
}
