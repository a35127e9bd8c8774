import type { Language } from "../api";
import { useTexts } from "../texts";

const languages: [Language, string][] = [["nb", "Bokmål"], ["nn", "Nynorsk"], ["en", "English"]];

export function LanguageSwitch({ setLanguage }: { setLanguage: (language: Language) => void }) {
  const texts = useTexts();
  return (
    <select className="language" aria-label={texts.say("language")} value={texts.language} onChange={(event) => setLanguage(event.target.value as Language)}>
      {languages.map(([code, name]) => <option key={code} value={code} lang={code}>{name}</option>)}
    </select>
  );
}
