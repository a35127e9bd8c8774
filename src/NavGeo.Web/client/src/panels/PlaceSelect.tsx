import { memo, useMemo } from "react";
import type { CaseInfo, Place } from "../api";
import { useTexts } from "../texts";
import { Choice } from "./forms";

interface Props {
  label: string;
  info: CaseInfo;
  value: string;
  set: (place: string) => void;
}

/** The place that is chosen; none before one is. */
export function placeOf(info: CaseInfo, chosen: string): Place | undefined {
  return info.places.find((one) => String(one.index) === chosen);
}

/** The named places of the case by municipality: what a click in the map says, for the keyboard. */
export const PlaceSelect = memo(function PlaceSelect({ label, info, value, set }: Props) {
  const texts = useTexts();
  const groups = useMemo(() => {
    const byMunicipality = new Map<string, Place[]>();
    for (const place of [...info.places].sort((a, b) => byName.compare(a.name, b.name))) {
      if (place.municipality === null) continue;
      const there = byMunicipality.get(place.municipality);
      if (there) there.push(place);
      else byMunicipality.set(place.municipality, [place]);
    }
    return [...byMunicipality].sort(([a], [b]) => byName.compare(a, b));
  }, [info]);
  return (
    <Choice label={label} value={value} set={set}>
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
    </Choice>
  );
});

const byName = new Intl.Collator("nb");
