import { useEffect, useRef, useState } from "react";
import { LngLatBounds, Map as GlMap, Marker, setWorkerUrl, type ExpressionSpecification, type GeoJSONSource } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import { Button } from "@navikt/ds-react";
import type { Answer, CaseInfo, Times, Trip } from "../api";
import { useTexts } from "../texts";
import { shieldsOf, type RoadCollection } from "./shields";
import { changeClass, changeClasses, noAccess, noAccessColour, timeClass } from "./classes";

setWorkerUrl(workerUrl);

export type MapMode = "times" | "change";

interface Props {
  info: CaseInfo;
  answer: Answer;
  times: Times;
  timesToday: Times;
  mode: MapMode;
  trip: Trip | null;
  onPlace: (place: number) => void;
  onRoad: (name: string, longitude: number, latitude: number) => void;
  onMoveSite: (site: string, longitude: number, latitude: number) => void;
}

const empty = { type: "FeatureCollection" as const, features: [] };
const clickReach = 5;

function colours(list: string[], otherwise: string): ExpressionSpecification {
  const pairs = list.flatMap((colour, index) => [index, colour]);
  return ["match", ["coalesce", ["feature-state", "c"], -2], noAccess, noAccessColour, ...pairs, otherwise] as unknown as ExpressionSpecification;
}

