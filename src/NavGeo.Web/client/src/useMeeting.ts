import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState } from "react";
import { addressOf, askOwn, get, post, Refusal, type Answer, type AnswerChange, type Asked, type CaseInfo, type Edit, type MeetingStart, type Language, type Me, type Notice, type PathOf, type SharedView } from "./api";
import { mark } from "./marks";
import { officesOf } from "./names";
import { Texts } from "./texts";

/** What can be done in a meeting beside edits, which have one way of their own: `sendEdit`. */
type Act = <P extends Exclude<PathOf<"post">, "/api/join" | "/api/view" | "/api/edits" | "/api/proposals" | "/api/trials">>(path: P, ...given: Asked<"post", P>) => Promise<boolean>;

/** A meeting one has come in to, and how to change it: what all panels know. */
export interface Opened {
  me: Me;
  info: CaseInfo;
  answer: Answer;
  texts: Texts;
  /** Whether the server did it. */
  act: Act;
  /** Makes an edit; who may not edit proposes it. */
  sendEdit: (edit: Edit) => Promise<boolean>;
  /** Whether one tries something by oneself, that nobody else sees. */
  isOwn: boolean;
  /** Begins that, ends it, or ends it by sending what was tried to the room. */
  setOwn: (how: "begin" | "end" | "send") => Promise<void>;
}

export const OpenedContext = createContext<Opened | null>(null);

export function useOpened(): Opened {
  return useContext(OpenedContext)!;
}

/** A receipt for what one has done oneself. */
export interface Said {
  text: string;
  canUndo: boolean;
}

export interface Meeting {
  me: Me | null;
  texts: Texts | null;
  /** Null before one has come in. */
  opened: Opened | null;
  watchers: number;
  /** What whoever leads has on the screen; null before they have shown anything. */
  view: SharedView | null;
  isBusy: boolean;
  isOffline: boolean;
  problem: string | null;
  said: Said | null;
  /** What speaks against it; null for who has come in. */
  join: (name: string, code: string | null) => Promise<string | null>;
  begin: (how: MeetingStart) => Promise<void>;
  setLanguage: (language: Language) => void;
  dismiss: () => void;
}

const languageKey = "navgeo-language";

const comeBack = 2000;

/** No answer has this version: that of a meeting which has not begun is -1. */
const unseen = -2;

