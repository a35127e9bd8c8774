import { useState } from "react";
import { Alert, Button, TextField } from "@navikt/ds-react";
import type { Language } from "../api";
import { useTexts } from "../texts";
import { sending } from "./forms";
import { LanguageSwitch } from "./LanguageSwitch";

/** The door: a name and the code, which may stand behind # in the link. */
export function JoinForm({ join, setLanguage }: { join: (name: string, code: string | null) => Promise<boolean>; setLanguage: (language: Language) => void }) {
  const texts = useTexts();
  const [name, setName] = useState("");
  const [code, setCode] = useState(location.hash.slice(1));
  const [isWrong, setWrong] = useState(false);
  const submit = sending(() => void join(name, code).then((isIn) => setWrong(!isIn)));
  return (
    <main className="join">
      <form onSubmit={submit}>
        <h1>{texts.say("join.title")}</h1>
        <LanguageSwitch setLanguage={setLanguage} />
        <TextField label={texts.say("name")} value={name} autoComplete="name" required maxLength={60} onChange={(event) => setName(event.target.value)} />
        <TextField label={texts.say("code")} value={code} autoComplete="off" required onChange={(event) => setCode(event.target.value)} />
        {isWrong && <Alert variant="error" role="alert">{texts.say("wrongCode")}</Alert>}
        <Button type="submit">{texts.say("join")}</Button>
      </form>
    </main>
  );
}
