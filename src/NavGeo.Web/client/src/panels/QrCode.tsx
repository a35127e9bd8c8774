import { useMemo } from "react";
import { create } from "qrcode";
import { useTexts } from "../texts";

/** Squares of white around it, which cameras need. */
const margin = 4;

/** A link as a code that a phone reads off the wall. */
export function QrCode({ link }: { link: string }) {
  const texts = useTexts();
  const { size, path } = useMemo(() => {
    const { modules } = create(link, { errorCorrectionLevel: "M" });
    const dark: string[] = [];
    for (let y = 0; y < modules.size; y++) for (let x = 0; x < modules.size; x++) if (modules.get(y, x)) dark.push(`M${x + margin} ${y + margin}h1v1h-1z`);
    return { size: modules.size + 2 * margin, path: dark.join("") };
  }, [link]);
  return (
    <svg className="qr" role="img" aria-label={texts.say("qr")} viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
