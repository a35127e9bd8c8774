import type { OfficeLine, SiteLine, Trip } from "../api";
import { legTexts, startName } from "../names";
import { useTexts } from "../texts";
import { noAccess } from "./classes";

/** What a tile tells of the square under the pointer, and the way from it once it has been found. */
export interface Hovered {
  place: number;
  /** `noAccess` where no open site is reached. */
  minutes: number;
  people?: number | undefined;
  trip: Trip | null;
}

const mostLegs = 4;

/** Place, minutes, the way by road number, ferry and wait. The list of places tells the same to the keyboard. */
export function HoverCard({ hovered }: { hovered: Hovered }) {
  const texts = useTexts();
  const { trip, minutes, people } = hovered;
  const legs = (trip?.legs ?? []).filter((leg) => leg.kind !== "offRoad").sort((a, b) => b.minutes - a.minutes).slice(0, mostLegs);
  return (
    <div className="hover" aria-hidden="true">
      {trip && <strong>{startName(texts, trip)}</strong>}
      <span>
        {minutes === noAccess ? texts.say("noAccess") : texts.say("minutes", texts.one(minutes))}
        {trip?.siteName && ` ${texts.say("tripTo", trip.siteName)}`}
      </span>
      {legs.map((leg, index) => <span key={index} className="leg">{legTexts(texts, leg).join(" ")}</span>)}
      {people !== undefined && <span>{texts.whole(people)} {texts.say("people").toLowerCase()}</span>}
    </div>
  );
}

/** A site under the pointer: its days, its office and who hosts it. The list of sites tells the same to the keyboard. */
export function SiteCard({ site, office, host }: { site: SiteLine; office: OfficeLine | undefined; host: string | null }) {
  const texts = useTexts();
  return (
    <div className="hover" aria-hidden="true">
      <strong>{site.days === 0 ? texts.say("siteClosed", site.name) : texts.say("openDays", site.name, texts.short(site.days))}</strong>
      {site.office !== null && <span>{texts.say("officeOf", site.office)}{host !== null && `, ${texts.say("hostedBy", host)}`}</span>}
      <span>{texts.say("siteServes", texts.whole(site.people))}</span>
      {office?.fte != null && <span className="leg">{texts.say("officeFte", texts.one(office.fte))}</span>}
    </div>
  );
}
