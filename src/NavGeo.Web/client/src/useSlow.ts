import { useEffect, useState } from "react";

/** Whether something has gone on for so long, milliseconds, that people should be told: a sign that flashes by helps nobody. */
export function useSlow(isGoingOn: boolean, patience: number): boolean {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    if (!isGoingOn) return setSlow(false);
    const waiting = window.setTimeout(() => setSlow(true), patience);
    return () => window.clearTimeout(waiting);
  }, [isGoingOn, patience]);
  return isSlow && isGoingOn;
}
