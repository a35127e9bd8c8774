import { useState } from "react";
import { Button, Textarea } from "@navikt/ds-react";
import { useOpened } from "../useMeeting";
import { sending } from "./forms";
import { When } from "./LogPanel";

/** Who follows, what they propose and what they object to. */
export function TogetherPanel({ watchers }: { watchers: number }) {
  const { me, answer, texts, act } = useOpened();
  const [objection, setObjection] = useState("");
  const pin = sending(() => void act("/api/objections", { body: { structure: answer.chosen, text: objection } }).then((isPinned) => isPinned && setObjection("")));
  const settle = (number: number, isTaken: boolean) => void act("/api/proposals/{number}", { path: { number }, body: { isTaken } });
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
              <When {...line} /> {line.text}
              {me.isPresenter && (
                <span className="row">
                  <Button size="xsmall" onClick={() => settle(line.number, true)}>{texts.say("take")}</Button>
                  <Button size="xsmall" variant="secondary-neutral" onClick={() => settle(line.number, false)}>{texts.say("aside")}</Button>
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
              <When {...line} author={`${line.author}, ${line.structure}`} /> {line.text}
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
