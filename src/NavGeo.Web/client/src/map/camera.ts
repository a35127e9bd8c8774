import type { Map as GlMap } from "maplibre-gl";

/** Keeps several maps on the same place: whoever moves one moves all. */
export class Camera {
  private readonly maps = new Set<GlMap>();
  private isFollowing = false;

  /** Shows a box on every map, once they have taken the room they have now. */
  fit(bounds: [number, number, number, number]): void {
    requestAnimationFrame(() => {
      for (const map of this.maps) map.resize();
      const [first] = this.maps;
      first?.fitBounds(bounds, { padding: 24, animate: false });
    });
  }

  /** Takes a map in; it goes where the others are. */
  join(map: GlMap): () => void {
    const [first] = this.maps;
    if (first) map.jumpTo({ center: first.getCenter(), zoom: first.getZoom() });
    this.maps.add(map);
    const move = () => {
      if (this.isFollowing) return;
      this.isFollowing = true;
      for (const other of this.maps) if (other !== map) other.jumpTo({ center: map.getCenter(), zoom: map.getZoom() });
      this.isFollowing = false;
    };
    map.on("move", move);
    return () => {
      map.off("move", move);
      this.maps.delete(map);
    };
  }
}
