import { useEffect } from "react";
import { Button } from "@navikt/ds-react";
import type { Meeting } from "../useMeeting";
import { useTexts } from "../texts";

/** A receipt goes by itself; what went wrong stays until it is read, milliseconds. */
const receiptStays = 9000;

/** What is told of what was just done, where it can be taken back, and what went wrong: over the page, so that it never scrolls away. */
export function Toasts({ meeting: { isOffline, problem, said, opened, dismiss } }: { meeting: Meeting }) {
  const texts = useTexts();
  useEffect(() => {
    if (!said) return;
    const going = window.setTimeout(dismiss, receiptStays);
    return () => window.clearTimeout(going);
  }, [said]);
  const undo = () => {
    dismiss();
    void opened?.act("/api/undo");
  };
  return (
    <div className="toasts">
      {isOffline && <p className="toast warning" role="status">{texts.say("problem.offline")}</p>}
      {problem && (
        <div className="toast error" role="alert">
          <span>{texts.say("error")}: {problem}</span>
          <Button size="xsmall" variant="secondary-neutral" onClick={dismiss}>{texts.say("dismiss")}</Button>
        </div>
      )}
      {said && !problem && (
        <div className="toast" role="status">
          <span>{said.text}</span>
          {said.canUndo && <Button size="xsmall" variant="secondary-neutral" onClick={undo}>{texts.say("undoThis")}</Button>}
          <Button size="xsmall" variant="tertiary-neutral" aria-label={texts.say("dismiss")} onClick={dismiss}>✕</Button>
        </div>
      )}
    </div>
  );
}
