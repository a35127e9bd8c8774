import { useCallback, useEffect, useState, type ClipboardEvent } from "react";
import { Button, Select } from "@navikt/ds-react";
import { useTexts } from "../texts";
import { ask, type CaseDetails, type Finding, type TableField, type TableForm, type Work } from "./desk";
import { FindingsHere } from "./FindingText";
import { pasted, withCell, withoutRow } from "./rows";

/** So long nobody has written anything before it is saved. */
const restMilliseconds = 1200;

interface Props {
  id: string;
  findings: Finding[];
  /** Another one where tables were changed by something else than this form. */
  revision: number;
  work: Work;
  onSaved: (details: CaseDetails) => void;
  /** Whether something is written that the folder does not hold. */
  onEdited: (isEdited: boolean) => void;
}

/** The tables a case may have besides its sites and models, one at a time: staff, money, partners, risk. */
export function TableForms({ id, findings, revision, work, onSaved, onEdited }: Props) {
  const texts = useTexts();
  const { language } = texts;
  const [forms, setForms] = useState<TableForm[]>([]);
  const [chosen, setChosen] = useState("");
  const [edited, setEdited] = useState<TableForm | null>(null);

  useEffect(() => {
    let isCurrent = true;
    void ask<TableForm[]>(`cases/${id}/tables`, language).then((told) => isCurrent && (setForms(told), setEdited(null)), () => undefined);
    return () => { isCurrent = false; };
  }, [id, language, revision]);

  const save = useCallback(async (form: TableForm) => {
    const told = await work(texts.say("start.saving"), () => ask<CaseDetails>(`cases/${id}/tables/${form.table}`, language, { rows: form.rows }));
    if (!told) return;
    onSaved(told);
    if (told.isSaved) setEdited((now) => (now === form ? null : now));
  }, [id, language, work, texts, onSaved]);
  useEffect(() => {
    onEdited(edited !== null);
    if (!edited) return;
    const resting = window.setTimeout(() => void save(edited), restMilliseconds);
    return () => window.clearTimeout(resting);
  }, [edited, save, onEdited]);
  useEffect(() => {
    if (!edited) return;
    const onLeave = (event: Event) => event.preventDefault();
    window.addEventListener("beforeunload", onLeave);
    return () => window.removeEventListener("beforeunload", onLeave);
  }, [edited]);

  const form = forms.find((one) => one.table === chosen);
  const change = (rows: string[][]) => {
    if (!form) return;
    const next = { ...form, rows };
    setForms(forms.map((one) => (one.table === next.table ? next : one)));
    setEdited(next);
  };
  const label = (one: TableForm) =>
    texts.say(one.rows.length === 0 ? "start.tableNone" : one.rows.length === 1 ? "start.tableRow" : "start.tableRows", one.title, String(one.rows.length));
  return (
    <section aria-labelledby="tables">
      <h2 id="tables">{texts.say("start.tables")}</h2>
      <p className="note">{texts.say("start.tables.help")}</p>
      <form onSubmit={(event) => event.preventDefault()}>
        <Select size="small" label={texts.say("start.table")} value={chosen} onChange={(event) => setChosen(event.target.value)}>
          <option value="">{texts.say("start.choose")}</option>
          {forms.map((one) => <option key={one.table} value={one.table}>{label(one)}</option>)}
        </Select>
      </form>
      {form && <Rows form={form} findings={findings.filter((one) => one.row?.table === form.table)} onChange={change} />}
    </section>
  );
}

/** The rows of one table, with an empty one below them. */
function Rows({ form, findings, onChange }: { form: TableForm; findings: Finding[]; onChange: (rows: string[][]) => void }) {
  const texts = useTexts();
  const rows = [...form.rows, form.fields.map(() => "")];
  const paste = (event: ClipboardEvent, row: number, column: number) => {
    const text = event.clipboardData.getData("text/plain");
    if (!/[\t\n]/.test(text.trimEnd())) return;
    event.preventDefault();
    onChange(pasted(form, row, column, text));
  };
  return (
    <div className="scroll" role="region" aria-label={form.title} tabIndex={0}>
      <table className="grid">
        <thead>
          <tr>{form.fields.map((one) => <th key={one.name} scope="col" title={one.note ?? undefined}>{one.title}</th>)}<td></td></tr>
        </thead>
        <tbody>
          {rows.map((row, r) => (
            <tr key={r}>
              {form.fields.map((field, f) => (
                <td key={field.name} onPaste={(event) => paste(event, r, f)}>
                  <Cell field={field} id={`${form.table}-${field.name}`} label={texts.say("start.cell", field.title, String(r + 1))} value={row[f] ?? ""}
                    isWrong={findings.some((one) => one.severity === "error" && one.row?.index === r && one.row.field === field.name)}
                    onChange={(value) => onChange(withCell(form, r, f, value))} />
                  <FindingsHere findings={findings.filter((one) => one.row?.index === r && one.row.field === field.name)} />
                </td>
              ))}
              <td>
                {r < form.rows.length && (
                  <Button size="xsmall" variant="tertiary" aria-label={texts.say("start.removeRow", String(r + 1))} onClick={() => onChange(withoutRow(form, r))}>
                    {texts.say("start.remove")}
                  </Button>
                )}
                <FindingsHere findings={findings.filter((one) => one.row?.index === r && !form.fields.some((field) => field.name === one.row?.field))} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {form.fields.filter((one) => one.choices.length > 0).map((one) => (
        <datalist key={one.name} id={`${form.table}-${one.name}`}>
          {one.choices.map((choice) => <option key={choice.value} value={choice.value}>{choice.label}</option>)}
        </datalist>
      ))}
    </div>
  );
}

interface CellProps {
  field: TableField;
  id: string;
  label: string;
  value: string;
  isWrong: boolean;
  onChange: (value: string) => void;
}

/** A field: picked where it is one of a few, else written, with what is known to choose from. */
function Cell({ field, id, label, value, isWrong, onChange }: CellProps) {
  const texts = useTexts();
  const wrong = isWrong || undefined;
  const isPicked = field.choices.length > 0 && !field.isList && (value === "" || field.choices.some((one) => one.value === value));
  if (isPicked) {
    return (
      <select aria-label={label} aria-invalid={wrong} value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{value === "" ? texts.say("start.choose") : "–"}</option>
        {field.choices.map((one) => <option key={one.value} value={one.value}>{one.label}</option>)}
      </select>
    );
  }
  return (
    <input aria-label={label} aria-invalid={wrong} title={field.note ?? undefined} value={value} list={field.choices.length > 0 && !field.isList ? id : undefined}
      inputMode={field.kind === "number" ? "decimal" : undefined} className={field.kind === "number" ? "number" : undefined} onChange={(event) => onChange(event.target.value)} />
  );
}
