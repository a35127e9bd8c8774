import { Marker } from "maplibre-gl";

export interface RoadCollection {
  features: {
    geometry: { coordinates: [number, number][] };
    properties: { road: string | null; name: string | null; category: string | null; ferry: boolean };
  }[];
}

const perRoad = 2;
const mostFerries = 12;

/** Numbers of European and national roads and names of ferries, inside the case: the map draws no text of its own. */
export function shieldsOf(roads: RoadCollection, bounds: [number, number, number, number], sites: { longitude: number; latitude: number }[]): Marker[] {
  const [west, south, east, north] = bounds;
  const byRoad = new Map<string, [number, number][]>();
  const ferries = new Map<string, [number, number]>();
  for (const { geometry, properties } of roads.features) {
    const line = geometry.coordinates;
    const from = line[Math.floor((line.length - 1) / 2)]!;
    const to = line[Math.ceil((line.length - 1) / 2)]!;
    const at: [number, number] = line.length > 2 ? from : [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
    if (at[0] < west || at[0] > east || at[1] < south || at[1] > north) continue;
    if (properties.ferry) {
      if (properties.name && ferries.size < mostFerries) ferries.set(properties.name, at);
    } else if (properties.road && (properties.category === "european" || properties.category === "national")) {
      byRoad.set(properties.road, [...(byRoad.get(properties.road) ?? []), at]);
    }
  }
  const markers: Marker[] = [];
  for (const [road, points] of byRoad) {
    points.sort((a, b) => a[0] - b[0]);
    const part = Math.ceil(points.length / perRoad);
    for (let i = 0; i < points.length; i += part) markers.push(label(road, "shield", freest(points.slice(i, i + part), sites)));
  }
  for (const [name, at] of ferries) markers.push(label(name, "ferry-name", at));
  return markers;
}

/** The point farthest from all sites, whose names would hide the sign. */
function freest(points: [number, number][], sites: { longitude: number; latitude: number }[]): [number, number] {
  const room = (point: [number, number]) => Math.min(...sites.map((site) => Math.hypot((point[0] - site.longitude) / 2, point[1] - site.latitude)));
  return points.reduce((best, point) => (room(point) > room(best) ? point : best));
}

function label(text: string, className: string, at: [number, number]): Marker {
  const element = document.createElement("div");
  element.className = className;
  element.textContent = text;
  const marker = new Marker({ element }).setLngLat(at);
  element.removeAttribute("role");
  element.removeAttribute("tabindex");
  element.setAttribute("aria-hidden", "true");
  element.removeAttribute("aria-label");
  return marker;
}
