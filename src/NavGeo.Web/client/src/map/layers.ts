import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from "maplibre-gl";
import landAddress from "virtual:land";
import { ownQuery, type CaseInfo, type MapMode } from "../api";
import { areaNames, landLayers, roadLayers, roadSigns, waterLayer } from "./ground";
import { linesPrefix, roomForSite } from "./signs";
import { classesOf, noAccess } from "./classes";

export const empty = { type: "FeatureCollection" as const, features: [] };

const origin = new URL(".", location.href).href;
const finest = 12;

/** Of roads and ferries that are not there yet, and of sites that are other than today. */
const newColour = "#a2188f";

/** Address of the tiles with the times of today, which stay; what edits change on them is laid over them (`surfaceTimes.ts`). */
export function surfaceTiles(today: string): string[] {
  return [`${origin}tiles/surface/{z}/{x}/{y}.mvt?surface=${encodeURIComponent(today)}`];
}

/** Address of the road tiles: another one when a road is built. */
export function roadTiles(roadCount: number): string[] {
  return [`${origin}tiles/roads/{z}/{x}/{y}.mvt?roads=${roadCount}${ownQuery()}`];
}

/** The colour of a square by the class the server gave it: that of today, or the one laid over it. */
export function surfaceColour(info: CaseInfo, mode: MapMode): ExpressionSpecification {
  // Without a car the layer of visits is shown in their stead; these are still there to be pointed at.
  if (mode === "visits") return ["literal", clear] as unknown as ExpressionSpecification;
  const colours = classesOf(info, mode).map((one) => one.colour);
  const pairs = colours.flatMap((colour, index) => [index, colour]);
  const shown = mode === "times" ? "class" : "change";
  return ["match", ["coalesce", ["feature-state", shown], ["get", shown]], noAccess, colours.at(-1), ...pairs, clear] as unknown as ExpressionSpecification;
}

const clear = "rgba(0,0,0,0)";

/** The layer of visits: by days a week, 0 to 5. */
function visitColour(info: CaseInfo): ExpressionSpecification | string {
  const pairs = info.visitClasses.flatMap((one, days) => [days, one.colour]);
  return pairs.length === 0 ? clear : (["match", ["get", "days_week"], ...pairs, clear] as unknown as ExpressionSpecification);
}

/** Lines over those classes of change that the style hatches, a layer for each colour of lines; near enough to see them, and only when changes are shown. */
export function linesLayers(info: CaseInfo): LayerSpecification[] {
  const colours = [...new Set(info.changes.flatMap((one) => one.hatch ?? []))];
  return colours.map((colour) => {
    const classes = info.changes.flatMap((one, index) => (one.hatch === colour ? [index] : []));
    return {
      id: linesPrefix + colour, type: "fill", source: "surface", "source-layer": "surface", minzoom: 8.5, filter: ["==", ["geometry-type"], "Polygon"],
      layout: { visibility: "none" },
      paint: {
        "fill-pattern": linesPrefix + colour,
        "fill-opacity": ["case", ["in", ["coalesce", ["feature-state", "change"], ["get", "change"]], ["literal", classes]], 0.9, 0] as unknown as ExpressionSpecification,
      },
    };
  });
}

/** A point has no room for lines: it wears their colour as a wider rim. */
export function pointRim(info: CaseInfo, mode: MapMode): { "circle-stroke-color": ExpressionSpecification | string; "circle-stroke-width": ExpressionSpecification | number } {
  if (mode === "visits") return { "circle-stroke-color": clear, "circle-stroke-width": 0 };
  const hatched = mode === "times" ? [] : info.changes.flatMap((one, index) => (one.hatch ? [[index, one.hatch] as const] : []));
  if (hatched.length === 0) return { "circle-stroke-color": plainRim, "circle-stroke-width": 0.8 };
  const change = ["coalesce", ["feature-state", "change"], ["get", "change"]];
  return {
    "circle-stroke-color": ["match", change, ...hatched.flat(), plainRim] as unknown as ExpressionSpecification,
    "circle-stroke-width": ["match", change, hatched.map(([index]) => index), 2, 0.8] as unknown as ExpressionSpecification,
  };
}

const plainRim = "#37424c";
const isKind = (...kinds: string[]): ExpressionSpecification => ["in", ["get", "kind"], ["literal", kinds]];
const byZoom = (far: number, near: number): ExpressionSpecification => ["interpolate", ["linear"], ["zoom"], 4, far, 9, near];

