import type { ChangeLines } from "../api";
import { useOpened } from "../useMeeting";

type Pair = ChangeLines["indicators"][number];

/** The figures beside the map as the server writes them, held against the state before the last step and against today, each with an arrow and, where it may be judged, a word. */
export function IndicatorTable() {
  const { answer, texts } = useOpened();
  const before = new Map(answer.step?.change.indicators.map((pair) => [pair.key, pair]));
  return (
    <table className="figures" id="indicators">
      <caption>{texts.say("indicators")}</caption>
      <thead>
        <tr>
          <th scope="col">{texts.say("indicator")}</th>
          <th scope="col">{texts.say("now")}</th>
          {answer.step && <th scope="col">{texts.say("beforeStep")}</th>}
          <th scope="col">{texts.say("againstToday")}</th>
        </tr>
      </thead>
      <tbody>
        {answer.altogether.indicators.map((pair) => (
          <tr key={pair.key} title={pair.formula}>
            <th scope="row">{pair.title}{pair.whom && <small> ({pair.whom})</small>}</th>
            <td className="now">{pair.now}</td>
            {answer.step && <Held pair={before.get(pair.key)} />}
            <Held pair={pair} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What it was, and whether it is more or less now. */
function Held({ pair }: { pair: Pair | undefined }) {
  const { texts } = useOpened();
  if (!pair) return <td>–</td>;
  const { today, sign, verdict } = pair;
  return (
    <td>
      {verdict === "none" || sign === 0
        ? <span className="arrow" aria-hidden="true">{arrows[sign + 1]}</span>
        : <span className={"arrow " + (verdict === "better" ? "good" : "bad")} role="img" aria-label={texts.say(verdict)}>{arrows[sign + 1]}</span>}{" "}
      {sign === 0 ? today : texts.say("fromValue", today)}
    </td>
  );
}

/** For less, the same and more. */
const arrows = ["▼", "", "▲"];
