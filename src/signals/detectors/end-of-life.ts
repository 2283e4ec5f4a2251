import { silenceP } from "../../numeric/beta.ts";
import { longestSilence } from "../../numeric/sum.ts";
import type { Observed } from "../fit/observed.ts";
import { byBucket } from "./by-bucket.ts";
import type { Finding } from "./detector.ts";
import { type View, viewOf } from "./view.ts";

/**
 * Demand that has stopped: the time since the last demand against the item's own gaps. A gap no longer than one
 * that demand survived before, or one that every season shows, is none.
 */
export function endOfLife(view: View): Finding[] {
  const { values, bucket } = view.seen;
  let from = values.length;
  while (from > 0 && values[from - 1] === 0) from--;
  const gap = values.length - from;
  if (gap < 3 || from < 6) return [];
  let hits = 0;
  let total = 0;
  for (let t = 0; t < from; t++) {
    if (values[t] > 0) hits++;
    total += values[t];
  }
  if (hits < 4 || longestSilence(values, from) + 1 >= gap) return [];
  const pAsOf = Array.from({ length: gap }, (_, i) => (i < 2 ? 1 : silenceP(i + 1, hits, from)));
  const rate = hits / from;
  // the last demand is known, the end is not: the median of the wait for the next demand lies between
  const wait = rate < 0.999 ? Math.min(gap - 1, Math.floor(Math.log(0.5) / Math.log(1 - rate))) : 0;
  const p = pAsOf[gap - 1];
  return [
    {
      kind: "end-of-life",
      at: bucket[from + wait],
      pAsOf: byBucket(pAsOf.slice(wait), from + wait, bucket),
      p,
      direction: "down",
      size: -1,
      quantity: (total / from) * Math.min(gap, 12),
      ...(p < certain ? { rest: viewOf(until(view.seen, from), view.input) } : {}),
    },
  ];
}

/** p below which what came before is looked at as if the series had ended with its last demand. */
const certain = 0.01;

const until = (seen: Observed, end: number): Observed => ({
  ...seen,
  bucket: seen.bucket.subarray(0, end),
  values: seen.values.subarray(0, end),
  zeros: seen.values.subarray(0, end).reduce((count, value) => count + (value === 0 ? 1 : 0), 0),
});
