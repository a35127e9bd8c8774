import { Button } from "@navikt/ds-react";
import type { Me, MeetingStart } from "../api";
import { useTexts } from "../texts";

const ways: MeetingStart[] = ["resume", "new", "practise"];

/** What becomes of the meeting that is kept: whoever leads says so before anything of it is shown. */
export function BeginForm({ kept, begin }: { kept: NonNullable<Me["kept"]>; begin: (how: MeetingStart) => Promise<void> }) {
  const texts = useTexts();
  return (
    <main className="join">
      <div className="begin">
        <h1>{texts.say("begin.title")}</h1>
        <p>{texts.say("begin.kept", kept.entries, texts.day(kept.lastAt))}</p>
        {ways.map((how) => (
          <Button key={how} variant={how === "resume" ? "primary" : "secondary"} onClick={() => void begin(how)}>{texts.say("begin." + how)}</Button>
        ))}
      </div>
    </main>
  );
}
