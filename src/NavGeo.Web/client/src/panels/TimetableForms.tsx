import { Button, TextField } from "@navikt/ds-react";
import { edits } from "../edits";
import { useOpened } from "../useMeeting";
import { Choice, numberOf, useField } from "./forms";

/** What is tried for those without a car: a departure taken out or moved, and when a site is open. */
export function TimetableForms() {
  const { answer, texts, sendEdit } = useOpened();
  const stop = useField("");
  const time = useField("08:00");
  const later = useField("30");
  const open = answer.sites.filter((one) => one.days > 0);
  const site = useField(open[0]?.id ?? "");
  const opens = useField("09:00");
  const closes = useField("15:00");
  const field = (key: string, { value, set }: ReturnType<typeof useField>, type: "text" | "time" = "text") => (
    <TextField size="small" label={texts.say(key)} type={type} value={value} onChange={(event) => set(event.target.value)} />
  );
  return (
    <>
      <fieldset>
        <legend>{texts.say("timetable")}</legend>
        <div className="row">
          {field("timetable.stop", stop)}
          {field("timetable.time", time)}
          <Button size="small" onClick={() => void sendEdit(edits.takeOutDeparture(stop.value.trim(), minuteOf(time.value)))}>{texts.say("timetable.takeOut")}</Button>
          {field("timetable.later", later)}
          <Button size="small" onClick={() => void sendEdit(edits.moveDeparture(stop.value.trim(), minuteOf(time.value), Math.round(numberOf(later.value))))}>{texts.say("timetable.move")}</Button>
        </div>
      </fieldset>
      <fieldset>
        <legend>{texts.say("hours")}</legend>
        <div className="row">
          <Choice label={texts.say("site")} {...site} of={open.map((one): [string, string] => [one.id, one.name])} />
          {field("hours.opens", opens)}
          {field("hours.closes", closes)}
          <Button size="small" onClick={() => void sendEdit(edits.setSiteHours(answer.chosen, site.value, minuteOf(opens.value), minuteOf(closes.value)))}>{texts.say("hours.set")}</Button>
        </div>
        <p className="note">{texts.say("hours.help", answer.chosen)}</p>
      </fieldset>
    </>
  );
}

/** Minutes from midnight of a time as people write it, 9.15 or 09:15; what is none is refused by the server. */
function minuteOf(text: string): number {
  const [, hours, minutes] = /^\s*(\d{1,2})[.:]?(\d{2})\s*$/.exec(text) ?? [];
  return hours === undefined ? -1 : Number(hours) * 60 + Number(minutes);
}
