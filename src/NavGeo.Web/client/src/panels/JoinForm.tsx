import { useState } from "react";
import { Alert, Button, TextField } from "@navikt/ds-react";
import type { Language } from "../api";
import { useTexts } from "../texts";
import { sending } from "./forms";
import { LanguageSwitch } from "./LanguageSwitch";

/** The code behind # in the link. It is taken out of the address at once: the presenter's is not for the wall. */
const codeOfLink = location.hash.slice(1);
if (codeOfLink) history.replaceState(null, "", location.pathname + location.search);

/** The door: a name and the code, which may stand behind # in the link. */
export function JoinForm({ join, setLanguage }: { join: (name: string, code: string | null) => Promise<string | null>; setLanguage: (language: Language) => void }) {
  const texts = useTexts();
  const [name, setName] = useState("");
  const [code, setCode] = useState(codeOfLink);
  const [wrong, setWrong] = useState<string | null>(null);
  const submit = sending(() => void join(name, code).then(setWrong));
  return (
    <main className="join">
      <form onSubmit={submit}>
        <h1>{texts.say("join.title")}</h1>
        <LanguageSwitch setLanguage={setLanguage} />
        <TextField label={texts.say("name")} value={name} autoComplete="name" required maxLength={60} onChange={(event) => setName(event.target.value)} />
        <TextField label={texts.say("code")} value={code} autoComplete="off" required onChange={(event) => setCode(event.target.value)} />
        {wrong !== null && <Alert variant="error" role="alert">{wrong}</Alert>}
        <Button type="submit">{texts.say("join")}</Button>
      </form>
    </main>
  );
}
