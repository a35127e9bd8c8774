import { useTexts } from "../texts";
import type { Finding } from "./desk";

/** What there is to say, with its place and remedy. */
export function FindingText({ finding }: { finding: Finding }) {
  const texts = useTexts();
  return <><strong>{texts.say("start.severity." + finding.severity)}</strong> {finding.place}: {finding.problem}{finding.remedy && `; ${finding.remedy}`}</>;
}

/** Errors and warnings beside what they are about. */
export function FindingsHere({ findings }: { findings: Finding[] }) {
  const told = findings.filter((one) => one.severity !== "note");
  if (told.length === 0) return null;
  return <ul className="findings here">{told.map((one) => <li key={one.place + one.problem} className={one.severity}><FindingText finding={one} /></li>)}</ul>;
}