/** What edits do to the roads, at every zoom: closed ones red with a light rim, new ones in a colour that is nothing else's. */
const drawnLayers: LayerSpecification[] = [
  { id: "lit-line", type: "line", source: "drawn", filter: ["==", ["get", "number"], -1], layout: { "line-cap": "round", "line-join": "round" }, paint: { "line-color": "#ffd166", "line-width": byZoom(14, 26), "line-opacity": 0.85 } },
  { id: "lit-point", type: "circle", source: "drawn", filter: ["==", ["get", "number"], -1], paint: { "circle-radius": byZoom(14, 28), "circle-color": "#ffd166", "circle-opacity": 0.85 } },
  { id: "drawn-rim", type: "line", source: "drawn", filter: isKind("closed", "new", "newFerry", "changed"), layout: { "line-cap": "round", "line-join": "round" }, paint: { "line-color": "#ffffff", "line-width": byZoom(6, 12) } },
  { id: "drawn-changed", type: "line", source: "drawn", filter: isKind("changed"), layout: { "line-cap": "round", "line-join": "round" }, paint: { "line-color": "#c77300", "line-width": byZoom(3, 6) } },
  { id: "drawn-closed", type: "line", source: "drawn", filter: isKind("closed"), layout: { "line-join": "round" }, paint: { "line-color": "#b3001b", "line-width": byZoom(3.5, 7), "line-dasharray": [1.6, 0.6] } },
  { id: "drawn-new", type: "line", source: "drawn", filter: isKind("new", "newFerry"), layout: { "line-cap": "round", "line-join": "round" }, paint: { "line-color": newColour, "line-width": byZoom(3.5, 8) } },
  { id: "drawn-moved", type: "line", source: "drawn", filter: isKind("moved"), paint: { "line-color": "#0b3558", "line-width": 3, "line-dasharray": [2, 1.5] } },
  { id: "drawn-site", type: "circle", source: "drawn", filter: isKind("site"), paint: { "circle-radius": byZoom(6, 17), "circle-color": "rgba(0,0,0,0)", "circle-stroke-color": newColour, "circle-stroke-width": 3 } },
];
const peopleRadius: ExpressionSpecification = ["interpolate", ["linear"], ["sqrt", ["coalesce", ["get", "people"], 1]], 0, 5, 10, 8, 60, 22];

/** Layers of the travel times; unseen until the times that are asked for are there. */
export const surfaceLayers = ["cells", "cell-rims", "points"];

/** Layers of the visits without a car; empty unless the map tells of them. */
export const visitLayers = ["visit-cells", "visit-points"];

/** Layers that show one edit lit up. */
export const litLayers = [["lit-line", "LineString"], ["lit-point", "Point"]] as const;

/** Layers of signs and names. */
export const signLayers = ["signs", "site-names", "areas", "drawn-names"];

