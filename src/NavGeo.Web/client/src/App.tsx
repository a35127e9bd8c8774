import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { Alert, Loader, Tabs } from "@navikt/ds-react";
import type { Map as GlMap } from "maplibre-gl";
import { get, type Trip } from "./api";
import { Camera } from "./map/camera";
import { Legend } from "./map/Legend";
import type { MapMode } from "./map/classes";
import { MapTools } from "./map/MapTools";
import { MeetingMap } from "./map/MeetingMap";
import { Panes } from "./map/Panes";
import { backgroundCredit } from "./map/background";
import { Swipe } from "./map/Swipe";
import { useSharedView } from "./map/useSharedView";
import { AnswerPanel, firstSentences } from "./panels/AnswerPanel";
import { Header } from "./panels/Header";
import { JoinForm } from "./panels/JoinForm";
import { LogPanel } from "./panels/LogPanel";
import { TakeAwayPanel } from "./panels/TakeAwayPanel";
import { TogetherPanel } from "./panels/TogetherPanel";
import { TripCard } from "./panels/TripCard";
import { WhatIfPanel } from "./panels/WhatIfPanel";
import { TextsContext } from "./texts";
import { useMeeting } from "./useMeeting";
import { useSlow } from "./useSlow";

interface ClickedRoad {
  name: string;
  longitude: number;
  latitude: number;
}

/** Where a digit is something one writes or chooses. */
const typed = "input:not([type=radio], [type=checkbox]), select, textarea";

/** An answer that comes sooner needs no sign that it is on its way, milliseconds. */
const patience = 400;

