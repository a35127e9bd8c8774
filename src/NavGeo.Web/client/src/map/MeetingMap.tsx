import { useEffect, useRef, useState } from "react";
import { LngLatBounds, Map as GlMap, setWorkerUrl, type GeoJSONSource, type MapMouseEvent, type VectorTileSource } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import { Button } from "@navikt/ds-react";
import { get, type CaseInfo, type SiteLine, type Trip } from "../api";
import { useTexts } from "../texts";
import type { Camera } from "./camera";
import { dragSites, siteFeatures } from "./dragSites";
import { HoverCard, type Hovered } from "./HoverCard";
import { empty, roadTiles, styleOf, surfaceColour, surfaceTiles, type MapMode } from "./layers";
import { drawSigns } from "./signs";

setWorkerUrl(workerUrl);

interface Props {
  info: CaseInfo;
  version: number;
  structure: string;
  /** Show the way to this site alone; to the nearest open one where null. */
  onlySite: string | null;
  sites: SiteLine[];
  closedEdges: number[];
  roadCount: number;
  mode: MapMode;
  trip: Trip | null;
  /** Corners of a link that is being drawn; null where none is. */
  drawing: [number, number][] | null;
  camera: Camera;
  label: string;
  onMap?: (map: GlMap) => void;
  onPlace: (place: number) => void;
  onRoad: (name: string, longitude: number, latitude: number) => void;
  onMoveSite: (site: string, longitude: number, latitude: number) => void;
  onDraw: (longitude: number, latitude: number) => void;
}

const clickReach = 5;
const restMilliseconds = 150;

