import { inMinutes } from "../texts";
import { useOpened } from "../useMeeting";

interface Row {
  label: string;
  now: number | null;
  today: number | null;
  write: (value: number | null) => string;
  /** Whether a larger number is better for people; null where neither is. */
  more: boolean | null;
}

/** The figures beside the map, each held against today with an arrow and a word. */
export function IndicatorTable() {
  const { info, answer, texts } = useOpened();
  const now = answer.now.access;
  const today = answer.today.access;
  const { whole, one, percent } = texts;
  const rows: Row[] = [
    ...info.thresholds.map((threshold, index): Row => ({
      label: texts.say("within", threshold), now: now.people_within[index]! / now.people, today: today.people_within[index]! / today.people, write: percent, more: true,
    })),
    { label: texts.say("mean"), now: now.mean_minutes, today: today.mean_minutes, write: one, more: false },
    { label: texts.say("p90"), now: inMinutes(now.p90_milliseconds), today: inMinutes(today.p90_milliseconds), write: one, more: false },
    { label: texts.say("longest"), now: inMinutes(now.longest_milliseconds), today: inMinutes(today.longest_milliseconds), write: one, more: false },
    { label: texts.say("without"), now: now.without_access, today: today.without_access, write: whole, more: false },
    { label: texts.say("offices"), now: answer.now.offices, today: answer.today.offices, write: whole, more: null },
    { label: texts.say("openSites"), now: answer.now.openSites, today: answer.today.openSites, write: whole, more: null },
    { label: texts.say("smallest"), now: answer.now.smallestFte, today: answer.today.smallestFte, write: one, more: true },
  ];
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
        {rows.map((row) => (
          <tr key={row.label}>
            <th scope="row">{row.label}</th>
            <td>{row.write(row.today)}</td>
            <td className="now">{row.write(row.now)} <Arrow row={row} /></td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Arrow({ row }: { row: Row }) {
  const { texts } = useOpened();
  if (row.now === null || row.today === null || row.write(row.now) === row.write(row.today)) return <span className="arrow" />;
  const isUp = row.now > row.today;
  const sign = isUp ? "▲" : "▼";
  if (row.more === null) return <span className="arrow" aria-hidden="true">{sign}</span>;
  const isBetter = isUp === row.more;
  return <span className={"arrow " + (isBetter ? "good" : "bad")} role="img" aria-label={texts.say(isBetter ? "better" : "worse")}>{sign}</span>;
}
