import { useCallback, useId, useMemo, useRef, useState, type KeyboardEvent } from "react";
import type { Edit } from "../api";
import { edits } from "../edits";
import { isForPage, usePageKeys } from "../keys";
import { ferryTitle, municipalityName, structureName } from "../names";
import { useOpened } from "../useMeeting";

/** What the box finds, and what is done with it. */
interface Found {
  kind: string;
  name: string;
  /** Everything it is found by, without accents. */
  words: string;
  go: () => void;
}

interface Props {
  onPlace: (place: number) => void;
  /** Shows a spot on the map. */
  onSpot: (longitude: number, latitude: number) => void;
  /** Asks about an edit before it is made. */
  onAsk: (edit: Edit) => void;
  onRoom: () => void;
}

const most = 12;

/** Letters as they are looked for: who writes "alta" finds Áltá, and who writes "maaloy" finds Måløy. */
function plain(text: string): string {
  const spelt = text.toLocaleLowerCase("nb").replace(/æ/g, "ae").replace(/ø/g, "o").replace(/å|aa/g, "a").replace(/đ/g, "d").replace(/ŋ/g, "n").replace(/ŧ/g, "t");
  return spelt.normalize("NFD").replace(/\p{M}/gu, "");
}

/** One box for places, municipalities, sites, offices, roads, ferries, models and what can be done, by keyboard too. */
export function SearchBox({ onPlace, onSpot, onAsk, onRoom }: Props) {
  const { info, answer, texts, act, sendEdit } = useOpened();
  const [sought, setSought] = useState("");
  const [isOpen, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const list = useId();

  const all = useMemo((): Found[] => {
    const found = (kind: string, name: string, go: () => void, others = ""): Found => ({ kind: texts.say(kind), name, words: plain(`${name} ${others}`), go });
    const site = (id: string | null) => answer.sites.find((one) => one.id === id || one.municipality === id);
    return [
      ...info.structures.map((one) => found("model", structureName(info, one.id), () => void sendEdit(edits.chooseStructure(one.id)))),
      ...answer.sites.map((one) => found("site", one.name, () => onSpot(one.longitude, one.latitude), `${one.otherNames ?? ""} ${municipalityName(info, one.municipality)}`)),
      ...answer.offices.flatMap((one) => {
        const seat = site(one.host ?? one.municipalities[0] ?? null);
        return seat ? [found("office", one.name, () => onSpot(seat.longitude, seat.latitude))] : [];
      }),
      ...info.municipalities.flatMap((one) => {
        const there = info.places.find((place) => place.municipality === one.name);
        return there ? [found("municipality", one.name, () => onSpot(there.longitude, there.latitude))] : [];
      }),
      ...info.places.filter((one) => one.name !== one.municipality).map((one) => found("place", one.name, () => {
        onSpot(one.longitude, one.latitude);
        onPlace(one.index);
      }, one.municipality ?? "")),
      ...[...info.roads, ...info.otherRoads].map((one) => found("closeRoad", one, () => onAsk(edits.closeRoad(one)))),
      ...info.ferries.map((one) => found("stopFerryOf", ferryTitle(info, texts, one), () => onAsk(edits.stopFerry(one)))),
      found("command", texts.say("undo"), () => void act("/api/undo")),
      found("command", texts.say("redo"), () => void act("/api/redo")),
      found("command", texts.say("clear"), () => void act("/api/clear")),
      found("command", texts.say(answer.isWinter ? "season.summer" : "season.winter"), () => void sendEdit(edits.setWinter(!answer.isWinter))),
      found("command", texts.say("room"), onRoom),
    ];
  }, [info, answer, texts, act, sendEdit, onPlace, onSpot, onAsk, onRoom]);
  const shown = useMemo(() => {
    const words = plain(sought.trim());
    if (!words) return [];
    const hits = all.filter((one) => one.words.includes(words));
    // What begins with what is sought goes before what only has it inside.
    return [...hits.filter((one) => one.words.startsWith(words)), ...hits.filter((one) => !one.words.startsWith(words))];
  }, [all, sought]);

  usePageKeys(useCallback((event) => {
    const isAsked = (event.key === "/" && isForPage(event)) || (event.key === "k" && (event.ctrlKey || event.metaKey));
    if (!isAsked) return;
    event.preventDefault();
    field.current?.focus();
  }, []));

  const go = (found: Found | undefined) => {
    if (!found) return;
    setOpen(false);
    setSought("");
    found.go();
  };
  const onKey = (event: KeyboardEvent) => {
    const last = Math.min(shown.length, most) - 1;
    const moves: Record<string, () => void> = {
      ArrowDown: () => setAt((now) => Math.min(last, now + 1)), ArrowUp: () => setAt((now) => Math.max(0, now - 1)),
      Enter: () => go(shown[at]), Escape: () => (sought ? setSought("") : field.current?.blur()),
    };
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    move();
  };
  const isListed = isOpen && sought.trim() !== "";
  return (
    <div className="search" role="search">
      <input
        ref={field} type="text" role="combobox" aria-label={texts.say("search")} placeholder={texts.say("search.hint")} aria-expanded={isListed} aria-controls={list} aria-autocomplete="list"
        aria-activedescendant={isListed && shown[at] ? `${list}-${at}` : undefined} value={sought} autoComplete="off"
        onChange={(event) => {
          setSought(event.target.value);
          setAt(0);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)} onBlur={() => setOpen(false)} onKeyDown={onKey}
      />
      <ul id={list} role="listbox" aria-label={texts.say("search")} hidden={!isListed}>
        {shown.slice(0, most).map((one, index) => (
          <li key={index} id={`${list}-${index}`} role="option" aria-selected={index === at} onPointerDown={(event) => event.preventDefault()} onClick={() => go(one)}>
            {one.name} <span className="note">{one.kind}</span>
          </li>
        ))}
        {isListed && shown.length > most && <li className="note" role="presentation">{texts.say("search.more", shown.length - most)}</li>}
        {isListed && shown.length === 0 && <li className="note" role="option" aria-selected={false} aria-disabled="true">{texts.say("search.none", sought.trim())}</li>}
      </ul>
    </div>
  );
}
