import { useEffect, useState } from "react";
import { get, type Pane } from "../api";
import { useTexts } from "../texts";
import { MeetingMap } from "./MeetingMap";

type Shared = Omit<Parameters<typeof MeetingMap>[0], "structure" | "sites" | "onlySite" | "label">;

/** Two to six models beside each other, all on the same part of the map, each with what it does to people. */
export function Panes({ structures, ...shared }: Shared & { structures: string[] }) {
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
  }, [structures, shared.version, texts]);
  // The maps share the room anew: each shows the whole case again.
  const { camera, info } = shared;
  useEffect(() => camera.fit(info.bounds), [structures.length, camera, info]);
  return (
    <div className={`panes of${structures.length}`}>
      {structures.map((id) => {
        const pane = panes[id];
        const name = `${id}: ${shared.info.structures.find((one) => one.id === id)?.name ?? ""}`;
        return (
          <section key={id} className="pane" aria-label={name}>
            <h2>{name}</h2>
            <p>
              {pane && [
                texts.say("pane.mean", texts.one(pane.now.access.mean_minutes)), texts.say("pane.lose", texts.whole(pane.total.lose + pane.total.loseAccess)),
                texts.say("pane.gain", texts.whole(pane.total.gain + pane.total.gainAccess)), texts.say("pane.sites", pane.now.openSites),
              ].join(" · ")}
            </p>
            <MeetingMap {...shared} structure={id} onlySite={null} sites={pane?.sites ?? noSites} label={name} />
          </section>
        );
      })}
    </div>
  );
}

const noSites: Pane["sites"] = [];
