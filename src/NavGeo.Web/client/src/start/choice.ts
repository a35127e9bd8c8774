// Which municipalities a text means, and how it is written when one more or less is meant. The server reads the same words.

import type { DeskName } from "./desk";

interface Chosen {
  number: string;
  name: string;
}

const wordsOf = (written: string) => written.split(/[,;|\n]/).map((word) => word.trim()).filter((word) => word !== "");

/** A municipality's own name goes before a county or district of that name. */
function meantBy(word: string, names: DeskName[]): string[] {
  const same = names.filter((one) => one.name.toLowerCase() === word.toLowerCase());
  return (same.find((one) => one.numbers.length === 1) ?? same[0])?.numbers ?? names.filter((one) => one.numbers.length === 1 && one.numbers[0] === word).flatMap((one) => one.numbers);
}

/** The word for one municipality: its name, or its number where another is called the same. */
function wordFor(number: string, names: DeskName[]): string {
  const own = names.find((one) => one.numbers.length === 1 && one.numbers[0] === number);
  if (!own) return number;
  return names.filter((one) => one.numbers.length === 1 && one.name === own.name).length === 1 ? own.name : number;
}

/** The municipalities whose names, counties or districts are written. */
export function chosenBy(written: string, names: DeskName[]): Chosen[] {
  const numbers = new Set(wordsOf(written).flatMap((word) => meantBy(word, names)));
  return [...numbers].map((number) => ({ number, name: names.find((one) => one.numbers.length === 1 && one.numbers[0] === number)?.name ?? number }));
}

/** The text with one municipality more, or without it: a district that had it is written out. */
export function toggled(written: string, number: string, names: DeskName[]): string {
  const words = wordsOf(written).filter((word) => meantBy(word, names).length > 0);
  if (!words.some((word) => meantBy(word, names).includes(number))) return [...words, wordFor(number, names)].join(", ");
  return words.flatMap((word) => {
    const meant = meantBy(word, names);
    return meant.includes(number) ? meant.filter((one) => one !== number).map((one) => wordFor(one, names)) : [word];
  }).join(", ");
}
