import { useEffect, useRef, useState } from "react";
import { useTexts } from "../texts";
import { useDeskMap } from "./deskMap";
import { Zooms } from "./Zooms";

/** All municipalities, to be chosen by pointing at them; the chosen ones stand out. */
export default function PickMap({ chosen, onToggle }: { chosen: string[]; onToggle: (number: string) => void }) {
  const texts = useTexts();
  const { box, map, ground } = useDeskMap("api/map");
  const [pointed, setPointed] = useState<{ name: string; number: string } | null>(null);
  const toggle = useRef(onToggle);
  toggle.current = onToggle;

  useEffect(() => {
    if (!map) return;
    map.on("click", "chosen", (event) => {
      toggle.current((event.features![0]!.properties as { number: string }).number);
    });
    map.on("mousemove", "chosen", (event) => {
      map.getCanvas().style.cursor = "pointer";
      setPointed(event.features![0]!.properties as { name: string; number: string });
    });
    map.on("mouseleave", "chosen", () => setPointed(null));
  }, [map]);
  useEffect(() => {
    if (!map || !pointed) return;
    map.setFeatureState({ source: "boundaries", id: pointed.number }, { pointed: true });
    return () => void map.setFeatureState({ source: "boundaries", id: pointed.number }, { pointed: false });
  }, [map, pointed]);
  const numbers = chosen.join("|");
  useEffect(() => {
    if (!map || !ground) return;
    const taken = new Set(numbers.split("|"));
    for (const { properties } of ground.features) {
      const number = properties!.number as string | undefined;
      if (!number) continue;
      map.setFeatureState({ source: "boundaries", id: number }, { chosen: taken.has(number) });
    }
  }, [map, ground, numbers]);

  return (
    <figure className="deskmap">
      <figcaption>{texts.say("start.pick.help")}</figcaption>
      <div className="box" data-ready={map ? "" : undefined}><div className="gl" ref={box} role="presentation" /><Zooms map={map} ground={ground} chosen={chosen} /><p className="pointed" aria-hidden="true">{pointed?.name}</p></div>
    </figure>
  );
}
