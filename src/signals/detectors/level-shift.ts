import type { Finding } from "./detector.ts";
import { findingOf } from "./effect-finding.ts";
import { unitFactor } from "./unit-change.ts";
import { jumpOf, prices } from "./unit-jump.ts";
import type { View } from "./view.ts";

/** Lasting changes of the level; those by the factor between two units are changes of unit. */
export function levelShifts(view: View): Finding[] {
  const { seen, input } = view;
  return view
    .effects()
    .filter(({ effect }) => effect.shape === "step")
    .map((found) => {
      const { at } = found.effect;
      const start = seen.bucket[at];
      const known = prices(input, [0, start], [start, input.series.values.length]);
      const factor = unitFactor({ ...jumpOf(seen.values, at), ...known });
      return findingOf(factor === undefined ? "level-shift" : "unit-change", found, seen.bucket);
    });
}
