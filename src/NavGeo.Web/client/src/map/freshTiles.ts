import type { Map as GlMap, VectorTileSource } from "maplibre-gl";

/**
 * Gives a source other tiles once it has those it is fetching: a tile that is on its way when the address changes would be
 * kept as it comes, and the map would go on showing an edit that is no more. Gives what calls it off.
 */
export function setTiles(map: GlMap, source: string, tiles: string[], onSet: () => void): () => void {
  let isDone = false;
  const put = () => {
    if (isDone || !map.isSourceLoaded(source)) return;
    isDone = true;
    stop();
    (map.getSource(source) as VectorTileSource).setTiles(tiles);
    onSet();
  };
  const stop = () => {
    map.off("sourcedata", put);
    map.off("idle", put);
  };
  map.on("sourcedata", put);
  map.on("idle", put);
  put();
  return stop;
}