/** Everything the page knows, kept up to date by the server's events. */
export function useMeeting(): Meeting {
  const [me, setMe] = useState<Me | null>(null);
  const [language, setLanguage] = useState<Language | null>(() => localStorage.getItem(languageKey) as Language | null);
  const [texts, setTexts] = useState<Texts | null>(null);
  const [info, setInfo] = useState<CaseInfo | null>(null);
  const [change, setChange] = useState<AnswerChange | null>(null);
  const [view, setView] = useState<SharedView | null>(null);
  const [watchers, setWatchers] = useState(0);
  const [busy, setBusy] = useState(0);
  const [isOffline, setOffline] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [said, setSaid] = useState<Said | null>(null);
  const [isOwn, setIsOwn] = useState(false);
  const seen = useRef(unseen);

  const take = useCallback((next: AnswerChange) => {
    // Who edits has the answer before the news of it comes round.
    if (next.version <= seen.current) return;
    seen.current = next.version;
    mark("answered");
    setChange(next);
  }, []);

  const tongue = language ?? me?.language ?? null;
  const spoken = useRef(tongue);
  spoken.current = tongue;
  const refresh = useCallback(
    async (lang: Language) => {
      try {
        const next = await get("/api/answer", { query: { lang } });
        // Somebody may have chosen another language meanwhile, which has been asked for since.
        if (lang === spoken.current) take(next);
      } catch (error) {
        if (!(error instanceof Refusal)) setOffline(true);
      }
    },
    [take],
  );

  useEffect(() => {
    void (async () => {
      let who = await get("/api/me");
      // On the machine of a meeting that is not shared nobody is asked for a name.
      if (who.name === null && !who.isShared) who = await post("/api/join", { body: { name: "NAV" } });
      setMe(who);
    })();
  }, []);

  const isInside = me?.name != null;
  useEffect(() => {
    if (!tongue) return;
    void (async () => {
      seen.current = unseen;
      const [phrases, known] = await Promise.all([
        get("/api/phrases/{language}", { path: { language: tongue } }),
        isInside ? get("/api/case", { query: { lang: tongue } }) : null,
        isInside ? refresh(tongue) : null,
      ]);
      if (tongue !== spoken.current) return;
      setTexts(new Texts(tongue, phrases));
      setInfo(known);
      document.documentElement.lang = tongue;
      if (known) document.title = known.name + " – NavGeo";
    })();
  }, [isInside, tongue, refresh]);

  useEffect(() => {
    if (!isInside || !tongue) return;
    let events: EventSource;
    let coming: ReturnType<typeof setTimeout>;
    const news = (event: Event) => {
      setOffline(false);
      const notice = JSON.parse((event as MessageEvent<string>).data) as Notice;
      setWatchers(notice.watchers);
      // The same view again is no news: only another one moves the map.
      setView((now) => (JSON.stringify(now) === JSON.stringify(notice.view) ? now : notice.view));
      if (!isOwn && notice.version !== seen.current) void refresh(tongue);
    };
    const follow = () => {
      events = new EventSource(addressOf("/api/events"));
      events.addEventListener("version", news);
      events.onerror = () => {
        setOffline(true);
        // A browser gives up where a refusal comes in place of the stream: another server may hold the meeting in a moment.
        if (events.readyState === EventSource.CLOSED) coming = setTimeout(follow, comeBack);
      };
    };
    follow();
    return () => {
      clearTimeout(coming);
      events.close();
    };
  }, [isInside, tongue, refresh, isOwn]);

  const join = useCallback(async (name: string, code: string | null) => {
    try {
      setMe(await post("/api/join", { body: { name, code }, query: { lang: spoken.current ?? "nb" } }));
      return null;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }, []);

  const begin = useCallback(async (how: MeetingStart) => {
    try {
      setMe(await post("/api/begin", { body: { how } }));
    } catch (error) {
      // Somebody else who leads has chosen meanwhile.
      if (!(error instanceof Refusal)) throw error;
      setMe(await get("/api/me"));
    }
  }, []);

  const doing = useCallback(
    async (ask: () => Promise<AnswerChange>) => {
      setBusy((count) => count + 1);
      mark("asked");
      try {
        const next = await ask();
        take(next);
        setProblem(null);
        return next;
      } catch (error) {
        setSaid(null);
        setProblem(error instanceof Error ? error.message : String(error));
        return null;
      } finally {
        setBusy((count) => count - 1);
      }
    },
    [take],
  );

  const opened = useMemo(() => {
    if (!me || !info || !change || !texts) return null;
    const query = { lang: texts.language };
    const known = new Set(info.sites.map((site) => site.id));
    const changed = new Map(change.sites.map((site) => [site.id, site]));
    const answer: Answer = { ...change, sites: [...info.sites.map((site) => changed.get(site.id) ?? site), ...change.sites.filter((site) => !known.has(site.id))], offices: change.offices ?? officesOf(info, change.chosen) };
    // The compiler does not see through the address: what it is given has its type already, and all of them tell the answer.
    const act: Act = (path, ...[given]) =>
      doing(() => post(path, ...([{ ...given, query }] as unknown as Asked<"post", typeof path>)) as Promise<AnswerChange>).then((next) => next !== null);
    const sendEdit = async (edit: Edit) => {
      // The model that is shown is no news.
      if (edit.kind === "chooseStructure" && edit.structure === change.chosen) return true;
      const isMade = me.isPresenter || isOwn;
      const next = await doing(() => (isMade ? post("/api/edits", { body: edit, query }) : post("/api/proposals", { body: edit, query })));
      if (next && edit.kind !== "chooseStructure") setSaid(isMade ? { text: next.step?.text ?? "", canUndo: true } : { text: texts.say("proposed"), canUndo: false });
      return next !== null;
    };
    const setOwn = async (how: "begin" | "end" | "send") => {
      askOwn(false);
      seen.current = unseen;
      const next = await doing(() => (how === "send" ? post("/api/own/send", { query }) : post("/api/own", { body: { isOpen: how === "begin" }, query })));
      askOwn(next ? how === "begin" : isOwn);
      if (next) setIsOwn(how === "begin");
      if (next && how === "send") setSaid({ text: texts.say("proposed"), canUndo: false });
    };
    // In a meeting of one's own everybody leads.
    return { me: isOwn ? { ...me, isPresenter: true } : me, info, answer, texts, act, sendEdit, isOwn, setOwn };
  }, [me, info, change, texts, doing, isOwn]);

  return {
    me,
    texts,
    opened,
    watchers,
    view,
    isBusy: busy > 0,
    isOffline,
    problem,
    said,
    join,
    begin,
    setLanguage: (next) => {
      localStorage.setItem(languageKey, next);
      setLanguage(next);
    },
    dismiss: () => {
      setProblem(null);
      setSaid(null);
    },
  };
}
