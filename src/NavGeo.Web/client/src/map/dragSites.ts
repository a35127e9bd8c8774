import type { GeoJSONSource, Map as GlMap, MapMouseEvent, MapTouchEvent } from "maplibre-gl";
import type { SiteLine } from "../api";

const weekdays = 5;

type Pointed = MapMouseEvent | MapTouchEvent;

/** Ids by how many people each serves today, most first: whose name is shown before another's does not change with each edit. */
export type Ranks = ReadonlyMap<string, number>;

export function ranksOf(today: SiteLine[]): Ranks {
  return new Map([...today].sort((a, b) => b.people - a.people).map((site, rank) => [site.id, rank]));
}

export function siteFeatures(sites: SiteLine[], ranks: Ranks, moved?: { id: string; longitude: number; latitude: number }) {
  return {
    type: "FeatureCollection" as const,
    features: sites.map((site) => ({
      type: "Feature" as const,
      properties: {
        id: site.id,
        label: site.name.replace(/^NAV /, "") + (site.days > 0 && site.days < weekdays ? ` (${String(site.days).replace(".", ",")} d)` : ""),
        rank: ranks.get(site.id) ?? 0,
        state: site.days === 0 ? "closed" : site.days < weekdays ? "part" : "open",
      },
      geometry: {
        type: "Point" as const,
        coordinates: moved?.id === site.id ? [moved.longitude, moved.latitude] : [site.longitude, site.latitude],
      },
    })),
  };
}

/** Lets a site be dragged, by mouse or finger. The list of sites does the same for the keyboard. */
export function dragSites(map: GlMap, sites: () => SiteLine[], ranks: Ranks, onMoved: (site: string, longitude: number, latitude: number) => void): void {
  const begin = (event: Pointed) => {
    if ("points" in event && event.points.length > 1) return;
    const id = map.queryRenderedFeatures(event.point, { layers: ["sites"] })[0]?.properties.id as string | undefined;
    if (id === undefined) return;
    event.preventDefault();
    let last: { lng: number; lat: number } | null = null;
    const source = map.getSource("sites") as GeoJSONSource;
    const move = (now: Pointed) => {
      last = now.lngLat;
      source.setData(siteFeatures(sites(), ranks, { id, longitude: last.lng, latitude: last.lat }));
    };
    const end = () => {
      map.off("mousemove", move);
      map.off("touchmove", move);
      if (last) onMoved(id, last.lng, last.lat);
      source.setData(siteFeatures(sites(), ranks));
    };
    map.on("mousemove", move);
    map.on("touchmove", move);
    map.once("mouseup", end);
    map.once("touchend", end);
  };
  map.on("mousedown", begin);
  map.on("touchstart", begin);
}
