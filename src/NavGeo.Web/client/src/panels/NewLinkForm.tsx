import { useState } from "react";
import { Button, TextField } from "@navikt/ds-react";
import { edits } from "../edits";
import { useOpened } from "../useMeeting";
import { Choice, numberOf, sending, useField } from "./forms";
import { placeOf, PlaceSelect } from "./PlaceSelect";

export interface DrawProps {
  drawing: [number, number][] | null;
  setDrawing: (points: [number, number][] | null) => void;
}

/** A new road or ferry: drawn in the map, or from place to place by list. */
export function NewLinkForm({ drawing, setDrawing }: DrawProps) {
  const { info, texts, sendEdit } = useOpened();
  const from = useField("");
  const to = useField("");
  const [isFerry, setFerry] = useState(false);
  const measure = useField("80");
  const isDrawn = drawing !== null && drawing.length > 1;
  const submit = sending(() => {
    const ends = [from, to].map((end) => placeOf(info, end.value)).filter((end) => end !== undefined);
    const points = isDrawn ? drawing : ends.map((end): [number, number] => [end.longitude, end.latitude]);
    if (points.length > 1) void sendEdit(edits.addLink(points, isFerry, numberOf(measure.value))).then((isMade) => isMade && setDrawing(null));
  });
  const setKind = (kind: string) => {
    setFerry(kind === "ferry");
    measure.set(kind === "ferry" ? "20" : "80");
  };
  return (
    <form onSubmit={submit}>
      <fieldset>
        <legend>{texts.say("newLink")}</legend>
        <div className="row">
          <Choice label={texts.say("linkKind")} value={isFerry ? "ferry" : "road"} set={setKind} of={[["road", texts.say("road")], ["ferry", texts.say("ferry")]]} />
          <TextField size="small" label={texts.say(isFerry ? "crossing" : "speed")} inputMode="numeric" value={measure.value} onChange={(event) => measure.set(event.target.value)} />
          <Button size="small" type="button" variant="secondary" aria-pressed={drawing !== null} onClick={() => setDrawing(drawing === null ? [] : null)}>
            {texts.say(drawing === null ? "draw" : "draw.stop")}
          </Button>
        </div>
        {!isDrawn && (
          <div className="row">
            <PlaceSelect label={texts.say("from")} info={info} {...from} />
            <PlaceSelect label={texts.say("moveTo")} info={info} {...to} />
          </div>
        )}
        <div className="row">
          <Button size="small" type="submit">{texts.say("lay")}</Button>
        </div>
      </fieldset>
    </form>
  );
}
