import { useState } from "react";
import { Button, TextField } from "@navikt/ds-react";
import type { BallotLine } from "../api";
import { useOpened } from "../useMeeting";
import { sending, useField } from "./forms";

/** Questions that are put to the vote, with their counts; who leads puts them and ends them. */
export function VotePanel() {
  const { me, answer, texts, act } = useOpened();
  const question = useField("");
  const choices = useField(texts.say("choices.usual"));
  const ask = sending(() =>
    void act("/api/questions", { body: { text: question.value, choices: choices.value.split(";").map((one) => one.trim()).filter((one) => one) } }).then((isPut) => isPut && question.set("")));
  return (
    <>
      <h2>{texts.say("votes")}</h2>
      {answer.ballots.length === 0 ? <p>{texts.say("noVotes")}</p> : answer.ballots.map((ballot) => <Ballot key={ballot.number} ballot={ballot} />)}
      {me.isPresenter && (
        <form onSubmit={ask}>
          <div className="row">
            <TextField size="small" label={texts.say("question")} value={question.value} required maxLength={200} onChange={(event) => question.set(event.target.value)} />
            <TextField size="small" label={texts.say("choices")} value={choices.value} required onChange={(event) => choices.set(event.target.value)} />
            <Button size="small" type="submit">{texts.say("ask")}</Button>
          </div>
        </form>
      )}
    </>
  );
}

function Ballot({ ballot: { number, question, choices, counts, isOpen } }: { ballot: BallotLine }) {
  const { me, texts, act } = useOpened();
  const [chosen, setChosen] = useState<number | null>(null);
  const vote = (choice: number) => void act("/api/questions/{number}/vote", { path: { number }, body: { choice } }).then((isCast) => isCast && setChosen(choice));
  return (
    <div className="ballot" role="group" aria-label={question}>
      <p><strong>{question}</strong>{!isOpen && ` (${texts.say("voteClosed")})`}</p>
      <div className="row">
        {choices.map((choice, index) => (
          <Button key={index} size="small" variant={chosen === index ? "primary" : "secondary"} aria-pressed={chosen === index} disabled={!isOpen} onClick={() => vote(index)}>
            {choice}: {texts.whole(counts[index] ?? 0)}
          </Button>
        ))}
        {me.isPresenter && isOpen && <Button size="small" variant="tertiary" onClick={() => void act("/api/questions/{number}/close", { path: { number } })}>{texts.say("closeVote")}</Button>}
      </div>
    </div>
  );
}
