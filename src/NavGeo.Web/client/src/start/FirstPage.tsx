import { lazy, Suspense, useEffect, useState } from "react";
import { Button, TextField } from "@navikt/ds-react";
import { sending } from "../panels/forms";
import { useTexts } from "../texts";
import { chosenBy, toggled } from "./choice";
import { ask, type DeskItem, type DeskName, type Start, type Work } from "./desk";

const mostSuggestions = 8;

/** Maps are fetched when one is looked at: the page is there before them. */
const PickMap = lazy(() => import("./PickMap"));

/** A new case by the names of its municipalities, and the cases that are there. */
export function FirstPage({ work, isBusy }: { work: Work; isBusy: boolean }) {
  const texts = useTexts();
  const { language } = texts;
  const [start, setStart] = useState<Start | null>(null);
  const [path, setPath] = useState("");
  useEffect(() => {
    void ask<Start>("start", language).then(setStart);
  }, [language]);
  if (!start) return null;
  const goTo = (item: DeskItem | null) => {
    if (item) location.hash = item.key;
  };
  const open = () => work(texts.say("start.reading"), () => ask<DeskItem>("open", language, { path })).then(goTo);
  return (
    <>
      <NewCase folder={start.casesFolder} work={work} isBusy={isBusy} onMade={goTo} />
      <CaseList title={texts.say("start.recent")} cases={start.recent} none={texts.say("start.recent.none")} onOpen={goTo} />
      <CaseList title={texts.say("start.embedded")} cases={start.embedded} onOpen={goTo} />
      <section aria-labelledby="elsewhere">
        <h2 id="elsewhere">{texts.say("start.elsewhere")}</h2>
        <form onSubmit={sending(() => void open())}>
          <TextField size="small" label={texts.say("start.path")} value={path} required onChange={(event) => setPath(event.target.value)} />
          <Button size="small" type="submit" variant="secondary" disabled={isBusy}>{texts.say("start.open")}</Button>
        </form>
      </section>
    </>
  );
}

function NewCase({ folder, work, isBusy, onMade }: { folder: string; work: Work; isBusy: boolean; onMade: (item: DeskItem | null) => void }) {
  const texts = useTexts();
  const { language } = texts;
  const [names, setNames] = useState<DeskName[]>([]);
  const [isOnMap, setOnMap] = useState(false);
  const [written, setWritten] = useState("");
  const [place, setPlace] = useState(folder);
  useEffect(() => {
    void ask<DeskName[]>("names", language).then(setNames);
  }, [language]);
  const make = () => work(texts.say("start.making"), () => ask<DeskItem>("new", language, { municipalities: written, folder: place })).then(onMade);
  const earlier = written.slice(0, written.lastIndexOf(",") + 1);
  const last = written.slice(earlier.length).trim().toLowerCase();
  const suggested = last.length < 2 ? [] : [...new Set(names.map((one) => one.name))].filter((name) => name.toLowerCase().startsWith(last) && name.toLowerCase() !== last).slice(0, mostSuggestions);
  const chosen = chosenBy(written, names);
  return (
    <section aria-labelledby="new">
      <h2 id="new">{texts.say("start.new")}</h2>
      <form onSubmit={sending(() => void make())}>
        <div>
          <TextField label={texts.say("start.municipalities")} description={texts.say("start.municipalities.help")} value={written} required autoComplete="off" onChange={(event) => setWritten(event.target.value)} />
          <ul className="suggested" aria-label={texts.say("start.suggestions")}>
            {suggested.map((name) => (
              <li key={name}><Button size="xsmall" type="button" variant="secondary" onClick={() => setWritten(earlier + (earlier && " ") + name)}>{name}</Button></li>
            ))}
          </ul>
        </div>
        <details onToggle={(event) => setOnMap(event.currentTarget.open)}>
          <summary>{texts.say("start.pick")}</summary>
          {isOnMap && <Suspense><PickMap chosen={chosen.map((one) => one.number)} onToggle={(number) => setWritten(toggled(written, number, names))} /></Suspense>}
        </details>
        {chosen.length > 0 && (
          <ul className="suggested" aria-label={texts.say("start.pick.chosen")}>
            {chosen.map((one) => (
              <li key={one.number}><Button size="xsmall" type="button" variant="tertiary" aria-label={texts.say("start.pick.remove", one.name)} onClick={() => setWritten(toggled(written, one.number, names))}>{one.name} ×</Button></li>
            ))}
          </ul>
        )}
        <details>
          <summary>{texts.say("start.folder")}</summary>
          <TextField size="small" hideLabel label={texts.say("start.folder")} value={place} onChange={(event) => setPlace(event.target.value)} />
        </details>
        <Button type="submit" disabled={isBusy}>{texts.say("start.make")}</Button>
      </form>
    </section>
  );
}

function CaseList({ title, cases, none, onOpen }: { title: string; cases: DeskItem[]; none?: string; onOpen: (item: DeskItem) => void }) {
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      {cases.length === 0 && <p className="note">{none}</p>}
      <ul className="cases">
        {cases.map((one) => (
          <li key={one.key}>
            <button type="button" onClick={() => onOpen(one)}><strong>{one.name}</strong>{!one.isEmbedded && <small>{one.folder}</small>}</button>
          </li>
        ))}
      </ul>
    </section>
  );
}
