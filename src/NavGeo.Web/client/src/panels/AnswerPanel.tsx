import type { Answer, CaseInfo, Times } from "../api";
import { useTexts } from "../texts";
import { IndicatorTable } from "./IndicatorTable";
import { LedgerTable } from "./LedgerTable";
import { PeopleChart } from "./PeopleChart";
import { PlaceSelect } from "./PlaceSelect";

interface Props {
  info: CaseInfo;
  answer: Answer;
  times: Times;
  timesToday: Times;
  onPlace: (place: number) => void;
}

export function AnswerPanel({ info, answer, times, timesToday, onPlace }: Props) {
  const texts = useTexts();
  return (
    <>
      <IndicatorTable info={info} answer={answer} />
      <LedgerTable answer={answer} />
      <PeopleChart info={info} times={times} timesToday={timesToday} />
      <PlaceSelect label={texts.say("findTrip")} info={info} value="" onChange={(place) => onPlace(Number(place))} />
      <p className="note">{answer.sentences.slice(3).join(" ")}</p>
      <details>
        <summary>{texts.say("sources")}</summary>
        <ul>{info.sources.map((source) => <li key={source}>{source}</li>)}</ul>
        <p>{texts.say("estimate")}</p>
      </details>
    </>
  );
}
