import type { VNode } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { charts } from "../../../src/index.ts";

interface PictureProps {
  readonly of: charts.Markup | undefined;
}

/** A picture of the engine: SVG markup whose every text was escaped when it was made. */
export const Picture = ({ of }: PictureProps): VNode | null =>
  of === undefined ? null : <div class="picture" dangerouslySetInnerHTML={{ __html: of.markup }} />;

interface MeasuredProps {
  readonly draw: (width: number) => charts.Markup | undefined;
}

/** A picture that is drawn as wide as its column, so that its texts keep their size. */
export function Measured({ draw }: MeasuredProps): VNode {
  const ref = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const box = ref.current;
    if (box === null) return;
    const measured = (): void => setWidth(Math.round(box.clientWidth));
    const watcher = new ResizeObserver(measured);
    watcher.observe(box);
    measured();
    return () => watcher.disconnect();
  }, []);
  return <div ref={ref}>{width > 0 && <Picture of={draw(width)} />}</div>;
}
