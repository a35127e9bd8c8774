import type { Map as GlMap } from "maplibre-gl";
import type { SharedView } from "../api";

type Bounds = SharedView["bounds"];

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
