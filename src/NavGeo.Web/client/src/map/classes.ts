/** No open site is reached. */
export const noAccess = -1;

export interface MapClass {
  colour: string;
  /** Key of the phrase and its value. */
  label: [string, number?];
}

export const noAccessColour = "#ffffff";

/** Gains in violet, losses in orange to brown: told apart by everybody, and in grey by their depth. In the server's order. */
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
