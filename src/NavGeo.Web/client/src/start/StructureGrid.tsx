import { useState } from "react";
import { Button } from "@navikt/ds-react";
import { numberOf } from "../panels/forms";
import { useTexts } from "../texts";
import type { CaseDetails, CaseForm, Finding, Structure } from "./desk";
import { FindingsHere } from "./FindingText";
import { OfficeTable } from "./OfficeTable";
import { daysOf, officeOf, withDays, withMunicipality, withSite } from "./structures";

interface Props {
  structure: Structure;
  form: CaseForm;
  details: CaseDetails;
  findings: Finding[];
  onEdit: (structure: Structure) => void;
  onCopy: () => void;
  /** What the copy will be called. */
  copyId: string;
  onRemove: () => void;
}

/** One structure: which office has which municipality, which site, and on how many days. */
export function StructureGrid({ structure, form, details, findings, onEdit, onCopy, copyId, onRemove }: Props) {
  const texts = useTexts();
  const { id } = structure;
  const isToday = id === details.baseline;
  const title = texts.say("start.model", id) + (isToday ? ` (${texts.say("start.today")})` : "");
  const offices = structure.offices.map((one) => one.name);
  const served = structure.offices.flatMap((office) => office.municipalities.map((number) => ({ number, office: office.name })));
  const areas = details.municipalities.flatMap((area) => served.filter((one) => one.number === area.number).map((one) => ({ ...one, name: area.name })));
  return (
    <section aria-label={title} className="model">
      <h2>{title}</h2>
      <div className="doors">
        <label>{texts.say("start.name")} <input aria-label={texts.say("start.modelName", id)} size={40} value={structure.name} onChange={(event) => onEdit({ ...structure, name: event.target.value })} /></label>
        <Button size="small" variant="secondary" onClick={onCopy}>{texts.say("start.copyModel", id, copyId)}</Button>
        {!isToday && <Button size="small" variant="tertiary" onClick={onRemove}>{texts.say("start.removeModel", id)}</Button>}
      </div>
      <FindingsHere findings={findings.filter((one) => one.row?.structure === id)} />
      <OfficeTable structure={structure} form={form} details={details} onEdit={onEdit} />
      <div className="tables">
        <div className="scroll">
          <table className="grid">
            <caption>{texts.say("start.who", id)}</caption>
            <thead><tr><th scope="col">{texts.say("municipality")}</th><th scope="col">{texts.say("office")}</th></tr></thead>
            <tbody>
              {areas.map((area) => (
                <tr key={area.number}>
                  <th scope="row">{area.name}</th>
                  <td>
                    <select aria-label={texts.say("start.municipalityOffice", area.name, id)} value={area.office} onChange={(event) => onEdit(withMunicipality(structure, area.number, event.target.value, form.sites))}>
                      {[...new Set([...offices, ownOffice(form, details.baseline, area)])].map((name) => <option key={name}>{name}</option>)}
                    </select>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <div className="scroll">
          <table className="grid">
            <caption>{texts.say("start.where", id)}</caption>
            <thead><tr><th scope="col">{texts.say("start.site")}</th><th scope="col">{texts.say("office")}</th><th scope="col">{texts.say("start.days")}</th></tr></thead>
            <tbody>
              {form.sites.map((site) => {
                const days = daysOf(structure, site.id);
                return (
                  <tr key={site.id}>
                    <th scope="row">{site.name}</th>
                    <td>
                      <select aria-label={texts.say("start.siteOffice", site.name, id)} value={officeOf(structure, site.id) ?? ""} onChange={(event) => onEdit(withSite(structure, site.id, event.target.value || null))}>
                        <option value="">{texts.say("start.notUsed")}</option>
                        {offices.map((name) => <option key={name}>{name}</option>)}
                      </select>
                    </td>
                    <td>
                      {days !== null && (
                        <DaysField label={texts.say("start.daysOf", site.name, id)} days={days} onDays={(now) => onEdit(withDays(structure, site.id, now))} />
                      )}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      </div>
    </section>
  );
}

/** What the office of a municipality is called that has none with others: as today, else by its Norwegian name. */
function ownOffice(form: CaseForm, baseline: string | null, area: { number: string; name: string }): string {
  const today = form.structures.find((one) => one.id === baseline)?.offices.find((one) => one.municipalities.includes(area.number));
  return today?.municipalities.length === 1 ? today.name : `NAV ${area.name.split(" – ")[0]}`;
}

/** Days a week as people write them, "2,5" too; an empty field is not "closed" but unwritten. */
function DaysField({ label, days, onDays }: { label: string; days: number; onDays: (days: number) => void }) {
  const texts = useTexts();
  const [written, setWritten] = useState<string | null>(null);
  const write = (now: string) => {
    setWritten(now);
    if (/^\s*\d+([.,]\d+)?\s*$/.test(now)) onDays(numberOf(now));
  };
  return (
    <input className="days" inputMode="decimal" aria-label={label} value={written ?? texts.short(days)}
      onChange={(event) => write(event.target.value)} onBlur={() => setWritten(null)} />
  );
}
