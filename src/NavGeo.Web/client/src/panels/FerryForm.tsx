import { useState } from "react";
import { Button, Select, TextField } from "@navikt/ds-react";
import { useTexts } from "../texts";
import type { EditProps } from "./WhatIfPanel";

/** Takes a ferry out or changes how often it leaves. */
export function FerryForm({ info, edit }: EditProps) {
  const texts = useTexts();
  const [ferry, setFerry] = useState(info.ferries[0] ?? "");
  const [minutes, setMinutes] = useState("60");
  return (
    <fieldset>
      <legend>{texts.say("ferries")}</legend>
      <div className="row">
        <Select size="small" label={texts.say("ferry")} value={ferry} onChange={(event) => setFerry(event.target.value)}>
          {info.ferries.map((one) => <option key={one}>{one}</option>)}
        </Select>
        <Button size="small" onClick={() => void edit({ kind: "stopFerry", ferry })}>{texts.say("stopFerry")}</Button>
        <TextField size="small" label={texts.say("headway")} inputMode="numeric" value={minutes} onChange={(event) => setMinutes(event.target.value)} />
        <Button size="small" onClick={() => void edit({ kind: "setFerryHeadway", ferry, minutes: Number(minutes) || 0 })}>{texts.say("setHeadway")}</Button>
      </div>
    </fieldset>
  );
}
