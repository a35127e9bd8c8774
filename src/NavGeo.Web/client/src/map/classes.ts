import type { TravelClass } from "../api";

/** No open site is reached. */
export const noAccess = -1;

export interface MapClass {
  colour: string;
  /** Key of the phrase and its value. */
  label: [string, number?];
}

export const noAccessColour = "#ffffff";
const accessLost = 6;
const accessGained = 7;
const minute = 60_000;

/** Gains in violet, losses in orange to brown: told apart by everybody, and in grey by their depth. */
export const changeClasses: MapClass[] = [
  { colour: "#54278f", label: ["shorter", 15] },
  { colour: "#9e9ac8", label: ["shorter", 0] },
  { colour: "#e9e7e2", label: ["same"] },
  { colour: "#fdbe85", label: ["longer", 0] },
  { colour: "#e6730b", label: ["longer", 15] },
  { colour: "#8c2d04", label: ["longer", 30] },
  { colour: "#000000", label: ["loseAccess"] },
  { colour: "#238b8b", label: ["gainAccess"] },
];

/** Index of the class of a time; exact to the millisecond. */
export function timeClass(classes: TravelClass[], milliseconds: number): number {
  if (milliseconds < 0) return noAccess;
  return classes.findIndex((one) => one.upToMinutes === null || milliseconds <= one.upToMinutes * minute);
}

/** Index of the class of a change. */
export function changeClass(before: number, after: number): number {
  if (before < 0 && after < 0) return noAccess;
  if (after < 0) return accessLost;
  if (before < 0) return accessGained;
  const difference = after - before;
  if (difference === 0) return 2;
  if (difference < 0) return difference < -15 * minute ? 0 : 1;
  return difference <= 15 * minute ? 3 : difference <= 30 * minute ? 4 : 5;
}
