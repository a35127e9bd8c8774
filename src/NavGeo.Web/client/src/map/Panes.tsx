import { useEffect } from "react";
import { officesOf, structureName } from "../names";
import { useOpened } from "../useMeeting";
import { MeetingMap } from "./MeetingMap";
import { PaneTitle } from "./PaneTitle";
import { usePanes } from "./usePanes";

export type SharedMap = Omit<Parameters<typeof MeetingMap>[0], "structure" | "surface" | "before" | "sites" | "offices" | "onlySite" | "label">;

/** Two to six models beside each other, all on the same part of the map, each with what it does to people. */
export function Panes({ structures, ...shared }: SharedMap & { structures: string[] }) {
  const panes = usePanes(structures);
  // The maps share the room anew: each shows the whole case again.
  const { camera } = shared;
  const { info } = useOpened();
  useEffect(() => camera.fit(info.bounds), [structures.length, camera, info]);
  return (
    <div className={`panes of${structures.length}`}>
      {structures.map((id) => {
        const pane = panes[id];
        const name = structureName(info, id);
        return (
          <section key={id} className="pane" aria-label={name}>
            <PaneTitle name={name} pane={pane} mode={shared.mode} />
            {pane && <MeetingMap {...shared} structure={id} surface={pane.surface} before={pane.before} onlySite={null} sites={pane.sites} offices={officesOf(info, id)} label={name} />}
          </section>
        );
      })}
    </div>
  );
}
