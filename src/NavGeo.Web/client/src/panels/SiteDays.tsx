import { useTexts } from "../texts";
import type { EditProps } from "./WhatIfPanel";

const choices = [0, 1, 2, 3, 4, 5];

/** Opens, closes and sets the days of each site in the structure that is shown. */
export function SiteDays({ answer, edit }: EditProps) {
  const texts = useTexts();
  return (
    <fieldset>
      <legend>{texts.say("sites", answer.chosen)}</legend>
      <table className="figures">
        <thead>
          <tr>
            <th scope="col">{texts.say("site")}</th>
            <th scope="col">{texts.say("office")}</th>
            <th scope="col">{texts.say("people")}</th>
            <th scope="col">{texts.say("daysAWeek")}</th>
          </tr>
        </thead>
        <tbody>
          {answer.sites.map((site) => (
            <tr key={site.id}>
              <th scope="row">{site.name}</th>
              <td className="text">{site.office ?? "–"}</td>
              <td>{texts.whole(site.people)}</td>
              <td>
                <select
                  aria-label={texts.say("daysOf", site.name)} value={site.days}
                  onChange={(event) => void edit({ kind: "setSiteDays", structure: answer.chosen, site: site.id, days: Number(event.target.value) })}
                >
                  {[...new Set([...choices, site.days])].sort((a, b) => a - b).map((days) => (
                    <option key={days} value={days}>{days === 0 ? texts.say("closed") : days}</option>
                  ))}
                </select>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </fieldset>
  );
}
