// Rows of a table form: what a keystroke and a paste from a spreadsheet make of them.

import type { TableForm } from "./desk";

/** The rows with another value in one field; a row below the last is a new one. */
export function withCell(form: TableForm, row: number, column: number, value: string): string[][] {
  const rows = filledTo(form, row);
  rows[row] = rows[row]!.map((one, c) => (c === column ? value : one));
  return rows;
}

/** The rows without one. */
export const withoutRow = (form: TableForm, row: number): string[][] => form.rows.filter((_, r) => r !== row);

/**
 * The rows with what was copied in a spreadsheet laid over them, from a field on to the right and downwards. A first line of headings
 * says which columns are meant, and is no row. A choice may be written as it is shown.
 */
export function pasted(form: TableForm, row: number, column: number, text: string): string[][] {
  const lines = text.replace(/\r\n?/g, "\n").replace(/\n+$/, "").split("\n").map((line) => line.split("\t").map((one) => one.replace(/^"(.*)"$/s, "$1").trim()));
  const headed = lines[0]!.map((one) => form.fields.findIndex((field) => isCalled(field.name, one) || isCalled(field.title, one)));
  // A heading that means no column stands where it stands: its values are seen, and not lost.
  const isHeaded = lines.length > 1 && headed.filter((one) => one >= 0).length >= Math.min(2, headed.length);
  const columns = lines[0]!.map((_, c) => (!isHeaded ? column + c : headed[c]! >= 0 ? headed[c]! : headed.includes(column + c) ? -1 : column + c));
  const taken = isHeaded ? lines.slice(1) : lines;
  const rows = filledTo(form, row + taken.length - 1);
  taken.forEach((line, l) => {
    const next = [...rows[row + l]!];
    line.forEach((value, c) => {
      const field = form.fields[columns[c] ?? -1];
      if (field) next[columns[c]!] = field.choices.find((one) => isCalled(one.label, value))?.value ?? value;
    });
    rows[row + l] = next;
  });
  return rows.filter((one) => one.some((value) => value.trim() !== ""));
}

const isCalled = (name: string, written: string) => name.toLowerCase() === written.toLowerCase();

function filledTo(form: TableForm, row: number): string[][] {
  const rows = [...form.rows];
  while (rows.length <= row) rows.push(form.fields.map(() => ""));
  return rows;
}
