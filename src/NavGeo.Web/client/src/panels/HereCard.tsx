import { useEffect, useRef, useState } from "react";
import { Button } from "@navikt/ds-react";
import { post, Refusal, type Edit, type Trial } from "../api";
import { meanText } from "../names";
import { useOpened } from "../useMeeting";

/** An edit somebody has begun in the map: what it would do, before it counts. */
export function HereCard({ edit, onDone }: { edit: Edit; onDone: () => void }) {
  const { me, answer, texts, sendEdit } = useOpened();
  const [trial, setTrial] = useState<Trial | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const yes = useRef<HTMLButtonElement>(null);
  const [isSent, setSent] = useState(false);
  const key = edit.kind === "moveSite" ? "here" : "doIt";
  useEffect(() => {
    const leaving = new AbortController();
    setTrial(null);
    setRefusal(null);
    post("/api/trials", { body: edit, query: { lang: texts.language } }, leaving.signal).then(
      (told) => leaving.signal.aborted || setTrial(told),
      (error: unknown) => {
        if (!leaving.signal.aborted) setRefusal(error instanceof Refusal ? error.message : texts.say("problem.offline"));
      },
    );
    return () => leaving.abort();
    // What it would do is asked anew when the meeting has gone on meanwhile.
  }, [edit, texts, answer.version]);
  // Whoever came here by keyboard goes on by it, once there is something to say yes to.
  useEffect(() => yes.current?.focus(), [trial]);
  const send = () => {
    setSent(true);
    void sendEdit(edit).finally(onDone);
  };
  return (
    <div className="here" role="dialog" aria-label={texts.say(key)}>
      <h2>{texts.say(key)}</h2>
      <div role="status">
        {refusal !== null ? <p className="bad">{refusal}</p> : trial === null ? <p>{texts.say("loading")}</p> : (
          <>
            <p className="edit">{trial.title}</p>
            {trial.sentences.map((sentence) => <p key={sentence}>{sentence}</p>)}
            <p className="mean">{meanText(texts, trial.total)}</p>
          </>
        )}
      </div>
      <div className="row">
        <Button ref={yes} size="small" disabled={isSent || trial === null} onClick={send}>{texts.say(key + (me.isPresenter ? ".yes" : ".propose"))}</Button>
        <Button size="small" variant="secondary-neutral" disabled={isSent} onClick={onDone}>{texts.say(key + ".no")}</Button>
      </div>
    </div>
  );
}
