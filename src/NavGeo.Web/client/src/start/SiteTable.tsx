import { useState } from "react";
import { Button, TextField } from "@navikt/ds-react";
import { sending } from "../panels/forms";
import { useTexts } from "../texts";
import type { CaseDetails, CaseForm, Site } from "./desk";
import { labelOf, newSite, positionOf, withSite } from "./structures";

interface Props {
  form: CaseForm;
  details: CaseDetails;
  onEdit: (form: CaseForm) => void;
}

/** The sites of a case: their names, municipalities and positions; new ones by place name or position. */
export function SiteTable({ form, details, onEdit }: Props) {
  const texts = useTexts();
  const [written, setWritten] = useState("");
  const [isUnknown, setUnknown] = useState(false);
  const change = (site: Site) => onEdit({ ...form, sites: form.sites.map((one) => (one.id === site.id ? site : one)) });
  const remove = (site: Site) =>
    onEdit({ sites: form.sites.filter((one) => one.id !== site.id), structures: form.structures.map((one) => withSite(one, site.id, null)) });
  const add = () => {
    const site = newSite(written, details.places, form.sites);
    setUnknown(!site);
    if (!site) return;
    onEdit({ ...form, sites: [...form.sites, site] });
    setWritten("");
  };
  return (
    <section aria-labelledby="sites">
      <h2 id="sites">{texts.say("start.sites")}</h2>
      <div className="scroll" role="region" aria-labelledby="sites" tabIndex={0}>
        <table className="grid">
          <thead>
            <tr>{["start.name", "municipality", "start.position"].map((one) => <th key={one} scope="col">{texts.say(one)}</th>)}<td></td></tr>
          </thead>
          <tbody>
            {form.sites.map((site) => (
              <tr key={site.id}>
                <td><input aria-label={texts.say("start.siteName", site.id)} value={site.name} onChange={(event) => change({ ...site, name: event.target.value })} /></td>
                <td>
                  <select aria-label={texts.say("start.siteMunicipality", site.name)} value={site.municipality} onChange={(event) => change({ ...site, municipality: event.target.value })}>
                    {details.municipalities.filter((one) => one.partOf === null).map((one) => <option key={one.number} value={one.number}>{one.name}</option>)}
                  </select>
                </td>
                <td><Position site={site} onChange={change} /> {site.isEstimated && <small>{texts.say("start.estimated")}</small>}</td>
                <td><Button size="xsmall" variant="tertiary" aria-label={texts.say("start.removeSite", site.name)} onClick={() => remove(site)}>{texts.say("start.remove")}</Button></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <form onSubmit={sending(add)}>
        <TextField size="small" label={texts.say("start.newSite")} list="places" autoComplete="off" required value={written}
          error={isUnknown && texts.say("start.newSite.unknown")} onChange={(event) => setWritten(event.target.value)} />
        <datalist id="places">
          {details.places.map((one) => <option key={labelOf(one)} value={labelOf(one)} />)}
        </datalist>
        <Button size="small" type="submit" variant="secondary">{texts.say("start.addSite")}</Button>
      </form>
    </section>
  );
}

/** A position that is being written counts once it is one. */
function Position({ site, onChange }: { site: Site; onChange: (site: Site) => void }) {
  const texts = useTexts();
  const stands = `${site.latitude.toFixed(5)}, ${site.longitude.toFixed(5)}`;
  const [written, setWritten] = useState<string | null>(null);
  const leave = () => {
    const at = written === null ? null : positionOf(written);
    setWritten(null);
    if (at && written !== stands) onChange({ ...site, latitude: at[0], longitude: at[1], isEstimated: false });
  };
  return (
    <input aria-label={texts.say("start.sitePosition", site.name)} value={written ?? stands} onChange={(event) => setWritten(event.target.value)} onBlur={leave} />
  );
}
