import { Button } from "@navikt/ds-react";
import { LngLat, type Map as GlMap } from "maplibre-gl";
import { useTexts } from "../texts";
import { boundsOf } from "./deskMap";

/** From farther off, the middle of what is seen of Norway may lie in Sweden. */
const farZoom = 6;

/** The middle of a map; from far off that of what is chosen, or the municipality nearest to it. */
function middleOf(map: GlMap, ground: GeoJSON.FeatureCollection, chosen: string[]): LngLat {
  const { features } = ground;
  const middle = map.getCenter();
  if (map.getZoom() >= farZoom) return middle;
  const own = features.filter(({ properties }) => chosen.includes(properties?.number));
  if (own.length > 0) return boundsOf({ ...ground, features: own }).getCenter();
  const names = features.flatMap(({ properties, geometry }) => (properties?.kind === "name" && geometry.type === "Point" ? [LngLat.convert(geometry.coordinates as [number, number])] : []));
  return names.reduce((nearest, one) => (one.distanceTo(middle) < nearest.distanceTo(middle) ? one : nearest), names[0] ?? middle);
}

/** Nearer, farther, and all of it. */
export function Zooms({ map, ground, chosen = [] }: { map: GlMap | null; ground: GeoJSON.FeatureCollection | null; chosen?: string[] }) {
  const texts = useTexts();
  const ways: [name: string, sign: string, move: () => void][] = [
    ["zoomIn", "+", () => map && ground && map.easeTo({ zoom: map.getZoom() + 1, center: middleOf(map, ground, chosen) })],
    ["zoomOut", "−", () => map?.zoomOut()],
    ["wholeCase", "⌂", () => ground && map?.fitBounds(boundsOf(ground), { padding: 12 })],
  ];
  return (
    <div className="zoom">
      {ways.map(([name, sign, move]) => <Button key={name} type="button" size="small" variant="secondary-neutral" aria-label={texts.say(name)} onClick={move}>{sign}</Button>)}
    </div>
  );
}
