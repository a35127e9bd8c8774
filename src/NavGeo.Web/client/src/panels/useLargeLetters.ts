import { useEffect } from "react";

/** Letters for a room, as long as it is wanted: the size of all of them hangs on the root. */
export function useLargeLetters(isWanted: boolean): void {
  useEffect(() => {
    if (!isWanted) return;
    document.documentElement.classList.add("room");
    return () => document.documentElement.classList.remove("room");
  }, [isWanted]);
}
