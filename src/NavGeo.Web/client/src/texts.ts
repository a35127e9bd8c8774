import { createContext, useContext } from "react";
import type { Language } from "./api";

// Chromium has no numbers of its own for nynorsk and would write English ones; they are those of bokmål.
const locales: Record<Language, string> = { nb: "nb-NO", nn: "nb-NO", en: "en-GB" };

/** The phrasebook of one language, as the server keeps it, and the dress its numbers wear. */
export class Texts {
  private readonly wholes: Intl.NumberFormat;
  private readonly ones: Intl.NumberFormat;
  private readonly percents: Intl.NumberFormat;
  private readonly times: Intl.DateTimeFormat;

  constructor(
    readonly language: Language,
    private readonly phrases: Record<string, string>,
  ) {
    const locale = locales[language];
    this.wholes = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
    this.ones = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
    this.percents = new Intl.NumberFormat(locale, { style: "percent", minimumFractionDigits: 1, maximumFractionDigits: 1 });
    this.times = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit" });
  }

  say(key: string, ...values: (string | number)[]): string {
    const template = this.phrases["ui." + key] ?? this.phrases[key] ?? key;
    return template.replace(/\{(\d+)\}/g, (_, index) => String(values[Number(index)] ?? ""));
  }

  whole(value: number): string {
    return this.wholes.format(value);
  }

  one(value: number | null): string {
    return value === null ? "–" : this.ones.format(value);
  }

  percent(share: number): string {
    return this.percents.format(share);
  }

  time(at: string): string {
    return this.times.format(new Date(at));
  }
}

export const TextsContext = createContext<Texts | null>(null);

export function useTexts(): Texts {
  return useContext(TextsContext)!;
}
