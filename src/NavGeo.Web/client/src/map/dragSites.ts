import type { Map as GlMap } from "maplibre-gl";

/** Where a site is dragged from and to. */
export interface Dragged {
  site: string;
  from: [longitude: number, latitude: number];
  to: [longitude: number, latitude: number];
}

interface Pointer {
  id: number;
  site: string;
  x: number;
  y: number;
  /** Moved so far that it is meant. */
  isMeant: boolean;
}

/** Nearer than this to where it began a movement is a tremor, pixels: a finger trembles more than a mouse. */
const threshold = { mouse: 6, touch: 14, pen: 10 };

/**
 * Lets a site be dragged by mouse, finger or pen, one at a time: the pointer that began is the one that ends it, wherever it is
 * let go of. What is dragged is only shown (`onDrag`) and, let go of on the map, asked about (`onDrop`); nothing is changed here.
 * The list of sites does the same for the keyboard. Gives what ends it.
 */
export function dragSites(
  map: GlMap,
  { placeOf, onDrag, onDrop }: {
    placeOf: (site: string) => [number, number] | null;
    onDrag: (dragged: Dragged | null) => void;
    onDrop: (dragged: Dragged) => void;
  },
): () => void {
  const box = map.getContainer();
  let held: Pointer | null = null;
  // A click that ends a dragging is none, and a press on a site begins no movement of the map.
  let isClickOver = false;

  const at = ({ clientX, clientY }: PointerEvent): [number, number] => {
    const room = box.getBoundingClientRect();
    return [clientX - room.left, clientY - room.top];
  };
  const dragged = (pointer: Pointer, event: PointerEvent): Dragged | null => {
    const from = placeOf(pointer.site);
    if (!from) return null;
    const { lng, lat } = map.unproject(at(event));
    return { site: pointer.site, from, to: [lng, lat] };
  };
  const down = (event: PointerEvent) => {
    isClickOver = false;
    // A second finger means the map, and what the first one has begun is off.
    if (held) return event.pointerType === "touch" ? stop() : undefined;
    if (event.button !== 0 || !(event.target as HTMLElement).closest("canvas")) return;
    const [x, y] = at(event);
    const site = map.queryRenderedFeatures([x, y], { layers: ["sites"] })[0]?.properties.id as string | undefined;
    if (site !== undefined) held = { id: event.pointerId, site, x, y, isMeant: false };
  };
  const move = (event: PointerEvent) => {
    if (held?.id !== event.pointerId) return;
    const [x, y] = at(event);
    held.isMeant ||= Math.hypot(x - held.x, y - held.y) > (threshold[event.pointerType as keyof typeof threshold] ?? threshold.mouse);
    if (held.isMeant) onDrag(dragged(held, event));
  };
  const up = (event: PointerEvent) => {
    if (held?.id !== event.pointerId) return;
    const [pointer, room, [x, y]] = [held, box.getBoundingClientRect(), at(event)];
    const isOnMap = x >= 0 && y >= 0 && x <= room.width && y <= room.height;
    stop();
    if (!pointer.isMeant) return;
    isClickOver = true;
    const end = dragged(pointer, event);
    if (isOnMap && end) onDrop(end);
  };
  const cancel = (event: PointerEvent) => {
    if (held?.id === event.pointerId) stop();
  };
  const stop = () => {
    if (held?.isMeant) onDrag(null);
    held = null;
  };
  const key = (event: KeyboardEvent) => {
    if (event.key === "Escape") stop();
  };
  const keep = (event: Event) => {
    if (held && !("touches" in event && (event as TouchEvent).touches.length > 1)) event.stopPropagation();
  };
  const click = (event: Event) => {
    if (isClickOver) event.stopPropagation();
    isClickOver = false;
  };
  const kept = ["mousedown", "touchstart", "touchmove"];
  box.addEventListener("pointerdown", down, true);
  box.addEventListener("click", click, true);
  for (const name of kept) box.addEventListener(name, keep, true);
  window.addEventListener("pointermove", move);
  window.addEventListener("pointerup", up);
  window.addEventListener("pointercancel", cancel);
  window.addEventListener("blur", stop);
  window.addEventListener("keydown", key);
  return () => {
    box.removeEventListener("pointerdown", down, true);
    box.removeEventListener("click", click, true);
    for (const name of kept) box.removeEventListener(name, keep, true);
    window.removeEventListener("pointermove", move);
    window.removeEventListener("pointerup", up);
    window.removeEventListener("pointercancel", cancel);
    window.removeEventListener("blur", stop);
    window.removeEventListener("keydown", key);
  };
}
