import { useEffect, useRef } from "react";
import { Marker, type GeoJSONSource } from "maplibre-gl";
import { useTexts } from "../texts";
import type { Site } from "./desk";
import { useDeskMap } from "./deskMap";
import { Zooms } from "./Zooms";

interface Props {
  id: string;
  sites: Site[];
  /** A site was dragged there, latitude and longitude as they are written. */
  onMove: (site: Site, at: string) => void;
  /** Somebody pressed the map. */
  onAdd: (at: string) => void;
}

/** The sites of a case where they stand: dragged to where they lie, and added where the map is pressed. */
export default function SiteMap({ id, sites, onMove, onAdd }: Props) {
  const texts = useTexts();
  const { box, map, ground } = useDeskMap(`api/cases/${id}/map`);
  const latest = useRef({ onMove, onAdd });
  latest.current = { onMove, onAdd };
  useEffect(() => {
    if (!map) return;
    map.getCanvas().style.cursor = "crosshair";
    map.on("click", (event) => latest.current.onAdd(written(event.lngLat)));
  }, [map]);
  useEffect(() => {
    if (!map) return;
    const at = sites.map((site) => ({ type: "Feature" as const, properties: { name: site.name }, geometry: { type: "Point" as const, coordinates: [site.longitude, site.latitude] } }));
    void map.getSource<GeoJSONSource>("pinned")!.setData({ type: "FeatureCollection", features: at });
    const markers = sites.map((site) => {
      const element = document.createElement("div");
      element.className = "pin" + (site.isEstimated ? " about" : "");
      element.append(Object.assign(document.createElement("span"), { textContent: site.name }));
      // What is pressed is the site, not the map behind it.
      element.addEventListener("click", (event) => event.stopPropagation());
      const marker = new Marker({ element, draggable: true }).setLngLat([site.longitude, site.latitude]).addTo(map);
      // The list says and does the same; a marker has no place in the reading order.
      element.setAttribute("aria-hidden", "true");
      element.removeAttribute("role");
      element.removeAttribute("tabindex");
      marker.on("dragend", () => latest.current.onMove(site, written(marker.getLngLat())));
      return marker;
    });
    return () => markers.forEach((one) => one.remove());
  }, [map, sites]);
  return (
    <figure className="deskmap" aria-label={texts.say("start.siteMap")}>
      <figcaption>{texts.say("start.siteMap.help")}</figcaption>
      <div className="box" data-ready={map ? "" : undefined}><div className="gl" ref={box} role="presentation" /><Zooms map={map} ground={ground} /></div>
    </figure>
  );
}

function written({ lat, lng }: { lat: number; lng: number }): string {
  return `${lat.toFixed(5)}, ${lng.toFixed(5)}`;
}
