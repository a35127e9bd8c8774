import { useCallback, useEffect, useState } from "react";
import { get } from "../api";

/** All of a list of which the answer carries the first: fetched when somebody wants it, and anew with each version. */
export function useRest<T>(first: T[], count: number, path: string, version: number): { items: T[]; isWhole: boolean; showAll: () => void } {
  const [isWanted, setWanted] = useState(false);
  const [whole, setWhole] = useState<{ version: number; items: T[] } | null>(null);
  const isShort = count > first.length;
  useEffect(() => {
    if (!isWanted || !isShort) return;
    let isCurrent = true;
    void get<T[]>(path).then((items) => {
      if (isCurrent) setWhole({ version, items });
    });
    return () => {
      isCurrent = false;
    };
  }, [isWanted, isShort, path, version]);
  const showAll = useCallback(() => setWanted(true), []);
  if (!isShort) return { items: first, isWhole: true, showAll };
  return whole?.version === version && isWanted ? { items: whole.items, isWhole: true, showAll } : { items: first, isWhole: false, showAll };
}
