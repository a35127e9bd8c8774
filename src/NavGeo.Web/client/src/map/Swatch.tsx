/** A patch of colour; an attribute of the drawing, which the content policy allows where it forbids inline style. */
export function Swatch({ colour }: { colour: string }) {
  return (
    <svg className="swatch" viewBox="0 0 20 14" aria-hidden="true">
      <rect x="0.5" y="0.5" width="19" height="13" fill={colour} stroke="#37424c" />
    </svg>
  );
}
