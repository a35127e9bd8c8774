import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { feature } from "topojson-client";
import { defineConfig, type Plugin } from "vite";

/** Aksel's style sheet fetches its font from NAV's servers; the page brings the same font along and asks nobody. */
const ownFont: Plugin = {
  name: "own-font",
  enforce: "pre",
  transform: (code, id) =>
    id.includes("@navikt/ds-css") ? { code: code.replace(/@font-face\s*\{[^}]*cdn\.nav\.no[^}]*\}/g, ""), map: null } : null,
};

type Point = [number, number];

/** West, south, east, north of what a map of Norway can show. */
const nordic: [number, number, number, number] = [-8, 52, 45, 76];
const farStep = 3;

/** A ring with all its corners where the map can be, and hardly any elsewhere. */
function thinned(ring: Point[]): Point[] {
  const [west, south, east, north] = nordic;
  const kept: Point[] = [];
  // What of Asia lies beyond the date line goes on eastwards, or a line would run back across the whole map.
  const isCut = ring.some(([x]) => x > 170);
  for (const [given, y] of ring) {
    const x = isCut && given < -160 ? given + 360 : given;
    const last = kept[kept.length - 1];
    const isNear = x >= west && x <= east && y >= south && y <= north;
    if (isNear || !last || Math.hypot(x - last[0], y - last[1]) > farStep) kept.push([Math.round(x * 1e4) / 1e4, Math.round(y * 1e4) / 1e4]);
  }
  return kept;
}

/** Whether any corner lies where the map can be. */
function isShown(ring: Point[]): boolean {
  const [west, south, east, north] = nordic;
  return ring.some(([x, y]) => x >= west && x <= east && y >= south && y <= north);
}

/** The land around Norway from Natural Earth at 1:10 m, as a file of the page: "land" is its address. */
const land: Plugin = {
  name: "land",
  resolveId: (id) => (id === "virtual:land" ? "\0land" : null),
  load(id) {
    if (id !== "\0land") return null;
    const atlas = JSON.parse(readFileSync(createRequire(import.meta.url).resolve("world-atlas/land-10m.json"), "utf8"));
    const world = feature(atlas, atlas.objects.land) as unknown as { features: { geometry: { type: string; coordinates: Point[][][] } }[] };
    const polygons = world.features.flatMap((one) => one.geometry.coordinates).filter((rings) => isShown(rings[0]!));
    const coordinates = polygons.map((rings) => rings.filter(isShown).map(thinned).map((ring) => [...ring, ring[0]]));
    const source = JSON.stringify({ type: "Feature", properties: {}, geometry: { type: "MultiPolygon", coordinates } });
    const file = this.emitFile({ type: "asset", name: "land.json", source });
    return `export default import.meta.ROLLUP_FILE_URL_${file};`;
  },
};

export default defineConfig({
  base: "./",
  plugins: [ownFont, land],
  // Nothing may stand inline: the content security policy lets only files of our own run.
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 3000,
    rolldownOptions: {
      input: ["index.html", "start.html"],
      onwarn: (warning, warn) => (warning.code === "MODULE_LEVEL_DIRECTIVE" ? undefined : warn(warning)),
    },
  },
  worker: { format: "es" },
});
