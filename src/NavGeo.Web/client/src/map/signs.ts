import type { Map as GlMap } from "maplibre-gl";

/** Letters are drawn at twice the size, for screens that show them so. */
const sharpness = 2;
const family = '"Source Sans 3", sans-serif';

/** An empty picture of a site's size: where one stands no sign does. */
export const roomForSite = "room";
const siteSide = 22;

/** Name of the picture of slanting lines in a colour, which stands behind it. */
export const linesPrefix = "lines:";
const linesApart = 8;

interface Look {
  size: number;
  weight: number;
  colour: string;
  /** Fill behind the letters; none for letters with a light rim. */
  plate?: string;
  /** Neither: what it lies on is dark. */
  plain?: boolean;
}

const looks: Record<string, Look> = {
  trunk: { size: 14, weight: 600, colour: "#ffffff", plate: "#1d6b45" },
  county: { size: 13, weight: 600, colour: "#16212b", plate: "#ffffff" },
  ferry: { size: 14, weight: 600, colour: "#1f5f86" },
  boat: { size: 13, weight: 400, colour: "#1f5f86" },
  area: { size: 15, weight: 400, colour: "#5c5346" },
  place: { size: 13, weight: 400, colour: "#16212b" },
  // Room for a name that stands on the page above the map.
  pinned: { size: 18, weight: 600, colour: "rgb(0 0 0 / 0%)", plain: true },
  site: { size: 19, weight: 600, colour: "#16212b" },
  count: { size: 13, weight: 600, colour: "#ffffff", plain: true },
  new: { size: 15, weight: 600, colour: "#ffffff", plate: "#a2188f" },
  closed: { size: 17, weight: 600, colour: "#4c5861" },
};

/** Texts on the map are pictures drawn here, named "look:text": the page brings no glyph files and asks nobody for any. */
export function drawSigns(map: GlMap): void {
  map.setMissingStyleImageResolver((id) => {
    if (map.hasImage(id)) return;
    if (id === roomForSite) return void map.addImage(id, new ImageData(siteSide, siteSide));
    if (id.startsWith(linesPrefix)) return void map.addImage(id, lines(id.slice(linesPrefix.length)), { pixelRatio: sharpness });
    const at = id.indexOf(":");
    const look = looks[id.slice(0, at)];
    if (look) map.addImage(id, picture(id.slice(at + 1), look), { pixelRatio: sharpness });
  });
}

/** All signs are drawn on one sheet, one after the other: a sheet each would cost the opening of a large case seconds. */
const sheet = document.createElement("canvas").getContext("2d", { willReadFrequently: true })!;

/** A piece of hatching that fits to itself on all sides. */
function lines(colour: string): ImageData {
  const side = linesApart * sharpness;
  sheet.clearRect(0, 0, side, side);
  sheet.strokeStyle = colour;
  sheet.lineWidth = 1.2 * sharpness;
  sheet.beginPath();
  for (const shift of [-side, 0, side]) {
    sheet.moveTo(shift - side, 2 * side);
    sheet.lineTo(shift + 2 * side, -side);
  }
  sheet.stroke();
  return sheet.getImageData(0, 0, side, side);
}

function picture(text: string, look: Look): ImageData {
  const font = `${look.weight} ${look.size * sharpness}px ${family}`;
  sheet.font = font;
  const room = (look.plate ? 5 : 3) * sharpness;
  const width = Math.ceil(sheet.measureText(text).width) + 2 * room;
  const height = Math.ceil(look.size * 1.3 * sharpness) + (look.plate ? 2 * sharpness : 2 * room);
  if (sheet.canvas.width < width) sheet.canvas.width = width;
  if (sheet.canvas.height < height) sheet.canvas.height = height;
  // A sheet that has grown has forgotten its settings.
  sheet.font = font;
  sheet.textBaseline = "middle";
  sheet.lineJoin = "round";
  sheet.clearRect(0, 0, width, height);
  if (look.plate) {
    sheet.fillStyle = look.plate;
    sheet.strokeStyle = look.plate === "#ffffff" ? "#16212b" : "#ffffff";
    sheet.lineWidth = 1.5 * sharpness;
    sheet.beginPath();
    sheet.roundRect(sharpness, sharpness, width - 2 * sharpness, height - 2 * sharpness, 4 * sharpness);
    sheet.fill();
    sheet.stroke();
  } else if (!look.plain) {
    sheet.strokeStyle = "rgb(255 255 255 / 92%)";
    sheet.lineWidth = 4 * sharpness;
    sheet.strokeText(text, room, height / 2);
  }
  sheet.fillStyle = look.colour;
  sheet.fillText(text, room, height / 2 + (look.plate ? sharpness : 0));
  return sheet.getImageData(0, 0, width, height);
}
