import { Button } from "@navikt/ds-react";
import type { Map as GlMap } from "maplibre-gl";
import { addressOf, type MapMode } from "../api";
import { backgroundCredit, isShown } from "../map/background";
import { classesOf } from "../map/classes";
import { pictureOf } from "../map/picture";
import { useOpened } from "../useMeeting";

/** What a meeting takes home. */
export function TakeAwayPanel({ mode, map }: { mode: MapMode; map: () => GlMap | null }) {
  const { info, answer, texts } = useOpened();
  const query = { lang: texts.language };
  const files = [
    ["report.html", "report"], ["report.docx", "reportWord"], ["package.zip", "package"], ["sheet.svg", "sheet"], ["sheet.pdf", "sheetPdf"], ["layers.gpkg", "geoPackage"],
    ["tables.xlsx", "workbook"], ["tables.zip", "tables"], ["scenario.json", "scenarioFile"], ["objections.csv", "objectionsFile"],
  ] as const;
  const address = (file: (typeof files)[number][0]) =>
    file === "sheet.svg" || file === "sheet.pdf" ? addressOf("/api/sheet.{format}", { path: { format: file.slice("sheet.".length) }, query }) : addressOf(`/api/${file}`, { query });
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
          <li key={file}><a href={address(file)} download={`${info.id}-${file}`}>{texts.say(name)}</a></li>
        ))}
      </ul>
      <Button size="small" variant="secondary" onClick={() => void picture()}>{texts.say("picture")}</Button>
      <h2>{texts.say("live")}</h2>
      <p>{texts.say("ogc")} <code>{location.origin}/ogc/</code></p>
      <p>{texts.say("vectorTiles")} <code>{location.origin}/tiles/surface/{"{z}/{x}/{y}"}.mvt</code></p>
    </>
  );
}
