import type { FeatureCollection, Geometry } from "geojson";
import { useEffect, useMemo, useState } from "react";
import { addressOf } from "../api";
import type { Texts } from "../texts";
import { empty } from "./layers";

/** Where the edits in force show: `number` is that of the edit. */
export type Drawn = FeatureCollection<Geometry, { number: number; kind: "closed" | "changed" | "new" | "newFerry" | "moved" | "site" | "area"; sign?: string }>;

export const nothingDrawn = empty as unknown as Drawn;

/** What the server draws of the edits in force; asked anew when they are others, and kept until it is there. */
export function useDrawn(key: string | undefined, texts: Texts | null): Drawn {
  const [drawn, setDrawn] = useState<Drawn>(nothingDrawn);
  useEffect(() => {
    if (!key) return setDrawn(nothingDrawn);
    const leaving = new AbortController();
    fetch(addressOf("/api/drawn"), { signal: leaving.signal })
      .then((response) => (response.ok ? response.json() : nothingDrawn))
      .then((found: Drawn) => leaving.signal.aborted || setDrawn(found))
      // The server is away: the next answer asks again.
      .catch(() => undefined);
    return () => leaving.abort();
  }, [key]);
  // What is new bears its name in the language of the reader.
  return useMemo(() => ({
    ...drawn, features: drawn.features.map((feature) => ({ ...feature, properties: { ...feature.properties, sign: texts?.say("sign." + feature.properties.kind) ?? "" } })),
  }), [drawn, texts]);
}

type Box = [west: number, south: number, east: number, north: number];

/** The box around what one edit changes on the map; null where it shows nowhere. */
export function boxOf(drawn: Drawn, number: number): Box | null {
  const box: Box = [180, 90, -180, -90];
  const take = (at: unknown): void => {
    if (!Array.isArray(at)) return;
    if (typeof at[0] !== "number") return at.forEach(take);
    const [x, y] = at as [number, number];
    [box[0], box[1], box[2], box[3]] = [Math.min(box[0], x), Math.min(box[1], y), Math.max(box[2], x), Math.max(box[3], y)];
  };
  for (const { properties, geometry } of drawn.features) if (properties.number === number && "coordinates" in geometry) take(geometry.coordinates);
  return box[0] > box[2] ? null : box;
}
