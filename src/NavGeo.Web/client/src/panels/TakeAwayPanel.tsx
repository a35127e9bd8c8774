import type { CaseInfo } from "../api";
import { useTexts } from "../texts";

/** What a meeting takes home. */
export function TakeAwayPanel({ info }: { info: CaseInfo }) {
  const texts = useTexts();
  const language = "?lang=" + texts.language;
  return (
    <>
      <ul className="links">
        <li><a href={"api/package.zip" + language} download={info.id + ".zip"}>{texts.say("package")}</a></li>
        <li><a href={"api/sheet.svg" + language} download={info.id + ".svg"}>{texts.say("sheet")}</a></li>
        <li><a href={"api/scenario.json" + language} download={info.id + ".json"}>{texts.say("scenarioFile")}</a></li>
      </ul>
      <p>{texts.say("ogc")} <code>{location.origin}/ogc/</code></p>
    </>
  );
}