export function App() {
  const meeting = useMeeting();
  const { me, info, answer, texts, edit } = meeting;
  const [mode, setMode] = useState<MapMode>("times");
  const [place, setPlace] = useState<number | null>(null);
  const [trip, setTrip] = useState<Trip | null>(null);
  const [road, setRoad] = useState<ClickedRoad | null>(null);
  const [compared, setCompared] = useState<string[]>([]);
  const [isSwiped, setSwiped] = useState(false);
  const [background, setBackground] = useState<"off" | "on" | "failed">("off");
  const [onlySite, setOnlySite] = useState<string | null>(null);
  const [drawing, setDrawing] = useState<[number, number][] | null>(null);
  const map = useRef<GlMap | null>(null);
  const camera = useMemo(() => new Camera(), []);

  const isSlow = useSlow(meeting.isBusy, patience);
  const version = answer?.version;
  useEffect(() => {
    if (place === null) setTrip(null);
    else void get<Trip>("trips/" + place).then(setTrip);
  }, [place, version]);

  // Before the first paint: a map takes its time, and a key pressed meanwhile counts.
  useLayoutEffect(() => {
    if (!info || !me?.isPresenter) return;
    const onKey = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      if (event.ctrlKey || event.altKey || event.metaKey || target.matches(typed)) return;
      const structure = info.structures[event.key === "0" ? 9 : Number(event.key) - 1];
      if (structure) void edit({ kind: "chooseStructure", structure: structure.id });
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [info, me, edit]);

  const along = useSharedView(meeting, camera, {
    mode, compared, isSwiped, site: onlySite,
    onView: (view) => {
      setMode(view.mode);
      setCompared(view.compared);
      setSwiped(view.isSwiped);
      setOnlySite(view.site);
    },
  });

  const closePlace = useCallback(() => {
    setPlace(null);
    setRoad(null);
  }, []);

  if (!texts || !me) return <p className="opening">NavGeo …</p>;
  if (me.name === null)
    return (
      <TextsContext value={texts}>
        <JoinForm join={meeting.join} setLanguage={meeting.setLanguage} />
      </TextsContext>
    );
  if (!info || !answer) return <p className="opening" role="status"><Loader size="3xlarge" title="NavGeo" /> {texts.say("opening")}</p>;

  // The way to one site can be another where nobody's way to the nearest is.
  const shownTimes = onlySite === null ? answer.surface : `${answer.surface}.${answer.version}`;
  const shared = {
    info, version: answer.version, hasBackground: background !== "off", onBackgroundFailed: () => setBackground("failed"), closedEdges: answer.closedEdges, roadCount: answer.roadCount, mode, trip, drawing, camera, onPlace: setPlace,
    onRoad: (name: string, longitude: number, latitude: number) => setRoad({ name, longitude, latitude }),
    onMoveSite: (site: string, longitude: number, latitude: number) => void edit({ kind: "moveSite", site, longitude, latitude }),
    onDraw: (longitude: number, latitude: number) => setDrawing((now) => [...(now ?? []), [longitude, latitude]]),
    onMap: (one: GlMap) => (map.current = one),
  };
  return (
    <TextsContext value={texts}>
      <a className="skip" href="#answer">{texts.say("skip")}</a>
      <Header meeting={meeting} info={info} answer={answer} />
      <main>
        <section className={compared.length > 1 ? "left comparing" : "left"} aria-label={texts.say("map")} aria-describedby="map-help">
          <p id="map-help" className="unseen">{texts.say("map.help")}</p>
          {compared.length === 2 && isSwiped ? (
            <Swipe {...shared} structures={compared} />
          ) : compared.length > 1 ? (
            <Panes {...shared} structures={compared} />
          ) : (
            <MeetingMap {...shared} structure={answer.chosen} surface={shownTimes} onlySite={onlySite} sites={answer.sites} offices={answer.offices} label={texts.say("map")} />
          )}
          <MapTools info={info} answer={answer} mode={mode} setMode={setMode} compared={compared} setCompared={setCompared} isSwiped={isSwiped} setSwiped={setSwiped} onlySite={onlySite} setOnlySite={setOnlySite}
            background={background !== "off"} setBackground={(isOn) => setBackground(isOn ? "on" : "off")} along={along} />
          {background !== "off" && <p className="credit" role="status">{background === "on" ? backgroundCredit : texts.say("background.failed")}</p>}
          <Legend info={info} mode={mode} />
          {drawing && <p className="drawing" role="status">{texts.say("draw.help", drawing.length)}</p>}
          {(trip || road) && (
            <TripCard trip={trip} road={road?.name ?? null} onClose={closePlace}
              onCloseRoad={() => {
                if (road) void edit({ kind: "closeAt", longitude: road.longitude, latitude: road.latitude });
                setRoad(null);
              }} />
          )}
        </section>
        <section className="right" id="answer" tabIndex={-1} aria-label={texts.say("answer")}>
          {meeting.isOffline && <Alert variant="warning" size="small">{texts.say("problem.offline")}</Alert>}
          {meeting.problem && (
            <Alert variant="error" size="small" role="alert" closeButton onClose={meeting.dismiss}>
              {texts.say("error")}: {meeting.problem}
            </Alert>
          )}
          {meeting.said && <Alert variant="success" size="small" role="status" closeButton onClose={meeting.dismiss}>{meeting.said}</Alert>}
          <div className="sentences" aria-live="polite" aria-atomic="true">
            {answer.edits.length > 0 && <p className="edit">{answer.edits[answer.edits.length - 1]}</p>}
            {answer.sentences.slice(0, firstSentences).map((sentence) => <p key={sentence}>{sentence}</p>)}
          </div>
          {!me.isPresenter && <p className="note">{texts.say("propose.help")}</p>}
          <Tabs defaultValue="answer" size="small">
            <Tabs.List>
              <Tabs.Tab value="answer" label={texts.say("answer")} />
              <Tabs.Tab value="whatIf" label={texts.say("whatIf")} />
              <Tabs.Tab value="log" label={texts.say("log")} />
              <Tabs.Tab value="together" label={texts.say("together")} />
              <Tabs.Tab value="takeAway" label={texts.say("takeAway")} />
            </Tabs.List>
            <Tabs.Panel value="answer"><AnswerPanel info={info} answer={answer} onPlace={setPlace} /></Tabs.Panel>
            <Tabs.Panel value="whatIf"><WhatIfPanel info={info} answer={answer} edit={edit} drawing={drawing} setDrawing={setDrawing} /></Tabs.Panel>
            <Tabs.Panel value="log"><LogPanel answer={answer} act={meeting.act} actText={meeting.actText} canEdit={me.isPresenter} /></Tabs.Panel>
            <Tabs.Panel value="together"><TogetherPanel me={me} answer={answer} watchers={meeting.watchers} act={meeting.act} /></Tabs.Panel>
            <Tabs.Panel value="takeAway"><TakeAwayPanel info={info} answer={answer} mode={mode} map={() => map.current} /></Tabs.Panel>
          </Tabs>
        </section>
      </main>
      {isSlow && <div className="busy"><Loader size="large" title={texts.say("loading")} /></div>}
    </TextsContext>
  );
}
