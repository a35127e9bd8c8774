import { useEffect, useRef, useState } from "react";
import type { Camera } from "./map/camera";
import { boxOf, type Drawn } from "./map/drawn";
import type { Opened } from "./useMeeting";

/** So long an edit is lit up, milliseconds. */
const shines = 5000;

/** The edit of the last step, while it is news: it is lit up, and whoever leads sees the map go there and back. */
export function useLit(opened: Opened | null, drawn: Drawn, camera: Camera): number | null {
  const [lit, setLit] = useState<number | null>(null);
  const step = opened?.answer.step;
  const seen = useRef<string | null | undefined>(undefined);
  const [waiting, setWaiting] = useState<number | null>(null);
  useEffect(() => {
    if (!opened) return;
    const before = seen.current;
    seen.current = step?.at ?? null;
    // What was done before one came in is no news.
    if (before !== undefined && before !== seen.current) setWaiting(step?.edit ?? null);
  }, [opened, step?.at]);
  useEffect(() => {
    const box = waiting === null ? null : boxOf(drawn, waiting);
    if (!box) return;
    setWaiting(null);
    setLit(waiting);
    // Who follows is taken along by who leads.
    if (opened?.me.isPresenter) camera.visit(box);
  }, [waiting, drawn, camera]);
  useEffect(() => {
    if (lit === null) return;
    const going = window.setTimeout(() => setLit(null), shines);
    return () => window.clearTimeout(going);
  }, [lit]);
  return lit;
}
