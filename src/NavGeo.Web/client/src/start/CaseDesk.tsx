import { useCallback, useEffect, useRef, useState } from "react";
import { Alert, Button } from "@navikt/ds-react";
import { useTexts } from "../texts";
import { ask, type CaseDetails, type CaseForm, type DeskItem, type Finding, type Work } from "./desk";
import { FindingText } from "./FindingText";
import { SiteTable } from "./SiteTable";
import { StructureGrid } from "./StructureGrid";
import { TableForms } from "./TableForms";
import { nextId, withCopy, withStructure } from "./structures";

/** So long nobody has written or moved anything before it is saved. */
const restMilliseconds = 1000;

/** One case: what is to be said about it, its sites and structures, and the ways on. */
export function CaseDesk({ id, work, isBusy }: { id: string; work: Work; isBusy: boolean }) {
  const texts = useTexts();
  const { language } = texts;
  const [details, setDetails] = useState<CaseDetails | null>(null);
  const [form, setForm] = useState<CaseForm | null>(null);
  const [findings, setFindings] = useState<Finding[]>([]);
  const [isEdited, setEdited] = useState(false);
  const [said, setSaid] = useState<"saved" | "refused" | null>(null);

  const [revision, setRevision] = useState(0);
  const [isTableEdited, setTableEdited] = useState(false);
  const version = useRef(0);

  const open = useCallback((next: CaseDetails | null) => {
    if (!next) return;
    version.current++;
    setDetails(next);
    setFindings(next.findings);
    setForm(next.form);
    setEdited(false);
    setSaid(null);
  }, []);
  /** Another table was saved, or could not be: the form of sites and models stays as it is being written. */
  const onTableSaved = useCallback((next: CaseDetails) => {
    setFindings(next.findings);
    setSaid(next.isSaved ? "saved" : "refused");
    if (next.isSaved) setDetails(next);
  }, []);
  useEffect(() => {
    void work(texts.say("start.reading"), () => ask<CaseDetails>(`cases/${id}`, language)).then(open);
  }, [id, language, work, open]);

  const edit = (next: CaseForm) => {
    version.current++;
    setForm(next);
    setEdited(true);
    setSaid(null);
  };
  /** Whether the folder holds the form then; what was refused stays on the page, to be mended. */
  const save = useCallback(async (what: CaseForm): Promise<boolean> => {
    const mine = version.current;
    const next = await work(texts.say("start.saving"), () => ask<CaseDetails>(`cases/${id}`, language, what), true);
    if (!next) return false;
    // What was written meanwhile is checked and saved by itself.
    const isLast = version.current === mine;
    if (isLast) {
      setFindings(next.findings);
      setSaid(next.isSaved ? "saved" : "refused");
    }
    if (!next.isSaved) return false;
    setDetails(next);
    // A copy that stands in the table is no copy any more. The texts stay as they are being written.
    setForm((now) => now && { ...now, structures: now.structures.map((one) => (next.form!.structures.some((saved) => saved.id === one.id) ? { ...one, copyOf: null } : one)) });
    if (isLast) setEdited(false);
    return isLast;
  }, [id, language, work, texts]);
  useEffect(() => {
    if (!isEdited || !form || said !== null) return;
    const resting = window.setTimeout(() => void save(form), restMilliseconds);
    return () => window.clearTimeout(resting);
  }, [isEdited, form, said, save]);
  useEffect(() => {
    if (!isEdited) return;
    const onLeave = (event: Event) => event.preventDefault();
    window.addEventListener("beforeunload", onLeave);
    return () => window.removeEventListener("beforeunload", onLeave);
  }, [isEdited]);

  /** What is not saved is taken back first. */
  const undo = () => {
    if ((isEdited || isTableEdited) && details) {
      open(details);
      return setRevision((now) => now + 1);
    }
    void work(texts.say("start.saving"), () => ask<CaseDetails>(`cases/${id}/undo`, language, {})).then((next) => {
      open(next);
      setRevision((now) => now + 1);
    });
  };
  const meet = async (file: string) => {
    if (isEdited && form && !(await save(form))) return;
    const meeting = await work(texts.say("start.meeting"), () => ask<{ address: string }>(`cases/${id}/meeting`, language, {}));
    if (meeting) location.assign(meeting.address + (file && `api/${file}?lang=${language}`));
  };
  const copy = () =>
    work(texts.say("start.making"), () => ask<DeskItem>(`cases/${id}/copy`, language, {})).then((item) => {
      if (item) location.hash = item.key;
    });

  if (!details) return <p><a href="#">{texts.say("start.all")}</a></p>;
  const item = details.case;
  const isEditable = !item.isEmbedded && !item.isWorkbook;
  const isSound = !findings.some((one) => one.severity === "error");
  const next = form ? nextId(form.structures) : "";
  return (
    <>
      <p><a href="#">{texts.say("start.all")}</a></p>
      <h2>{item.name}</h2>
      {!item.isEmbedded && <p className="note">{item.folder}</p>}
      <div className="doors">
        <Button disabled={isBusy || !details.form} onClick={() => void meet("")}>{texts.say("start.openMeeting")}</Button>
        <Button size="small" variant="secondary" disabled={isBusy || !details.form} onClick={() => void meet("report.html")}>{texts.say("start.report")}</Button>
        <Button size="small" variant="secondary" disabled={isBusy || !details.form} onClick={() => void meet("report.docx")}>{texts.say("start.reportWord")}</Button>
        <a href={`api/cases/${id}/workbook?lang=${language}`} download>{texts.say("start.workbook")}</a>
      </div>
      {item.isEmbedded && (
        <div className="doors">
          <Button size="small" variant="secondary" disabled={isBusy} onClick={() => void copy()}>{texts.say("start.copyCase")}</Button>
          <span className="note">{texts.say("start.copyCase.help")}</span>
        </div>
      )}
      {item.isWorkbook && <p className="note">{texts.say("start.workbook.help")}</p>}
      <section aria-labelledby="check">
        <h2 id="check">{texts.say("start.check")}</h2>
        <p>{texts.say(isSound ? "start.check.sound" : "start.check.unsound")}</p>
        <ul className="findings">
          {findings.map((one) => (
            <li key={one.place + one.problem} className={one.severity}>
              <FindingText finding={one} />
            </li>
          ))}
        </ul>
      </section>
      {isEditable && form && (
        <>
          <SiteTable id={id} form={form} details={details} findings={findings} work={work} onEdit={edit} />
          {form.structures.map((structure) => (
            <StructureGrid key={structure.id} structure={structure} form={form} details={details} findings={findings}
              onEdit={(one) => edit(withStructure(form, one))}
              onCopy={() => edit(withCopy(form, structure, next, texts.say("start.copyName", next)))} copyId={next}
              onRemove={() => edit({ ...form, structures: form.structures.filter((one) => one.id !== structure.id) })} />
          ))}
          <TableForms id={id} findings={findings} revision={revision} work={work} onSaved={onTableSaved} onEdited={setTableEdited} />
          <div className="saving">
            <Button size="small" variant="secondary" disabled={isBusy || !(isEdited || isTableEdited || details.canUndo)} onClick={undo}>{texts.say("start.undo")}</Button>
            <span role="status">
              {said === "refused" && <Alert variant="error" size="small">{texts.say("start.refused")}</Alert>}
              {said !== "refused" && texts.say(isEdited || isTableEdited ? "start.unsaved" : "start.savedAt", item.folder)}
            </span>
          </div>
        </>
      )}
    </>
  );
}
