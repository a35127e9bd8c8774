import { useCallback, useEffect, useRef, useState } from "react";
import { Alert, Button } from "@navikt/ds-react";
import { useTexts } from "../texts";
import { ask, type CaseDetails, type CaseForm, type DeskItem, type Finding, type Work } from "./desk";
import { FindingText } from "./FindingText";
import { SiteTable } from "./SiteTable";
import { StructureGrid } from "./StructureGrid";
import { TableForms } from "./TableForms";
import { goneWithMunicipality, goneWithStructure } from "./gone";
import { asSaved, nextId, withCopy, withStructure } from "./structures";

/** So long nobody has written or moved anything before it is saved. */
const restMilliseconds = 1000;

/** One case: what is to be said about it, its sites and structures, and the ways on. */
export function CaseDesk({ id, work, isBusy, onNamed }: { id: string; work: Work; isBusy: boolean; onNamed: (name: string) => void }) {
  const texts = useTexts();
  const { language } = texts;
  const [details, setDetails] = useState<CaseDetails | null>(null);
  const [form, setForm] = useState<CaseForm | null>(null);
  const [findings, setFindings] = useState<Finding[]>([]);
  const [isEdited, setEdited] = useState(false);
  const [said, setSaid] = useState<"saved" | "refused" | null>(null);

  /** What the last change has taken along, and the form as it was before. */
  const [gone, setGone] = useState<{ text: string; before: CaseForm; wasEdited: boolean } | null>(null);
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
    setGone(null);
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

  const name = details?.case.name;
  useEffect(() => {
    if (name) onNamed(name);
  }, [name, onNamed]);

  const edit = (next: CaseForm, takesAlong: string | null = null) => {
    version.current++;
    setGone(takesAlong && form ? { text: takesAlong, before: form, wasEdited: isEdited } : null);
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
    setForm((now) => now && { ...now, structures: now.structures.map((one) => {
      const sent = what.structures.find((saved) => saved.id === one.id);
      return sent ? asSaved(one, sent) : one;
    }) });
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
  const undo = async () => {
    if ((isEdited || isTableEdited) && details) {
      open(details);
      return setRevision((now) => now + 1);
    }
    await work(texts.say("start.saving"), () => ask<CaseDetails>(`cases/${id}/undo`, language, {})).then((next) => {
      open(next);
      setRevision((now) => now + 1);
    });
  };
  /** The form as it was before something was taken along, with what was not saved of it either. */
  const bringBack = async () => {
    if (!gone) return;
    await undo();
    if (gone.wasEdited) edit(gone.before);
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
      {details.form && <Counts details={details} form={form ?? details.form} />}
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
              onEdit={(one) => edit(withStructure(form, one), goneWithMunicipality(texts, form, details, structure, one))}
              onCopy={() => edit(withCopy(form, structure, next, texts.say("start.copyName", next)))} copyId={next}
              onRemove={() => edit({ ...form, structures: form.structures.filter((one) => one.id !== structure.id) }, goneWithStructure(texts, structure))} />
          ))}
          <TableForms id={id} findings={findings} revision={revision} work={work} onSaved={onTableSaved} onEdited={setTableEdited} />
          <div className="saving">
            <div role="status" className="gone">
              {gone && (
                <Alert variant="info" size="small" closeButton onClose={() => setGone(null)}>
                  {gone.text} <Button size="xsmall" variant="secondary" disabled={isBusy} onClick={() => void bringBack()}>{texts.say("start.bringBack")}</Button>
                </Alert>
              )}
            </div>
            <Button size="small" variant="secondary" disabled={isBusy || !(isEdited || isTableEdited || details.canUndo)} onClick={() => void undo()}>{texts.say("start.undo")}</Button>
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

/** How much there is of what, for who wants to know where they are. */
function Counts({ details, form }: { details: CaseDetails; form: CaseForm }) {
  const texts = useTexts();
  const whole = details.municipalities.filter((one) => one.partOf === null).length;
  const ofModels = form.structures.map((one) => {
    const open = one.offices.reduce((sum, office) => sum + office.openDays.filter((days) => days > 0).length, 0);
    return texts.say("start.countsOf", one.id, one.offices.length, open);
  });
  return <p>{[texts.say("start.counts", whole, form.sites.length), ...ofModels].join(" · ")}</p>;
}
