import type { Map as GlMap } from "maplibre-gl";

const name = "kartverket";
const tiles = "https://cache.kartverket.no/v1/wmts/1.0.0/topograatone/default/webmercator/{z}/{y}/{x}.png";
const usualOpacity = 0.92;

/** So much of the colour stays that the classes are told apart, and so little that names show through. */
const opacityAbove = 0.55;

/** What the picture and the page say beneath a map that shows it. */
export const backgroundCredit = "© Kartverket";

/** Whether a map shows it. */
export function isShown(map: GlMap): boolean {
  return map.getLayer(name) !== undefined;
}

/** Lays Kartverket's grey map beneath the travel times; the first tile that cannot be had is told. Gives what takes it away. */
export function showBackground(map: GlMap, onFailed: () => void): () => void {
  map.addSource(name, { type: "raster", tiles: [tiles], tileSize: 256, maxzoom: 18, attribution: backgroundCredit });
  map.addLayer({ id: name, type: "raster", source: name }, "cells");
  map.setPaintProperty("cells", "fill-opacity", opacityAbove);
  const failed = (event: { sourceId?: string; error?: unknown }) => {
    if (event.sourceId === name) onFailed();
  };
  map.on("error", failed);
  return () => {
    map.off("error", failed);
    // A map that is being taken down has no style any more.
    if (!map.getLayer(name)) return;
    map.removeLayer(name);
    map.removeSource(name);
    map.setPaintProperty("cells", "fill-opacity", usualOpacity);
  };
}
