import { useState } from "react";
import { Button, TextField } from "@navikt/ds-react";
import { addressOf, get, post, useTold, type LogLine } from "../api";
import { useOpened } from "../useMeeting";
import { sending } from "./forms";

/** When a line of the log came about, and who wrote it. */
export function When({ at, author, isPresenter }: Pick<LogLine, "at" | "author" | "isPresenter">) {
  const { me, texts } = useOpened();
  return <span className="when">{texts.time(at)} {author}{me.isShared && isPresenter && ` (${texts.say("presenter")})`}</span>;
}

/** The edits in force, scenarios that were kept, and everything that was done. */
export function LogPanel() {
  const { me: { isPresenter: canEdit }, answer, texts, act, isOwn } = useOpened();
  const [name, setName] = useState("");
  const lines = useTold(answer.scenarios.length > 0 ? (signal) => get("/api/scenarios", {}, signal) : null, [answer.version]) ?? [];
  const keep = sending(() => void act("/api/scenarios", { body: { name } }).then((isKept) => isKept && setName("")));
  const takeIn = (input: HTMLInputElement) => {
    const body = input.files?.[0];
    if (body) void act("/api/scenarios/file", { body }).finally(() => (input.value = ""));
  };
  return (
    <>
      <h2>{texts.say("editsInForce")}</h2>
      {answer.edits.length === 0 ? <p>{texts.say("noEdits")}</p> : <ol id="edits">{answer.edits.map((edit) => <li key={edit.number}>{edit.isOn ? edit.title : <s>{edit.title}</s>} <When {...edit} /></li>)}</ol>}
      {canEdit && <Button size="small" variant="secondary-neutral" disabled={answer.edits.length === 0} onClick={() => void act("/api/clear")}>{texts.say("clear")}</Button>}
      {canEdit && !isOwn && answer.editedStructures.includes(answer.chosen) && <SaveModel />}
      <h2>{texts.say("scenarios")}</h2>
      {canEdit && (
        <form onSubmit={keep}>
          <div className="row">
            <TextField size="small" label={texts.say("scenarioName")} value={name} required maxLength={80} onChange={(event) => setName(event.target.value)} />
            <Button size="small" type="submit">{texts.say("keep")}</Button>
          </div>
        </form>
      )}
      {canEdit && (
        <p>
          <label className="file">
            {texts.say("upload")} <input type="file" accept=".json,application/json" onChange={(event) => takeIn(event.currentTarget)} />
          </label>
        </p>
      )}
      {answer.scenarios.length === 0 ? (
        <p>{texts.say("noScenarios")}</p>
      ) : (
        <div className="scroll" tabIndex={0} role="region" aria-label={texts.say("scenarios")}>
          <table className="figures" id="scenarios">
            <thead>
              <tr>
                <th scope="col">{texts.say("scenarios")}</th>
                <th scope="col">{texts.say("mean")}</th>
                <th scope="col">{texts.say("withoutAccess")}</th>
                <th scope="col">{texts.say("lose")}</th>
                <th scope="col">{texts.say("gain")}</th>
                <th scope="col">{texts.say("takeAway")}</th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <tr key={line.name}>
                  <th scope="row">{line.name} ({line.structure})</th>
                  <td>{texts.one(line.mean)}</td>
                  <td>{texts.whole(line.withoutAccess)}</td>
                  <td>{texts.whole(line.lose)}</td>
                  <td>{texts.whole(line.gain)}</td>
                  <td className="text">
                    {canEdit && <Renaming name={line.name} />}
                    {canEdit && (
                      <Button size="xsmall" variant="tertiary" aria-label={texts.say("deleteNamed", line.name)} onClick={() => void act("/api/scenarios/delete", { body: { name: line.name } })}>
                        {texts.say("delete")}
                      </Button>
                    )}
                    {canEdit && <Button size="xsmall" variant="tertiary" onClick={() => void act("/api/scenarios/open", { body: { name: line.name } })}>{texts.say("open")}</Button>}
                    <a href={addressOf("/api/scenarios/{name}/file", { path: { name: line.name }, query: { lang: texts.language } })} download>{texts.say("export")}</a>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <h2>{texts.say("logTitle")}</h2>
      {answer.log.length === 0 ? (
        <p>{texts.say("emptyLog")}</p>
      ) : (
        <ol className="log" reversed>
          {answer.log.map((line) => (
            <li key={line.number}>
              <When {...line} /> {line.text}
            </li>
          ))}
        </ol>
      )}
      {answer.logCount > answer.log.length && <p className="note">{texts.say("logMore", answer.log.length, answer.logCount)}</p>}
    </>
  );
}

/** Gives a kept scenario another name. */
function Renaming({ name }: { name: string }) {
  const { texts, act } = useOpened();
  const [to, setTo] = useState<string | null>(null);
  const rename = sending(() => void act("/api/scenarios/rename", { body: { name, to: to ?? name } }).then((isDone) => isDone && setTo(null)));
  if (to === null) return <Button size="xsmall" variant="tertiary" onClick={() => setTo(name)}>{texts.say("rename")}</Button>;
  return (
    <form className="row" onSubmit={rename}>
      <TextField size="small" label={texts.say("renameTo", name)} value={to} required maxLength={80} onChange={(event) => setTo(event.target.value)} />
      <Button size="xsmall" type="submit">{texts.say("rename")}</Button>
    </form>
  );
}

/** Saves the model that is shown, as it has been edited, as another one of the case. */
function SaveModel() {
  const { texts } = useOpened();
  const [name, setName] = useState("");
  const [note, setNote] = useState<string | null>(null);
  const save = sending(() =>
    void post("/api/models", { body: { name }, query: { lang: texts.language } }).then(({ id }) => setNote(texts.say("savedModel", id)), (error: unknown) => setNote(error instanceof Error ? error.message : String(error))));
  return (
    <form onSubmit={save}>
      <div className="row">
        <TextField size="small" label={texts.say("modelName")} value={name} required maxLength={80} onChange={(event) => setName(event.target.value)} />
        <Button size="small" type="submit" variant="secondary">{texts.say("saveModel")}</Button>
      </div>
      {note !== null && <p role="status">{note}</p>}
    </form>
  );
}
