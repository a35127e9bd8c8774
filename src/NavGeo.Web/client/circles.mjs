// Fails where modules of the page, or folders of them, import each other in a circle.

import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("src", import.meta.url));
const modules = readdirSync(root, { recursive: true }).filter((file) => /\.tsx?$/.test(file));
const named = (path) => modules.find((file) => file.replace(/\.(d\.)?tsx?$/, "") === path);

const byModule = new Map(modules.map((file) => [file, importsOf(file)]));
const byFolder = new Map();
for (const [file, imports] of byModule) {
  // What lies beside the folders belongs to none: the page that puts them together, and what all of them use.
  const folder = dirname(file);
  if (folder === ".") continue;
  const others = imports.map((one) => dirname(one)).filter((one) => one !== "." && one !== folder);
  byFolder.set(folder, [...(byFolder.get(folder) ?? []), ...others]);
}

function importsOf(file) {
  const text = readFileSync(join(root, file), "utf8");
  const paths = [...text.matchAll(/(?:from|import)\s*\(?\s*"(\.[^"]*)"/g)].map(([, path]) => relative(root, join(root, dirname(file), path)));
  return paths.map(named).filter((one) => one !== undefined);
}

/** The first way back to where it began; null where there is none. */
function circleIn(arrows) {
  const done = new Set();
  const walk = (at, way) => {
    if (way.includes(at)) return [...way.slice(way.indexOf(at)), at];
    if (done.has(at)) return null;
    for (const next of arrows.get(at) ?? []) {
      const circle = walk(next, [...way, at]);
      if (circle) return circle;
    }
    done.add(at);
    return null;
  };
  for (const start of arrows.keys()) {
    const circle = walk(start, []);
    if (circle) return circle;
  }
  return null;
}

const circles = [byModule, byFolder].map(circleIn).filter((circle) => circle !== null);
for (const circle of circles) console.error("error: import circle: " + circle.join(" → "));
if (circles.length > 0) process.exit(1);
