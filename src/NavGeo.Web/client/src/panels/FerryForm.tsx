import { Button, TextField } from "@navikt/ds-react";
import { edits } from "../edits";
import { ferryTitle } from "../names";
import { useOpened } from "../useMeeting";
import { Choice, numberOf, useField } from "./forms";

/** Takes a ferry out or changes how often it leaves. */
export function FerryForm() {
  const { info, texts, sendEdit } = useOpened();
  const ferry = useField(info.ferries[0] ?? "");
  const minutes = useField("60");
  return (
    <fieldset>
      <legend>{texts.say("ferries")}</legend>
      <div className="row">
        <Choice label={texts.say("ferry")} {...ferry} of={info.ferries.map((one): [string, string] => [one, ferryTitle(info, texts, one)])} />
        <Button size="small" onClick={() => void sendEdit(edits.stopFerry(ferry.value))}>{texts.say("stopFerry")}</Button>
        <TextField size="small" label={texts.say("headway")} inputMode="numeric" value={minutes.value} onChange={(event) => minutes.set(event.target.value)} />
        <Button size="small" onClick={() => void sendEdit(edits.setFerryHeadway(ferry.value, numberOf(minutes.value)))}>{texts.say("setHeadway")}</Button>
      </div>
    </fieldset>
  );
}
