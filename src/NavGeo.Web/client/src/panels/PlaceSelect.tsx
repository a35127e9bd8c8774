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
            .map((place, index) => ({ place, index }))
            .filter(({ place }) => place.name !== null && place.municipality === municipality.name)
            .sort((a, b) => a.place.name!.localeCompare(b.place.name!, "nb"))
            .map(({ place, index }) => <option key={index} value={index}>{place.name}</option>)}
        </optgroup>
      ))}
    </Select>
  );
}
