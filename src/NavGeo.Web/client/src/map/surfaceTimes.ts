import type { Map as GlMap } from "maplibre-gl";
import { addressOf } from "../api";
import { surfaceLayers } from "./layers";
import { noAccess } from "./classes";

/** What the map is to show. */
export interface Asked {
  /** Stands for the travel times of the structure. */
  surface: string;
  structure: string;
  /** The way to this site alone; to the nearest open one where null. */
  site: string | null;
  /** Stands for the times before the last step, where the change is held against them; null for today. */
  before: string | null;
}

/** Squares are fetched for the view and some room around it from this zoom on, and for the whole case from farther off. */
const closeZoom = 9;
const roomInTiles = 1;
const source = { source: "surface", sourceLayer: "surface" };

interface View {
  zoom: number;
  /** West, north, east, south in tiles of the close zoom; null for everything. */
  around: [number, number, number, number] | null;
}

/**
 * Lays times over the tiles of today: only the squares that differ are fetched, and only those that differ from what is shown
 * are drawn anew. Tiles stay as they are, so that an edit costs the map one frame.
 */
export class SurfaceTimes {
  private asked: Asked | null = null;
  private readonly shown = new Map<number, number>();
  /** Address of what is shown, or on its way. */
  private address: string | null = null;
  private covered: View | null = null;

  constructor(
    private readonly map: GlMap,
    private readonly today: string,
  ) {
    map.on("moveend", () => this.look());
  }

  show(asked: Asked): void {
    this.asked = asked;
    this.covered = null;
    this.look();
  }

  private look(): void {
    if (!this.asked) return;
    const view = viewOf(this.map);
    if (this.covered && covers(this.covered, view)) return;
    this.covered = view;
    const { surface, structure, site, before } = this.asked;
    if (site === null && surface === this.today && (before ?? surface) === surface) {
      this.address = null;
      return this.lay(new Map());
    }
    const address = addressOf("/tiles/changes/{zoom}", { path: { zoom: view.zoom }, query: { structure, surface, ...(site !== null && { site }), ...(before !== null && { before }), around: view.around ?? [] } });
    if (address === this.address) return;
    this.address = address;
    void fetch(address)
      .then((response) => (response.ok ? response.arrayBuffer() : Promise.reject(new Error(response.statusText))))
      .then((bytes) => this.address === address && this.lay(read(bytes)))
      .catch(() => {
        // The server is away: the next answer asks again.
        if (this.address === address) this.address = this.covered = null;
      });
  }

  private lay(times: Map<number, number>): void {
    for (const id of this.shown.keys()) {
      if (times.has(id)) continue;
      this.map.removeFeatureState({ ...source, id });
      this.shown.delete(id);
    }
    for (const [id, packed] of times) {
      if (this.shown.get(id) === packed) continue;
      this.map.setFeatureState({ ...source, id }, stateOf(packed));
      this.shown.set(id, packed);
    }
    for (const layer of surfaceLayers) {
      if (this.map.getLayoutProperty(layer, "visibility") === "none") this.map.setLayoutProperty(layer, "visibility", "visible");
    }
  }
}

/** Number and value of each square, as the server packs them. */
function read(bytes: ArrayBuffer): Map<number, number> {
  const all = new DataView(bytes);
  const times = new Map<number, number>();
  for (let at = 0; at < all.byteLength; at += 8) times.set(all.getInt32(at, true), all.getUint32(at + 4, true));
  return times;
}

/** From the low bits: the class of the change and of the time, and tenths of a minute, each one more than it is. */
function stateOf(packed: number): { change: number; class: number; minutes: number } {
  const tenths = packed >>> 16;
  return { change: (packed & 0xff) - 1, class: ((packed >>> 8) & 0xff) - 1, minutes: tenths === 0 ? noAccess : (tenths - 1) / 10 };
}

function viewOf(map: GlMap): View {
  const zoom = Math.floor(map.getZoom());
  if (zoom < closeZoom) return { zoom, around: null };
  const shown = map.getBounds();
  const [west, north] = tileOf(shown.getWest(), shown.getNorth());
  const [east, south] = tileOf(shown.getEast(), shown.getSouth());
  return { zoom: closeZoom, around: [west - roomInTiles, north - roomInTiles, east + roomInTiles, south + roomInTiles] };
}

/** Whether what was fetched for one view has all that another one shows. */
function covers(fetched: View, view: View): boolean {
  if (fetched.zoom !== view.zoom) return false;
  if (!fetched.around || !view.around) return true;
  const [west, north, east, south] = fetched.around;
  const room = roomInTiles;
  return view.around[0] + room >= west && view.around[1] + room >= north && view.around[2] - room <= east && view.around[3] - room <= south;
}

/** The tile of the close zoom with a point. */
function tileOf(longitude: number, latitude: number): [number, number] {
  const side = 2 ** closeZoom;
  const y = Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360));
  return [Math.floor(((longitude + 180) / 360) * side), Math.floor((0.5 - y / (2 * Math.PI)) * side)];
}
