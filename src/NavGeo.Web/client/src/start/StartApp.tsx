import { useCallback, useEffect, useState } from "react";
import { Alert, Loader } from "@navikt/ds-react";
import { Refusal, type Language } from "../api";
import { LanguageSwitch } from "../panels/LanguageSwitch";
import { Texts, TextsContext } from "../texts";
import { CaseDesk } from "./CaseDesk";
import { ask, type Work } from "./desk";
import { FirstPage } from "./FirstPage";

const languageKey = "navgeo-language";

/** The page one comes to first: cases to open and to make, and behind each the desk it is worked on at. */
export function StartApp() {
  const [language, setLanguage] = useState<Language>(() => (localStorage.getItem(languageKey) as Language | null) ?? (navigator.language.startsWith("nn") ? "nn" : "nb"));
  const [texts, setTexts] = useState<Texts | null>(null);
  const [key, setKey] = useState(location.hash.slice(1));
  const [caseName, setCaseName] = useState<string | null>(null);
  const [doing, setDoing] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  useEffect(() => {
    void ask<Record<string, string>>(`phrases/${language}`, language).then((phrases) => setTexts(new Texts(language, phrases)));
    document.documentElement.lang = language;
  }, [language]);
  useEffect(() => {
    const onHash = () => {
      setProblem(null);
      setCaseName(null);
      setKey(location.hash.slice(1));
    };
    window.addEventListener("hashchange", onHash);
    return () => window.removeEventListener("hashchange", onHash);
  }, []);

  useEffect(() => {
    document.title = caseName ? `${caseName} – NavGeo` : "NavGeo";
  }, [caseName]);

  const work: Work = useCallback(async (what, one, isByItself = false) => {
    setDoing(what);
    // What saves itself does not take away what was refused before.
    if (!isByItself) setProblem(null);
    try {
      return await one();
    } catch (error) {
      if (!(error instanceof Refusal) && !(error instanceof TypeError)) throw error;
      setProblem(error.message);
      return null;
    } finally {
      setDoing(null);
    }
  }, []);

  if (!texts) return <p className="opening">NavGeo …</p>;
  const choose = (next: Language) => {
    localStorage.setItem(languageKey, next);
    setLanguage(next);
  };
  return (
    <TextsContext value={texts}>
      <header>
        <div className="title">
          <h1>NavGeo</h1>
          <p>{caseName ?? texts.say("start.lead")}</p>
        </div>
        <div className="tools"><LanguageSwitch setLanguage={choose} /></div>
      </header>
      <main className="start" aria-busy={doing !== null}>
        <div role="status">{doing && <p className="note"><Loader size="small" title="" aria-hidden="true" /> {doing}</p>}</div>
        {problem && <Alert className="refusal" variant="error" size="small" role="alert" closeButton onClose={() => setProblem(null)}>{texts.say("error")}: {problem}</Alert>}
        {key ? <CaseDesk key={key} id={key} work={work} isBusy={doing !== null} onNamed={setCaseName} /> : <FirstPage work={work} isBusy={doing !== null} />}
      </main>
    </TextsContext>
  );
}
