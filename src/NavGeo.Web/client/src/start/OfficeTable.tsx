import { useState } from "react";
import { useTexts } from "../texts";
import type { CaseDetails, CaseForm, Structure } from "./desk";
import { withHost, withOfficeName } from "./structures";

interface Props {
  structure: Structure;
  form: CaseForm;
  details: CaseDetails;
  onEdit: (structure: Structure) => void;
}

/** The offices of a structure: what each is called, who hosts it, whom it serves and where. */
export function OfficeTable({ structure, form, details, onEdit }: Props) {
  const texts = useTexts();
  const { id } = structure;
  const areaOf = new Map(details.municipalities.map((one) => [one.number, one]));
  const nameOf = (number: string) => areaOf.get(number)?.name ?? number;
  const listed = (names: string[]) => (names.length === 0 ? texts.say("start.none") : names.join(", "));
  return (
    <div className="scroll">
      <table className="grid">
        <caption>{texts.say("start.offices", id)}</caption>
        <thead>
          <tr>{["office", "start.host", "start.serves", "start.officeSites"].map((one) => <th key={one} scope="col">{texts.say(one)}</th>)}</tr>
        </thead>
        <tbody>
          {structure.offices.map((office, index) => {
            // A municipality that is served part by part hosts as a whole.
            const hosts = [...new Set([...office.municipalities.map((one) => areaOf.get(one)?.partOf ?? one), ...(office.host ? [office.host] : [])])];
            return (
              <tr key={index}>
                <td>
                  <OfficeName label={texts.say("start.officeName", office.name, id)} name={office.name} taken={structure.offices.map((one) => one.name)}
                    onName={(name) => onEdit(withOfficeName(structure, office.name, name))} />
                </td>
                <td>
                  <select aria-label={texts.say("start.hostOf", office.name, id)} value={office.host ?? ""} onChange={(event) => onEdit(withHost(structure, office.name, event.target.value || null))}>
                    <option value="">{texts.say(hosts.length === 1 ? "start.host.self" : "start.host.none")}</option>
                    {hosts.map((one) => <option key={one} value={one}>{nameOf(one)}</option>)}
                  </select>
                </td>
                <td>{listed(office.municipalities.map(nameOf))}</td>
                <td>{listed(office.sites.map((site) => form.sites.find((one) => one.id === site)?.name ?? site))}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** A name that is being written counts once it is left; one that another office has, or none, is no name. */
function OfficeName({ label, name, taken, onName }: { label: string; name: string; taken: string[]; onName: (name: string) => void }) {
  const [written, setWritten] = useState<string | null>(null);
  const leave = () => {
    const next = written?.trim() ?? "";
    setWritten(null);
    if (next !== "" && !taken.includes(next)) onName(next);
  };
  return <input aria-label={label} value={written ?? name} onChange={(event) => setWritten(event.target.value)} onBlur={leave} onKeyDown={(event) => event.key === "Enter" && event.currentTarget.blur()} />;
}
