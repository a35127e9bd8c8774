import { Button } from "@navikt/ds-react";
import { get, type ChangeSince } from "../api";
import { inMinutes } from "../texts";
import { useOpened } from "../useMeeting";
import { useRest } from "./useRest";

/** Who loses and who gains by the last step or altogether, municipality by municipality, those who lose most first; none is left out. */
export function LedgerTable({ since, setSince }: { since: ChangeSince; setSince: (since: ChangeSince) => void }) {
  const { answer, texts } = useOpened();
  const shown = since === "step" && answer.step ? "step" : "today";
  const change = shown === "step" ? answer.step!.change : answer.altogether;
  const { items, isWhole, showAll } = useRest(change.ledger, change.ledgerCount, (signal) => get("/api/ledger", { query: { since: shown } }, signal));
  return (
    <>
    <div className="row sincerow" role="group" aria-label={texts.say("since")}>
      {(["today", "step"] as const).map((one) => (
        <Button key={one} size="xsmall" variant={one === shown ? "primary" : "secondary-neutral"} aria-pressed={one === shown} disabled={one === "step" && !answer.step} onClick={() => setSince(one)}>
          {texts.say("since." + one)}
        </Button>
      ))}
    </div>
    <div className="scroll" tabIndex={0} role="region" aria-label={texts.say("ledger." + shown)}>
      <table className="figures" id="ledger">
        <caption>{texts.say("ledger." + shown)}</caption>
        <thead>
          <tr>
            <th scope="col">{texts.say("municipality")}</th>
            <th scope="col">{texts.say("lose")}</th>
            <th scope="col">{texts.say("gain")}</th>
            <th scope="col">{texts.say("meanChange")}</th>
            <th scope="col">{texts.say("worst")}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((line) => (
            <tr key={line.kommunenummer ?? "all"} className={line.kommunenummer === null ? "total" : ""}>
              <th scope="row">{line.name ?? texts.say("all")}</th>
              <td className={line.lose + line.loseAccess > 0 ? "bad" : ""}>
                {texts.whole(line.lose)}
                {line.loseAccess > 0 && <span className="lost"> +{texts.whole(line.loseAccess)} {texts.say("loseAccess")}</span>}
              </td>
              <td className={line.gain + line.gainAccess > 0 ? "good" : ""}>{texts.whole(line.gain + line.gainAccess)}</td>
              <td>{texts.one(line.meanBefore)} → {texts.one(line.meanAfter)}</td>
              <td>{line.worstMilliseconds > 0 ? "+" + texts.one(inMinutes(line.worstMilliseconds)) : "–"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
    {!isWhole && (
      <p className="note">
        {texts.say("ledger.first", items.length - 1, change.ledgerCount - 1)}{" "}
        <Button size="xsmall" variant="secondary-neutral" onClick={showAll}>{texts.say("ledger.all")}</Button>
      </p>
    )}
    </>
  );
}
