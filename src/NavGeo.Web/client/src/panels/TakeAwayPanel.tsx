import { Button } from "@navikt/ds-react";
import type { Map as GlMap } from "maplibre-gl";
import type { Answer, CaseInfo } from "../api";
import { backgroundCredit, isShown } from "../map/background";
import { classesOf, type MapMode } from "../map/classes";
import { pictureOf } from "../map/picture";
import { useTexts } from "../texts";

interface Props {
  info: CaseInfo;
  answer: Answer;
  mode: MapMode;
  map: () => GlMap | null;
}

/** What a meeting takes home. */
export function TakeAwayPanel({ info, answer, mode, map }: Props) {
  const texts = useTexts();
  const language = "?lang=" + texts.language;
  const files: [string, string][] = [
    ["report.html", "report"], ["report.docx", "reportWord"], ["package.zip", "package"], ["sheet.svg", "sheet"], ["sheet.pdf", "sheetPdf"], ["layers.gpkg", "geoPackage"],
    ["tables.xlsx", "workbook"], ["tables.zip", "tables"], ["scenario.json", "scenarioFile"], ["objections.csv", "objectionsFile"],
  ];
  const picture = async () => {
    const shown = map();
    if (!shown) return;
    const blob = await pictureOf(shown, {
      title: `${info.name} – ${answer.chosen}: ${answer.now.name}`,
      subtitle: [texts.say(mode === "times" ? "legend" : "legend.change"), ...answer.edits].join(" · "),
      legend: classesOf(info, mode),
      sources: [...info.sources, ...(isShown(shown) ? [backgroundCredit] : []), "NavGeo"].join(" · "),
    });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = `${info.id}-${answer.chosen}.png`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };
  return (
    <>
      <ul className="links">
        {files.map(([file, name]) => (
          <li key={file}><a href={`api/${file}${language}`} download={`${info.id}-${file}`}>{texts.say(name)}</a></li>
        ))}
      </ul>
      <Button size="small" variant="secondary" onClick={() => void picture()}>{texts.say("picture")}</Button>
      <h2>{texts.say("live")}</h2>
      <p>{texts.say("ogc")} <code>{location.origin}/ogc/</code></p>
      <p>{texts.say("vectorTiles")} <code>{location.origin}/tiles/surface/{"{z}/{x}/{y}"}.mvt</code></p>
    </>
  );
}
