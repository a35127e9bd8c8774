import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { get, post, postText, Refusal, wholeOf, type Answer, type AnswerChange, type CaseInfo, type Edit, type Language, type Me, type Notice, type SharedView } from "./api";
import { mark } from "./marks";
import { Texts } from "./texts";

export interface Meeting {
  me: Me | null;
  info: CaseInfo | null;
  answer: Answer | null;
  watchers: number;
  /** What whoever leads has on the screen; null before they have shown anything. */
  view: SharedView | null;
  texts: Texts | null;
  isBusy: boolean;
  isOffline: boolean;
  problem: string | null;
  said: string | null;
  join: (name: string, code: string | null) => Promise<boolean>;
  setLanguage: (language: Language) => void;
  act: (path: string, body?: unknown) => Promise<boolean>;
  /** The same with a body that is JSON already: a file somebody brought. */
  actText: (path: string, text: string) => Promise<boolean>;
  edit: (edit: Edit) => Promise<boolean>;
  dismiss: () => void;
}

const languageKey = "navgeo-language";

/** Everything the page knows, kept up to date by the server's events. Who may not edit proposes instead. */
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
  const [said, setSaid] = useState<string | null>(null);
  const seen = useRef(-1);

  const take = useCallback((next: AnswerChange) => {
    // Who edits has the answer before the news of it comes round.
    if (next.version <= seen.current) return;
    seen.current = next.version;
    mark("answered");
    setChange(next);
  }, []);
  const answer = useMemo(() => (change && info ? wholeOf(change, info) : null), [change, info]);

  const tongue = language ?? me?.language ?? null;
  const spoken = useRef(tongue);
  spoken.current = tongue;
  const refresh = useCallback(
    async (asked: Language) => {
      try {
        const next = await get<AnswerChange>("answer?lang=" + asked);
        // Somebody may have chosen another language meanwhile, which has been asked for since.
        if (asked === spoken.current) take(next);
      } catch (error) {
        if (!(error instanceof Refusal)) setOffline(true);
      }
    },
    [take],
  );

  useEffect(() => {
    void (async () => {
      let who = await get<Me>("me");
      // On the machine of a meeting that is not shared nobody is asked for a name.
      if (who.name === null && !who.isShared) who = await post<Me>("join", { name: "NAV" });
      setMe(who);
    })();
  }, []);

  const isInside = me?.name != null;
  useEffect(() => {
    if (!tongue) return;
    void (async () => {
      seen.current = -1;
      const [phrases, known] = await Promise.all([
        get<Record<string, string>>("phrases/" + tongue),
        isInside ? get<CaseInfo>("case?lang=" + tongue) : null,
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
    const events = new EventSource("api/events");
    events.addEventListener("version", (event) => {
      setOffline(false);
      const notice = JSON.parse((event as MessageEvent<string>).data) as Notice;
      setWatchers(notice.watchers);
      // The same view again is no news: only another one moves the map.
      setView((now) => (JSON.stringify(now) === JSON.stringify(notice.view) ? now : notice.view));
      if (notice.version !== seen.current) void refresh(tongue);
    });
    events.onerror = () => setOffline(true);
    return () => events.close();
  }, [isInside, tongue, refresh]);

  const join = useCallback(async (name: string, code: string | null) => {
    try {
      setMe(await post<Me>("join", { name, code }));
      return true;
    } catch {
      return false;
    }
  }, []);

  const actText = useCallback(
    async (path: string, body: string) => {
      setBusy((count) => count + 1);
      mark("asked");
      try {
        take(await postText<AnswerChange>(`${path}?lang=${texts!.language}`, body));
        setProblem(null);
        return true;
      } catch (error) {
        setProblem(error instanceof Error ? error.message : String(error));
        return false;
      } finally {
        setBusy((count) => count - 1);
      }
    },
    [texts, take],
  );

  const act = useCallback((path: string, body: unknown = {}) => actText(path, JSON.stringify(body)), [actText]);

  const edit = useCallback(
    async (change: Edit) => {
      if (me?.isPresenter) return act("edits", change);
      const isTaken = await act("proposals", change);
      if (isTaken) setSaid(texts!.say("proposed"));
      return isTaken;
    },
    [me, act, texts],
  );

  return {
    me,
    info,
    answer,
    watchers,
    view,
    texts,
    isBusy: busy > 0,
    isOffline,
    problem,
    said,
    join,
    setLanguage: (next) => {
      localStorage.setItem(languageKey, next);
      setLanguage(next);
    },
    act,
    actText,
    edit,
    dismiss: () => {
      setProblem(null);
      setSaid(null);
    },
  };
}
