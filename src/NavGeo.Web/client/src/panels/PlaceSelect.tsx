import { memo, useMemo } from "react";
import { Select } from "@navikt/ds-react";
import type { CaseInfo, Place } from "../api";
import { useTexts } from "../texts";

interface Props {
  label: string;
  info: CaseInfo;
  value: string;
  onChange: (place: string) => void;
}

/** The named places of the case by municipality: what a click in the map says, for the keyboard. */
export const PlaceSelect = memo(function PlaceSelect({ label, info, value, onChange }: Props) {
  const texts = useTexts();
  const groups = useMemo(() => {
    const byMunicipality = new Map<string, Place[]>();
    for (const place of info.places) {
      if (place.municipality === null) continue;
      const there = byMunicipality.get(place.municipality);
      if (there) there.push(place);
      else byMunicipality.set(place.municipality, [place]);
    }
    return [...byMunicipality].sort(([a], [b]) => byName.compare(a, b))
      .map(([name, places]) => [name, places.sort((a, b) => byName.compare(a.name, b.name))] as const);
  }, [info]);
  return (
    <Select size="small" label={label} value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="" disabled>{texts.say("choosePlace")}</option>
      {groups.map(([municipality, places]) =>
        // A case of squares knows one place a municipality, which bears its name.
        places.length === 1 && places[0]!.name === municipality ? (
          <option key={municipality} value={places[0]!.index}>{municipality}</option>
        ) : (
          <optgroup key={municipality} label={municipality}>
            {places.map((place) => <option key={place.index} value={place.index}>{place.name}</option>)}
          </optgroup>
        ))}
    </Select>
  );
});

const byName = new Intl.Collator("nb");
