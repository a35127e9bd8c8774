import type { Answer, CaseInfo } from "../api";
import { useTexts } from "../texts";
import { IndicatorTable } from "./IndicatorTable";
import { LedgerTable } from "./LedgerTable";
import { MunicipalityChart } from "./MunicipalityChart";
import { PeopleChart } from "./PeopleChart";
import { PlaceSelect } from "./PlaceSelect";

interface Props {
  info: CaseInfo;
  answer: Answer;
  onPlace: (place: number) => void;
}

export function AnswerPanel({ info, answer, onPlace }: Props) {
  const texts = useTexts();
  return (
    <>
      <IndicatorTable info={info} answer={answer} />
      <LedgerTable answer={answer} />
      <PeopleChart answer={answer} />
      <MunicipalityChart answer={answer} />
      <PlaceSelect label={texts.say("findTrip")} info={info} value="" onChange={(place) => onPlace(Number(place))} />
      <details>
        <summary>{texts.say("moreSentences")}</summary>
        {answer.sentences.slice(3).map((sentence, index) => <p key={index}>{sentence}</p>)}
      </details>
      <details>
        <summary>{texts.say("sources")}</summary>
        <ul>{info.sources.map((source) => <li key={source}>{source}</li>)}</ul>
        <p>{texts.say("estimate")}</p>
        <p>{texts.say("landSource")}</p>
      </details>
    </>
  );
}
