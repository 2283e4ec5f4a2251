import type { Finding } from "./detector.ts";
import { findingOf } from "./effect-finding.ts";
import type { View } from "./view.ts";

/** Levels that held for a few buckets and went back: one event with a beginning and an end, no lasting change. */
export const passing = (view: View): Finding[] =>
  view
    .effects()
    .filter(({ effect }) => effect.shape === "pulse")
    .map((found) => findingOf("passing", found, view.seen.bucket));
