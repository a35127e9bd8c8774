import type { CaseInfo, SiteLine } from "../api";
import type { Texts } from "../texts";

const weekdays = 5;

/** Sites for the map. */
export type SiteFeatures = (sites: SiteLine[], texts: Texts) => ReturnType<typeof featuresOf>;

/** Ranked by how many people each serves today: whose name is shown before another's does not change with each edit. */
export function siteFeaturesOf(info: CaseInfo): SiteFeatures {
  const ranks = new Map([...info.sites].sort((a, b) => b.people - a.people).map((site, rank) => [site.id, rank]));
  return (sites, texts) => featuresOf(ranks, sites, texts);
}

function featuresOf(ranks: Map<string, number>, sites: SiteLine[], texts: Texts) {
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
      geometry: { type: "Point" as const, coordinates: [site.longitude, site.latitude] },
    })),
  };
}
