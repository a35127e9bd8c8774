// What a meeting waits for, as marks of the browser's own timing: they are what the measuring program reads, and anybody
// with the browser's tools. Only the last of each is kept.

export type Mark = "asked" | "answered" | "painted";

/** Notes that this has happened now. */
export function mark(what: Mark): void {
  const name = "navgeo:" + what;
  performance.clearMarks(name);
  performance.mark(name);
}
