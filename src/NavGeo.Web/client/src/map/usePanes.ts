import { useEffect, useState } from "react";
import { get, type Pane } from "../api";
import { useTexts } from "../texts";

/** The models that are compared, as they stand in this version; those that are not here yet are missing. */
export function usePanes(structures: string[], version: number): Record<string, Pane> {
  const texts = useTexts();
  const [panes, setPanes] = useState<Record<string, Pane>>({});
  useEffect(() => {
    let isCurrent = true;
    void Promise.all(structures.map((id) => get<Pane>(`structures/${encodeURIComponent(id)}?lang=${texts.language}`))).then((found) => {
      if (isCurrent) setPanes(Object.fromEntries(found.map((pane) => [pane.now.id, pane])));
    });
    return () => {
      isCurrent = false;
    };
  }, [structures, version, texts]);
  return panes;
}
