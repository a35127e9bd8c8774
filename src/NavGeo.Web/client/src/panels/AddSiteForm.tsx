import { useState } from "react";
import { Button, TextField } from "@navikt/ds-react";
import type { Edit } from "../api";
import { edits } from "../edits";
import { useOpened } from "../useMeeting";
import { Choice, sending, useField } from "./forms";
import { placeOf, PlaceSelect } from "./PlaceSelect";

const choices = ["5", "4", "3", "2", "1"];

interface Props {
  /** Where it is to be, and what that place is called; chosen from the list where there is none. */
  spot?: { longitude: number; latitude: number; name: string };
  onAsk: (edit: Edit) => void;
}

/** A site where there was none, under the model that is shown: what it would do is told before it counts. */
export function AddSiteForm({ spot, onAsk }: Props) {
  const { info, answer, texts } = useOpened();
  const place = useField("");
  const days = useField("5");
  const [written, setWritten] = useState<string | null>(null);
  const at = spot ?? placeOf(info, place.value);
  const name = written ?? at?.name ?? "";
  const submit = sending(() => {
    if (at) onAsk(edits.addSite(answer.chosen, name.trim(), at.longitude, at.latitude, Number(days.value)));
  });
  return (
    <form onSubmit={submit}>
      <fieldset>
        <legend>{texts.say(spot ? "addSite.here" : "addSite")}</legend>
        <div className="row">
          {!spot && <PlaceSelect label={texts.say("moveTo")} info={info} {...place} />}
          <TextField size="small" label={texts.say("addSite.name")} value={name} maxLength={60} required onChange={(event) => setWritten(event.target.value)} />
          <Choice label={texts.say("daysAWeek")} {...days} of={choices} />
          <Button size="small" type="submit" disabled={!at}>{texts.say("addSite.try")}</Button>
        </div>
      </fieldset>
    </form>
  );
}
