import type { Map as GlMap } from "maplibre-gl";
import type { SharedView } from "../api";

type Bounds = SharedView["bounds"];

/** What takes less of the view than this is gone to see, though it is in it. */
const leastShare = 1 / 20;

/** To the place and back, and how long there, milliseconds. */
const flight = 1200;
const stay = 2200;

/** Keeps several maps on the same place: whoever moves one moves all. */
export class Camera {
  /** Somebody has moved a map by hand. */
  onHand: () => void = () => {};
  /** The maps have come to rest on another place. */
  onRest: () => void = () => {};
  private readonly maps = new Set<GlMap>();
  private isFollowing = false;
  private wanted: Bounds | null = null;

  /** Shows a box on every map, once they have taken the room they have now. */
  fit(bounds: Bounds, padding = 24): void {
    if (this.maps.size === 0) this.wanted = bounds;
    requestAnimationFrame(() => {
      for (const map of this.maps) map.resize();
      const [first] = this.maps;
      first?.fitBounds(bounds, { padding, animate: false });
    });
  }

  /** Shows a box for a while and goes back, unless it is in view already, somebody moves the map meanwhile or wants nothing to move. */
  visit(box: Bounds): void {
    const [map] = this.maps;
    if (!map || matchMedia("(prefers-reduced-motion: reduce)").matches) return;
    const shown = map.getBounds();
    const isInView = shown.contains([box[0], box[1]]) && shown.contains([box[2], box[3]]);
    if (isInView && box[2] - box[0] > (shown.getEast() - shown.getWest()) * leastShare) return;
    const [center, zoom] = [map.getCenter(), map.getZoom()];
    const home = () => map.flyTo({ center, zoom, duration: flight });
    let isHandled = false;
    map.once("movestart", () => map.once("movestart", (event) => (isHandled ||= event.originalEvent !== undefined)));
    map.fitBounds(box, { padding: 90, maxZoom: Math.max(zoom, 10), duration: flight });
    window.setTimeout(() => {
      if (!isHandled && this.maps.has(map)) home();
    }, flight + stay);
  }

  /** What the maps show; null before there is one. */
  bounds(): Bounds | null {
    const [first] = this.maps;
    if (!first) return null;
    const shown = first.getBounds();
    return [shown.getWest(), shown.getSouth(), shown.getEast(), shown.getNorth()];
  }

  /** Takes a map in; it goes where the others are. */
  join(map: GlMap): () => void {
    const [first] = this.maps;
    if (first) map.jumpTo({ center: first.getCenter(), zoom: first.getZoom() });
    else if (this.wanted) map.fitBounds(this.wanted, { animate: false });
    this.wanted = null;
    this.maps.add(map);
    const move = () => {
      if (this.isFollowing) return;
      this.isFollowing = true;
      for (const other of this.maps) if (other !== map) other.jumpTo({ center: map.getCenter(), zoom: map.getZoom() });
      this.isFollowing = false;
    };
    const hand = (event: { originalEvent?: unknown }) => {
      if (event.originalEvent) this.onHand();
    };
    const rest = () => {
      if (map === [...this.maps][0]) this.onRest();
    };
    // A map that takes the place of another shows perhaps another part: the others have room for more or less of it.
    map.once("load", rest);
    map.on("move", move);
    map.on("movestart", hand);
    map.on("moveend", rest);
    return () => {
      map.off("move", move);
      map.off("movestart", hand);
      map.off("moveend", rest);
      this.maps.delete(map);
    };
  }
}
