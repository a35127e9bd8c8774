import { useEffect, useMemo, useRef, useState } from "react";
import { LngLatBounds, Map as GlMap, setWorkerUrl, type GeoJSONSource, type MapMouseEvent } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import { Button } from "@navikt/ds-react";
import { addressOf, get, type CaseInfo, type MapMode, type OfficeLine, type SiteLine, type Trip } from "../api";
import { mark } from "../marks";
import { municipalityName } from "../names";
import { useOpened } from "../useMeeting";
import type { Camera } from "./camera";
import { dragSites, type Dragged } from "./dragSites";
import type { Drawn } from "./drawn";
import { siteFeaturesOf } from "./siteFeatures";
import { HoverCard, SiteCard, VisitCard, type Hovered, type Visit } from "./HoverCard";
import { showBackground } from "./background";
import { noAccess } from "./classes";
import { setTiles } from "./freshTiles";
import { empty, linesLayers, litLayers, pointRim, signLayers, roadTiles, styleOf, surfaceColour, visitLayers } from "./layers";
import { drawSigns } from "./signs";
import { SurfaceTimes } from "./surfaceTimes";

setWorkerUrl(workerUrl);

interface Props {
  /** Stands for the travel times of the structure. */
  surface: string;
  structure: string;
  /** Show the way to this site alone; to the nearest open one where null. */
  onlySite: string | null;
  sites: SiteLine[];
  offices: OfficeLine[];
  mode: MapMode;
  /** Stands for the times before the last step. */
  before: string | null;
  drawn: Drawn;
  /** Number of the edit that is lit up; null for none. */
  lit: number | null;
  /** Letters for who sits six metres away. */
  isLarge: boolean;
  /** A site that is asked about: where from and where to. */
  asked: Dragged | null;
  onDrop: (dragged: Dragged) => void;
  trip: Trip | null;
  /** Corners of a link that is being drawn; null where none is. */
  drawing: [number, number][] | null;
  camera: Camera;
  /** Kartverket's map beneath the times; asked for only while it is true. */
  hasBackground: boolean;
  onBackgroundFailed: () => void;
  label: string;
  onMap?: (map: GlMap) => void;
  onPlace: (place: number) => void;
  onRoad: (name: string, longitude: number, latitude: number) => void;
  onDraw: (longitude: number, latitude: number) => void;
}

const clickReach = 5;
const restMilliseconds = 150;
const narrow = 560;

/** How much larger signs are in the room mode. */
const largeSigns = 1.6;

const zooms: [name: string, sign: string, move: (map: GlMap, info: CaseInfo) => void][] = [
  ["zoomIn", "+", (map) => map.zoomIn()],
  ["zoomOut", "−", (map) => map.zoomOut()],
  ["wholeCase", "⌂", (map, info) => map.fitBounds(info.bounds, { padding: roomAround(map.getContainer()) })],
];

