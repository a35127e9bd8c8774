import { useState, type FormEvent } from "react";
import { Button, TextField } from "@navikt/ds-react";
import { useTexts } from "../texts";
import { PlaceSelect } from "./PlaceSelect";
import type { EditProps } from "./WhatIfPanel";

/** Lays a straight road between two named places. */
export function NewRoadForm({ info, edit }: EditProps) {
  const texts = useTexts();
  const [from, setFrom] = useState("");
  const [to, setTo] = useState("");
  const [kmh, setKmh] = useState("80");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const [a, b] = [info.places[Number(from)], info.places[Number(to)]];
    if (from === "" || to === "" || !a || !b) return;
    void edit({
      kind: "addRoad", fromLongitude: a.longitude, fromLatitude: a.latitude, toLongitude: b.longitude, toLatitude: b.latitude, kmh: Number(kmh) || 0,
    });
  };
  return (
    <form onSubmit={submit}>
      <fieldset>
        <legend>{texts.say("newRoad")}</legend>
        <div className="row">
          <PlaceSelect label={texts.say("from")} info={info} value={from} onChange={setFrom} />
          <PlaceSelect label={texts.say("moveTo")} info={info} value={to} onChange={setTo} />
          <TextField size="small" label={texts.say("speed")} inputMode="numeric" value={kmh} onChange={(event) => setKmh(event.target.value)} />
          <Button size="small" type="submit">{texts.say("lay")}</Button>
        </div>
      </fieldset>
    </form>
  );
}
