import { unitOf } from "./common-divisor.ts";

/** Buckets of a passing event, before it, and after it back at the old level. */
const shortest = 2;
const longest = 6;
const enoughBefore = 6;
const enoughAfter = 3;
/** Times between an event and the nearest value outside of it from which on it is another story than all of them. */
const apart = 3;

/** Units that an event must usually have had. */
const many = 20;

/** Where an event began and ended: positions `from` to `to`, the last one not included. */
interface Passed {
  readonly from: number;
  readonly to: number;
}

/** Smallest and largest of each beginning of a list, one longer than the one before. */
function extremes(values: readonly number[]): { least: number[]; most: number[] } {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const [least, most] = [[low], [high]];
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
    least.push(low);
    most.push(high);
  }
  return { least, most };
}

function meanWithout(values: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let k = 0; k < values.length; k++) if (k < from || k >= to) sum += values[k];
  return sum / (values.length - (to - from));
}

/**
 * The two to six buckets in a row that no value before or after comes near, of a history that else stays within three times its mean and came back: a
 * strike, a closed plant, one building site. Null where there are none; gaps belong to no event.
 * @example passedEvent(Float64Array.of(100, 90, 110, 100, 95, 105, 20, 10, 25, 100, 95, 110)) // { from: 6, to: 9 }
 */
export function passedEvent(values: Float64Array): Passed | null {
  const n = values.length;
  if (n < enoughBefore + shortest + enoughAfter || values.some((value) => !(value >= 0))) return null;
  const unit = unitOf(values);
  const before = extremes([...values]);
  const after = extremes([...values].reverse());
  for (let from = enoughBefore; from <= n - enoughAfter - shortest; from++) {
    let [low, high] = [values[from], values[from]];
    for (let to = from + shortest; to <= Math.min(from + longest, n - enoughAfter); to++) {
      low = Math.min(low, values[to - 1]);
      high = Math.max(high, values[to - 1]);
      const least = Math.min(before.least[from], after.least[n - to]);
      const most = Math.max(before.most[from], after.most[n - to]);
      const isApart = least > 0 && (apart * high < least || low > apart * most);
      if (!isApart) continue;
      const usual = meanWithout(values, from, to);
      // a few pieces a bucket may be none for a while by chance
      if (apart * least > usual && (to - from) * usual > many * unit) return { from, to };
    }
  }
  return null;
}
