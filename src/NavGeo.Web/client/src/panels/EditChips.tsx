import { memo } from "react";
import { structureName } from "../names";
import { useOpened } from "../useMeeting";

interface Props {
  /** Shows where an edit is. */
  onLook: (number: number) => void;
}

/** What the map shows: model, season and every edit with who made it, each switched off and on by itself. */
export const EditChips = memo(function EditChips({ onLook }: Props) {
  const { me, info, answer, texts, act } = useOpened();
  const edits = answer.edits.filter((edit) => edit.kind !== "chooseStructure");
  const hasSeason = edits.some((edit) => edit.kind === "setWinter" && edit.isOn);
  return (
    <ul className="chips" aria-label={texts.say("editsInForce")}>
      <li className="chip still">{structureName(info, answer.chosen)}</li>
      {!hasSeason && <li className="chip still">{texts.say(answer.isWinter ? "season.winter" : "season.summer")}</li>}
      {edits.map((edit) => (
        <li key={edit.number} className={edit.isOn ? "chip" : "chip off"}>
          {me.isPresenter && (
            <input
              type="checkbox" checked={edit.isOn} aria-label={texts.say("editIsOn", edit.title)}
              onChange={(event) => void act("/api/edits/{number}", { path: { number: edit.number }, body: { isOn: event.target.checked } })}
            />
          )}
          <button type="button" title={texts.say("showEdit")} onClick={() => onLook(edit.number)}>
            {edit.title} <span className="who">{edit.author}{me.isShared && edit.isPresenter && ` (${texts.say("presenter")})`}</span>
          </button>
        </li>
      ))}
    </ul>
  );
});
