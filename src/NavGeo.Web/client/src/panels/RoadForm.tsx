import { Button, TextField } from "@navikt/ds-react";
import { get, useTold } from "../api";
import { edits } from "../edits";
import { municipalityName } from "../names";
import { useOpened } from "../useMeeting";
import { Choice, sending, useField } from "./forms";

/** The choice behind the roads of the case: any other, by its number. */
const otherRoad = "";

/** Closes a road, whole or between two places. */
export function RoadForm() {
  const { info, answer, texts, sendEdit } = useOpened();
  const chosen = useField(info.roads[0] ?? otherRoad);
  const written = useField("");
  const stretch = useField("part");
  const from = useField("");
  const to = useField("");
  const closedTo = useField("through");
  const isWhole = stretch.value === "whole";
  const road = chosen.value === otherRoad ? written.value.trim() : chosen.value;
  // Only places that the road comes by can be its ends, and only two that it joins.
  const along = useTold((signal) => get("/api/roads/places", { query: { road } }, signal), [road, answer.version]) ?? [];
  // "NAV Gol", alone in its municipality, stands for it.
  const nameOf = (id: string): string => {
    const site = answer.sites.find((one) => one.id === id);
    if (!site) return id;
    const isAlone = answer.sites.filter((one) => one.municipality === site.municipality).length === 1;
    return isAlone && site.name.startsWith("NAV ") ? municipalityName(info, site.municipality) : site.name;
  };
  const start = along.find((one) => one.site === from.value) ?? along[0];
  const end = start?.to.find((one) => one.site === to.value) ?? start?.to[0];
  const isClosable = road !== "" && (isWhole || end !== undefined);
  const submit = sending(() => {
    if (!isClosable) return;
    void sendEdit(isWhole ? edits.closeRoad(road, closedTo.value === "all") : edits.closeStretch(road, start!.site, end!.site, closedTo.value === "all"));
  });
  return (
    <form onSubmit={submit}>
      <fieldset>
        <legend>{texts.say("closeRoad")}</legend>
        <div className="row">
          <Choice label={texts.say("road")} {...chosen} of={[...info.roads, [otherRoad, texts.say("roadByNumber")]]} />
          {chosen.value === otherRoad && (
            <>
              <TextField size="small" label={texts.say("roadNumber")} value={written.value} onChange={(event) => written.set(event.target.value)} list="other-roads" autoComplete="off" />
              <datalist id="other-roads">{info.otherRoads.map((one) => <option key={one} value={one} />)}</datalist>
            </>
          )}
          <Choice label={texts.say("stretch")} {...stretch} of={[["part", texts.say("between")], ["whole", texts.say("wholeRoad")]]} />
          {!isWhole && start && end && (
            <>
              <Choice label={texts.say("from")} value={start.site} set={from.set} of={along.map(({ site }): [string, string] => [site, nameOf(site)])} />
              <Choice label={texts.say("moveTo")} value={end.site} set={to.set} of={start.to.map(({ site, kilometres }): [string, string] => [site, texts.say("placeAlong", nameOf(site), texts.short(kilometres))])} />
            </>
          )}
          <Choice label={texts.say("closedTo")} {...closedTo} of={[["through", texts.say("closedTo.through")], ["all", texts.say("closedTo.all")]]} />
          <Button size="small" type="submit" disabled={!isClosable}>{texts.say("close")}</Button>
        </div>
        {!isWhole && road !== "" && end === undefined && <p className="note" role="status">{texts.say("noStretch")}</p>}
      </fieldset>
    </form>
  );
}
