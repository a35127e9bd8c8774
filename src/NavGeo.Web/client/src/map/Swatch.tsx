/** A patch of colour; an attribute of the drawing, which the content policy allows where it forbids inline style. */
export function Swatch({ colour, hatch = null }: { colour: string; hatch?: string | null }) {
  return (
    <svg className="swatch" viewBox="0 0 20 14" aria-hidden="true">
      <rect x="0.5" y="0.5" width="19" height="13" fill={colour} stroke="#37424c" />
      {hatch && <path d="M1 7 7 1M1 13 13 1M7 13 19 1M13 13 19 7" stroke={hatch} strokeWidth="1" fill="none" />}
    </svg>
  );
}
