import type { MapMode, OfficeLine, SiteLine, Trip } from "../api";
import { legTexts, peopleAtText, startName } from "../names";
import { useTexts, type Texts } from "../texts";
import { noAccess } from "./classes";

/** What a tile tells of the square under the pointer, and the way from it once it has been found. */
export interface Hovered {
  place: number;
  /** `noAccess` where no open site is reached. */
  minutes: number;
  people?: number | undefined;
  trip: Trip | null;
}

/** What the layer of visits tells of a place. */
export interface Visit {
  name?: string | null;
  people?: number | null;
  days: number;
  of_days: number;
  site?: string | null;
  leave?: string | null;
  home?: string | null;
}

const mostLegs = 4;

/** Place, minutes, the way by road number, ferry and wait. The list of places tells the same to the keyboard. */
export function HoverCard({ hovered, mode, site }: { hovered: Hovered; mode: MapMode; site: string | null }) {
  const texts = useTexts();
  const { trip, minutes, people } = hovered;
  const legs = (trip?.legs ?? []).filter((leg) => leg.kind !== "offRoad").sort((a, b) => b.minutes - a.minutes).slice(0, mostLegs);
  return (
    <div className="hover" aria-hidden="true">
      {trip && <strong>{startName(texts, trip)}</strong>}
      <span>
        {minutes === noAccess ? texts.say("noAccess") : texts.say("minutes", texts.one(minutes))}
        {(site ?? trip?.siteName) && ` ${texts.say("tripTo", site ?? trip?.siteName ?? "")}`}
      </span>
      {trip && mode !== "times" && <span>{beforeText(texts, trip, mode)}</span>}
      {legs.map((leg, index) => <span key={index} className="leg">{legTexts(texts, leg).join(" ")}</span>)}
      {people !== undefined && <span>{peopleAtText(texts, people)}</span>}
    </div>
  );
}

/** How long the way was, today or before the last step. */
function beforeText(texts: Texts, trip: Trip, mode: MapMode): string {
  const minutes = mode === "step" ? trip.minutesBefore : trip.minutesToday;
  const was = minutes === null ? texts.say("noAccess") : texts.say("minutes", texts.one(minutes));
  return texts.say(mode === "step" ? "wasBefore" : "wasToday", was);
}

/** A place without a car: on how many days, where to, when one leaves and is home. The sentences beside the map tell the same to the keyboard. */
export function VisitCard({ visit, sites }: { visit: Visit; sites: SiteLine[] }) {
  const texts = useTexts();
  const clock = (time: string) => time.replace(":", ".");
  return (
    <div className="hover" aria-hidden="true">
      {visit.name && <strong>{visit.name}</strong>}
      <span>
        {visit.days === 0 ? texts.say("visits.noDay") : texts.say("visits.days", visit.days, visit.of_days)}
        {visit.site && ` ${texts.say("tripTo", sites.find((one) => one.id === visit.site)?.name ?? visit.site)}`}
      </span>
      {visit.leave && visit.home && <span className="leg">{texts.say("visits.out", clock(visit.leave), clock(visit.home))}</span>}
      {typeof visit.people === "number" && <span>{peopleAtText(texts, visit.people)}</span>}
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
