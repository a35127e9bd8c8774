import { useState } from "react";
import { get, useTold } from "../api";
import { edits } from "../edits";
import { useOpened } from "../useMeeting";

type Order = { key: string; isUp: boolean };

/** All models beside each other: a click on a figure's name puts them in its order, one on a model shows it. */
export function ModelTable() {
  const { answer, texts, sendEdit } = useOpened();
  const [order, setOrder] = useState<Order | null>(null);
  const models = useTold((signal) => get("/api/models", { query: { lang: texts.language } }, signal), [answer.version, texts]);
  if (!models) return <p role="status">{texts.say("loading")}</p>;
  const valueOf = (model: (typeof models)[number], key: string) =>
    key === "lose" ? model.total.lose + model.total.loseAccess : (model.figures.find((figure) => figure.key === key)?.value ?? Number.NEGATIVE_INFINITY);
  const shown = order ? [...models].sort((a, b) => (valueOf(a, order.key) - valueOf(b, order.key)) * (order.isUp ? 1 : -1)) : models;
  const columns: [key: string, title: string][] = [["lose", texts.say("roomLose")], ...answer.altogether.indicators.map(({ key, title }): [string, string] => [key, title])];
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={texts.say("models.all")}>
      <table className="figures" id="models">
        <caption>{texts.say("models.all")}</caption>
        <thead>
          <tr>
            <th scope="col">{texts.say("model")}</th>
            {columns.map(([key, title]) => (
              <th key={key} scope="col" aria-sort={order?.key !== key ? "none" : order.isUp ? "ascending" : "descending"}>
                <button type="button" className="sort" onClick={() => setOrder((now) => ({ key, isUp: now?.key === key ? !now.isUp : true }))}>
                  {title}{order?.key === key && <span aria-hidden="true"> {order.isUp ? "▲" : "▼"}</span>}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((model) => (
            <tr key={model.id} className={model.id === answer.chosen ? "total" : ""}>
              <th scope="row">
                <button type="button" className="sort" title={model.name} onClick={() => void sendEdit(edits.chooseStructure(model.id))}>{model.id}{model.isEdited && "*"}</button>
              </th>
              <td>{texts.whole(model.total.lose + model.total.loseAccess)}</td>
              {model.figures.map((figure) => (
                <td key={figure.key} className={figure.verdict === "better" ? "good" : figure.verdict === "worse" ? "bad" : ""}>
                  {figure.text}{figure.verdict !== "none" && <span className="unseen"> {texts.say(figure.verdict)}</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
