import { useCallback, useMemo, useRef, useState } from "react";
import { Button, Loader, Tabs } from "@navikt/ds-react";
import type { Map as GlMap } from "maplibre-gl";
import { get, useTold, type ChangeSince, type Edit, type MapMode } from "./api";
import { edits } from "./edits";
import { backgroundCredit } from "./map/background";
import { Camera } from "./map/camera";
import type { Dragged } from "./map/dragSites";
import { boxOf, useDrawn } from "./map/drawn";
import { Legend } from "./map/Legend";
import { MapTools } from "./map/MapTools";
import { MeetingMap } from "./map/MeetingMap";
import { Panes } from "./map/Panes";
import { Swipe } from "./map/Swipe";
import { useSharedView } from "./map/useSharedView";
import { AnswerHead } from "./panels/AnswerHead";
import { AnswerPanel } from "./panels/AnswerPanel";
import { BeginForm } from "./panels/BeginForm";
import { EditChips } from "./panels/EditChips";
import { Header } from "./panels/Header";
import { HereCard } from "./panels/HereCard";
import { JoinForm } from "./panels/JoinForm";
import { LogPanel } from "./panels/LogPanel";
import { TakeAwayPanel } from "./panels/TakeAwayPanel";
import { ModelTable } from "./panels/ModelTable";
import { RoomPanel } from "./panels/RoomPanel";
import { OwnBar } from "./panels/OwnBar";
import { SearchBox } from "./panels/SearchBox";
import { Toasts } from "./panels/Toasts";
import { TogetherLabel, TogetherPanel } from "./panels/TogetherPanel";
import { TripCard } from "./panels/TripCard";
import { VisitHead, VisitPanel } from "./panels/VisitPanel";
import { WhatIfPanel } from "./panels/WhatIfPanel";
import { TextsContext } from "./texts";
import { OpenedContext, useMeeting } from "./useMeeting";
import { useLit } from "./useLit";
import { isForPage, usePageKeys, useRoomKey } from "./keys";
import { useSlow } from "./useSlow";

interface ClickedRoad {
  name: string;
  longitude: number;
  latitude: number;
}

/** An answer that comes sooner needs no sign that it is on its way, milliseconds. */
const patience = 400;

