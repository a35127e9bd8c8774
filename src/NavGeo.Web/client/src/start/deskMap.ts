// A map of the start page: areas, roads and place names that the server gives, to point at. What it does, a list beside it does too.

import { useEffect, useRef, useState, type RefObject } from "react";
import { LngLatBounds, Map as GlMap, setWorkerUrl, type StyleSpecification } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import landAddress from "virtual:land";
import { areaNames, landLayers, placeNames, roadLayers, roadSigns, waterLayer } from "../map/ground";
import { empty } from "../map/layers";
import { drawSigns } from "../map/signs";

setWorkerUrl(workerUrl);

const origin = new URL(".", location.href).href;
/** From farther off all of the country is seen, and its roads would hide it. */
const roadZoom = 4.5;
/** Municipalities are what one points at: their names are there before those of a meeting. */
const nameZoom = 5.5;
const outside = "#e3e2dc";

/** The layers a page's maps have in common, with areas to point at beneath the roads. */
function styleOf(ground: GeoJSON.FeatureCollection, address: string): StyleSpecification {
  return {
    version: 8,
    sources: {
      land: { type: "geojson", data: landAddress },
      boundaries: { type: "geojson", data: ground, promoteId: "number" },
      roads: { type: "vector", tiles: [origin + address.replace(/map$/, "roads/{z}/{x}/{y}.mvt")], minzoom: 3, maxzoom: 12 },
      pinned: { type: "geojson", data: empty },
    },
    layers: [
      ...landLayers(outside),
      {
        id: "chosen", type: "fill", source: "boundaries", filter: ["==", ["get", "kind"], "area"],
        paint: { "fill-color": ["case", ["boolean", ["feature-state", "chosen"], false], "#9cc3e3", ["boolean", ["feature-state", "pointed"], false], "#d7e3ec", "#f4f2ec"] },
      },
      waterLayer,
      { id: "borders", type: "line", source: "boundaries", filter: ["==", ["get", "kind"], "area"], paint: { "line-color": "#7d7464", "line-width": ["interpolate", ["linear"], ["zoom"], 3, 0.25, 7, 0.8] } },
      ...roadLayers.map((layer) => ({ ...layer, minzoom: roadZoom })),
      placeNames,
      { ...roadSigns, minzoom: roadZoom },
      { ...areaNames, minzoom: nameZoom },
      { id: "pinned", type: "symbol", source: "pinned", layout: { "icon-image": ["concat", "pinned:", ["get", "name"]], "icon-anchor": "left", "icon-offset": [-10, 0], "icon-allow-overlap": true } },
    ],
  };
}

/** The bounds of the areas; of all there is where there are none. */
export function boundsOf(ground: GeoJSON.FeatureCollection): LngLatBounds {
  const bounds = new LngLatBounds();
  const take = (at: unknown): void => {
    if (!Array.isArray(at)) return;
    if (typeof at[0] === "number") bounds.extend(at as [number, number]);
    else at.forEach(take);
  };
  const areas = ground.features.filter((one) => one.properties?.kind === "area");
  for (const { geometry } of areas.length > 0 ? areas : ground.features) if ("coordinates" in geometry) take(geometry.coordinates);
  return bounds;
}

/** A map in a box, once its ground is there; null before. */
export function useDeskMap(address: string): { box: RefObject<HTMLDivElement | null>; map: GlMap | null; ground: GeoJSON.FeatureCollection | null } {
  const box = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<GlMap | null>(null);
  const [ground, setGround] = useState<GeoJSON.FeatureCollection | null>(null);
  useEffect(() => {
    let made: GlMap | null = null;
    let isGone = false;
    void fetch(address).then(async (response) => {
      if (!response.ok || isGone || !box.current) return;
      const data = (await response.json()) as GeoJSON.FeatureCollection;
      if (isGone || !box.current) return;
      made = new GlMap({
        container: box.current, attributionControl: false, dragRotate: false, pitchWithRotate: false, fadeDuration: 0, maxZoom: 15,
        cooperativeGestures: false, bounds: boundsOf(data), fitBoundsOptions: { padding: 12 }, style: styleOf(data, address),
      });
      made.touchZoomRotate.disableRotation();
      // The wheel is the page's: who reads on must not be caught by the map.
      made.scrollZoom.disable();
      drawSigns(made);
      const gl = made;
      made.once("load", () => {
        if (isGone) return;
        setGround(data);
        setMap(gl);
      });
    });
    return () => {
      isGone = true;
      setMap(null);
      // After what others have put on it is gone.
      window.setTimeout(() => made?.remove());
    };
  }, [address]);
  return { box, map, ground };
}
