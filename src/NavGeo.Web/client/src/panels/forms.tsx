import { useState, type FormEvent, type ReactNode } from "react";
import { Select } from "@navikt/ds-react";

/** What a form does when it is sent. */
export function sending(send: () => void): (event: FormEvent) => void {
  return (event) => {
    event.preventDefault();
    send();
  };
}

/** A number as people write it; 0, which the server refuses, for what is none. */
export function numberOf(text: string): number {
  return Number(text.replace(",", ".")) || 0;
}

interface ChoiceProps {
  label: string;
  value: string;
  set: (value: string) => void;
  /** Value and text; a value alone is its own text. */
  of?: (string | [value: string, text: string])[];
  children?: ReactNode;
}

/** A list to choose from. */
export function Choice({ label, value, set, of = [], children }: ChoiceProps) {
  return (
    <Select size="small" label={label} value={value} onChange={(event) => set(event.target.value)}>
      {children}
      {of.map((one) => {
        const [key, text] = typeof one === "string" ? [one, one] : one;
        return <option key={key} value={key}>{text}</option>;
      })}
    </Select>
  );
}

/** What is chosen or written in a field, ready to be handed to it. */
export function useField(first: string): { value: string; set: (value: string) => void } {
  const [value, set] = useState(first);
  return { value, set };
}
