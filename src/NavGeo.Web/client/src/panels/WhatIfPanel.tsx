import type { Edit } from "../api";
import { edits } from "../edits";
import { useOpened } from "../useMeeting";
import { AddSiteForm } from "./AddSiteForm";
import { FerryForm } from "./FerryForm";
import { MoveSiteForm } from "./MoveSiteForm";
import { NewLinkForm, type DrawProps } from "./NewLinkForm";
import { OfficeForms } from "./OfficeForms";
import { RoadForm } from "./RoadForm";
import { SiteDays } from "./SiteDays";
import { TimetableForms } from "./TimetableForms";

/** Every "what if" as a list or a form: all of it works by keyboard. */
export function WhatIfPanel({ onAsk, ...draw }: DrawProps & { onAsk: (edit: Edit) => void }) {
  const { info, answer, texts, sendEdit } = useOpened();
  return (
    <div className="forms">
      <RoadForm />
      <SiteDays />
      <MoveSiteForm />
      <AddSiteForm onAsk={onAsk} />
      <OfficeForms />
      {info.ferries.length > 0 && <FerryForm />}
      <fieldset>
        <legend>{texts.say("winter")}</legend>
        <label className="check">
          <input type="checkbox" checked={answer.isWinter} onChange={(event) => void sendEdit(edits.setWinter(event.target.checked))} />
          {texts.say("winter.help")}
        </label>
      </fieldset>
      <NewLinkForm {...draw} />
      {info.visitClasses.length > 0 && <TimetableForms />}
    </div>
  );
}
