import { memo } from "react";
import { get, type ChangeSince } from "../api";
import { useOpened } from "../useMeeting";
import { IndicatorTable } from "./IndicatorTable";
import { LedgerTable } from "./LedgerTable";
import { MunicipalityChart } from "./MunicipalityChart";
import { PeopleChart } from "./PeopleChart";
import { PlaceSelect } from "./PlaceSelect";
import { useRest } from "./useRest";

interface Props {
  onPlace: (place: number) => void;
  since: ChangeSince;
  setSince: (since: ChangeSince) => void;
}

/** What the model that is shown does: figures, who loses, charts, the rest of the sentences. */
export const AnswerPanel = memo(function AnswerPanel({ onPlace, since, setSince }: Props) {
  const { info, answer, texts } = useOpened();
  const { headCount } = answer.altogether;
  const { items, showAll } = useRest(answer.altogether.sentences, answer.altogether.sentenceCount, (signal) => get("/api/sentences", { query: { lang: texts.language } }, signal));
  return (
    <>
      <IndicatorTable />
      <p className="note">{info.minutesError}</p>
      <LedgerTable since={since} setSince={setSince} />
      <PeopleChart />
      <MunicipalityChart />
      <PlaceSelect label={texts.say("findTrip")} info={info} value="" set={(place) => onPlace(Number(place))} />
      {answer.altogether.sentenceCount > headCount && (
        <details onToggle={showAll}>
          <summary>{texts.say("moreSentences")}</summary>
          {items.slice(headCount).map((sentence, index) => <p key={index}>{sentence}</p>)}
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
