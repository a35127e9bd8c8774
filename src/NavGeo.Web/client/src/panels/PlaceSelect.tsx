import { Select } from "@navikt/ds-react";
import type { CaseInfo } from "../api";
import { useTexts } from "../texts";

interface Props {
  label: string;
  info: CaseInfo;
  value: string;
  onChange: (place: string) => void;
}

/** The named places of the case by municipality: what a click in the map says, for the keyboard. */
export function PlaceSelect({ label, info, value, onChange }: Props) {
  const texts = useTexts();
  return (
    <Select size="small" label={label} value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="" disabled>{texts.say("choosePlace")}</option>
      {info.municipalities.map((municipality) => (
        <optgroup key={municipality.id} label={municipality.name}>
          {info.places
            .filter((place) => place.municipality === municipality.name)
            .sort((a, b) => a.name.localeCompare(b.name, "nb"))
            .map((place) => <option key={place.index} value={place.index}>{place.name}</option>)}
        </optgroup>
      ))}
    </Select>
  );
}
