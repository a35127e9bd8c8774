import { useEffect, useState } from "react";
import { Button } from "@navikt/ds-react";
import { get, post } from "../api";
import { useOpened } from "../useMeeting";

type People = Awaited<ReturnType<typeof get<"/api/people">>>;

/** Who has come in; who leads takes the word from somebody, gives it back, or shows them out. */
export function PeoplePanel({ watchers }: { watchers: number }) {
  const { texts } = useOpened();
  const [people, setPeople] = useState<People>([]);
  useEffect(() => void get("/api/people").then(setPeople), [watchers]);
  const change = (id: string, isMuted: boolean, isRemoved: boolean) => void post("/api/people/{id}", { path: { id }, body: { isMuted, isRemoved } }).then(setPeople);
  if (people.length === 0) return null;
  return (
    <>
      <h2>{texts.say("people.here")}</h2>
      <ul className="log">
        {people.map(({ id, name, isMuted }) => (
          <li key={id}>
            <span className="row">
              {isMuted ? <s>{name}</s> : name}
              <Button size="xsmall" variant="secondary-neutral" aria-label={`${texts.say(isMuted ? "unmute" : "mute")}: ${name}`} onClick={() => change(id, !isMuted, false)}>{texts.say(isMuted ? "unmute" : "mute")}</Button>
              <Button size="xsmall" variant="tertiary" aria-label={`${texts.say("remove")}: ${name}`} onClick={() => change(id, isMuted, true)}>{texts.say("remove")}</Button>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
