import { Button } from "@navikt/ds-react";
import type { Map as GlMap } from "maplibre-gl";
import { useTexts } from "../texts";
import { boundsOf } from "./deskMap";

/** Nearer, farther, and all of it. */
export function Zooms({ map, ground }: { map: GlMap | null; ground: GeoJSON.FeatureCollection | null }) {
  const texts = useTexts();
  const ways: [name: string, sign: string, move: () => void][] = [
    ["zoomIn", "+", () => map?.zoomIn()],
    ["zoomOut", "−", () => map?.zoomOut()],
    ["wholeCase", "⌂", () => ground && map?.fitBounds(boundsOf(ground), { padding: 12 })],
  ];
  return (
    <div className="zoom">
      {ways.map(([name, sign, move]) => <Button key={name} type="button" size="small" variant="secondary-neutral" aria-label={texts.say(name)} onClick={move}>{sign}</Button>)}
    </div>
  );
}
