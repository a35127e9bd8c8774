import { useState } from "react";
import { Button, Textarea, TextField } from "@navikt/ds-react";
import { post, useTold, type ObjectionLine, type ProposalLine } from "../api";
import { meanText } from "../names";
import { useOpened } from "../useMeeting";
import { sending } from "./forms";
import { When } from "./LogPanel";
import { PeoplePanel } from "./PeoplePanel";
import { QrCode } from "./QrCode";
import { VotePanel } from "./VotePanel";

/** The name of the tab, with how many proposals wait. */
export function TogetherLabel() {
  const { answer, texts } = useOpened();
  const count = answer.proposals.length;
  return <>{texts.say("together")}{count > 0 && <span className="badge" aria-label={texts.say("proposalsOpen", count)}>{count}</span>}</>;
}

/** Who follows, what they propose and vote on and what they object to. */
export function TogetherPanel({ watchers }: { watchers: number }) {
  const { me, answer, texts, act } = useOpened();
  const [objection, setObjection] = useState("");
  const pin = sending(() => void act("/api/objections", { body: { structure: answer.chosen, text: objection } }).then((isPinned) => isPinned && setObjection("")));
  const mine = answer.settled.filter((line) => line.author === me.name);
  return (
    <>
      <p>{texts.say("you", me.name!, texts.say(me.isPresenter ? "presenter" : "participant"))} · {texts.say("watching", watchers)}</p>
      {me.participantCode !== null ? (
        <>
          <p>
            {texts.say("invite")}: <strong className="code">{me.participantCode}</strong>
          </p>
          {me.links.map((link) => <p key={link} className="invite"><code>{link}</code></p>)}
          {me.links[0] !== undefined && <QrCode link={me.links[0]} />}
        </>
      ) : (
        !me.isShared && <p className="note">{texts.say("notShared")}</p>
      )}
      <h2>{texts.say("proposals")}</h2>
      {answer.proposals.length === 0 ? <p>{texts.say("noProposals")}</p> : (
        <ul className="log" id="proposals">{answer.proposals.map((line) => <Proposal key={line.number} line={line} />)}</ul>
      )}
      {mine.length > 0 && (
        <>
          <h2>{texts.say("settled")}</h2>
          <ul className="log" id="settled" role="status">{mine.map((line) => <li key={line.number}>{texts.say(line.isTaken ? "settledTaken" : "settledAside", line.text)}</li>)}</ul>
        </>
      )}
      <VotePanel />
      <h2>{texts.say("objections")}</h2>
      {answer.objections.length === 0 ? <p>{texts.say("noObjections")}</p> : (
        <ul className="log" id="objections">{answer.objections.map((line) => <Objection key={line.number} line={line} />)}</ul>
      )}
      <form onSubmit={pin}>
        <Textarea size="small" label={texts.say("objection", answer.chosen)} value={objection} minRows={2} onChange={(event) => setObjection(event.target.value)} />
        <Button size="small" type="submit">{texts.say("pin")}</Button>
      </form>
      {me.isShared && me.isPresenter && <PeoplePanel watchers={watchers} />}
    </>
  );
}

/** A proposal with what it would do to the meeting as it stands, before it is taken up. */
function Proposal({ line }: { line: ProposalLine }) {
  const { me, answer, texts, act } = useOpened();
  const trial = useTold((signal) => post("/api/trials", { body: line.edit, query: { lang: texts.language } }, signal).catch(() => null), [line.number, answer.version, texts]);
  const settle = (isTaken: boolean) => void act("/api/proposals/{number}", { path: { number: line.number }, body: { isTaken } });
  return (
    <li>
      <When {...line} /> {line.text}
      {trial && <p className="note">{trial.sentences.join(" ")} {trial.total.personMilliseconds === 0 ? "" : meanText(texts, trial.total)}</p>}
      {me.isPresenter && (
        <span className="row">
          <Button size="xsmall" onClick={() => settle(true)}>{texts.say("take")}</Button>
          <Button size="xsmall" variant="secondary-neutral" onClick={() => settle(false)}>{texts.say("aside")}</Button>
        </span>
      )}
    </li>
  );
}

/** An objection with its answer; who made it withdraws it, who leads answers. */
function Objection({ line }: { line: ObjectionLine }) {
  const { me, texts, act } = useOpened();
  const [text, setText] = useState<string | null>(null);
  const path = { number: line.number };
  const send = sending(() => void act("/api/objections/{number}/answer", { path, body: { text: text ?? "" } }).then((isSent) => isSent && setText(null)));
  const isMine = line.author === me.name && line.isPresenter === me.isPresenter;
  return (
    <li>
      <When {...line} author={`${line.author}, ${line.structure}`} /> {line.text}
      {line.answer !== null && <p className="note">{texts.say("answered", line.answer)}</p>}
      <span className="row">
        {me.isPresenter && text === null && <Button size="xsmall" variant="secondary-neutral" onClick={() => setText(line.answer ?? "")}>{texts.say("answerIt")}</Button>}
        {isMine && <Button size="xsmall" variant="tertiary" onClick={() => void act("/api/objections/{number}/withdraw", { path })}>{texts.say("withdraw")}</Button>}
      </span>
      {text !== null && (
        <form className="row" onSubmit={send}>
          <TextField size="small" label={texts.say("answerTo", line.author)} value={text} required onChange={(event) => setText(event.target.value)} />
          <Button size="small" type="submit">{texts.say("answerIt")}</Button>
        </form>
      )}
    </li>
  );
}
