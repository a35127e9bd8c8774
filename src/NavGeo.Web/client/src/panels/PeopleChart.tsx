import { useOpened } from "../useMeeting";

const width = 420;
const height = 170;
const left = 52;
const bottom = 26;
const longest = 120;

/** How many people reach a site within how many minutes: now as a thick line, today as a dashed one. */
export function PeopleChart() {
  const { answer, texts } = useOpened();
  const all = Math.max(1, answer.now.access.people);
  const x = (minutes: number) => left + (minutes / longest) * (width - left - 8);
  const y = (people: number) => 8 + (1 - people / all) * (height - bottom - 8);
  const line = (reached: number[]) => reached.map((people, minutes) => `${minutes === 0 ? "M" : "L"}${x(minutes).toFixed(1)} ${y(people).toFixed(1)}`).join("");
  return (
    <figure className="chart">
      <figcaption>{texts.say("chart")}</figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={texts.say("chart")}>
        {[0, 15, 30, 45, 60, 90, 120].map((minutes) => (
          <g key={minutes}>
            <line x1={x(minutes)} x2={x(minutes)} y1={8} y2={height - bottom} className="grid" />
            <text x={x(minutes)} y={height - 8} textAnchor="middle">{minutes}</text>
          </g>
        ))}
        {[0, 0.5, 1].map((share) => (
          <g key={share}>
            <line x1={left} x2={width - 8} y1={y(all * share)} y2={y(all * share)} className="grid" />
            <text x={left - 5} y={y(all * share) + 4} textAnchor="end">{texts.whole(all * share)}</text>
          </g>
        ))}
        <path d={line(answer.today.reachedByMinute)} className="today" />
        <path d={line(answer.now.reachedByMinute)} className="now" />
      </svg>
      <p className="note"><span className="key now" /> {texts.say("now")} <span className="key today" /> {texts.say("baseline")} · {texts.say("chart.minutes")}</p>
    </figure>
  );
}