export function App() {
  const meeting = useMeeting();
  const { me, texts, opened } = meeting;
  const [mode, setMode] = useState<MapMode>("times");
  const [since, setSince] = useState<ChangeSince>("today");
  const [asked, setAsked] = useState<Dragged | null>(null);
  const [place, setPlace] = useState<number | null>(null);
  const [road, setRoad] = useState<ClickedRoad | null>(null);
  const [compared, setCompared] = useState<string[]>([]);
  const [isSwiped, setSwiped] = useState(false);
  const [background, setBackground] = useState<"off" | "on" | "failed">("off");
  const [wantedSite, setOnlySite] = useState<string | null>(null);
  const [drawing, setDrawing] = useState<[number, number][] | null>(null);
  const map = useRef<GlMap | null>(null);
  const camera = useMemo(() => new Camera(), []);

  // A site that was new can be undone while the map shows the way to it.
  const onlySite = opened?.answer.sites.some((one) => one.id === wantedSite) ? wantedSite : null;
  const isSlow = useSlow(meeting.isBusy, patience);
  const trip = useTold(
    place === null ? null : (signal) => get("/api/trips/{place}", { path: { place }, query: onlySite === null ? {} : { site: onlySite } }, signal), [place, onlySite, opened?.answer.version]);
  const visits = useTold(
    opened && texts && mode === "visits" ? (signal) => get("/api/visits", { query: { lang: texts.language } }, signal) : null, [mode, texts, opened?.answer.version]);
  const drawn = useDrawn(opened?.answer.drawn, texts);
  const lit = useLit(opened, drawn, camera);
  const [isRoom, setRoom] = useState(false);
  useRoomKey(setRoom);
  const [soughtEdit, setAskedEdit] = useState<Edit | null>(null);
  const askedEdit = useMemo(() => (asked ? edits.moveSite(asked.site, ...asked.to) : soughtEdit), [asked, soughtEdit]);
  const stopAsking = useCallback(() => {
    setAsked(null);
    setAskedEdit(null);
  }, []);
  const toggleRoom = useCallback(() => setRoom((now) => !now), []);
  const showSpot = useCallback((longitude: number, latitude: number) => camera.fit(widened([longitude, latitude, longitude, latitude])), [camera]);
  const lookAt = useCallback((number: number) => {
    const box = boxOf(drawn, number);
    if (box) camera.fit(widened(box));
  }, [drawn, camera]);

  /** What the map holds a change against, the table does too, and the other way round. */
  const showMode = useCallback((next: MapMode) => {
    setMode(next);
    if (next !== "times" && next !== "visits") setSince(next === "step" ? "step" : "today");
  }, []);
  const showSince = useCallback((next: ChangeSince) => {
    setSince(next);
    setMode((now) => (now === "times" || now === "visits" ? now : next === "step" ? "step" : "change"));
  }, []);

  usePageKeys(useCallback((event) => {
    if (!opened?.me.isPresenter || !isForPage(event)) return;
    const structure = opened.info.structures[event.key === "0" ? 9 : Number(event.key) - 1];
    if (structure) void opened.sendEdit(edits.chooseStructure(structure.id));
  }, [opened]));

  const along = useSharedView(meeting, camera, {
    mode, compared, isSwiped, site: onlySite,
    onView: (view) => {
      showMode(view.mode);
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
  if (me.kept !== null)
    return (
      <TextsContext value={texts}>
        <BeginForm kept={me.kept} begin={meeting.begin} />
      </TextsContext>
    );
  if (opened && opened.answer.version < 0) return <p className="opening" role="status">{texts.say("begin.wait")}</p>;
  if (!opened) return <p className="opening" role="status"><Loader size="3xlarge" title="NavGeo" /> {texts.say("opening")}</p>;

  const { info, answer, sendEdit } = opened;
  const siteName = compared.length > 1 ? null : (answer.sites.find((one) => one.id === onlySite)?.name ?? null);
  // The way to one site can be another where nobody's way to the nearest is.
  const shownTimes = onlySite === null ? answer.surface : `${answer.surface}.${answer.version}`;
  const shared = {
    hasBackground: background !== "off", onBackgroundFailed: () => setBackground("failed"), mode, trip, drawing, drawn, lit, isLarge: isRoom, asked, onDrop: setAsked, camera, onPlace: setPlace,
    onRoad: (name: string, longitude: number, latitude: number) => setRoad({ name, longitude, latitude }),
    onDraw: (longitude: number, latitude: number) => setDrawing((now) => [...(now ?? []), [longitude, latitude]]),
    onMap: (one: GlMap) => (map.current = one),
  };
  return (
    <TextsContext value={texts}>
      <OpenedContext value={opened}>
        <a className="skip" href="#answer">{texts.say("skip")}</a>
        <Header setLanguage={meeting.setLanguage} isRoom={isRoom} setRoom={setRoom}>
          <SearchBox onPlace={setPlace} onSpot={showSpot} onAsk={setAskedEdit} onRoom={toggleRoom} />
        </Header>
        <main>
          <section className={compared.length > 1 ? "left comparing" : "left"} aria-label={texts.say("map")} aria-describedby="map-help">
            <p id="map-help" className="unseen">{texts.say("map.help")}</p>
            {opened.isOwn && <OwnBar />}
            <EditChips onLook={lookAt} />
            <div className="mapbox">
            {compared.length === 2 && isSwiped ? (
              <Swipe {...shared} structures={compared} />
            ) : compared.length > 1 ? (
              <Panes {...shared} structures={compared} />
            ) : (
              <MeetingMap {...shared} structure={answer.chosen} surface={shownTimes} before={answer.step?.surface ?? null} onlySite={onlySite} sites={answer.sites} offices={answer.offices} label={texts.say("map")} />
            )}
            <MapTools mode={mode} setMode={showMode} compared={compared} setCompared={setCompared} isSwiped={isSwiped} setSwiped={setSwiped} onlySite={onlySite} setOnlySite={setOnlySite}
              background={background !== "off"} setBackground={(isOn) => setBackground(isOn ? "on" : "off")} along={along} />
            {background !== "off" && <p className="credit" role="status">{background === "on" ? backgroundCredit : texts.say("background.failed")}</p>}
            {drawing && <p className="drawing" role="status">{texts.say("draw.help", drawing.length)}</p>}
            {askedEdit && <HereCard edit={askedEdit} onDone={stopAsking} />}
            {!askedEdit && (trip || road) && (
              <TripCard key={place} trip={trip} road={road?.name ?? null} onClose={closePlace} onAsk={setAskedEdit}
                onCloseRoad={() => {
                  if (road) void sendEdit(edits.closeAt(road.longitude, road.latitude));
                  setRoad(null);
                }} />
            )}
            </div>
            <Legend info={info} mode={mode} site={siteName} />
          </section>
          <section className="right" id="answer" tabIndex={-1} aria-label={texts.say("answer")}>
            {mode === "visits" ? <VisitHead visits={visits} isRoom={isRoom} /> : isRoom ? <RoomPanel /> : <AnswerHead />}
            <div className="rest" hidden={isRoom}>
            {!opened.me.isPresenter && <p className="note">{texts.say("propose.help")} <Button size="xsmall" variant="secondary" onClick={() => void opened.setOwn("begin")}>{texts.say("own")}</Button></p>}
            <Tabs defaultValue="answer" size="small">
              <Tabs.List>
                {["answer", "whatIf", "models", "log", "together", "takeAway"].map((tab) => <Tabs.Tab key={tab} value={tab} label={tab === "together" ? <TogetherLabel /> : texts.say(tab)} />)}
              </Tabs.List>
              <Tabs.Panel value="answer">{mode === "visits" ? <VisitPanel visits={visits} /> : <AnswerPanel onPlace={setPlace} since={since} setSince={showSince} />}</Tabs.Panel>
              <Tabs.Panel value="models"><ModelTable /></Tabs.Panel>
              <Tabs.Panel value="whatIf"><WhatIfPanel drawing={drawing} setDrawing={setDrawing} onAsk={setAskedEdit} /></Tabs.Panel>
              <Tabs.Panel value="log"><LogPanel /></Tabs.Panel>
              <Tabs.Panel value="together"><TogetherPanel watchers={meeting.watchers} /></Tabs.Panel>
              <Tabs.Panel value="takeAway"><TakeAwayPanel mode={mode} site={siteName} map={() => map.current} /></Tabs.Panel>
            </Tabs>
            </div>
          </section>
        </main>
        <Toasts meeting={meeting} />
        {isSlow && <div className="busy"><Loader size="large" title={texts.say("loading")} /></div>}
      </OpenedContext>
    </TextsContext>
  );
}

/** Some room around what is looked at: a place alone is shown with its surroundings, degrees. */
function widened([west, south, east, north]: [number, number, number, number]): [number, number, number, number] {
  const [wide, high] = [Math.max(0.1, (east - west) * 0.4), Math.max(0.05, (north - south) * 0.4)];
  return [west - wide, south - high, east + wide, north + high];
}
