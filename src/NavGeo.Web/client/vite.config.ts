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
const nordic: [number, number, number, number] = [-4, 54, 40, 73.5];

/** Cuts a ring to the box, one side after the other (Sutherland and Hodgman 1974). */
function clipped(ring: Point[]): Point[] {
  const [west, south, east, north] = nordic;
  const sides: [(p: Point) => boolean, (a: Point, b: Point) => Point][] = [
    [(p) => p[0] >= west, (a, b) => [west, a[1] + ((b[1] - a[1]) * (west - a[0])) / (b[0] - a[0])]],
    [(p) => p[0] <= east, (a, b) => [east, a[1] + ((b[1] - a[1]) * (east - a[0])) / (b[0] - a[0])]],
    [(p) => p[1] >= south, (a, b) => [a[0] + ((b[0] - a[0]) * (south - a[1])) / (b[1] - a[1]), south]],
    [(p) => p[1] <= north, (a, b) => [a[0] + ((b[0] - a[0]) * (north - a[1])) / (b[1] - a[1]), north]],
  ];
  let points = ring;
  for (const [isInside, meet] of sides) {
    const kept: Point[] = [];
    points.forEach((point, index) => {
      const before = points[(index + points.length - 1) % points.length]!;
      if (isInside(point) !== isInside(before)) kept.push(meet(before, point));
      if (isInside(point)) kept.push(point);
    });
    points = kept;
  }
  return points.map(([x, y]) => [Math.round(x * 1e4) / 1e4, Math.round(y * 1e4) / 1e4]);
}

/** The land around Norway from Natural Earth at 1:10 m, as a file of the page: "land" is its address. */
const land: Plugin = {
  name: "land",
  resolveId: (id) => (id === "virtual:land" ? "\0land" : null),
  load(id) {
    if (id !== "\0land") return null;
    const atlas = JSON.parse(readFileSync(createRequire(import.meta.url).resolve("world-atlas/land-10m.json"), "utf8"));
    const world = feature(atlas, atlas.objects.land) as unknown as { features: { geometry: { type: string; coordinates: Point[][][] } }[] };
    const polygons = world.features.flatMap((one) => one.geometry.coordinates).map((rings) => rings.map(clipped).filter((ring) => ring.length > 3));
    const coordinates = polygons.filter((rings) => rings.length > 0).map((rings) => rings.map((ring) => [...ring, ring[0]]));
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
    rolldownOptions: { onwarn: (warning, warn) => (warning.code === "MODULE_LEVEL_DIRECTIVE" ? undefined : warn(warning)) },
  },
  worker: { format: "es" },
});