/** A map of one structure. All it can do, the lists beside it can too. */
export function MeetingMap(props: Props) {
  const { surface, structure, onlySite, sites, mode, before, drawn, lit, isLarge, asked, trip, drawing, hasBackground } = props;
  const opened = useOpened();
  const { info, answer: { roadCount, version }, texts } = opened;
  const box = useRef<HTMLDivElement>(null);
  const map = useRef<GlMap | null>(null);
  const latest = useRef({ ...props, ...opened });
  const [isReady, setReady] = useState(false);
  const [hover, setHover] = useState<Hovered | null>(null);
  const [visit, setVisit] = useState<Visit | null>(null);
  const [pointedSite, setPointedSite] = useState<string | null>(null);
  const [dragged, setDragged] = useState<Dragged | null>(null);
  latest.current = { ...props, ...opened };
  const siteFeatures = useMemo(() => siteFeaturesOf(info), [info]);

  useEffect(() => {
    const first = latest.current;
    const gl = new GlMap({
      container: box.current!,
      attributionControl: false,
      bounds: new LngLatBounds(info.bounds),
      fitBoundsOptions: { padding: roomAround(box.current!) },
      dragRotate: false,
      pitchWithRotate: false,
      fadeDuration: 0,
      maxZoom: 15,
      style: styleOf(info, first.mode, roadTiles(roadCount)),
    });
    map.current = gl;
    gl.touchZoomRotate.disableRotation();
    gl.getCanvas().setAttribute("aria-label", first.label);
    drawSigns(gl);
    const leave = first.camera.join(gl);
    const letGo = dragSites(gl, {
      placeOf: (id) => {
        const found = latest.current.sites.find((one) => one.id === id);
        return found ? [found.longitude, found.latitude] : null;
      },
      onDrag: setDragged,
      onDrop: (end) => {
        setDragged(null);
        latest.current.onDrop(end);
      },
    });
    let resting: number | undefined;
    gl.on("click", (event) => click(gl, event));
    gl.on("mousemove", (event) => {
      const found = gl.queryRenderedFeatures(event.point, { layers: ["cells", "points", "roads", "sites", ...visitLayers] });
      gl.getCanvas().style.cursor = latest.current.drawing ? "crosshair" : found[0]?.layer.id === "sites" ? "grab" : found.length > 0 ? "pointer" : "";
      setPointedSite((found.find((feature) => feature.layer.id === "sites")?.properties.id as string | undefined) ?? null);
      const cell = found.find((feature) => feature.source === "surface");
      window.clearTimeout(resting);
      setVisit((found.find((feature) => feature.source === "visits")?.properties as Visit | undefined) ?? null);
      if (latest.current.mode === "visits") return setHover(null);
      if (!cell) return setHover(null);
      const place = cell.properties.place as number;
      const minutes = (cell.state.minutes ?? cell.properties.minutes ?? noAccess) as number;
      setHover((now) => (now?.place === place && now.minutes === minutes ? now : { place, people: cell.properties.people as number | undefined, minutes, trip: null }));
      resting = window.setTimeout(() => {
        void get("/api/trips/{place}", { path: { place }, query: { structure: latest.current.structure, ...(latest.current.onlySite !== null && { site: latest.current.onlySite }) } }).then((found) =>
          setHover((now) => (now?.place === place ? { ...now, trip: found } : now)));
      }, restMilliseconds);
    });
    gl.on("mouseout", () => {
      window.clearTimeout(resting);
      setHover(null);
      setVisit(null);
      setPointedSite(null);
    });
    gl.on("idle", () => mark("painted"));
    gl.once("load", () => {
      setReady(true);
      latest.current.onMap?.(gl);
    });
    return () => {
      leave();
      letGo();
      gl.remove();
      map.current = null;
    };
    // Made once: of the case only its texts change, with the language, and the map shows none of them.
  }, []);

  const click = (gl: GlMap, event: MapMouseEvent) => {
    const { x, y } = event.point;
    if (latest.current.drawing) return latest.current.onDraw(event.lngLat.lng, event.lngLat.lat);
    const roads = gl.queryRenderedFeatures([[x - clickReach, y - clickReach], [x + clickReach, y + clickReach]], { layers: ["roads", "ferries"] });
    const road = roads[0]?.properties as { name?: string } | undefined;
    if (road) latest.current.onRoad(road.name ?? "", event.lngLat.lng, event.lngLat.lat);
    const place = gl.queryRenderedFeatures(event.point, { layers: ["cells", "points"] })[0]?.properties.place;
    // The way by car is not what is asked about.
    if (typeof place === "number" && latest.current.mode !== "visits") latest.current.onPlace(place);
  };

  const times = useRef<SurfaceTimes | null>(null);
  useEffect(() => {
    if (!isReady) return;
    times.current ??= new SurfaceTimes(map.current!, info.surface);
    times.current.show({ surface, structure, site: onlySite, before: mode === "step" ? before : null });
  }, [isReady, info, surface, structure, onlySite, mode, before]);
  const shownRoads = useRef(roadCount);
  useEffect(() => {
    const gl = map.current;
    if (!gl || !isReady || shownRoads.current === roadCount) return;
    return setTiles(gl, "roads", roadTiles(roadCount), () => (shownRoads.current = roadCount));
  }, [isReady, roadCount]);

  useEffect(() => {
    const gl = map.current;
    if (!gl || !isReady || !hasBackground) return;
    return showBackground(gl, () => latest.current.onBackgroundFailed());
  }, [isReady, hasBackground]);

  useEffect(() => {
    const gl = map.current;
    if (!gl || !isReady) return;
    gl.setPaintProperty("cells", "fill-color", surfaceColour(info, mode));
    gl.setPaintProperty("points", "circle-color", surfaceColour(info, mode));
    const rim = pointRim(info, mode);
    gl.setPaintProperty("points", "circle-stroke-color", rim["circle-stroke-color"]);
    gl.setPaintProperty("points", "circle-stroke-width", rim["circle-stroke-width"]);
    for (const { id } of linesLayers(info)) gl.setLayoutProperty(id, "visibility", mode === "times" || mode === "visits" ? "none" : "visible");
  }, [isReady, info, mode]);
  useEffect(() => {
    fill("visits", mode === "visits" ? new URL(addressOf("/api/visits/layers/{structure}", { path: { structure } }), location.href).href : empty);
  }, [isReady, mode, structure, version]);

  const fill = (name: string, data: Parameters<GeoJSONSource["setData"]>[0]) => {
    if (isReady) (map.current?.getSource(name) as GeoJSONSource | undefined)?.setData(data);
  };
  // Most answers leave the sites where they are, and laying them out again costs as much as the rest of the frame.
  const siteText = useMemo(() => JSON.stringify(siteFeatures(sites, texts)), [sites, texts, siteFeatures]);
  useEffect(() => fill("sites", JSON.parse(siteText) as ReturnType<typeof siteFeatures>), [isReady, siteText]);
  useEffect(() => fill("drawn", drawn), [isReady, drawn]);
  useEffect(() => {
    if (!map.current || !isReady) return;
    for (const [layer, kind] of litLayers) map.current.setFilter(layer, ["all", ["==", ["get", "number"], lit ?? -1], ["==", ["geometry-type"], kind]]);
  }, [isReady, lit]);
  useEffect(() => {
    if (!map.current || !isReady) return;
    for (const layer of signLayers) map.current.setLayoutProperty(layer, "icon-size", isLarge ? largeSigns : 1);
    map.current.resize();
  }, [isReady, isLarge]);
  const ghost = dragged ?? asked;
  useEffect(() => fill("ghost", ghost ? ghostOf(ghost) : empty), [isReady, ghost]);
  useEffect(() => fill("trip", trip && trip.line.length > 1 ? lineOf(trip.line) : empty), [isReady, trip]);
  useEffect(() => {
    const points = (drawing ?? []).map((at) => ({ type: "Feature" as const, properties: {}, geometry: { type: "Point" as const, coordinates: at } }));
    fill("drawing", { type: "FeatureCollection", features: drawing && drawing.length > 1 ? [...points, lineOf(drawing)] : points });
  }, [isReady, drawing]);

  const site = sites.find((one) => one.id === pointedSite);
  const office = site && props.offices.find((one) => one.name === site.office);
  const host = office?.host ? municipalityName(info, office.host) : null;
  return (
    <div className="map">
      <div className="gl" ref={box} />
      <div className="zoom">
        {zooms.map(([name, sign, move]) => (
          <Button key={name} size="small" variant="secondary-neutral" aria-label={texts.say(name)}
            onClick={() => {
              props.camera.onHand();
              if (map.current) move(map.current, info);
            }}>{sign}</Button>
        ))}
      </div>
      {site ? <SiteCard site={site} office={office} host={host} /> : visit ? <VisitCard visit={visit} sites={sites} /> : hover && <HoverCard hovered={hover} mode={mode} site={sites.find((one) => one.id === onlySite)?.name ?? null} />}
    </div>
  );
}

/** The tools lie over the top of the map; where it is narrow they stand above it. */
function roomAround(box: HTMLElement): { top: number; bottom: number; left: number; right: number } {
  return box.clientWidth < narrow ? { top: 12, bottom: 12, left: 12, right: 56 } : { top: 64, bottom: 28, left: 28, right: 28 };
}

/** The way a site is being moved, and where it would come to stand. */
function ghostOf({ from, to }: Dragged) {
  return { type: "FeatureCollection" as const, features: [lineOf([from, to]), { type: "Feature" as const, properties: {}, geometry: { type: "Point" as const, coordinates: to } }] };
}

function lineOf(coordinates: number[][]) {
  return { type: "Feature" as const, properties: {}, geometry: { type: "LineString" as const, coordinates } };
}
