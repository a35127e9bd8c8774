import { Button } from "@navikt/ds-react";
import type { CaseInfo, Trip } from "../api";
import { useTexts } from "../texts";

interface Props {
  info: CaseInfo;
  place: number | null;
  trip: Trip | null;
  road: string | null;
  onClose: () => void;
  onCloseRoad: () => void;
}

/** The way from a place, leg by leg; and the road that was clicked, to be closed. */
export function TripCard({ info, place, trip, road, onClose, onCloseRoad }: Props) {
  const texts = useTexts();
  const from = place === null ? undefined : info.places[place];
  const name = from ? (from.name ?? texts.say("unnamed", from.municipality ?? "")) : "";
  return (
    <div className="trip" role="status">
      {trip && from && (
        <>
          <h2>{texts.say("trip", name)}</h2>
          {trip.minutes === null ? (
            <p>{texts.say("noAccess")}</p>
          ) : (
            <>
              <p className="big">{texts.say("minutes", texts.one(trip.minutes))} {texts.say("tripTo", trip.siteName ?? "")}</p>
              <ol>
                {trip.legs.map((leg, index) => (
                  <li key={index}>
                    <strong>{legName(leg.kind, leg.name)}</strong>{" "}
                    {leg.kind === "wait" ? texts.say("minutes", texts.one(leg.minutes)) : texts.say("kmMinutes", texts.one(leg.km), texts.one(leg.minutes))}
                  </li>
                ))}
              </ol>
            </>
          )}
          {trip.minutesToday !== null && <p className="note">{texts.say("tripToday", texts.one(trip.minutesToday))}</p>}
        </>
      )}
      <div className="row">
        {road !== null && <Button size="small" variant="danger" onClick={onCloseRoad}>{texts.say("closeThis")}{road ? ` (${road})` : ""}</Button>}
        <Button size="small" variant="secondary-neutral" onClick={onClose}>{texts.say("dismiss")}</Button>
      </div>
    </div>
  );

  function legName(kind: string, leg: string): string {
    if (kind === "offroad") return texts.say("offroad");
    if (kind === "wait") return texts.say("wait", leg);
    return leg || texts.say("otherRoad");
  }
}
