import type { Pane } from "../api";
import { useTexts } from "../texts";

/** A model that stands beside others: its name, and what it does to people. */
export function PaneTitle({ name, pane }: { name: string; pane: Pane | undefined }) {
  const texts = useTexts();
  return (
    <>
      <h2>{name}</h2>
      <p>
        {pane && [
          texts.say("pane.mean", texts.one(pane.total.meanAfter)), texts.say("pane.lose", texts.whole(pane.total.lose)),
          ...(pane.total.loseAccess > 0 ? [`${texts.whole(pane.total.loseAccess)} ${texts.say("loseAccess")}`] : []),
          texts.say("pane.gain", texts.whole(pane.total.gain + pane.total.gainAccess)), texts.say("pane.sites", pane.now.openSites),
        ].join(" · ")}
      </p>
    </>
  );
}
