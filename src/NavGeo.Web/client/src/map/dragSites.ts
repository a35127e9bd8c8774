import type { GeoJSONSource, Map as GlMap, MapMouseEvent, MapTouchEvent } from "maplibre-gl";
import type { CaseInfo, SiteLine } from "../api";
import type { Texts } from "../texts";

const weekdays = 5;

type Pointed = MapMouseEvent | MapTouchEvent;

interface Moved {
  id: string;
  longitude: number;
  latitude: number;
}

/** Sites for the map, of which one may be under way to another place. */
export type SiteFeatures = (sites: SiteLine[], texts: Texts, moved?: Moved) => ReturnType<typeof featuresOf>;

/** Ranked by how many people each serves today: whose name is shown before another's does not change with each edit. */
export function siteFeaturesOf(info: CaseInfo): SiteFeatures {
  const ranks = new Map([...info.sites].sort((a, b) => b.people - a.people).map((site, rank) => [site.id, rank]));
  return (sites, texts, moved) => featuresOf(ranks, sites, texts, moved);
}

function featuresOf(ranks: Map<string, number>, sites: SiteLine[], texts: Texts, moved?: Moved) {
  return {
    type: "FeatureCollection" as const,
    features: sites.map((site) => ({
      type: "Feature" as const,
      properties: {
        id: site.id,
        label: site.name.replace(/^NAV /, "") + (site.days > 0 && site.days < weekdays ? ` (${texts.short(site.days)} d)` : ""),
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
export function dragSites(map: GlMap, features: (moved?: Moved) => ReturnType<SiteFeatures>, onMoved: (site: string, longitude: number, latitude: number) => void): void {
  const begin = (event: Pointed) => {
    if ("points" in event && event.points.length > 1) return;
    const id = map.queryRenderedFeatures(event.point, { layers: ["sites"] })[0]?.properties.id as string | undefined;
    if (id === undefined) return;
    event.preventDefault();
    let last: { lng: number; lat: number } | null = null;
    const source = map.getSource("sites") as GeoJSONSource;
    const move = (now: Pointed) => {
      last = now.lngLat;
      source.setData(features({ id, longitude: last.lng, latitude: last.lat }));
    };
    const end = () => {
      map.off("mousemove", move);
      map.off("touchmove", move);
      if (last) onMoved(id, last.lng, last.lat);
      source.setData(features());
    };
    map.on("mousemove", move);
    map.on("touchmove", move);
    map.once("mouseup", end);
    map.once("touchend", end);
  };
  map.on("mousedown", begin);
  map.on("touchstart", begin);
}
