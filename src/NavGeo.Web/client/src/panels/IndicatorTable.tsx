import { useOpened } from "../useMeeting";

/** The figures beside the map as the server writes them, each held against today with an arrow and, where it may be judged, a word. */
export function IndicatorTable() {
  const { answer, texts } = useOpened();
  return (
    <table className="figures" id="indicators">
      <caption>{texts.say("indicators")}</caption>
      <thead>
        <tr>
          <th scope="col">{texts.say("indicator")}</th>
          <th scope="col">{texts.say("baseline")}</th>
          <th scope="col">{texts.say("now")}</th>
        </tr>
      </thead>
      <tbody>
        {answer.indicators.map(({ key, title, formula, today, now, sign, verdict }) => (
          <tr key={key} title={formula}>
            <th scope="row">{title}</th>
            <td>{today}</td>
            <td className="now">
              {now}{" "}
              {verdict === "none" || sign === 0
                ? <span className="arrow" aria-hidden="true">{arrows[sign + 1]}</span>
                : <span className={"arrow " + (verdict === "better" ? "good" : "bad")} role="img" aria-label={texts.say(verdict)}>{arrows[sign + 1]}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** For less, the same and more. */
const arrows = ["▼", "", "▲"];