/** A map of one structure. All it can do, the lists beside it can too. */
export function MeetingMap(props: Props) {
  const { info, version, structure, onlySite, sites, closedEdges, roadCount, mode, trip, drawing } = props;
  const texts = useTexts();
  const box = useRef<HTMLDivElement>(null);
  const map = useRef<GlMap | null>(null);
  const latest = useRef(props);
  const [isReady, setReady] = useState(false);
  const [hover, setHover] = useState<Hovered | null>(null);
  latest.current = props;

  useEffect(() => {
    const first = latest.current;
    const gl = new GlMap({
      container: box.current!,
      attributionControl: false,
      bounds: new LngLatBounds(info.bounds),
      fitBoundsOptions: { padding: 36 },
      dragRotate: false,
      pitchWithRotate: false,
      fadeDuration: 0,
      maxZoom: 15,
      style: styleOf(info, first.mode, surfaceTiles(first.version, first.structure, first.onlySite), roadTiles(first.roadCount)),
    });
    map.current = gl;
    gl.touchZoomRotate.disableRotation();
    gl.getCanvas().setAttribute("aria-label", first.label);
    drawSigns(gl);
    const leave = first.camera.join(gl);
    dragSites(gl, () => latest.current.sites, (site, longitude, latitude) => latest.current.onMoveSite(site, longitude, latitude));
    let resting: number | undefined;
    gl.on("click", (event) => click(gl, event));
    gl.on("mousemove", (event) => {
      const found = gl.queryRenderedFeatures(event.point, { layers: ["cells", "points", "roads", "sites"] });
      gl.getCanvas().style.cursor = latest.current.drawing ? "crosshair" : found[0]?.layer.id === "sites" ? "grab" : found.length > 0 ? "pointer" : "";
      const cell = found.find((feature) => feature.source === "surface");
      window.clearTimeout(resting);
      if (!cell) return setHover(null);
      const place = cell.id as number;
      setHover((now) => (now?.place === place ? now : { place, ...cell.properties, trip: null }));
      resting = window.setTimeout(() => {
        void get<Trip>(`trips/${place}?structure=${encodeURIComponent(latest.current.structure)}`).then((found) =>
          setHover((now) => (now?.place === place ? { ...now, trip: found } : now)));
      }, restMilliseconds);
    });
    gl.on("mouseout", () => {
      window.clearTimeout(resting);
      setHover(null);
    });
    gl.once("load", () => {
      setReady(true);
      latest.current.onMap?.(gl);
    });
    return () => {
      leave();
      gl.remove();
      setReady(false);
    };
  }, [info]);

  const click = (gl: GlMap, event: MapMouseEvent) => {
    const { x, y } = event.point;
    if (latest.current.drawing) return latest.current.onDraw(event.lngLat.lng, event.lngLat.lat);
    const roads = gl.queryRenderedFeatures([[x - clickReach, y - clickReach], [x + clickReach, y + clickReach]], { layers: ["roads", "ferries"] });
    const road = roads[0]?.properties as { name?: string } | undefined;
    if (road) latest.current.onRoad(road.name ?? "", event.lngLat.lng, event.lngLat.lat);
    const place = gl.queryRenderedFeatures(event.point, { layers: ["cells", "points"] })[0]?.id;
    if (typeof place === "number") latest.current.onPlace(place);
  };

  const shown = useRef({ surface: "", roads: "" });
  useEffect(() => {
    const gl = map.current;
    if (!gl || !isReady) return;
    const [surface, roads] = [surfaceTiles(version, structure, onlySite), roadTiles(roadCount)];
    if (shown.current.surface !== surface[0]) (gl.getSource("surface") as VectorTileSource).setTiles(surface);
    if (shown.current.roads !== roads[0]) (gl.getSource("roads") as VectorTileSource).setTiles(roads);
    shown.current = { surface: surface[0]!, roads: roads[0]! };
  }, [isReady, version, structure, onlySite, roadCount]);

  useEffect(() => {
    const gl = map.current;
    if (!gl || !isReady) return;
    gl.setPaintProperty("cells", "fill-color", surfaceColour(info, mode));
    gl.setPaintProperty("points", "circle-color", surfaceColour(info, mode));
  }, [isReady, info, mode]);

  const closed = closedEdges.join(",");
  useEffect(() => {
    const gl = map.current;
    if (!gl || !isReady) return;
    gl.removeFeatureState({ source: "roads", sourceLayer: "roads" });
    for (const id of closedEdges) gl.setFeatureState({ source: "roads", sourceLayer: "roads", id }, { closed: true });
  }, [isReady, closed, roadCount]);

  const fill = (name: string, data: Parameters<GeoJSONSource["setData"]>[0]) => {
    if (isReady) (map.current?.getSource(name) as GeoJSONSource | undefined)?.setData(data);
  };
  useEffect(() => fill("sites", siteFeatures(sites)), [isReady, sites]);
  useEffect(() => fill("trip", trip && trip.line.length > 1 ? lineOf(trip.line) : empty), [isReady, trip]);
  useEffect(() => {
    const points = (drawing ?? []).map((at) => ({ type: "Feature" as const, properties: {}, geometry: { type: "Point" as const, coordinates: at } }));
    fill("drawing", { type: "FeatureCollection", features: drawing && drawing.length > 1 ? [...points, lineOf(drawing)] : points });
  }, [isReady, drawing]);

  return (
    <div className="map">
      <div className="gl" ref={box} />
      <div className="zoom">
        <Button size="small" variant="secondary-neutral" aria-label={texts.say("zoomIn")} onClick={() => map.current?.zoomIn()}>+</Button>
        <Button size="small" variant="secondary-neutral" aria-label={texts.say("zoomOut")} onClick={() => map.current?.zoomOut()}>−</Button>
        <Button size="small" variant="secondary-neutral" aria-label={texts.say("wholeCase")} onClick={() => map.current?.fitBounds(info.bounds, { padding: 36 })}>⌂</Button>
      </div>
      {hover && <HoverCard hovered={hover} />}
    </div>
  );
}

function lineOf(coordinates: [number, number][]) {
  return { type: "Feature" as const, properties: {}, geometry: { type: "LineString" as const, coordinates } };
}
