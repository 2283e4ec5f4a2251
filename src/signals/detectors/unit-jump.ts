import type { Candidate } from "../candidate.ts";
import type { Observed } from "../fit/observed.ts";
import type { SignalInput } from "../signal-input.ts";
import { isAbrupt, isShared, type SizeStep, sizeStep, unitCandidate } from "./size-jump.ts";
import { meanPrice, unitFactor } from "./unit-change.ts";

/** p below which a jump of sizes by a unit's factor is taken for one before anything else is looked for. */
const obvious = 1e-4;

/** A jump between units beyond doubt, and the series as it is without it. */
export function obviousUnit(
  seen: Observed,
  input: SignalInput,
  tried: number,
): { candidate: Candidate; ratio: number; rest: Observed } | undefined {
  const sizes = seen.values.some((value) => value < 0) ? undefined : sizeStep(seen);
  if (sizes === undefined || sizes.p > obvious || !isUnit(seen, sizes, input) || !isAbrupt(seen, sizes)) {
    return undefined;
  }
  const values = seen.values.map((value, t) => (t < sizes.at ? value * sizes.ratio : value));
  return { candidate: unitCandidate(seen, sizes, tried), ratio: sizes.ratio, rest: { ...seen, values } };
}

type Span = readonly [number, number];

export function prices(input: SignalInput, before: Span, after: Span) {
  const priceBefore = meanPrice(input.prices, before[0], before[1]);
  const priceAfter = meanPrice(input.prices, after[0], after[1]);
  return priceBefore !== undefined && priceAfter !== undefined ? { priceBefore, priceAfter } : {};
}

/** A unit factor that prices confirm; undefined where none are known. */
export function priced(ratio: number, error: number, input: SignalInput, before: Span, after: Span) {
  const known = prices(input, before, after);
  return known.priceBefore === undefined ? undefined : unitFactor({ ratio, error, ...known });
}

/** Ratio of typical sizes after and before a position, zeros left out. */
export function jumpOf(values: Float64Array, at: number): { ratio: number; error: number } {
  const part = (from: number, to: number) => {
    let count = 0;
    let sum = 0;
    let square = 0;
    for (let t = from; t < to; t++) {
      if (!(values[t] > 0)) continue;
      const log = Math.log(values[t]);
      count++;
      sum += log;
      square += log * log;
    }
    return { count, mean: sum / count, squares: Math.max(0, square - (sum * sum) / count) };
  };
  const a = part(0, at);
  const b = part(at, values.length);
  if (a.count < 2 || b.count < 2) return { ratio: 0, error: 0 };
  const variance = (a.squares + b.squares) / Math.max(1, a.count + b.count - 2);
  return { ratio: Math.exp(b.mean - a.mean), error: Math.sqrt(variance * (1 / a.count + 1 / b.count)) };
}

/** Whether a jump in size is one between units. */
export function isUnit(seen: Observed, step: SizeStep, input: SignalInput): boolean {
  if (!isShared(seen, step)) return false;
  const { at, ratio, error } = step;
  const start = seen.bucket[at];
  const known = prices(input, [0, start], [start, input.series.values.length]);
  return unitFactor({ ratio, error, ...known }) !== undefined;
}
