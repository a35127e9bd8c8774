import { useCallback, useEffect, useState } from "react";
import { Alert, Loader, Tabs } from "@navikt/ds-react";
import { get, type Trip } from "./api";
import { Header } from "./panels/Header";
import { AnswerPanel } from "./panels/AnswerPanel";
import { JoinForm } from "./panels/JoinForm";
import { LogPanel } from "./panels/LogPanel";
import { TakeAwayPanel } from "./panels/TakeAwayPanel";
import { TogetherPanel } from "./panels/TogetherPanel";
import { TripCard } from "./panels/TripCard";
import { WhatIfPanel } from "./panels/WhatIfPanel";
import { Legend } from "./map/Legend";
import { MeetingMap, type MapMode } from "./map/MeetingMap";
import { TextsContext } from "./texts";
import { useMeeting } from "./useMeeting";

interface ClickedRoad {
  name: string;
  longitude: number;
  latitude: number;
}

export function App() {
  const meeting = useMeeting();
  const { me, info, answer, times, timesToday, texts } = meeting;
  const [mode, setMode] = useState<MapMode>("times");
  const [place, setPlace] = useState<number | null>(null);
  const [trip, setTrip] = useState<Trip | null>(null);
  const [road, setRoad] = useState<ClickedRoad | null>(null);

  const version = answer?.version;
  useEffect(() => {
    if (place === null) setTrip(null);
    else void get<Trip>("trips/" + place).then(setTrip);
  }, [place, version]);

  const { edit } = meeting;
  useEffect(() => {
    if (!info || !me?.isPresenter) return;
    const onKey = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      if (event.ctrlKey || event.altKey || event.metaKey || /INPUT|SELECT|TEXTAREA/.test(target.tagName)) return;
      const structure = info.structures[Number(event.key) - 1];
      if (structure) void edit({ kind: "chooseStructure", structure: structure.id });
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [info, me, edit]);

  const closePlace = useCallback(() => {
    setPlace(null);
    setRoad(null);
  }, []);

  if (!texts || !me) return <Loader size="3xlarge" title="NavGeo" />;
  if (me.name === null)
    return (
      <TextsContext value={texts}>
        <JoinForm join={meeting.join} setLanguage={meeting.setLanguage} />
      </TextsContext>
    );
  if (!info || !answer || !times || !timesToday) return <Loader size="3xlarge" title={texts.say("loading")} />;

  return (
    <TextsContext value={texts}>
      <a className="skip" href="#answer">{texts.say("skip")}</a>
      <Header meeting={meeting} info={info} answer={answer} />
      <main>
        <section className="left" aria-label={texts.say("map")} aria-describedby="map-help">
          <p id="map-help" className="unseen">{texts.say("map.help")}</p>
          <MeetingMap
            info={info} answer={answer} times={times} timesToday={timesToday} mode={mode} trip={trip}
            onPlace={setPlace}
            onRoad={(name, longitude, latitude) => setRoad({ name, longitude, latitude })}
            onMoveSite={(site, longitude, latitude) => void edit({ kind: "moveSite", site, longitude, latitude })}
          />
          <fieldset className="mode">
            <legend className="unseen">{texts.say("mapShows")}</legend>
            {(["times", "change"] as const).map((one) => (
              <label key={one}>
                <input type="radio" name="mode" checked={mode === one} onChange={() => setMode(one)} />
                <span>{texts.say(one === "times" ? "showTimes" : "showChange")}</span>
              </label>
            ))}
          </fieldset>
          <Legend info={info} mode={mode} />
          {(trip || road) && (
            <TripCard info={info} place={place} trip={trip} road={road?.name ?? null} onClose={closePlace}
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
            {answer.sentences.slice(0, 3).map((sentence) => <p key={sentence}>{sentence}</p>)}
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
            <Tabs.Panel value="answer"><AnswerPanel info={info} answer={answer} times={times} timesToday={timesToday} onPlace={setPlace} /></Tabs.Panel>
            <Tabs.Panel value="whatIf"><WhatIfPanel info={info} answer={answer} edit={edit} /></Tabs.Panel>
            <Tabs.Panel value="log"><LogPanel answer={answer} act={meeting.act} canEdit={me.isPresenter} /></Tabs.Panel>
            <Tabs.Panel value="together"><TogetherPanel me={me} answer={answer} act={meeting.act} /></Tabs.Panel>
            <Tabs.Panel value="takeAway"><TakeAwayPanel info={info} /></Tabs.Panel>
          </Tabs>
        </section>
      </main>
      {meeting.isBusy && <div className="busy"><Loader size="large" title={texts.say("loading")} /></div>}
    </TextsContext>
  );
}

