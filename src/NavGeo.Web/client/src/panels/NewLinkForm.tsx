import { useState, type FormEvent } from "react";
import { Button, Select, TextField } from "@navikt/ds-react";
import { useTexts } from "../texts";
import { PlaceSelect } from "./PlaceSelect";
import type { DrawProps, EditProps } from "./WhatIfPanel";

/** A new road or ferry: drawn in the map, or from place to place by list. */
export function NewLinkForm({ info, edit, drawing, setDrawing }: EditProps & DrawProps) {
  const texts = useTexts();
  const [from, setFrom] = useState("");
  const [to, setTo] = useState("");
  const [isFerry, setFerry] = useState(false);
  const [measure, setMeasure] = useState("80");
  const drawn = drawing !== null && drawing.length > 1;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const [a, b] = [from, to].map((index) => info.places.find((one) => one.index === Number(index)));
    const points = drawn ? drawing : a && b && from !== "" && to !== "" ? [at(a), at(b)] : null;
    if (!points) return;
    const number = Number(measure.replace(",", ".")) || 0;
    void edit({ kind: "addLink", points, isFerry, ...(isFerry ? { minutes: number } : { kmh: number }) }).then((isMade) => isMade && setDrawing(null));
  };
  return (
    <form onSubmit={submit}>
      <fieldset>
        <legend>{texts.say("newLink")}</legend>
        <div className="row">
          <Select size="small" label={texts.say("linkKind")} value={isFerry ? "ferry" : "road"}
            onChange={(event) => {
              setFerry(event.target.value === "ferry");
              setMeasure(event.target.value === "ferry" ? "20" : "80");
            }}>
            <option value="road">{texts.say("road")}</option>
            <option value="ferry">{texts.say("ferry")}</option>
          </Select>
          <TextField size="small" label={texts.say(isFerry ? "crossing" : "speed")} inputMode="numeric" value={measure} onChange={(event) => setMeasure(event.target.value)} />
          <Button size="small" type="button" variant="secondary" aria-pressed={drawing !== null} onClick={() => setDrawing(drawing === null ? [] : null)}>
            {texts.say(drawing === null ? "draw" : "draw.stop")}
          </Button>
        </div>
        {!drawn && (
          <div className="row">
            <PlaceSelect label={texts.say("from")} info={info} value={from} onChange={setFrom} />
            <PlaceSelect label={texts.say("moveTo")} info={info} value={to} onChange={setTo} />
          </div>
        )}
        <div className="row">
          <Button size="small" type="submit">{texts.say("lay")}</Button>
        </div>
      </fieldset>
    </form>
  );
}

function at(place: { longitude: number; latitude: number }): [number, number] {
  return [place.longitude, place.latitude];
}
