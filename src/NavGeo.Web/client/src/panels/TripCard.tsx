import { useState } from "react";
import { Button } from "@navikt/ds-react";
import type { Edit, Trip } from "../api";
import { legTexts, limitText, startName } from "../names";
import { useTexts } from "../texts";
import { AddSiteForm } from "./AddSiteForm";

interface Props {
  trip: Trip | null;
  road: string | null;
  onClose: () => void;
  onCloseRoad: () => void;
  onAsk: (edit: Edit) => void;
}

/** The way from a place, leg by leg, and a new site there; and the road that was clicked, to be closed. */
export function TripCard({ trip, road, onClose, onCloseRoad, onAsk }: Props) {
  const texts = useTexts();
  const [isAdding, setAdding] = useState(false);
  return (
    <div className="trip" role="status">
      {trip && (
        <>
          <h2>{texts.say("trip", startName(texts, trip))}</h2>
          {trip.minutes === null ? (
            <p>{texts.say("noAccess")}</p>
          ) : (
            <>
              <p className="big">{texts.say("minutes", texts.one(trip.minutes))} {texts.say("tripTo", trip.siteName ?? "")}</p>
              <ol>
                {trip.legs.map((leg) => [...legTexts(texts, leg), limitText(texts, leg)]).map(([name, measure, limit], index) => (
                  <li key={index}>
                    <strong>{name}</strong> {measure} {limit && <span className="note">{limit}</span>}
                  </li>
                ))}
              </ol>
            </>
          )}
          <p className="note">
            {texts.say("wasToday", trip.minutesToday === null ? texts.say("noAccess") : texts.say("minutes", texts.one(trip.minutesToday)))}
            {trip.minutesBefore !== trip.minutesToday && ` · ${texts.say("wasBefore", trip.minutesBefore === null ? texts.say("noAccess") : texts.say("minutes", texts.one(trip.minutesBefore)))}`}
          </p>
        </>
      )}
      {trip && isAdding && <AddSiteForm spot={{ longitude: trip.longitude, latitude: trip.latitude, name: trip.place ?? trip.municipality ?? "" }} onAsk={onAsk} />}
      <div className="row">
        {trip && !isAdding && <Button size="small" variant="secondary" onClick={() => setAdding(true)}>{texts.say("addSite.here")}</Button>}
        {road !== null && <Button size="small" variant="danger" onClick={onCloseRoad}>{texts.say("closeThis")}{road ? ` (${road})` : ""}</Button>}
        <Button size="small" variant="secondary-neutral" onClick={onClose}>{texts.say("dismiss")}</Button>
      </div>
    </div>
  );
}
