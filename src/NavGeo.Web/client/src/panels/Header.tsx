import { Button } from "@navikt/ds-react";
import type { Answer, CaseInfo, Language } from "../api";
import { useTexts } from "../texts";
import type { Meeting } from "../useMeeting";
import { LanguageSwitch } from "./LanguageSwitch";

/** Title, the models by number key, undo and redo, language. */
export function Header({ meeting, info, answer }: { meeting: Meeting; info: CaseInfo; answer: Answer }) {
  const texts = useTexts();
  const chosen = info.structures.find((one) => one.id === answer.chosen);
  const canEdit = meeting.me!.isPresenter;
  return (
    <header>
      <div className="title">
        <h1>{info.name}</h1>
        <p>{answer.chosen}: {chosen?.name}</p>
      </div>
      <nav aria-label={texts.say("models")} className="models">
        {info.structures.map((one, index) => (
          <button
            key={one.id} type="button" title={one.name} aria-pressed={one.id === answer.chosen} aria-label={`${one.id}: ${one.name}`}
            onClick={() => void meeting.edit({ kind: "chooseStructure", structure: one.id })}
          >
            {one.id}
            {answer.editedStructures.includes(one.id) && <span className="star" title={texts.say("edited")}>*</span>}
            {index < 10 && <small aria-hidden="true">{(index + 1) % 10}</small>}
          </button>
        ))}
      </nav>
      <div className="tools">
        <Button size="small" variant="secondary-neutral" disabled={!answer.canUndo || !canEdit} onClick={() => void meeting.act("undo")}>{texts.say("undo")}</Button>
        <Button size="small" variant="secondary-neutral" disabled={!answer.canRedo || !canEdit} onClick={() => void meeting.act("redo")}>{texts.say("redo")}</Button>
        <LanguageSwitch setLanguage={(next: Language) => meeting.setLanguage(next)} />
      </div>
    </header>
  );
}
