import type { Visits } from "../api";
import { edits } from "../edits";
import { structureName } from "../names";
import { useOpened } from "../useMeeting";
import { useLargeLetters } from "./useLargeLetters";

interface Props {
  /** Null while they are searched. */
  visits: Visits | null;
}

/** The answer for who has no car in two parts, as for who has one: what the last step does, and what all that is in force does. */
export function VisitHead({ visits, isRoom }: Props & { isRoom: boolean }) {
  const { answer, texts } = useOpened();
  useLargeLetters(isRoom);
  if (!visits) return <p role="status">{texts.say("visits.searching")}</p>;
  const shown = visits.structures.find((one) => one.id === answer.chosen);
  return (
    <div className={isRoom ? "roompanel" : "sentences"} aria-live="polite" aria-atomic="true">
      {isRoom && shown && (
        <dl>
          {([["visits.withDay", texts.whole(shown.withDay)], ["visits.withoutDay", texts.whole(shown.withoutDay)], ["visits.week", texts.one(shown.daysAWeek)]] as const).map(([key, value]) => (
            <div key={key}>
              <dt>{texts.say(key)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {visits.step && answer.step && (
        <section className="part">
          <h2>{texts.say("since.step")}</h2>
          <p className="edit">{answer.step.text}</p>
          {visits.step.map((sentence) => <p key={sentence}>{sentence}</p>)}
        </section>
      )}
      <section className="part">
        <h2>{texts.say("since.today")}</h2>
        {visits.altogether.map((sentence) => <p key={sentence}>{sentence}</p>)}
      </section>
    </div>
  );
}

/** Without a car: the models, who loses and gains municipality by municipality, how one gets there, and what it rests on. */
export function VisitPanel({ visits }: Props) {
  const { info, answer, texts, sendEdit } = useOpened();
  if (!visits) return null;
  return (
    <>
      <div className="scroll" tabIndex={0} role="region" aria-label={texts.say("visits.models")}>
        <table className="figures" id="visits">
          <caption>{texts.say("visits.models")}</caption>
          <thead>
            <tr>
              {["model", "visits.withDay", "visits.withoutDay", "visits.week", "visits.away"].map((key) => <th key={key} scope="col">{texts.say(key)}</th>)}
            </tr>
          </thead>
          <tbody>
            {visits.structures.map((one) => (
              <tr key={one.id} className={one.id === answer.chosen ? "total" : ""}>
                <th scope="row">
                  <button type="button" className="sort" title={one.name} aria-label={structureName(info, one.id)} onClick={() => void sendEdit(edits.chooseStructure(one.id))}>{one.id}</button>
                </th>
                <td>{texts.whole(one.withDay)}</td>
                <td>{texts.whole(one.withoutDay)}</td>
                <td>{texts.one(one.daysAWeek)}</td>
                <td>{texts.whole(one.awayMinutes)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="scroll" tabIndex={0} role="region" aria-label={texts.say("visits.ledger")}>
        <table className="figures" id="visit-ledger">
          <caption>{texts.say("visits.ledger")}</caption>
          <thead>
            <tr>
              {["municipality", "visits.fewer", "visits.more", "visits.week"].map((key) => <th key={key} scope="col">{texts.say(key)}</th>)}
            </tr>
          </thead>
          <tbody>
            {visits.ledger.map((line) => (
              <tr key={line.kommunenummer ?? "all"} className={line.kommunenummer === null ? "total" : ""}>
                <th scope="row">{line.name ?? texts.say("all")}</th>
                <td className={line.lose > 0 ? "bad" : ""}>
                  {texts.whole(line.lose)}
                  {line.loseAll > 0 && <span className="lost"> {texts.whole(line.loseAll)} {texts.say("visits.lost")}</span>}
                </td>
                <td className={line.gain > 0 ? "good" : ""}>{texts.whole(line.gain)}</td>
                <td>{texts.one(line.daysBefore)} → {texts.one(line.daysAfter)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {visits.sentences.length > 0 && (
        <details open>
          <summary>{texts.say("visits.places")}</summary>
          {visits.sentences.map((sentence) => <p key={sentence}>{sentence}</p>)}
        </details>
      )}
      {visits.notes.map((note) => <p key={note} className="note">{note}</p>)}
    </>
  );
}
