import { useEffect, useRef, useState } from "react";
import { post, type SharedView } from "../api";
import type { Meeting } from "../useMeeting";
import type { Camera } from "./camera";

/** Whether one who follows sees what whoever leads sees; null for who leads, and where nobody else is. */
export interface Along {
  isAlong: boolean;
  setAlong: (isAlong: boolean) => void;
}

type Shown = Omit<SharedView, "bounds"> & { onView: (view: SharedView) => void };

/** So long the map has been still before the others are shown it, milliseconds. */
const rest = 250;

/**
 * Who leads shows the others their part of the map and what it shows; the others see the same until they move the map
 * themselves, and again when they choose to.
 */
export function useSharedView({ me, view }: Meeting, camera: Camera, shown: Shown): Along | null {
  const [isAlong, setAlong] = useState(true);
  const latest = useRef(shown);
  latest.current = shown;
  const leads = (me?.isPresenter && me.isShared) ?? false;
  const follows = me !== null && me.name !== null && !me.isPresenter;

  const { mode, compared, isSwiped, site } = shown;
  useEffect(() => {
    if (!leads) return;
    let waiting: number | undefined;
    const tell = () => {
      window.clearTimeout(waiting);
      waiting = window.setTimeout(() => {
        const bounds = camera.bounds();
        // A view that did not get through is followed by the next; nobody needs to be told.
        if (bounds) void post("/api/view", { body: { bounds, mode, compared, isSwiped, site } }).catch(() => undefined);
      }, rest);
    };
    camera.onRest = tell;
    tell();
    return () => {
      window.clearTimeout(waiting);
      camera.onRest = () => {};
    };
  }, [leads, camera, mode, compared, isSwiped, site]);

  useEffect(() => {
    if (!follows) return;
    camera.onHand = () => setAlong(false);
    return () => {
      camera.onHand = () => {};
    };
  }, [follows, camera]);

  useEffect(() => {
    if (!follows || !isAlong || !view) return;
    latest.current.onView(view);
    camera.fit(view.bounds, 0);
  }, [follows, isAlong, view, camera]);

  return follows ? { isAlong, setAlong } : null;
}
