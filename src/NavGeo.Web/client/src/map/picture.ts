import type { Map as GlMap } from "maplibre-gl";

export interface Caption {
  title: string;
  subtitle: string;
  legend: [colour: string, label: string][];
  sources: string;
}

const line = 26;
const room = 14;

/** The view of the map with title, legend and sources beneath it, as a PNG. */
export async function pictureOf(map: GlMap, caption: Caption): Promise<Blob> {
  const shown = await frameOf(map);
  const scale = window.devicePixelRatio;
  const canvas = document.createElement("canvas");
  canvas.width = shown.width;
  canvas.height = shown.height + Math.round((4 * line + 3 * room) * scale);
  const context = canvas.getContext("2d")!;
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(shown, 0, 0);
  context.scale(scale, scale);
  context.fillStyle = "#16212b";
  context.textBaseline = "middle";
  const top = shown.height / scale + room;
  const family = '"Source Sans 3", sans-serif';
  context.font = `600 20px ${family}`;
  context.fillText(caption.title, room, top + line / 2, canvas.width / scale - 2 * room);
  context.font = `400 16px ${family}`;
  context.fillText(caption.subtitle, room, top + 1.5 * line, canvas.width / scale - 2 * room);
  let x = room;
  for (const [colour, label] of caption.legend) {
    context.fillStyle = colour;
    context.fillRect(x, top + 2 * line + 6, 22, 14);
    context.strokeStyle = "#37424c";
    context.strokeRect(x, top + 2 * line + 6, 22, 14);
    context.fillStyle = "#16212b";
    context.fillText(label, x + 28, top + 2.5 * line);
    x += 46 + context.measureText(label).width;
  }
  context.font = `400 12px ${family}`;
  context.fillText(caption.sources, room, top + 3.6 * line, canvas.width / scale - 2 * room);
  return new Promise((done, fail) => canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error("no picture"))), "image/png"));
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
