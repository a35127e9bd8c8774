import type { MapMode, Pane } from "../api";
import { useTexts } from "../texts";

/** A model that stands beside others: its name, and what it does to people. */
export function PaneTitle({ name, pane, mode }: { name: string; pane: Pane | undefined; mode: MapMode }) {
  const texts = useTexts();
  const total = mode === "step" ? pane?.step : pane?.total;
  return (
    <>
      <h2>{name}</h2>
      <p>
        {pane && total && mode !== "visits" && [
          ...(mode === "step" ? [texts.say("since.step")] : []), texts.say("pane.mean", texts.one(total.meanAfter)), texts.say("pane.lose", texts.whole(total.lose)),
          ...(total.loseAccess > 0 ? [`${texts.whole(total.loseAccess)} ${texts.say("loseAccess")}`] : []),
          texts.say("pane.gain", texts.whole(total.gain + total.gainAccess)), texts.say("pane.sites", pane.now.openSites),
        ].join(" · ")}
      </p>
    </>
  );
}
