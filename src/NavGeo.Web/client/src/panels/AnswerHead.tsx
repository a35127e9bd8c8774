import { memo } from "react";
import type { ChangeLines } from "../api";
import { meanText } from "../names";
import { useOpened } from "../useMeeting";
import { When } from "./LogPanel";

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
          <h2>{texts.say("since.step")} <When {...step} /></h2>
          <p className="edit">{step.text}</p>
          <Means change={step.change} />
        </section>
      )}
      <section className="part">
        <h2>{texts.say("since.today")}</h2>
        <p className="all">{whole}</p>
        {answer.closedOffices.map((sentence) => <p key={sentence} className="warning">{sentence}</p>)}
        <Means change={altogether} />
      </section>
    </div>
  );
});

function Means({ change }: { change: ChangeLines }) {
  const { texts } = useOpened();
  const total = change.ledger[0]!;
  const mean = total.personMilliseconds === 0 ? "" : meanText(texts, total);
  return (
    <>
      {change.sentences.slice(0, change.headCount).map((sentence) => <p key={sentence}>{sentence}</p>)}
      {mean && <p className="mean">{mean}</p>}
    </>
  );
}
