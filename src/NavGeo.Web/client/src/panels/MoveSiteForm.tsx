import { useState, type FormEvent } from "react";
import { Button, Select } from "@navikt/ds-react";
import { useTexts } from "../texts";
import { PlaceSelect } from "./PlaceSelect";
import type { EditProps } from "./WhatIfPanel";

/** Moves a site to a named place: what dragging it in the map does. */
export function MoveSiteForm({ info, answer, edit }: EditProps) {
  const texts = useTexts();
  const [site, setSite] = useState(answer.sites[0]?.id ?? "");
  const [place, setPlace] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const to = info.places.find((one) => one.index === Number(place));
    if (place !== "" && to) void edit({ kind: "moveSite", site, longitude: to.longitude, latitude: to.latitude });
  };
  return (
    <form onSubmit={submit}>
      <fieldset>
        <legend>{texts.say("moveSite")}</legend>
        <div className="row">
          <Select size="small" label={texts.say("site")} value={site} onChange={(event) => setSite(event.target.value)}>
            {answer.sites.map((one) => <option key={one.id} value={one.id}>{one.name}</option>)}
          </Select>
          <PlaceSelect label={texts.say("moveTo")} info={info} value={place} onChange={setPlace} />
          <Button size="small" type="submit">{texts.say("move")}</Button>
        </div>
      </fieldset>
    </form>
  );
}
