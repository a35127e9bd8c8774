interface Props {
  colour: string;
  hatch?: string | null;
  /** As a place is shown that is a point. */
  isPoint?: boolean;
}

/** A patch of colour; an attribute of the drawing, which the content policy allows where it forbids inline style. */
export function Swatch({ colour, hatch = null, isPoint = false }: Props) {
  return (
    <svg className="swatch" viewBox="0 0 20 14" aria-hidden="true">
      {isPoint ? (
        <circle cx="10" cy="7" r="5.5" fill={colour} stroke={hatch ?? "#37424c"} strokeWidth={hatch ? 2 : 1} />
      ) : (
        <rect x="0.5" y="0.5" width="19" height="13" fill={colour} stroke="#37424c" />
      )}
      {hatch && !isPoint && <path d="M1 7 7 1M1 13 13 1M7 13 19 1M13 13 19 7" stroke={hatch} strokeWidth="1" fill="none" />}
    </svg>
  );
}