export function styleOf(info: CaseInfo, mode: MapMode, roads: string[]): StyleSpecification {
  const colour = surfaceColour(info, mode);
  const layers: LayerSpecification[] = [
    ...landLayers("#f4f2ec"),
    waterLayer,
    { id: "cells", type: "fill", source: "surface", "source-layer": "surface", filter: ["==", ["geometry-type"], "Polygon"], paint: { "fill-color": colour, "fill-opacity": 0.92, "fill-antialias": false } },
    ...linesLayers(info),
    { id: "visit-cells", type: "fill", source: "visits", filter: ["==", ["geometry-type"], "Polygon"], paint: { "fill-color": visitColour(info), "fill-opacity": 0.92, "fill-antialias": false } },
    {
      id: "cell-rims", type: "line", source: "surface", "source-layer": "surface", minzoom: 10.5, filter: ["==", ["geometry-type"], "Polygon"],
      paint: { "line-color": "#ffffff", "line-width": 0.5, "line-opacity": 0.5 },
    },
    { id: "boundaries", type: "line", source: "boundaries", filter: ["==", ["get", "kind"], "municipality"], paint: { "line-color": "#7d7464", "line-width": ["interpolate", ["linear"], ["zoom"], 4, 0.4, 9, 1.4], "line-dasharray": [4, 2] } },
    { id: "regions", type: "line", source: "boundaries", filter: ["==", ["get", "kind"], "region"], paint: { "line-color": "#6b2c6b", "line-width": ["interpolate", ["linear"], ["zoom"], 4, 1.2, 9, 3.5], "line-opacity": 0.75 } },
    ...roadLayers,
    {
      id: "points", type: "circle", source: "surface", "source-layer": "surface", filter: ["==", ["geometry-type"], "Point"],
      paint: {
        "circle-color": colour,
        "circle-radius": ["interpolate", ["linear"], ["zoom"], 6.5, ["*", 0.45, peopleRadius], 8.5, peopleRadius],
        ...pointRim(info, mode), "circle-opacity": 0.92,
      },
    },
    {
      id: "visit-points", type: "circle", source: "visits", filter: ["==", ["geometry-type"], "Point"],
      paint: {
        "circle-color": visitColour(info), "circle-stroke-color": plainRim, "circle-stroke-width": 0.8, "circle-opacity": 0.92,
        "circle-radius": ["interpolate", ["linear"], ["zoom"], 6.5, ["*", 0.45, peopleRadius], 8.5, peopleRadius],
      },
    },
    ...drawnLayers,
    { id: "drawn-names", type: "symbol", source: "drawn", filter: isKind("new", "newFerry"), layout: { "symbol-placement": "line-center", "icon-image": ["concat", "new:", ["get", "sign"]], "icon-rotation-alignment": "viewport", "icon-allow-overlap": true, "icon-offset": [0, -18] } },
    { id: "trip-rim", type: "line", source: "trip", layout: { "line-cap": "round", "line-join": "round" }, paint: { "line-color": "#ffffff", "line-width": 9 } },
    { id: "trip", type: "line", source: "trip", layout: { "line-cap": "round", "line-join": "round" }, paint: { "line-color": "#0067c5", "line-width": 5 } },
    { id: "drawing", type: "line", source: "drawing", paint: { "line-color": "#b3001b", "line-width": 4, "line-dasharray": [2, 1] } },
    { id: "drawing-points", type: "circle", source: "drawing", paint: { "circle-color": "#ffffff", "circle-stroke-color": "#b3001b", "circle-stroke-width": 3, "circle-radius": 6 } },
    areaNames,
    roadSigns,
    {
      id: "sites", type: "circle", source: "sites", filter: ["!", ["has", "point_count"]],
      paint: {
        "circle-radius": ["interpolate", ["linear"], ["zoom"], 3, 1.6, 5, 2.6, 7, 6, 9, 10],
        "circle-color": ["match", ["get", "state"], "closed", "#ffffff", "part", "#8fb4d6", "#0b3558"],
        "circle-stroke-color": ["match", ["get", "state"], "closed", "#6b747c", "#ffffff"],
        "circle-stroke-width": ["interpolate", ["linear"], ["zoom"], 3, 0.4, 5, 0.8, 8, 3],
      },
    },
    { id: "ghost", type: "line", source: "ghost", filter: ["==", ["geometry-type"], "LineString"], paint: { "line-color": "#0b3558", "line-width": 4, "line-dasharray": [2, 1] } },
    { id: "ghost-site", type: "circle", source: "ghost", filter: ["==", ["geometry-type"], "Point"], paint: { "circle-radius": 12, "circle-color": "rgba(11,53,88,0.45)", "circle-stroke-color": "#ffffff", "circle-stroke-width": 3 } },
    { id: "clusters", type: "circle", source: "sites", filter: ["has", "point_count"], paint: { "circle-radius": ["interpolate", ["linear"], ["get", "point_count"], 2, 8, 60, 15], "circle-color": "#0b3558", "circle-stroke-color": "#ffffff", "circle-stroke-width": 1.5 } },
    { id: "cluster-counts", type: "symbol", source: "sites", filter: ["has", "point_count"], layout: { "icon-image": ["concat", "count:", ["get", "point_count"]], "icon-allow-overlap": true } },
    { id: "site-room", type: "symbol", source: "sites", filter: ["has", "rank"], minzoom: 7, layout: { "icon-image": roomForSite, "icon-allow-overlap": true } },
    {
      // From far off only the largest have room: names that find none would be drawn and laid out in vain.
      id: "site-names", type: "symbol", source: "sites", filter: ["all", ["has", "rank"], ["<", ["get", "rank"], ["step", ["zoom"], 120, 5, 200, 7, 1e6]]],
      layout: {
        "icon-image": ["concat", ["match", ["get", "state"], "closed", "closed", "site"], ":", ["get", "label"]],
        "icon-anchor": "left", "icon-offset": [11, 0], "symbol-sort-key": ["get", "rank"], "icon-padding": 1,
      },
    },
  ];
  for (const layer of layers) if (surfaceLayers.includes(layer.id)) layer.layout = { ...layer.layout, visibility: "none" };
  return {
    version: 8,
    sources: {
      land: { type: "geojson", data: landAddress },
      surface: { type: "vector", tiles: surfaceTiles(info.surface), minzoom: 3, maxzoom: finest },
      roads: { type: "vector", tiles: roads, minzoom: 3, maxzoom: finest },
      boundaries: { type: "geojson", data: origin + "api/boundaries" },
      trip: { type: "geojson", data: empty },
      drawing: { type: "geojson", data: empty },
      drawn: { type: "geojson", data: empty },
      ghost: { type: "geojson", data: empty },
      visits: { type: "geojson", data: empty },
      // From far off a country's sites would hide it: those that are close together are one, with their number.
      sites: { type: "geojson", data: empty, cluster: true, clusterMaxZoom: 5, clusterRadius: 34 },
    },
    layers,
  };
}
