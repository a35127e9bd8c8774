import { Button } from "@navikt/ds-react";
import { edits } from "../edits";
import { municipalityName, peopleText } from "../names";
import { useOpened } from "../useMeeting";
import { Choice, sending, useField } from "./forms";

/** Who belongs to which office, in the structure that is shown. */
export function OfficeForms() {
  const { info, answer, texts, sendEdit } = useOpened();
  const names = answer.offices.map((one) => one.name);
  // The names are those of the structure that is shown; a choice made in another one falls back to the first.
  const useOffice = (index: number) => {
    const { value, set } = useField("");
    return { value: names.includes(value) ? value : (names[index] ?? names[0] ?? ""), set };
  };
  const municipality = useField(info.municipalities[0]?.id ?? "");
  const office = useOffice(0);
  const first = useOffice(0);
  const second = useOffice(1);
  const third = useField("");
  const thirds = names.filter((one) => one !== first.value && one !== second.value);
  const chosenThird = thirds.includes(third.value) ? third.value : "";
  return (
    <fieldset>
      <legend>{texts.say("organisation", answer.chosen)}</legend>
      <ul className="offices">
        {answer.offices.map((one) => (
          <li key={one.name}>
            <strong>{one.name}</strong>: {one.municipalities.map((number) => municipalityName(info, number)).join(", ")}
            {" · "}{peopleText(texts, one.inhabitants)}
            {one.host !== null && ` · ${texts.say("hostedBy", municipalityName(info, one.host))}`}
          </li>
        ))}
      </ul>
      {names.length > 1 && (
        <>
          <form onSubmit={sending(() => void sendEdit(edits.giveMunicipality(answer.chosen, municipality.value, office.value)))} aria-label={texts.say("giveMunicipality")}>
            <div className="row">
              <Choice label={texts.say("giveMunicipality")} {...municipality} of={info.municipalities.map((one) => [one.id, one.name])} />
              <Choice label={texts.say("office")} {...office} of={names} />
              <Button size="small" type="submit">{texts.say("give")}</Button>
            </div>
          </form>
          <form onSubmit={sending(() => void sendEdit(edits.mergeOffices(answer.chosen, first.value, second.value, chosenThird)))} aria-label={texts.say("mergeOffices")}>
            <div className="row">
              <Choice label={texts.say("mergeOffices")} {...first} of={names} />
              <Choice label={texts.say("with")} {...second} of={names} />
              {thirds.length > 0 && <Choice label={texts.say("andWith")} value={chosenThird} set={third.set} of={[["", texts.say("nobodyElse")], ...thirds.map((one): [string, string] => [one, one])]} />}
              <Button size="small" type="submit">{texts.say("merge")}</Button>
            </div>
          </form>
        </>
      )}
    </fieldset>
  );
}
