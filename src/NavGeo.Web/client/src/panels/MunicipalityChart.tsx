import { useOpened } from "../useMeeting";

const most = 20;
const width = 420;
const row = 22;
const left = 130;

/** Mean minutes municipality by municipality, today and now, in the order of the ledger: the first lose most. */
export function MunicipalityChart() {
  const { answer, texts } = useOpened();
  const lines = answer.altogether.ledger.filter((line) => line.kommunenummer !== null).slice(0, most);
  const longest = Math.max(1, ...lines.flatMap((line) => [line.meanBefore ?? 0, line.meanAfter ?? 0]));
  const right = lines.some((line) => line.loseAccess > 0) ? 170 : 46;
  const x = (minutes: number) => left + (minutes / longest) * (width - left - right);
  return (
    <figure className="chart">
      <figcaption>{texts.say("chart.municipalities")}</figcaption>
      <svg viewBox={`0 0 ${width} ${lines.length * row + 4}`} role="img" aria-label={texts.say("chart.municipalities")}>
        {lines.map((line, index) => {
          const middle = index * row + row / 2;
          return (
            <g key={line.kommunenummer}>
              <text x={left - 8} y={middle + 4} textAnchor="end">{line.name}</text>
              <line x1={left} x2={width - right} y1={middle} y2={middle} className="grid" />
              {line.meanBefore !== null && line.meanAfter !== null && <line x1={x(line.meanBefore)} x2={x(line.meanAfter)} y1={middle} y2={middle} className="way" />}
              {line.meanBefore !== null && <circle cx={x(line.meanBefore)} cy={middle} r={5} className="today" />}
              {line.meanAfter !== null && <circle cx={x(line.meanAfter)} cy={middle} r={5} className="now" />}
              <text x={width - 2} y={middle + 4} textAnchor="end">
                {texts.one(line.meanAfter)}{line.loseAccess > 0 && ` (${texts.whole(line.loseAccess)} ${texts.say("loseAccess")})`}
              </text>
            </g>
          );
        })}
      </svg>
      <p className="note">
        <span className="key dot" /> {texts.say("now")} <span className="key ring" /> {texts.say("baseline")} · {texts.say("chart.minutes")}
      </p>
    </figure>
  );
}
