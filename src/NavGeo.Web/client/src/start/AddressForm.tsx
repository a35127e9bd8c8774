import { useState } from "react";
import { Button, Checkbox, TextField } from "@navikt/ds-react";
import { sending } from "../panels/forms";
import { useTexts } from "../texts";
import { ask, type AddressLine, type Work } from "./desk";

/** Addresses, looked up at Kartverket once that is agreed to: off each time the page is opened. */
export function AddressForm({ work, onPick }: { work: Work; onPick: (at: string) => void }) {
  const texts = useTexts();
  const [isAgreed, setAgreed] = useState(false);
  const [written, setWritten] = useState("");
  const [found, setFound] = useState<AddressLine[] | null>(null);
  const find = () => work(texts.say("start.reading"), () => ask<AddressLine[]>("addresses", texts.language, { text: written, isAgreed })).then(setFound);
  const pick = (hit: AddressLine) => {
    onPick(hit.at);
    setFound(null);
    setWritten("");
  };
  return (
    <form onSubmit={sending(() => void find())}>
      <Checkbox size="small" checked={isAgreed} onChange={(event) => setAgreed(event.target.checked)}>{texts.say("start.address.agree")}</Checkbox>
      {isAgreed && (
        <>
          <TextField size="small" label={texts.say("start.address")} autoComplete="off" required value={written} onChange={(event) => setWritten(event.target.value)} />
          <Button size="small" type="submit" variant="secondary">{texts.say("start.address.find")}</Button>
        </>
      )}
      {isAgreed && found && (
        <div role="status">
          {found.length === 0 && <p>{texts.say("start.address.none")}</p>}
          <ul className="suggested">
            {found.map((hit) => (
              <li key={hit.text + hit.at}>
                <Button size="small" variant="tertiary" aria-label={texts.say("start.address.use", hit.text)} onClick={() => pick(hit)} type="button">{hit.text}</Button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </form>
  );
}
