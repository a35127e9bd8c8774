import { memo } from "react";
import type { ChangeLines } from "../api";
import { meanText } from "../names";
import { useOpened } from "../useMeeting";
import { When } from "./LogPanel";

/** So many sentences stand above the tabs: of the step, and of all steps together. */
const stepSentences = 2;
export const firstSentences = 3;

/** The answer in two parts, always both: what the last step does, and what all that is in force does together. */
export const AnswerHead = memo(function AnswerHead() {
  const { answer, texts } = useOpened();
  const { step, altogether } = answer;
  const inForce = answer.edits.filter((edit) => edit.isOn && edit.kind !== "chooseStructure").map((edit) => edit.title);
  const whole = [`${texts.say("model")} ${answer.chosen}`, ...inForce].join(" · ");
  return (
    <div className="sentences" aria-live="polite" aria-atomic="true">
      {step && (
        <section className="part">
          <h2>{texts.say("since.step")} <When at={step.at} author={step.author} /></h2>
          <p className="edit">{step.text}</p>
          <Means change={step.change} most={stepSentences} />
        </section>
      )}
      <section className="part">
        <h2>{texts.say("since.today")}</h2>
        <p className="all">{whole}</p>
        <Means change={altogether} most={firstSentences} />
      </section>
    </div>
  );
});

function Means({ change, most }: { change: ChangeLines; most: number }) {
  const { texts } = useOpened();
  const mean = meanText(texts, change.ledger[0]!);
  return (
    <>
      {change.sentences.slice(0, most).map((sentence) => <p key={sentence}>{sentence}</p>)}
      {mean && <p className="mean">{mean}</p>}
    </>
  );
}
