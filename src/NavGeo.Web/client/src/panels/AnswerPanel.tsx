import { memo } from "react";
import { get } from "../api";
import { useOpened } from "../useMeeting";
import { IndicatorTable } from "./IndicatorTable";
import { LedgerTable } from "./LedgerTable";
import { MunicipalityChart } from "./MunicipalityChart";
import { PeopleChart } from "./PeopleChart";
import { PlaceSelect } from "./PlaceSelect";
import { useRest } from "./useRest";

/** So many sentences stand above the tabs. */
export const firstSentences = 3;

/** What the model that is shown does: figures, who loses, charts, the rest of the sentences. */
export const AnswerPanel = memo(function AnswerPanel({ onPlace }: { onPlace: (place: number) => void }) {
  const { info, answer, texts } = useOpened();
  const { items, showAll } = useRest(answer.sentences, answer.sentenceCount, (signal) => get("/api/sentences", { query: { lang: texts.language } }, signal));
  return (
    <>
      <IndicatorTable />
      <p className="note">{info.minutesError}</p>
      <LedgerTable />
      <PeopleChart />
      <MunicipalityChart />
      <PlaceSelect label={texts.say("findTrip")} info={info} value="" set={(place) => onPlace(Number(place))} />
      {answer.sentenceCount > firstSentences && (
        <details onToggle={showAll}>
          <summary>{texts.say("moreSentences")}</summary>
          {items.slice(firstSentences).map((sentence, index) => <p key={index}>{sentence}</p>)}
        </details>
      )}
      <details>
        <summary>{texts.say("sources")}</summary>
        <ul>{info.sources.map((source) => <li key={source}>{source}</li>)}</ul>
        <p>{texts.say("estimate")}</p>
        <p>{texts.say("landSource")}</p>
      </details>
    </>
  );
});
