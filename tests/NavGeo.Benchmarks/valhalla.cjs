// Measures Valhalla for peers.sh: valhalla.cjs EXTRACT.osm.pbf WEST,SOUTH,EAST,NORTH SOURCES TARGETS WORK_FOLDER
// Places are drawn in the box, the same for the same numbers; Valhalla moves each to its nearest road.
// Prints "name milliseconds" lines. One process, one thread while it answers.
const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { Actor } = require('@valhallajs/valhallajs');

const [extract, box, sources, targets, work] = process.argv.slice(2);
const [west, south, east, north] = box.split(',').map(Number);
const cli = path.join(path.dirname(require.resolve('@valhallajs/valhallajs')), 'bin', 'valhalla-cli.js');
const tiles = path.join(work, 'tiles');
fs.mkdirSync(tiles, { recursive: true });
const config = JSON.parse(execFileSync('node', [cli, 'build_config', '--mjolnir-tile-dir', tiles]));
delete config.mjolnir.tile_extract;
config.mjolnir.concurrency = 1;
for (const key of ['max_matrix_location_pairs', 'max_locations']) config.service_limits.auto[key] = 100000000;
config.service_limits.auto.max_matrix_distance = 5000000;
const file = path.join(work, 'valhalla.json');
fs.writeFileSync(file, JSON.stringify(config));
let start = performance.now();
execFileSync('node', [cli, 'build_tiles', '-c', file, extract], { stdio: 'ignore' });
console.log('order_and_build', performance.now() - start);

let state = 1;
const draw = () => (state = (state * 48271) % 2147483647) / 2147483647;
const places = (count) => Array.from({ length: Number(count) }, () => ({ lon: west + draw() * (east - west), lat: south + draw() * (north - south) }));

(async () => {
  const actor = await Actor.fromConfigFile(file);
  const question = { sources: places(sources), targets: places(targets), costing: 'auto', verbose: false };
  const runs = [];
  let answer;
  for (let run = 0; run < 3; run++) {
    start = performance.now();
    answer = await actor.matrix(question);
    runs.push(performance.now() - start);
  }
  runs.sort((a, b) => a - b);
  console.log(`${sources}_x_${targets}`, runs[1]);
  const times = (answer.sources_to_targets.durations ?? answer.sources_to_targets).flat();
  console.error(`${times.filter((t) => typeof t === 'number').length} of ${times.length} pairs have a way`);
})();
