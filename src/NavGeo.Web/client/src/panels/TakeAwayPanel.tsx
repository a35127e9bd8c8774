import { useState } from "react";
import { Button } from "@navikt/ds-react";
import type { Map as GlMap } from "maplibre-gl";
import { addressOf, post, type MapMode } from "../api";
import { backgroundCredit, isShown } from "../map/background";
import { classesOf } from "../map/classes";
import { legendText } from "../names";
import { pictureOf } from "../map/picture";
import { useOpened } from "../useMeeting";

/** What a meeting takes home. */
export function TakeAwayPanel({ mode, site, map }: { mode: MapMode; site: string | null; map: () => GlMap | null }) {
  const { me, info, answer, texts } = useOpened();
  const [note, setNote] = useState<string | null>(null);
  const save = () => post("/api/save").then(({ files: saved }) => setNote(texts.say("saved", saved.join(", "))), (error: unknown) => setNote(String(error instanceof Error ? error.message : error)));
  const query = { lang: texts.language };
  const files = [
    ["minutes.docx", "minutesWord"], ["minutes.md", "minutesText"], ["report.html", "report"], ["report.docx", "reportWord"], ["package.zip", "package"], ["sheet.svg", "sheet"], ["sheet.pdf", "sheetPdf"], ["layers.gpkg", "geoPackage"],
    ["tables.xlsx", "workbook"], ["tables.zip", "tables"], ["scenario.json", "scenarioFile"], ["objections.csv", "objectionsFile"],
  ] as const;
  const address = (file: (typeof files)[number][0]) => {
    const format = file.slice(file.indexOf(".") + 1);
    if (file.startsWith("sheet.")) return addressOf("/api/sheet.{format}", { path: { format }, query });
    if (file.startsWith("minutes.")) return addressOf("/api/minutes.{format}", { path: { format }, query });
    return addressOf(`/api/${file}` as "/api/package.zip", { query });
  };
  const picture = async () => {
    const shown = map();
    if (!shown) return;
    const blob = await pictureOf(shown, {
      title: `${info.name} – ${answer.chosen}: ${answer.now.name}`,
      subtitle: [legendText(texts, mode, site), ...answer.edits.filter((edit) => edit.isOn && edit.kind !== "chooseStructure").map((edit) => edit.title)].join(" · "),
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
      {note !== null && <p role="status">{note}</p>}
      <ul className="links">
        {files.map(([file, name]) => (
          <li key={file}><a href={address(file)} download={`${info.id}-${file}`}>{texts.say(name)}</a></li>
        ))}
      </ul>
      {me.isPresenter && <Button size="small" variant="secondary" onClick={() => void save()}>{texts.say("save")}</Button>}{" "}
      <Button size="small" variant="secondary" onClick={() => void picture()}>{texts.say("picture")}</Button>
      <h2>{texts.say("live")}</h2>
      <p>{texts.say("ogc")} <code>{location.origin}/ogc/</code></p>
      <p>{texts.say("vectorTiles")} <code>{location.origin}/tiles/surface/{"{z}/{x}/{y}"}.mvt</code></p>
    </>
  );
}
