import { createContext, useContext } from "react";
import type { Language } from "./api";

// Chromium has no numbers of its own for nynorsk and would write English ones; they are those of bokmål.
const locales: Record<Language, string> = { nb: "nb-NO", nn: "nb-NO", en: "en-GB" };

/** The phrasebook of one language, as the server keeps it, and the dress its numbers wear; a dash for what is missing. */
export class Texts {
  readonly whole: (value: number | null) => string;
  readonly one: (value: number | null) => string;
  /** 100,0 % only where it is everybody and 0,0 % only where it is nobody, as the server's phrasebook has it. */
  readonly percent: (share: number | null) => string;
  /** 2, or 2,5: no more decimals than there are. */
  readonly short: (value: number | null) => string;
  private readonly times: Intl.DateTimeFormat;
  private readonly days: Intl.DateTimeFormat;

  constructor(
    readonly language: Language,
    private readonly phrases: Record<string, string>,
  ) {
    const locale = locales[language];
    const dress = (options: Intl.NumberFormatOptions) => {
      const format = new Intl.NumberFormat(locale, options);
      return (value: number | null) => (value === null ? "–" : format.format(value));
    };
    const oneDecimal = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
    this.whole = dress({ maximumFractionDigits: 0 });
    this.one = dress(oneDecimal);
    const share = dress({ ...oneDecimal, style: "percent" });
    this.percent = (value) => share(value === null ? null : told(value));
    this.short = dress({});
    this.days = new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit" });
    this.times = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit" });
  }

  say(key: string, ...values: (string | number)[]): string {
    const template = this.phrases["ui." + key] ?? this.phrases[key] ?? key;
    return template.replace(/\{(\d+)(?:\|([^|}]*)\|([^}]*))?\}/g, (_, index, one, many) => {
      const value = String(values[Number(index)] ?? "");
      return one === undefined ? value : value === "1" ? one : many;
    });
  }

  day(at: string): string {
    return this.days.format(new Date(at));
  }

  time(at: string): string {
    return this.times.format(new Date(at));
  }
}

function told(share: number): number {
  if (share <= 0 || share >= 1) return share;
  return Math.min(0.999, Math.max(0.001, share));
}

export function inMinutes(milliseconds: number | null): number | null {
  return milliseconds === null ? null : milliseconds / 60_000;
}

export const TextsContext = createContext<Texts | null>(null);

export function useTexts(): Texts {
  return useContext(TextsContext)!;
}
