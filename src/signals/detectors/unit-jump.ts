import type { Observed } from "../fit/observed.ts";
import type { SignalInput } from "../signal-input.ts";
import type { Finding } from "./detector.ts";
import { isAbrupt, isShared, type SizeStep, sizeStep, unitFinding } from "./size-jump.ts";
import { meanPrice, unitFactor } from "./unit-change.ts";
import { type View, viewOf } from "./view.ts";

/** p below which a jump of sizes by a unit's factor is taken for one before anything else is looked for. */
const obvious = 1e-4;

/** A jump between units beyond doubt, and the factor by which the quantities before it are to be multiplied. */
export function obviousUnit({ seen, input }: View): { finding: Finding; ratio: number } | undefined {
  const sizes = seen.values.some((value) => value < 0) ? undefined : sizeStep(seen);
  if (sizes === undefined || sizes.p > obvious || !isUnit(seen, sizes, input) || !isAbrupt(seen, sizes)) {
    return undefined;
  }
  const values = seen.values.map((value, t) => (t < sizes.at ? value * sizes.ratio : value));
  const rest = viewOf({ ...seen, values }, input);
  return { finding: { ...unitFinding(seen, sizes), rest }, ratio: sizes.ratio };
}

/** Changes of unit of a flow of demand that are beyond doubt; others are found as steps. */
export function unitChange(view: View): Finding[] {
  const found = obviousUnit(view);
  return found === undefined ? [] : [found.finding];
}

/** Changes of unit of counts: the sizes of demands jump by a unit's factor, whatever their frequency. */
export function countUnitChange({ seen, input }: View): Finding[] {
  const sizes = sizeStep(seen);
  return sizes !== undefined && isUnit(seen, sizes, input) ? [unitFinding(seen, sizes)] : [];
}

type Span = readonly [number, number];

/** Mean prices of two spans of buckets; empty where one of them is unknown. */
export function prices(input: SignalInput, before: Span, after: Span) {
  const priceBefore = meanPrice(input.prices, before[0], before[1]);
  const priceAfter = meanPrice(input.prices, after[0], after[1]);
  return priceBefore !== undefined && priceAfter !== undefined ? { priceBefore, priceAfter } : {};
}

/** A unit factor that prices confirm; undefined where none are known. */
export function unitByPrice(ratio: number, error: number, input: SignalInput, before: Span, after: Span) {
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
function isUnit(seen: Observed, step: SizeStep, input: SignalInput): boolean {
  if (!isShared(seen, step)) return false;
  const { at, ratio, error } = step;
  const start = seen.bucket[at];
  const known = prices(input, [0, start], [start, input.series.values.length]);
  return unitFactor({ ratio, error, ...known }) !== undefined;
}
