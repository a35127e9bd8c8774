// What every map of the pages lies on: sea, land, water, roads with their numbers, and names. A map that has it draws from
// the sources "land" and "boundaries" (GeoJSON of the server) and "roads" (its tiles).

import type { ExpressionSpecification, LayerSpecification } from "maplibre-gl";

const seaColour = "#dbe6ec";
const shoreColour = "#9fb2bd";
const isBoat: ExpressionSpecification = ["has", "boat"];
const isTrunk: ExpressionSpecification = ["==", ["get", "class"], 0];

/** Lowest: the sea, and the land around in a colour. */
export function landLayers(colour: string): LayerSpecification[] {
  return [
    { id: "sea", type: "background", paint: { "background-color": seaColour } },
    { id: "land", type: "fill", source: "land", paint: { "fill-color": colour } },
    { id: "coast", type: "line", source: "land", paint: { "line-color": shoreColour, "line-width": 0.7 } },
  ];
}

/** Lakes, and the sea where it lies over municipalities. */
export const waterLayer: LayerSpecification = {
  id: "water", type: "fill", source: "boundaries", filter: ["==", ["get", "kind"], "water"], paint: { "fill-color": seaColour, "fill-outline-color": shoreColour },
};

/** Roads and ferries; boats that take no cars are thin. */
export const roadLayers: LayerSpecification[] = [
  {
    id: "roads", type: "line", source: "roads", "source-layer": "roads", filter: ["!", ["get", "ferry"]], layout: { "line-cap": "round" },
    paint: {
      "line-color": ["case", isTrunk, "#3a3a3a", "#77736b"],
      "line-width": ["interpolate", ["linear"], ["zoom"], 5, ["case", isTrunk, 0.7, 0.4], 9, ["case", isTrunk, 2.2, 1]],
    },
  },
  {
    id: "ferries", type: "line", source: "roads", "source-layer": "roads", filter: ["get", "ferry"],
    paint: { "line-color": "#1f5f86", "line-width": ["interpolate", ["linear"], ["zoom"], 5, ["case", isBoat, 0.4, 0.7], 9, ["case", isBoat, 1, 2]], "line-dasharray": [3, 2] },
  },
];

/** Names of municipalities, from near enough that they have room. */
export const areaNames: LayerSpecification = {
  id: "areas", type: "symbol", source: "boundaries", minzoom: 7.2, filter: ["==", ["get", "kind"], "name"],
  layout: { "icon-image": ["concat", "area:", ["get", "name"]] },
};

/** Names of settlements, in the order the server gives them: large ones have their room first. */
export const placeNames: LayerSpecification = {
  id: "places", type: "symbol", source: "boundaries", filter: ["==", ["get", "kind"], "place"],
  layout: { "icon-image": ["concat", "place:", ["get", "name"]], "icon-padding": 4, "symbol-z-order": "source" },
};

/** Road numbers and names of ferries; small ferries and county roads are for who looks closer, and boats that take no cars for who looks closest. */
export const roadSigns: LayerSpecification = {
  id: "signs", type: "symbol", source: "roads", "source-layer": "signs", filter: ["step", ["zoom"], ["==", ["get", "kind"], "trunk"], 5.5, ["!=", ["get", "kind"], "boat"], 9.5, true],
  layout: { "icon-image": ["concat", ["get", "kind"], ":", ["get", "name"]], "icon-padding": 14 },
};
