import { useCallback, useLayoutEffect } from "react";

/** Where a letter is something one writes. */
const typed = "input:not([type=radio], [type=checkbox]), select, textarea";

/** Whether a key is meant for the page: not for a field, and not for the browser. */
export function isForPage(event: KeyboardEvent): boolean {
  return !event.ctrlKey && !event.altKey && !event.metaKey && !(event.target as HTMLElement).matches(typed);
}

/** Hears every key pressed on the page from before its first paint: a map takes its time, and a key pressed meanwhile counts. `onKey` keeps its identity while nothing it reads changes. */
export function usePageKeys(onKey: (event: KeyboardEvent) => void): void {
  useLayoutEffect(() => {
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [onKey]);
}

/** F shows the meeting to a room and back again; Escape only back. The size of all letters hangs on the root. */
export function useRoomKey(setRoom: (change: (isRoom: boolean) => boolean) => void): void {
  usePageKeys(useCallback((event) => {
    if (!isForPage(event)) return;
    if (event.key === "f" || event.key === "F") setRoom((isRoom) => !isRoom);
    if (event.key === "Escape") setRoom(() => false);
  }, [setRoom]));
}
