import { bucketIndex, bucketStart } from "../../calendar/bucket.ts";
import { dayOf, isoDate } from "../../calendar/date.ts";
import type { Coded } from "../../coded.ts";
import type { Demand } from "../../demand/index.ts";
import type { HistoryIssues } from "../../issue.ts";
import type { RunRecord } from "../../kpis/index.ts";

/** How a history differs from what the last run knew. */
export type Difference = Coded<HistoryIssues>;

/** A history may lose or gain this share of what the last run knew of the same buckets. */
const allowedChange = 0.3;
/** A bucket is gone where less than this share of it is left; buckets of hardly any demand may come and go. */
const leastLeft = 0.1;
const hardlyAny = 0.25;
/** Items that must be off by a power of ten, and by any other factor: as a share of those compared, and at least. */
const tensShare = 0.1;
const tensLeast = 2;
const otherShare = 0.5;
const otherLeast = 3;
/** A factor is the same within this share. */
const sameFactor = 0.02;
/** A smaller factor than this is no unit. */
const leastFactor = 1.5;

/** The demand of the last run and of this one in the buckets that both know. */
interface Compared {
  /** Number of the first bucket. */
  readonly first: number;
  readonly before: Float64Array;
  readonly now: Float64Array;
  /** Demand of now to that of before, of every item with demand in both. */
  readonly ratios: readonly number[];
  readonly lost: number;
  readonly gained: number;
}

/** Adds up item by item; the first bucket of a file may be cut and is left out. */
function compared({ firstBucket, lastBucket, items }: Demand, last: RunRecord): Compared {
  const first = firstBucket + 1;
  const length = Math.max(0, lastBucket - first + 1);
  const [before, now] = [new Float64Array(length), new Float64Array(length)];
  const known = new Map(items.map((one) => [one.item, one]));
  const ratios: number[] = [];
  let [lost, gained] = [0, 0];
  for (const { item, history } of last.items) {
    const own = known.get(item);
    const start = bucketIndex(dayOf(history.start), last.bucket) - first;
    let [ownBefore, ownNow] = [0, 0];
    history.values.forEach((was, k) => {
      const at = start + k;
      if (at < 0 || at >= length || Number.isNaN(was)) return;
      before[at] += was;
      const is = own?.values[at + first - own.start] ?? 0;
      if (Number.isNaN(is)) return;
      now[at] += is;
      ownBefore += was;
      ownNow += is;
      if (is < was) lost += was - is;
      else gained += is - was;
    });
    if (ownBefore > 0 && ownNow > 0) ratios.push(ownNow / ownBefore);
  }
  return { first, before, now, ratios, lost, gained };
}

const sum = (numbers: Float64Array): number => numbers.reduce((total, one) => total + one, 0);

/** Buckets of which hardly anything is left. */
function gone({ first, before, now }: Compared, { bucket }: Demand): Difference[] {
  const mean = sum(before) / before.length;
  const missing = [...before.keys()].filter(
    (k) => before[k] > hardlyAny * mean && now[k] < leastLeft * before[k],
  );
  const [start, end] = [missing[0], missing.at(-1)].map((k = 0) => isoDate(bucketStart(first + k, bucket)));
  return missing.length === 0 || start === undefined || end === undefined
    ? []
    : [{ code: "history-gone", buckets: missing.length, first: start, last: end }];
}

/** A factor that many items share: a power of ten first, then any other. */
function scaled({ ratios }: Compared): Difference[] {
  const off = (factor: number): number =>
    ratios.filter((ratio) => Math.abs(ratio / factor - 1) <= sameFactor).length;
  const of = ratios.length;
  const found = (factor: number): Difference[] => [
    { code: "history-scaled", factor: Number(factor.toPrecision(3)), count: off(factor), of },
  ];
  const tens = [10, 100, 1000, 0.1, 0.01, 0.001].sort((a, b) => off(b) - off(a));
  const [ten = 10] = tens;
  if (off(ten) === of || (off(ten) >= tensLeast && off(ten) >= tensShare * of))
    return of === 0 ? [] : found(ten);
  const middle = ratios.toSorted((a, b) => a - b)[Math.floor(of / 2)] ?? 1;
  const isFactor = middle >= leastFactor || middle <= 1 / leastFactor;
  return isFactor && off(middle) >= otherLeast && off(middle) >= otherShare * of ? found(middle) : [];
}

/**
 * How the history of a run differs from what the last run knew of the same items and buckets: in another unit, buckets
 * gone, much less or much more. Nothing where both count in other buckets.
 */
export function differencesSince(demand: Demand, last: RunRecord): readonly Difference[] {
  if (demand.bucket !== last.bucket) return [];
  const found = compared(demand, last);
  const total = sum(found.before);
  if (!(total > 0)) return [];
  const factors = scaled(found);
  const named = factors.length > 0 ? factors : gone(found, demand);
  if (named.length > 0) return named;
  const percent = (share: number): number => Math.round((100 * share) / total);
  if (found.lost > allowedChange * total) return [{ code: "history-shrank", percent: percent(found.lost) }];
  return found.gained > allowedChange * total
    ? [{ code: "history-grew", percent: percent(found.gained) }]
    : [];
}
