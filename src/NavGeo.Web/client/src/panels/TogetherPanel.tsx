import { useState, type FormEvent } from "react";
import { Button, Textarea } from "@navikt/ds-react";
import type { Answer, Me } from "../api";
import { useTexts } from "../texts";

interface Props {
  me: Me;
  answer: Answer;
  watchers: number;
  act: (path: string, body?: unknown) => Promise<boolean>;
}

/** Who follows, what they propose and what they object to. */
export function TogetherPanel({ me, answer, watchers, act }: Props) {
  const texts = useTexts();
  const [objection, setObjection] = useState("");
  const pin = (event: FormEvent) => {
    event.preventDefault();
    void act("objections", { structure: answer.chosen, text: objection }).then((isPinned) => isPinned && setObjection(""));
  };
  return (
    <>
      <p>{texts.say("you", me.name!, texts.say(me.isPresenter ? "presenter" : "participant"))} · {texts.say("watching", watchers)}</p>
      {me.participantCode !== null ? (
        <>
          <p>
            {texts.say("invite")}: <strong className="code">{me.participantCode}</strong>
          </p>
          {me.links.map((link) => <p key={link} className="invite"><code>{link}</code></p>)}
        </>
      ) : (
        !me.isShared && <p className="note">{texts.say("notShared")}</p>
      )}
      <h2>{texts.say("proposals")}</h2>
      {answer.proposals.length === 0 ? <p>{texts.say("noProposals")}</p> : (
        <ul className="log">
          {answer.proposals.map((line) => (
            <li key={line.number}>
              <span className="when">{texts.time(line.at)} {line.author}</span> {line.text}
              {me.isPresenter && (
                <span className="row">
                  <Button size="xsmall" onClick={() => void act(`proposals/${line.number}`, { isTaken: true })}>{texts.say("take")}</Button>
                  <Button size="xsmall" variant="secondary-neutral" onClick={() => void act(`proposals/${line.number}`, { isTaken: false })}>{texts.say("aside")}</Button>
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      <h2>{texts.say("objections")}</h2>
      {answer.objections.length === 0 ? <p>{texts.say("noObjections")}</p> : (
        <ul className="log">
          {answer.objections.map((line) => (
            <li key={line.number}>
              <span className="when">{texts.time(line.at)} {line.author}, {line.structure}</span> {line.text}
            </li>
          ))}
        </ul>
      )}
      <form onSubmit={pin}>
        <Textarea size="small" label={texts.say("objection", answer.chosen)} value={objection} minRows={2} onChange={(event) => setObjection(event.target.value)} />
        <Button size="small" type="submit">{texts.say("pin")}</Button>
      </form>
    </>
  );
}
