import { Select } from "@navikt/ds-react";
import type { MapMode } from "../api";
import { structureName } from "../names";
import { useOpened } from "../useMeeting";
import type { Along } from "./useSharedView";

interface Props {
  mode: MapMode;
  setMode: (mode: MapMode) => void;
  compared: string[];
  setCompared: (structures: string[]) => void;
  isSwiped: boolean;
  setSwiped: (isSwiped: boolean) => void;
  onlySite: string | null;
  setOnlySite: (site: string | null) => void;
  background: boolean;
  setBackground: (isOn: boolean) => void;
  along: Along | null;
}

export const mostPanes = 6;

/** What the map shows: time or change, one model or several beside each other, to the nearest site or to one. */
export function MapTools(props: Props) {
  const { mode, setMode, compared, setCompared, isSwiped, setSwiped, onlySite, setOnlySite, background, setBackground, along } = props;
  const { info, answer, texts } = useOpened();
  const toggle = (id: string) => setCompared(compared.includes(id) ? compared.filter((one) => one !== id) : [...compared, id].slice(-mostPanes));
  return (
    <div className="maptools">
      {info.visitClasses.length > 0 && (
        <fieldset className="mode">
          <legend className="unseen">{texts.say("travelBy")}</legend>
          {(["byCar", "withoutCar"] as const).map((one) => (
            <label key={one}>
              <input type="radio" name="travelBy" checked={(mode === "visits") === (one === "withoutCar")} onChange={() => setMode(one === "withoutCar" ? "visits" : "times")} />
              <span>{texts.say(one)}</span>
            </label>
          ))}
        </fieldset>
      )}
      {mode !== "visits" && <fieldset className="mode">
        <legend className="unseen">{texts.say("mapShows")}</legend>
        {([["times", "showTimes"], ["change", "showChange"], ["step", "showStep"]] as const).map(([one, words]) => (
          <label key={one}>
            <input type="radio" name="mode" checked={mode === one} disabled={one === "step" && answer.step === null} onChange={() => setMode(one)} />
            <span>{texts.say(words)}</span>
          </label>
        ))}
      </fieldset>}
      {info.structures.length > 1 && (
        <details className="chooser">
          <summary>{texts.say("compare")}</summary>
          <fieldset>
            <legend>{texts.say("compare.help", mostPanes)}</legend>
            <div className="choices">
              {info.structures.map((one) => (
                <label key={one.id}>
                  <input type="checkbox" checked={compared.includes(one.id)} onChange={() => toggle(one.id)} /> {structureName(info, one.id)}
                </label>
              ))}
            </div>
            <label>
              <input type="checkbox" checked={isSwiped} disabled={compared.length !== 2} onChange={(event) => setSwiped(event.target.checked)} /> {texts.say("swipe")}
            </label>
            <button type="button" disabled={compared.length === 0} onClick={() => setCompared([])}>{texts.say("compare.stop")}</button>
          </fieldset>
        </details>
      )}
      {compared.length < 2 && mode !== "visits" && (
        <Select size="small" hideLabel label={texts.say("bands")} className="bands" value={onlySite ?? ""} onChange={(event) => setOnlySite(event.target.value || null)}>
          <option value="">{texts.say("bands.nearest")}</option>
          {answer.sites.map((site) => <option key={site.id} value={site.id}>{texts.say("bands.to", site.name)}</option>)}
        </Select>
      )}
      {info.hasBackgroundMap && (
        <label className="chooser tick">
          <input type="checkbox" checked={background} onChange={(event) => setBackground(event.target.checked)} /> {texts.say("background")}
        </label>
      )}
      {along && (
        <label className="chooser tick">
          <input type="checkbox" checked={along.isAlong} onChange={(event) => along.setAlong(event.target.checked)} /> {texts.say("along")}
        </label>
      )}
    </div>
  );
}
