import { Button } from "@navikt/ds-react";
import { get, useTold } from "../api";
import { edits } from "../edits";
import { municipalityName } from "../names";
import { useOpened } from "../useMeeting";
import { Choice, sending, useField } from "./forms";

/** Closes a road, whole or between two places. */
export function RoadForm() {
  const { info, answer, texts, sendEdit } = useOpened();
  const road = useField(info.roads[0] ?? "");
  const stretch = useField("part");
  const from = useField(answer.sites[0]?.id ?? "");
  const to = useField(answer.sites[1]?.id ?? "");
  const closedTo = useField("through");
  const isWhole = stretch.value === "whole";
  // Only places that the road comes by can be its ends.
  const passed = useTold((signal) => get("/api/roads/places", { query: { road: road.value } }, signal), [road.value, answer.version]) ?? [];
  const submit = sending(() => void sendEdit(isWhole ? edits.closeRoad(road.value, closedTo.value === "all") : edits.closeStretch(road.value, start, end, closedTo.value === "all")));
  // "NAV Gol", alone in its municipality, stands for it.
  const sites = answer.sites.filter((one) => passed.includes(one.id)).map(({ id, name, municipality }): [string, string] => {
    const isAlone = answer.sites.filter((one) => one.municipality === municipality).length === 1;
    return [id, isAlone && name.startsWith("NAV ") ? municipalityName(info, municipality) : name];
  });
  const ids = sites.map(([id]) => id);
  const start = ids.includes(from.value) ? from.value : (ids[0] ?? "");
  const end = ids.includes(to.value) && to.value !== start ? to.value : (ids.find((one) => one !== start) ?? "");
  return (
    <form onSubmit={submit}>
      <fieldset>
        <legend>{texts.say("closeRoad")}</legend>
        <div className="row">
          <Choice label={texts.say("road")} {...road} of={info.roads} />
          <Choice label={texts.say("stretch")} {...stretch} of={[["part", texts.say("between")], ["whole", texts.say("wholeRoad")]]} />
          {!isWhole && end !== "" && (
            <>
              <Choice label={texts.say("from")} value={start} set={from.set} of={sites} />
              <Choice label={texts.say("moveTo")} value={end} set={to.set} of={sites} />
            </>
          )}
          <Choice label={texts.say("closedTo")} {...closedTo} of={[["through", texts.say("closedTo.through")], ["all", texts.say("closedTo.all")]]} />
          <Button size="small" type="submit" disabled={!isWhole && end === ""}>{texts.say("close")}</Button>
        </div>
        {!isWhole && end === "" && <p className="note" role="status">{texts.say("noStretch")}</p>}
      </fieldset>
    </form>
  );
}
