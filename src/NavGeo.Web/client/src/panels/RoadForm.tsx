import { Button } from "@navikt/ds-react";
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
  const submit = sending(() => void sendEdit(isWhole ? edits.closeRoad(road.value, closedTo.value === "all") : edits.closeStretch(road.value, from.value, to.value, closedTo.value === "all")));
  // A site that is alone in its municipality stands for it.
  const sites = answer.sites.map(({ id, name, municipality }): [string, string] => {
    const isAlone = answer.sites.filter((one) => one.municipality === municipality).length === 1;
    return [id, isAlone ? municipalityName(info, municipality) : name];
  });
  return (
    <form onSubmit={submit}>
      <fieldset>
        <legend>{texts.say("closeRoad")}</legend>
        <div className="row">
          <Choice label={texts.say("road")} {...road} of={info.roads} />
          <Choice label={texts.say("stretch")} {...stretch} of={[["part", texts.say("between")], ["whole", texts.say("wholeRoad")]]} />
          {!isWhole && (
            <>
              <Choice label={texts.say("from")} {...from} of={sites} />
              <Choice label={texts.say("moveTo")} {...to} of={sites} />
            </>
          )}
          <Choice label={texts.say("closedTo")} {...closedTo} of={[["through", texts.say("closedTo.through")], ["all", texts.say("closedTo.all")]]} />
          <Button size="small" type="submit">{texts.say("close")}</Button>
        </div>
      </fieldset>
    </form>
  );
}
