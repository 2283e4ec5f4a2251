import { median } from "../../numeric/quantile.ts";
import { unitOf } from "./common-divisor.ts";

/** Buckets of a passing event, before it, and after it back at the old level. */
const shortest = 2;
/** A single bucket too, where another season shows what it usually is: its echo would stand in every season to come. */
const single = 1;
/** Seasons up to which a bucket is the same a year on: weeks of a feast move by one. */
const mostSteady = 12;
/** Buckets of the longest event: half a year of months, and a quarter of the season where that is more: of weeks thirteen. */
const longestOf = (period: number): number => Math.max(6, Math.floor(period / 4));
/** Buckets of the longest event that another season alone shows to be odd. */
const longestOdd = 6;
const enoughBefore = 6;
const enoughAfter = 3;
/** Times between an event and the nearest value outside of it from which on it is another story than all of them. */
const apart = 3;

/** The same for the mean of an event whose buckets another season shows as usual, at least, and in spreads of all other values. */
const oddInSeason = 1.5;
const spreads = 4;

/** What nothing counts as, where logarithms are summed. */
const tiny = 1e-9;

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

/** Seasons from which on a median tells what a month usually is. */
const seasonsForMedian = 3;

/** Values against the median of their place in the season; null where that says nothing. */
function againstSeason(values: Float64Array, period: number): Float64Array | null {
  if (period < 2 || values.length < seasonsForMedian * period) return null;
  const usual = Array.from({ length: period }, (_, phase) =>
    median(values.filter((_, t) => t % period === phase)),
  );
  return usual.every((value) => value > 0) ? values.map((value, t) => value / usual[t % period]) : null;
}

/**
 * The few buckets in a row (months: one to six) that no value before or after comes near, of a history that else stays within three times its mean and came back: a
 * strike, a closed plant, one building site. Three times away from all others, less where another season shows what those
 * buckets usually are; one alone has to have both. Null where there are none; gaps belong to no event.
 * @example passedEvent(Float64Array.of(100, 90, 110, 100, 95, 105, 20, 10, 25, 100, 95, 110), 1) // { from: 6, to: 9 }
 */
export function passedEvent(values: Float64Array, period: number): Passed | null {
  if (values.length < enoughBefore + shortest + enoughAfter || values.some((value) => !(value >= 0)))
    return null;
  const season = againstSeason(values, period);
  // a single month that one year of two lacks is no dip: against the season it would look like one
  return (
    foundIn(values, values, period, period > mostSteady ? shortest : single) ??
    (season === null ? null : foundIn(season, values, period, shortest))
  );
}

/** Running sums of logarithms and their squares. */
interface Logs {
  readonly sums: Float64Array;
  readonly squares: Float64Array;
}

/** Mean and spread of the logarithms of the values outside of an event, from running sums. */
function usualOf({ sums, squares }: Logs, from: number, to: number): { mean: number; spread: number } {
  const n = sums.length - 1;
  const count = n - (to - from);
  const mean = (sums[n] - sums[to] + sums[from]) / count;
  const square = (squares[n] - squares[to] + squares[from]) / count;
  return { mean, spread: Math.sqrt(Math.max(0, square - mean * mean)) };
}

function logsOf(values: Float64Array): Logs {
  const sums = new Float64Array(values.length + 1);
  const squares = new Float64Array(values.length + 1);
  values.forEach((value, t) => {
    const log = Math.log(value);
    sums[t + 1] = sums[t] + log;
    squares[t + 1] = squares[t] + log * log;
  });
  return { sums, squares };
}

/** The event in `seen`, a view of the values, that leaves all others most alike. */
function foundIn(seen: Float64Array, values: Float64Array, period: number, fewest: number): Passed | null {
  const n = values.length;
  const unit = unitOf(values);
  const longest = longestOf(period);
  const before = extremes([...seen]);
  const after = extremes([...seen].reverse());
  const logs = logsOf(seen.map((value) => Math.max(value, tiny)));
  let [found, calmest]: [Passed | null, number] = [null, Number.POSITIVE_INFINITY];
  for (let from = enoughBefore; from <= n - enoughAfter - fewest; from++) {
    let [low, high] = [seen[from], seen[from]];
    for (let to = from + fewest; to <= Math.min(from + longest, n - enoughAfter); to++) {
      low = Math.min(low, seen[to - 1]);
      high = Math.max(high, seen[to - 1]);
      const least = Math.min(before.least[from], after.least[n - to]);
      const most = Math.max(before.most[from], after.most[n - to]);
      if (!(least > 0 && (high < least || low > most))) continue;
      const { mean, spread } = usualOf(logs, from, to);
      const off = Math.abs((logs.sums[to] - logs.sums[from]) / (to - from) - mean);
      const isKnown = period > 1 && (from >= period || to + period <= n);
      const isOdd = isKnown && off > Math.max(Math.log(oddInSeason), spreads * spread);
      const isApart = apart * high < least || low > apart * most;
      // farther from all others than these are from each other: a level that wanders comes back as well
      const isOther = Math.max(least / high, low / most) > most / least;
      // one alone has to be both, a long one a story of its own
      const isClear =
        to - from < shortest
          ? isKnown && isApart
          : isApart || (isOdd && (to - from <= longestOdd || isOther));
      if (!isClear) continue;
      const usual = meanWithout(values, from, to);
      // a few pieces a bucket may be none for a while by chance
      if (apart * least * (usual / meanWithout(seen, from, to)) > usual && (to - from) * usual > many * unit)
        if (spread < calmest) [found, calmest] = [{ from, to }, spread];
    }
  }
  return found;
}
