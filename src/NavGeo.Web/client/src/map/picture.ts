import type { Map as GlMap } from "maplibre-gl";
import type { MapClass } from "../api";

export interface Caption {
  title: string;
  subtitle: string;
  legend: MapClass[];
  sources: string;
}

const line = 26;
const room = 14;
const patch = 28;
const apart = 18;
const family = '"Source Sans 3", sans-serif';

/** The view of the map with title, legend and sources beneath it, as a PNG. */
export async function pictureOf(map: GlMap, caption: Caption): Promise<Blob> {
  const shown = await frameOf(map);
  const scale = window.devicePixelRatio;
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d")!;
  context.font = `400 16px ${family}`;
  const places = legendPlaces(caption.legend, shown.width / scale - 2 * room, (label) => context.measureText(label).width);
  const rows = places.at(-1)![1] + 1;
  canvas.width = shown.width;
  canvas.height = shown.height + Math.round(((3 + rows) * line + 3 * room) * scale);
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(shown, 0, 0);
  context.scale(scale, scale);
  context.fillStyle = "#16212b";
  context.textBaseline = "middle";
  const top = shown.height / scale + room;
  context.font = `600 20px ${family}`;
  context.fillText(caption.title, room, top + line / 2, canvas.width / scale - 2 * room);
  context.font = `400 16px ${family}`;
  context.fillText(caption.subtitle, room, top + 1.5 * line, canvas.width / scale - 2 * room);
  for (const [index, one] of caption.legend.entries()) {
    const [x, row] = places[index]!;
    const y = top + (2 + row) * line;
    swatch(context, one, room + x, y + 6);
    context.fillStyle = "#16212b";
    context.fillText(one.label, room + x + patch, y + line / 2);
  }
  context.font = `400 12px ${family}`;
  context.fillText(caption.sources, room, top + (2.6 + rows) * line, canvas.width / scale - 2 * room);
  return new Promise((done, fail) => canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error("no picture"))), "image/png"));
}

/** Where each entry of the legend begins, and in which row: a new row where the last is full. */
function legendPlaces(legend: MapClass[], width: number, measure: (label: string) => number): [x: number, row: number][] {
  let [x, row] = [0, 0];
  return legend.map((one) => {
    const wide = patch + measure(one.label);
    if (x > 0 && x + wide > width) [x, row] = [0, row + 1];
    const place: [number, number] = [x, row];
    x += wide + apart;
    return place;
  });
}

function swatch(context: CanvasRenderingContext2D, one: MapClass, x: number, y: number): void {
  context.fillStyle = one.colour;
  context.fillRect(x, y, 22, 14);
  if (one.hatch) {
    context.save();
    context.beginPath();
    context.rect(x, y, 22, 14);
    context.clip();
    context.strokeStyle = one.hatch;
    context.beginPath();
    for (let start = -8; start < 22; start += 6) {
      context.moveTo(x + start, y + 14);
      context.lineTo(x + start + 14, y);
    }
    context.stroke();
    context.restore();
  }
  context.strokeStyle = "#37424c";
  context.strokeRect(x, y, 22, 14);
}

/** The map's own drawing is gone after each frame: it is copied in the frame it is made in. */
function frameOf(map: GlMap): Promise<HTMLCanvasElement> {
  return new Promise((done) => {
    map.once("render", () => {
      const from = map.getCanvas();
      const copy = document.createElement("canvas");
      copy.width = from.width;
      copy.height = from.height;
      copy.getContext("2d")!.drawImage(from, 0, 0);
      done(copy);
    });
    map.triggerRepaint();
  });
}
