import { Button } from "@navikt/ds-react";
import { edits } from "../edits";
import { useOpened } from "../useMeeting";
import { Choice, sending, useField } from "./forms";
import { placeOf, PlaceSelect } from "./PlaceSelect";

/** Moves a site to a named place: what dragging it in the map does. */
export function MoveSiteForm() {
  const { info, answer, texts, sendEdit } = useOpened();
  const site = useField(answer.sites[0]?.id ?? "");
  const place = useField("");
  const submit = sending(() => {
    const to = placeOf(info, place.value);
    if (to) void sendEdit(edits.moveSite(site.value, to.longitude, to.latitude));
  });
  return (
    <form onSubmit={submit}>
      <fieldset>
        <legend>{texts.say("moveSite")}</legend>
        <div className="row">
          <Choice label={texts.say("site")} {...site} of={answer.sites.map((one) => [one.id, one.name])} />
          <PlaceSelect label={texts.say("moveTo")} info={info} {...place} />
          <Button size="small" type="submit">{texts.say("move")}</Button>
        </div>
      </fieldset>
    </form>
  );
}
