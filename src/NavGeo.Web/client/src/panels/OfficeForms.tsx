import { useState, type FormEvent } from "react";
import { Button, Select } from "@navikt/ds-react";
import { useTexts } from "../texts";
import type { EditProps } from "./WhatIfPanel";

/** Who belongs to which office, in the structure that is shown. */
export function OfficeForms({ info, answer, edit }: EditProps) {
  const texts = useTexts();
  const names = answer.offices.map((one) => one.name);
  const [municipality, setMunicipality] = useState(info.municipalities[0]?.id ?? "");
  const [office, setOffice] = useState("");
  const [first, setFirst] = useState("");
  const [second, setSecond] = useState("");
  // The names are those of the structure that is shown; a choice made in another one falls back to the first.
  const known = (name: string, index: number) => (names.includes(name) ? name : (names[index] ?? names[0] ?? ""));
  const give = (event: FormEvent) => {
    event.preventDefault();
    void edit({ kind: "giveMunicipality", structure: answer.chosen, municipality, office: known(office, 0) });
  };
  const merge = (event: FormEvent) => {
    event.preventDefault();
    void edit({ kind: "mergeOffices", structure: answer.chosen, first: known(first, 0), second: known(second, 1) });
  };
  const options = names.map((one) => <option key={one}>{one}</option>);
  return (
    <fieldset>
      <legend>{texts.say("organisation", answer.chosen)}</legend>
      <ul className="offices">
        {answer.offices.map((one) => (
          <li key={one.name}>
            <strong>{one.name}</strong>: {one.municipalities.map((number) => info.municipalities.find((m) => m.id === number)?.name ?? number).join(", ")}
            {" · "}{texts.whole(one.inhabitants)} {texts.say("people").toLowerCase()}
            {one.host !== null && ` · ${texts.say("hostedBy", info.municipalities.find((m) => m.id === one.host)?.name ?? one.host)}`}
          </li>
        ))}
      </ul>
      {names.length > 1 && (
        <>
          <form onSubmit={give} aria-label={texts.say("giveMunicipality")}>
            <div className="row">
              <Select size="small" label={texts.say("giveMunicipality")} value={municipality} onChange={(event) => setMunicipality(event.target.value)}>
                {info.municipalities.map((one) => <option key={one.id} value={one.id}>{one.name}</option>)}
              </Select>
              <Select size="small" label={texts.say("office")} value={known(office, 0)} onChange={(event) => setOffice(event.target.value)}>{options}</Select>
              <Button size="small" type="submit">{texts.say("give")}</Button>
            </div>
          </form>
          <form onSubmit={merge} aria-label={texts.say("mergeOffices")}>
            <div className="row">
              <Select size="small" label={texts.say("mergeOffices")} value={known(first, 0)} onChange={(event) => setFirst(event.target.value)}>{options}</Select>
              <Select size="small" label={texts.say("with")} value={known(second, 1)} onChange={(event) => setSecond(event.target.value)}>{options}</Select>
              <Button size="small" type="submit">{texts.say("merge")}</Button>
            </div>
          </form>
        </>
      )}
    </fieldset>
  );
}
