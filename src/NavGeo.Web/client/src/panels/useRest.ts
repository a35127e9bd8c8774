import { useCallback, useState } from "react";
import { useTold } from "../api";
import { useOpened } from "../useMeeting";

/** All of a list of which the answer carries the first: fetched when somebody wants it, and anew with each version. */
export function useRest<T>(first: T[], count: number, ask: (signal: AbortSignal) => Promise<T[]>): { items: T[]; isWhole: boolean; showAll: () => void } {
  const { answer: { version }, texts } = useOpened();
  const [isWanted, setWanted] = useState(false);
  const isShort = count > first.length;
  const whole = useTold(isWanted && isShort ? async (signal) => ({ version, first, items: await ask(signal) }) : null, [isWanted, isShort, version, texts, first]);
  const showAll = useCallback(() => setWanted(true), []);
  const isHere = isShort && whole?.version === version && whole.first === first;
  return { items: isHere ? whole.items : first, isWhole: isHere || !isShort, showAll };
}