/** The map: cells by travel time, roads, sites that can be dragged. All it can do, the lists beside it can too. */
export function MeetingMap(props: Props) {
  const { info, answer, times, timesToday, mode, trip } = props;
  const texts = useTexts();
  const box = useRef<HTMLDivElement>(null);
  const map = useRef<GlMap | null>(null);
  const markers = useRef<Marker[]>([]);
  const latest = useRef(props);
  const [isReady, setReady] = useState(false);
  latest.current = props;

  useEffect(() => {
    const gl = new GlMap({
      container: box.current!,
      attributionControl: false,
      bounds: new LngLatBounds(info.bounds),
      fitBoundsOptions: { padding: 36 },
      dragRotate: false,
      pitchWithRotate: false,
      fadeDuration: 0,
      style: { version: 8, sources: {}, layers: [{ id: "land", type: "background", paint: { "background-color": "#f4f2ec" } }] },
    });
    map.current = gl;
    gl.touchZoomRotate.disableRotation();
    gl.getCanvas().setAttribute("aria-label", texts.say("map"));
    gl.on("load", () => {
      gl.addSource("cells", { type: "geojson", data: empty, generateId: true });
      gl.addSource("roads", { type: "geojson", data: empty, promoteId: "edge" });
      gl.addSource("trip", { type: "geojson", data: empty });
      gl.addLayer({ id: "cells", type: "fill", source: "cells", filter: ["==", ["geometry-type"], "Polygon"], paint: { "fill-opacity": 0.9 } });
      gl.addLayer({ id: "cell-rims", type: "line", source: "cells", filter: ["==", ["geometry-type"], "Polygon"], paint: { "line-color": "#ffffff", "line-width": 0.5, "line-opacity": 0.6 } });
      gl.addLayer({
        id: "points",
        type: "circle",
        source: "cells",
        filter: ["==", ["geometry-type"], "Point"],
        paint: {
          "circle-radius": ["interpolate", ["linear"], ["sqrt", ["get", "people"]], 0, 5, 10, 8, 60, 22],
          "circle-stroke-color": "#37424c",
          "circle-stroke-width": 0.8,
          "circle-opacity": 0.92,
        },
      });
      const isTrunk: ExpressionSpecification = ["in", ["get", "category"], ["literal", ["european", "national"]]];
      gl.addLayer({
        id: "roads",
        type: "line",
        source: "roads",
        filter: ["!", ["get", "ferry"]],
        layout: { "line-cap": "round" },
        paint: {
          "line-color": ["case", ["boolean", ["feature-state", "closed"], false], "#b3001b", isTrunk, "#3a3a3a", "#77736b"],
          "line-width": ["case", ["boolean", ["feature-state", "closed"], false], 6, isTrunk, 2.4, 1.2],
        },
      });
      gl.addLayer({ id: "ferries", type: "line", source: "roads", filter: ["get", "ferry"], paint: {
        "line-color": ["case", ["boolean", ["feature-state", "closed"], false], "#b3001b", "#1f5f86"], "line-width": 2, "line-dasharray": [3, 2] } });
      gl.addLayer({ id: "trip", type: "line", source: "trip", layout: { "line-cap": "round", "line-join": "round" }, paint: { "line-color": "#005b82", "line-width": 6, "line-opacity": 0.8 } });
      gl.on("click", (event) => {
        const { x, y } = event.point;
        const roads = gl.queryRenderedFeatures([[x - clickReach, y - clickReach], [x + clickReach, y + clickReach]], { layers: ["roads", "ferries"] });
        const cells = gl.queryRenderedFeatures(event.point, { layers: ["cells", "points"] });
        const road = roads[0]?.properties as { road?: string; name?: string } | undefined;
        if (road) latest.current.onRoad(road.road ?? road.name ?? "", event.lngLat.lng, event.lngLat.lat);
        const place = cells[0]?.id;
        if (typeof place === "number") latest.current.onPlace(place);
      });
      gl.on("mousemove", (event) => {
        const found = gl.queryRenderedFeatures(event.point, { layers: ["cells", "points", "roads"] });
        gl.getCanvas().style.cursor = found.length > 0 ? "pointer" : "";
        const cell = found.find((feature) => feature.source === "cells");
        setHover(cell && typeof cell.id === "number" ? cell.id : null);
      });
      gl.on("mouseout", () => setHover(null));
      void fetch("api/layers/cells").then(async (response) => {
        (gl.getSource("cells") as GeoJSONSource).setData(await response.json());
        setReady(true);
      });
    });
    return () => gl.remove();
  }, [info]);

  const [hover, setHover] = useState<number | null>(null);

  useEffect(() => {
    const gl = map.current;
    if (!gl || !isReady) return;
    const list = mode === "times" ? info.classes.map((one) => one.colour) : changeClasses.map((one) => one.colour);
    gl.setPaintProperty("cells", "fill-color", colours(list, "rgba(0,0,0,0)"));
    gl.setPaintProperty("points", "circle-color", colours(list, "rgba(0,0,0,0)"));
    times.milliseconds.forEach((time, place) => {
      const isOutside = info.places[place]?.municipality === null;
      const index = mode === "times" ? timeClass(info.classes, time) : changeClass(timesToday.milliseconds[place]!, time);
      gl.setFeatureState({ source: "cells", id: place }, { c: isOutside ? -2 : index });
    });
  }, [isReady, info, times, timesToday, mode]);

  useEffect(() => {
    const gl = map.current;
    if (!gl || !isReady) return;
    const shields: Marker[] = [];
    void fetch("api/layers/roads").then(async (response) => {
      const roads = (await response.json()) as RoadCollection;
      (gl.getSource("roads") as GeoJSONSource).setData(roads as Parameters<GeoJSONSource["setData"]>[0]);
      for (const shield of shieldsOf(roads, info.bounds, latest.current.answer.sites)) shields.push(shield.addTo(gl));
    });
    return () => shields.forEach((shield) => shield.remove());
  }, [isReady, answer.roadCount, info]);

  const closed = answer.closedEdges.join(",");
  useEffect(() => {
    const gl = map.current;
    if (!gl || !isReady) return;
    gl.removeFeatureState({ source: "roads" });
    for (const edge of answer.closedEdges) gl.setFeatureState({ source: "roads", id: edge }, { closed: true });
  }, [isReady, closed, answer.roadCount]);

  useEffect(() => {
    const source = isReady ? (map.current?.getSource("trip") as GeoJSONSource | undefined) : undefined;
    source?.setData(trip && trip.line.length > 1
      ? { type: "Feature", properties: {}, geometry: { type: "LineString", coordinates: trip.line } }
      : empty);
  }, [isReady, trip]);

  useEffect(() => {
    const gl = map.current;
    if (!gl || !isReady) return;
    for (const marker of markers.current) marker.remove();
    markers.current = answer.sites.map((site) => {
      const element = document.createElement("div");
      element.className = "site" + (site.days === 0 ? " closed" : site.days < 5 ? " part" : "");
      element.title = site.days === 0 ? texts.say("siteClosed", site.name) : texts.say("openDays", site.name, site.days);
      const dot = document.createElement("span");
      dot.className = "dot";
      const label = document.createElement("span");
      label.className = "label";
      label.textContent = site.name.replace(/^NAV /, "");
      element.append(dot, label);
      const marker = new Marker({ element, draggable: true, anchor: "left", offset: [-11, 0] }).setLngLat([site.longitude, site.latitude]).addTo(gl);
      // The same is told, and done, in the list of sites.
      element.removeAttribute("tabindex");
      element.removeAttribute("role");
      element.removeAttribute("aria-label");
      element.setAttribute("aria-hidden", "true");
      marker.on("dragend", () => {
        const at = marker.getLngLat();
        latest.current.onMoveSite(site.id, at.lng, at.lat);
        marker.setLngLat([site.longitude, site.latitude]);
      });
      return marker;
    });
  }, [isReady, answer, texts]);

  const place = hover === null ? undefined : info.places[hover];
  const time = hover === null ? -1 : times.milliseconds[hover]!;
  const site = hover === null ? undefined : answer.sites[times.sites[hover]!];
  return (
    <div className="map">
      <div className="gl" ref={box} />
      <div className="zoom">
        <Button size="small" variant="secondary-neutral" aria-label={texts.say("zoomIn")} onClick={() => map.current?.zoomIn()}>+</Button>
        <Button size="small" variant="secondary-neutral" aria-label={texts.say("zoomOut")} onClick={() => map.current?.zoomOut()}>−</Button>
        <Button size="small" variant="secondary-neutral" aria-label={texts.say("wholeCase")} onClick={() => map.current?.fitBounds(info.bounds, { padding: 36 })}>⌂</Button>
      </div>
      {place && place.municipality && (
        <div className="hover" aria-hidden="true">
          <strong>{place.name ?? texts.say("unnamed", place.municipality)}</strong>
          <span>{time < 0 ? texts.say("noAccess") : `${texts.say("minutes", texts.one(time / 60_000))} ${texts.say("tripTo", site?.name ?? "")}`}</span>
          <span>{texts.whole(place.people)} {texts.say("people").toLowerCase()}</span>
        </div>
      )}
    </div>
  );
}
