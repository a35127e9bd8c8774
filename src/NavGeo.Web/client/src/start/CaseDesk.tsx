import { useCallback, useEffect, useState } from "react";
import { Alert, Button } from "@navikt/ds-react";
import { useTexts } from "../texts";
import { ask, type CaseDetails, type CaseForm, type DeskItem, type Finding, type Work } from "./desk";
import { SiteTable } from "./SiteTable";
import { StructureGrid } from "./StructureGrid";
import { nextId, withCopy, withStructure } from "./structures";

/** One case: what is to be said about it, its sites and structures, and the ways on. */
export function CaseDesk({ id, work, isBusy }: { id: string; work: Work; isBusy: boolean }) {
  const texts = useTexts();
  const { language } = texts;
  const [details, setDetails] = useState<CaseDetails | null>(null);
  const [form, setForm] = useState<CaseForm | null>(null);
  const [findings, setFindings] = useState<Finding[]>([]);
  const [isEdited, setEdited] = useState(false);
  const [said, setSaid] = useState<"saved" | "refused" | null>(null);

  const take = useCallback((next: CaseDetails | null) => {
    if (!next) return;
    setFindings(next.findings);
    // What was refused stays on the page, to be mended.
    if (!next.isSaved) return setSaid("refused");
    setDetails(next);
    setForm(next.form);
    setEdited(false);
  }, []);
  useEffect(() => {
    void work(texts.say("start.reading"), () => ask<CaseDetails>(`cases/${id}`, language)).then(take);
  }, [id, language, work, take]);

  useEffect(() => {
    if (!isEdited) return;
    const onLeave = (event: Event) => event.preventDefault();
    window.addEventListener("beforeunload", onLeave);
    return () => window.removeEventListener("beforeunload", onLeave);
  }, [isEdited]);

  const edit = (next: CaseForm) => {
    setForm(next);
    setEdited(true);
    setSaid(null);
  };
  const write = (path: string, body: unknown) =>
    work(texts.say("start.saving"), () => ask<CaseDetails>(`cases/${id}${path}`, language, body)).then((next) => {
      if (next?.isSaved) setSaid("saved");
      take(next);
    });
  const meet = (file: string) =>
    work(texts.say("start.meeting"), () => ask<{ address: string }>(`cases/${id}/meeting`, language, {})).then((meeting) => {
      if (meeting) location.assign(meeting.address + (file && `api/${file}?lang=${language}`));
    });
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
        <Button disabled={isBusy || isEdited || !details.form} onClick={() => void meet("")}>{texts.say("start.openMeeting")}</Button>
        <Button size="small" variant="secondary" disabled={isBusy || isEdited || !details.form} onClick={() => void meet("report.html")}>{texts.say("start.report")}</Button>
        <Button size="small" variant="secondary" disabled={isBusy || isEdited || !details.form} onClick={() => void meet("report.docx")}>{texts.say("start.reportWord")}</Button>
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
              <strong>{texts.say("start.severity." + one.severity)}</strong> {one.place}: {one.problem}; {one.remedy}
            </li>
          ))}
        </ul>
      </section>
      {isEditable && form && (
        <>
          <SiteTable form={form} details={details} onEdit={edit} />
          {form.structures.map((structure) => (
            <StructureGrid key={structure.id} structure={structure} form={form} details={details}
              onEdit={(one) => edit(withStructure(form, one))}
              onCopy={() => edit(withCopy(form, structure, next, texts.say("start.copyName", next)))} copyId={next}
              onRemove={() => edit({ ...form, structures: form.structures.filter((one) => one.id !== structure.id) })} />
          ))}
          <div className="saving">
            <Button disabled={isBusy || !isEdited} onClick={() => void write("", form)}>{texts.say("start.save")}</Button>
            <Button size="small" variant="secondary" disabled={isBusy || isEdited || !details.canUndo} onClick={() => void write("/undo", {})}>{texts.say("start.undo")}</Button>
            <span role="status">
              {said === "saved" && <Alert variant="success" size="small">{texts.say("start.saved", item.folder)}</Alert>}
              {said === "refused" && <Alert variant="error" size="small">{texts.say("start.refused")}</Alert>}
              {isEdited && said === null && texts.say("start.unsaved")}
            </span>
          </div>
        </>
      )}
    </>
  );
}
