import type { Finding } from "./detector.ts";
import { findingOf } from "./effect-finding.ts";
import type { View } from "./view.ts";

/** Lasting changes of the slope. */
export const trendBreaks = (view: View): Finding[] =>
  view
    .effects()
    .filter(({ effect }) => effect.shape === "hinge")
    .map((found) => findingOf("trend-break", found, view.seen.bucket));
