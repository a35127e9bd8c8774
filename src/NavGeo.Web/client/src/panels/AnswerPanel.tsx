import { memo } from "react";
import type { Answer, CaseInfo } from "../api";
import { useTexts } from "../texts";
import { IndicatorTable } from "./IndicatorTable";
import { LedgerTable } from "./LedgerTable";
import { MunicipalityChart } from "./MunicipalityChart";
import { PeopleChart } from "./PeopleChart";
import { PlaceSelect } from "./PlaceSelect";
import { useRest } from "./useRest";

interface Props {
  info: CaseInfo;
  answer: Answer;
  onPlace: (place: number) => void;
}

/** So many sentences stand above the tabs. */
export const firstSentences = 3;

/** What the model that is shown does: figures, who loses, charts, the rest of the sentences. */
export const AnswerPanel = memo(function AnswerPanel({ info, answer, onPlace }: Props) {
  const texts = useTexts();
  const { items, showAll } = useRest(answer.sentences, answer.sentenceCount, "sentences?lang=" + texts.language, answer.version);
  return (
    <>
      <IndicatorTable info={info} answer={answer} />
      <LedgerTable answer={answer} />
      <PeopleChart answer={answer} />
      <MunicipalityChart answer={answer} />
      <PlaceSelect label={texts.say("findTrip")} info={info} value="" onChange={(place) => onPlace(Number(place))} />
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
