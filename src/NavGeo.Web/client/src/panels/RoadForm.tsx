import { useState, type FormEvent } from "react";
import { Button, Select } from "@navikt/ds-react";
import { useTexts } from "../texts";
import type { EditProps } from "./WhatIfPanel";

/** Closes a road, whole or between two places. */
export function RoadForm({ info, answer, edit }: EditProps) {
  const texts = useTexts();
  const [road, setRoad] = useState(info.roads[0] ?? "");
  const [isWhole, setWhole] = useState(false);
  const [from, setFrom] = useState(answer.sites[0]?.id ?? "");
  const [to, setTo] = useState(answer.sites[1]?.id ?? "");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void edit(isWhole ? { kind: "closeRoad", road } : { kind: "closeStretch", road, from, to });
  };
  const name = (id: string) => {
    const site = answer.sites.find((one) => one.id === id)!;
    const isAlone = answer.sites.filter((one) => one.municipality === site.municipality).length === 1;
    return isAlone ? (info.municipalities.find((one) => one.id === site.municipality)?.name ?? site.name) : site.name;
  };
  return (
    <form onSubmit={submit}>
      <fieldset>
        <legend>{texts.say("closeRoad")}</legend>
        <div className="row">
          <Select size="small" label={texts.say("road")} value={road} onChange={(event) => setRoad(event.target.value)}>
            {info.roads.map((one) => <option key={one}>{one}</option>)}
          </Select>
          <Select size="small" label={texts.say("stretch")} value={isWhole ? "whole" : "part"} onChange={(event) => setWhole(event.target.value === "whole")}>
            <option value="part">{texts.say("between")}</option>
            <option value="whole">{texts.say("wholeRoad")}</option>
          </Select>
          {!isWhole && (
            <>
              <Select size="small" label={texts.say("from")} value={from} onChange={(event) => setFrom(event.target.value)}>
                {answer.sites.map((one) => <option key={one.id} value={one.id}>{name(one.id)}</option>)}
              </Select>
              <Select size="small" label={texts.say("moveTo")} value={to} onChange={(event) => setTo(event.target.value)}>
                {answer.sites.map((one) => <option key={one.id} value={one.id}>{name(one.id)}</option>)}
              </Select>
            </>
          )}
          <Button size="small" type="submit">{texts.say("close")}</Button>
        </div>
      </fieldset>
    </form>
  );
}
