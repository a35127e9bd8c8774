import type { Answer, CaseInfo, Edit } from "../api";
import { useTexts } from "../texts";
import { FerryForm } from "./FerryForm";
import { MoveSiteForm } from "./MoveSiteForm";
import { NewLinkForm } from "./NewLinkForm";
import { OfficeForms } from "./OfficeForms";
import { RoadForm } from "./RoadForm";
import { SiteDays } from "./SiteDays";

export interface DrawProps {
  drawing: [number, number][] | null;
  setDrawing: (points: [number, number][] | null) => void;
}

export interface EditProps {
  info: CaseInfo;
  answer: Answer;
  edit: (edit: Edit) => Promise<boolean>;
}

/** Every "what if" as a list or a form: all of it works by keyboard. */
export function WhatIfPanel({ drawing, setDrawing, ...props }: EditProps & DrawProps) {
  const texts = useTexts();
  return (
    <div className="forms">
      <RoadForm {...props} />
      <SiteDays {...props} />
      <MoveSiteForm {...props} />
      <OfficeForms {...props} />
      {props.info.ferries.length > 0 && <FerryForm {...props} />}
      <fieldset>
        <legend>{texts.say("winter")}</legend>
        <label className="check">
          <input type="checkbox" checked={props.answer.isWinter} onChange={(event) => void props.edit({ kind: "setWinter", isWinter: event.target.checked })} />
          {texts.say("winter.help")}
        </label>
      </fieldset>
      <NewLinkForm {...props} drawing={drawing} setDrawing={setDrawing} />
    </div>
  );
}
