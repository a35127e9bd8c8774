import { useRef, useState, type KeyboardEvent, type PointerEvent } from "react";
import { officesOf, structureName } from "../names";
import { useOpened } from "../useMeeting";
import { MeetingMap } from "./MeetingMap";
import { PaneTitle } from "./PaneTitle";
import type { SharedMap } from "./Panes";
import { usePanes } from "./usePanes";

const step = 2;
const leap = 10;
const least = 2;
const most = 98;

/** Two models in one place, one on each side of a divider that is moved by mouse, finger or arrow keys. */
export function Swipe({ structures, ...shared }: SharedMap & { structures: string[] }) {
  const { info, texts } = useOpened();
  const panes = usePanes(structures);
  const box = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(50);
  const put = (percent: number) => setAt(Math.min(most, Math.max(least, Math.round(percent))));
  const onKey = (event: KeyboardEvent) => {
    const moves: Record<string, number> = {
      ArrowLeft: at - step, ArrowDown: at - step, ArrowRight: at + step, ArrowUp: at + step, PageDown: at - leap, PageUp: at + leap, Home: least, End: most,
    };
    const to = moves[event.key];
    if (to === undefined) return;
    event.preventDefault();
    put(to);
  };
  const onPointer = (event: PointerEvent<HTMLDivElement>) => {
    if (event.type === "pointerdown") event.currentTarget.setPointerCapture(event.pointerId);
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const room = box.current!.getBoundingClientRect();
    put(((event.clientX - room.left) / room.width) * 100);
  };
  const [left, right] = structures.map((id) => ({ id, name: structureName(info, id), pane: panes[id] }));
  return (
    <div className="swipe">
      <div className="swipe-titles">
        <section aria-label={left!.name}><PaneTitle name={left!.name} pane={left!.pane} mode={shared.mode} /></section>
        <section aria-label={right!.name}><PaneTitle name={right!.name} pane={right!.pane} mode={shared.mode} /></section>
      </div>
      <div className="swipe-maps" ref={box}>
        {[left!, right!].map((side) => (
          <div key={side.id} className="swipe-map" style={side === right ? { clipPath: `inset(0 0 0 ${at}%)` } : undefined}>
            {side.pane && <MeetingMap {...shared} structure={side.id} surface={side.pane.surface} before={side.pane.before} onlySite={null} sites={side.pane.sites} offices={officesOf(info, side.id)} label={side.name} />}
          </div>
        ))}
        <div
          className="divider" style={{ left: `${at}%` }} role="slider" tabIndex={0} aria-label={texts.say("swipe.divider")} aria-orientation="horizontal"
          aria-valuemin={least} aria-valuemax={most} aria-valuenow={at} aria-valuetext={texts.say("swipe.value", at, left!.name, 100 - at, right!.name)}
          onKeyDown={onKey} onPointerDown={onPointer} onPointerMove={onPointer}
        >
          <span aria-hidden="true">◂▸</span>
        </div>
      </div>
    </div>
  );
}
