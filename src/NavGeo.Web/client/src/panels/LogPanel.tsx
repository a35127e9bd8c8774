import { useEffect, useState, type FormEvent } from "react";
import { Button, TextField } from "@navikt/ds-react";
import { get, type Answer, type ScenarioLine } from "../api";
import { useTexts } from "../texts";

interface Props {
  answer: Answer;
  act: (path: string, body?: unknown) => Promise<boolean>;
  actText: (path: string, text: string) => Promise<boolean>;
  canEdit: boolean;
}

/** The edits in force, scenarios that were kept, and everything that was done. */
export function LogPanel({ answer, act, actText, canEdit }: Props) {
  const texts = useTexts();
  const [name, setName] = useState("");
  const [lines, setLines] = useState<ScenarioLine[]>([]);
  const names = answer.scenarios.join("\n");
  useEffect(() => {
    if (names.length > 0) void get<ScenarioLine[]>("scenarios").then(setLines);
  }, [names, answer.version]);
  const keep = (event: FormEvent) => {
    event.preventDefault();
    void act("scenarios", { name }).then((isKept) => isKept && setName(""));
  };
  const takeIn = (input: HTMLInputElement) => {
    const file = input.files?.[0];
    if (!file) return;
    void file.text().then((text) => actText("scenarios/file", text)).finally(() => (input.value = ""));
  };
  return (
    <>
      <h2>{texts.say("editsInForce")}</h2>
      {answer.edits.length === 0 ? <p>{texts.say("noEdits")}</p> : <ol id="edits">{answer.edits.map((edit, index) => <li key={index}>{edit}</li>)}</ol>}
      {canEdit && <Button size="small" variant="secondary-neutral" disabled={answer.edits.length === 0} onClick={() => void act("clear")}>{texts.say("clear")}</Button>}
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
                  <td>{texts.whole(line.lose)}</td>
                  <td>{texts.whole(line.gain)}</td>
                  <td className="text">
                    {canEdit && <Button size="xsmall" variant="tertiary" onClick={() => void act("scenarios/open", { name: line.name })}>{texts.say("open")}</Button>}
                    <a href={`api/scenarios/${encodeURIComponent(line.name)}/file?lang=${texts.language}`} download>{texts.say("export")}</a>
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
              <span className="when">{texts.time(line.at)} {line.author}</span> {line.text}
            </li>
          ))}
        </ol>
      )}
      {answer.logCount > answer.log.length && <p className="note">{texts.say("logMore", answer.log.length, answer.logCount)}</p>}
    </>
  );
}
