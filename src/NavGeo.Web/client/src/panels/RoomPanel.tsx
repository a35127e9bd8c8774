import { useOpened } from "../useMeeting";
import { useLargeLetters } from "./useLargeLetters";

/** The figures a room is shown beside who loses, by their keys: of many those that are spoken of. */
const shown = ["mean_min", "within_30_min"];

/** What a room sees from six metres: three figures and the sentence, in letters that grow with the screen. */
export function RoomPanel() {
  const { answer, texts } = useOpened();
  useLargeLetters(true);
  const { step, altogether } = answer;
  const [total] = altogether.ledger;
  const longer = total!.lose + total!.loseAccess;
  return (
    <div className="roompanel" aria-live="polite">
      <dl>
        {altogether.indicators.filter((pair) => shown.includes(pair.key)).map((pair) => (
          <div key={pair.key}>
            <dt>{pair.title}</dt>
            <dd>
              {pair.now} {pair.sign !== 0 && <small>{texts.say("roomToday", pair.today)}{pair.whom && ` (${pair.whom})`}</small>}
            </dd>
          </div>
        ))}
        <div>
          <dt>{texts.say("roomLose")}</dt>
          <dd>{texts.whole(longer)}</dd>
        </div>
      </dl>
      {step && (
        <>
          <h2>{texts.say("since.step")}</h2>
          <p className="edit">{step.text}</p>
          <p>{step.change.sentences[0]}</p>
        </>
      )}
      <h2>{texts.say("since.today")}</h2>
      <p className="pinned">{altogether.sentences[0]}</p>
    </div>
  );
}
