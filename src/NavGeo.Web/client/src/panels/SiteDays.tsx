import { useState } from "react";
import { TextField } from "@navikt/ds-react";
import { edits } from "../edits";
import { municipalityName } from "../names";
import { useOpened } from "../useMeeting";

const choices = [0, 1, 2, 3, 4, 5];

/** Of more sites than this the list shows those that are searched for. */
const most = 25;

/** Opens, closes and sets the days of each site in the structure that is shown. */
export function SiteDays() {
  const { answer, info, texts, sendEdit } = useOpened();
  const [sought, setSought] = useState("");
  const isLong = answer.sites.length > most;
  // By any of its names, or by that of its municipality: who looks for Voss finds Vossavangen, and who looks for Áltá finds Alta.
  const found = answer.sites.filter((site) => [site.name, site.otherNames ?? "", municipalityName(info, site.municipality)]
    .some((name) => name.toLocaleLowerCase("nb").includes(sought.trim().toLocaleLowerCase("nb"))));
  const shown = found.slice(0, most);
  return (
    <fieldset>
      <legend>{texts.say("sites", answer.chosen)}</legend>
      {isLong && <TextField size="small" label={texts.say("sites.seek")} value={sought} onChange={(event) => setSought(event.target.value)} />}
      <table className="figures">
        <thead>
          <tr>
            <th scope="col">{texts.say("site")}</th>
            <th scope="col" className="text">{texts.say("office")}</th>
            <th scope="col">{texts.say("people")}</th>
            <th scope="col">{texts.say("daysAWeek")}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((site) => (
            <tr key={site.id}>
              <th scope="row">{site.name}{site.otherNames !== null && <span className="note"> {site.otherNames}</span>}</th>
              <td className="text">{site.office ?? "–"}</td>
              <td>{texts.whole(site.people)}</td>
              <td>
                <select
                  aria-label={texts.say("daysOf", site.name)} value={site.days}
                  onChange={(event) => void sendEdit(edits.setSiteDays(answer.chosen, site.id, Number(event.target.value)))}
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
      {found.length > shown.length && <p className="note">{texts.say("sites.first", shown.length, found.length)}</p>}
    </fieldset>
  );
}
