import type { ReactNode } from "react";
import { Button } from "@navikt/ds-react";
import type { Language } from "../api";
import { edits } from "../edits";
import { structureName } from "../names";
import { useOpened } from "../useMeeting";
import { LanguageSwitch } from "./LanguageSwitch";

interface Props {
  setLanguage: (language: Language) => void;
  isRoom: boolean;
  setRoom: (isRoom: boolean) => void;
  children?: ReactNode;
}

/** Title, the models by number key, undo and redo, the room, language. */
export function Header({ setLanguage, isRoom, setRoom, children }: Props) {
  const { me, info, answer, texts, act, sendEdit } = useOpened();
  return (
    <header>
      <div className="title">
        <h1>{info.name}</h1>
        <p>{info.startPage && <><a href={info.startPage}>{texts.say("start.back")}</a> · </>}{structureName(info, answer.chosen)}{me.isPractice && <strong className="practice"> {texts.say("practice")}</strong>}</p>
      </div>
      <nav aria-label={texts.say("models")} className="models">
        {info.structures.map((one, index) => (
          <button
            key={one.id} type="button" title={one.name} aria-pressed={one.id === answer.chosen} aria-label={structureName(info, one.id)}
            onClick={() => void sendEdit(edits.chooseStructure(one.id))}
          >
            {one.id}
            {answer.editedStructures.includes(one.id) && <span className="star" title={texts.say("edited")}>*</span>}
            {index < 10 && <small aria-hidden="true">{(index + 1) % 10}</small>}
          </button>
        ))}
      </nav>
      <div className="tools">
        {children}
        <Button size="small" variant="secondary-neutral" disabled={!answer.canUndo || !me.isPresenter} onClick={() => void act("/api/undo")}>{texts.say("undo")}</Button>
        <Button size="small" variant="secondary-neutral" disabled={!answer.canRedo || !me.isPresenter} aria-label={texts.say("redo")} title={texts.say("redo")} onClick={() => void act("/api/redo")}>↷</Button>
        <Button size="small" variant="secondary-neutral" aria-pressed={isRoom} title={texts.say("room.help")} onClick={() => setRoom(!isRoom)}>{texts.say("room")}</Button>
        <LanguageSwitch setLanguage={setLanguage} />
      </div>
    </header>
  );
}
