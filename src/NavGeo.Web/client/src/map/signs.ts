import type { Map as GlMap } from "maplibre-gl";

/** Letters are drawn at twice the size, for screens that show them so. */
const sharpness = 2;
const family = '"Source Sans 3", sans-serif';

/** An empty picture of a site's size: where one stands no sign does. */
export const roomForSite = "room";
const siteSide = 22;

interface Look {
  size: number;
  weight: number;
  colour: string;
  /** Fill behind the letters; none for letters with a light rim. */
  plate?: string;
}

const looks: Record<string, Look> = {
  trunk: { size: 14, weight: 600, colour: "#ffffff", plate: "#1d6b45" },
  county: { size: 13, weight: 600, colour: "#16212b", plate: "#ffffff" },
  ferry: { size: 14, weight: 600, colour: "#1f5f86" },
  area: { size: 15, weight: 400, colour: "#5c5346" },
  site: { size: 19, weight: 600, colour: "#16212b" },
  closed: { size: 17, weight: 600, colour: "#4c5861" },
};

/** Texts on the map are pictures drawn here, named "look:text": the page brings no glyph files and asks nobody for any. */
export function drawSigns(map: GlMap): void {
  map.setMissingStyleImageResolver((id) => {
    if (map.hasImage(id)) return;
    if (id === roomForSite) return void map.addImage(id, new ImageData(siteSide, siteSide));
    const at = id.indexOf(":");
    const look = looks[id.slice(0, at)];
    if (look) map.addImage(id, picture(id.slice(at + 1), look), { pixelRatio: sharpness });
  });
}

function picture(text: string, look: Look): ImageData {
  const canvas = document.createElement("canvas");
  let context = canvas.getContext("2d", { willReadFrequently: true })!;
  const font = `${look.weight} ${look.size * sharpness}px ${family}`;
  context.font = font;
  const room = (look.plate ? 5 : 3) * sharpness;
  canvas.width = Math.ceil(context.measureText(text).width) + 2 * room;
  canvas.height = Math.ceil(look.size * 1.3 * sharpness) + (look.plate ? 2 * sharpness : 2 * room);
  context = canvas.getContext("2d", { willReadFrequently: true })!;
  context.font = font;
  context.textBaseline = "middle";
  context.lineJoin = "round";
  if (look.plate) {
    context.fillStyle = look.plate;
    context.strokeStyle = look.plate === "#ffffff" ? "#16212b" : "#ffffff";
    context.lineWidth = 1.5 * sharpness;
    context.beginPath();
    context.roundRect(sharpness, sharpness, canvas.width - 2 * sharpness, canvas.height - 2 * sharpness, 4 * sharpness);
    context.fill();
    context.stroke();
  } else {
    context.strokeStyle = "rgb(255 255 255 / 92%)";
    context.lineWidth = 4 * sharpness;
    context.strokeText(text, room, canvas.height / 2);
  }
  context.fillStyle = look.colour;
  context.fillText(text, room, canvas.height / 2 + (look.plate ? sharpness : 0));
  return context.getImageData(0, 0, canvas.width, canvas.height);
}
