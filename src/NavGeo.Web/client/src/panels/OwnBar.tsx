import { Button } from "@navikt/ds-react";
import { useOpened } from "../useMeeting";

/** Says that one is by oneself, and leads back to the room with or without what was tried. */
export function OwnBar() {
  const { texts, answer, setOwn } = useOpened();
  return (
    <div className="ownbar" role="status">
      <strong>{texts.say("own.now")}</strong>
      <Button size="xsmall" disabled={!answer.canUndo} onClick={() => void setOwn("send")}>{texts.say("own.send")}</Button>
      <Button size="xsmall" variant="secondary-neutral" onClick={() => void setOwn("end")}>{texts.say("own.back")}</Button>
    </div>
  );
}
