import { get, useTold, type Pane } from "../api";
import { useOpened } from "../useMeeting";

/** The models that are compared, as they stand in this version; those that are not here yet are missing. */
export function usePanes(structures: string[]): Record<string, Pane> {
  const { answer: { version }, texts } = useOpened();
  const one = (structure: string, signal: AbortSignal) => get("/api/structures/{structure}", { path: { structure }, query: { lang: texts.language } }, signal);
  const panes = useTold((signal) => Promise.all(structures.map((id) => one(id, signal))), [structures, version, texts]);
  return Object.fromEntries((panes ?? []).map((pane) => [pane.now.id, pane]));
}
