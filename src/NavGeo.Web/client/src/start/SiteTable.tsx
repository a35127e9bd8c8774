import { lazy, Suspense, useState } from "react";
import { Button, TextField } from "@navikt/ds-react";
import { sending } from "../panels/forms";
import { useTexts } from "../texts";
import { AddressForm } from "./AddressForm";
import { ask, type CaseDetails, type CaseForm, type Finding, type Site, type Spot, type Work } from "./desk";
import { FindingsHere } from "./FindingText";
import { goneWithSite } from "./gone";
import { movedTo, newSite, withSite } from "./structures";

const SiteMap = lazy(() => import("./SiteMap"));

interface Props {
  id: string;
  form: CaseForm;
  details: CaseDetails;
  findings: Finding[];
  work: Work;
  /** With what the change takes along, where that is anything. */
  onEdit: (form: CaseForm, takesAlong?: string | null) => void;
}

/** The sites of a case: their names, municipalities and positions; new ones by place name, position, or a spot on the map. */
export function SiteTable({ id, form, details, findings, work, onEdit }: Props) {
  const texts = useTexts();
  const [written, setWritten] = useState("");
  const change = (site: Site) => onEdit({ ...form, sites: form.sites.map((one) => (one.id === site.id ? site : one)) });
  const remove = (site: Site) =>
    onEdit({ sites: form.sites.filter((one) => one.id !== site.id), structures: form.structures.map((one) => withSite(one, site.id, null)) }, goneWithSite(texts, form, site));
  const find = (at: string) => work(texts.say("start.reading"), () => ask<Spot>(`cases/${id}/spot?at=${encodeURIComponent(at)}`, texts.language));
  const add = async (at: string) => {
    const spot = await find(at);
    if (!spot) return;
    onEdit({ ...form, sites: [...form.sites, newSite(spot, form.sites)] });
    setWritten("");
  };
  /** Where the text is no spot, the site is laid out again where it stood. */
  const move = async (site: Site, at: string) => {
    const spot = await find(at);
    change(spot ? movedTo(site, spot) : { ...site });
  };
  return (
    <section aria-labelledby="sites">
      <h2 id="sites">{texts.say("start.sites")}</h2>
      <Suspense><SiteMap id={id} sites={form.sites} onMove={(site, at) => void move(site, at)} onAdd={(at) => void add(at)} /></Suspense>
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
                <td><Position site={site} onMove={(at) => void move(site, at)} /> {site.isEstimated && <small>{texts.say("start.estimated")}</small>}</td>
                <td>
                  <Button size="xsmall" variant="tertiary" aria-label={texts.say("start.removeSite", site.name)} onClick={() => remove(site)}>{texts.say("start.remove")}</Button>
                  <FindingsHere findings={findings.filter((one) => one.row?.site === site.id)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <form onSubmit={sending(() => void add(written))}>
        <TextField size="small" label={texts.say("start.newSite")} description={texts.say("start.newSite.help")} list="places" autoComplete="off" required value={written}
          onChange={(event) => setWritten(event.target.value)} />
        <datalist id="places">
          {details.places.map((one) => <option key={one} value={one} />)}
        </datalist>
        <Button size="small" type="submit" variant="secondary">{texts.say("start.addSite")}</Button>
      </form>
      <AddressForm work={work} onPick={(at) => void add(at)} />
    </section>
  );
}

/** A position that is being written counts once it is left. */
function Position({ site, onMove }: { site: Site; onMove: (at: string) => void }) {
  const texts = useTexts();
  const stands = `${site.latitude.toFixed(5)}, ${site.longitude.toFixed(5)}`;
  const [written, setWritten] = useState<string | null>(null);
  const leave = () => {
    setWritten(null);
    if (written !== null && written.trim() !== "" && written !== stands) onMove(written);
  };
  return (
    <input aria-label={texts.say("start.sitePosition", site.name)} value={written ?? stands} onChange={(event) => setWritten(event.target.value)} onBlur={leave} />
  );
}
