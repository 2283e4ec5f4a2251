import { bucketIndex, bucketStart } from "../../calendar/bucket.ts";
import { dayOf, isoDate } from "../../calendar/date.ts";
import { ascending } from "../../numeric/order.ts";
import type { IsoDate } from "../../order.ts";
import type { Signal } from "../../signal.ts";
import type { Candidate, Candidates } from "../candidate.ts";
import { kindRules } from "../detectors/index.ts";

/** One item of a run. */
export interface Suspicion {
  readonly found: Candidates;
}

export interface ControlOptions {
  /** Share of flagged items that may be flagged by chance. */
  readonly fdr: number;
  /** Only what could be seen from this day on. */
  readonly since?: IsoDate;
}

/**
 * Benjamini-Hochberg adjusted p-values; `weights` (mean 1) let more valuable tests reject earlier (Genovese,
 * Roeder, Wasserman 2006).
 * @example adjusted([0.001, 0.008, 0.039]) // [0.003, 0.012, 0.039]
 */
export function adjusted(p: readonly number[], weights?: readonly number[]): number[] {
  const m = p.length;
  const weighted = p.map((value, i) => Math.min(1, value / (weights?.[i] ?? 1)));
  const order = weighted.map((_, i) => i).sort((a, b) => weighted[a] - weighted[b] || a - b);
  const out = new Array<number>(m).fill(1);
  let least = 1;
  for (let rank = m; rank >= 1; rank--) {
    const i = order[rank - 1];
    least = Math.min(least, (weighted[i] * m) / rank);
    out[i] = least;
  }
  return out;
}

/**
 * Weights of the items, mean 1: where all are priced in one currency an item worth four times the mean counts
 * twice, one worth a quarter half, and no item more or less than that.
 */
function valueWeights(run: readonly Suspicion[]): number[] {
  const currency = run[0]?.found.currency;
  const values = run.map(({ found }) => (found.currency === currency ? found.value : undefined));
  // in ascending order, so that the order of the items changes no digit
  const sorted = values.map((value) => value ?? Number.NaN).sort(ascending);
  const mean = sorted.reduce((sum, value) => sum + value, 0) / values.length;
  if (!(mean > 0)) return values.map(() => 1);
  const raw = values.map((value) => Math.min(2, Math.max(0.5, Math.sqrt((value ?? 0) / mean))));
  const sum = [...raw].sort(ascending).reduce((total, weight) => total + weight, 0);
  return raw.map((weight) => (weight * raw.length) / sum);
}

/** First day of bucket `index` of a series; its number where the series has no dates. */
function nameOf({ bucket, start }: Candidates, index: number): IsoDate {
  if (start === undefined) return String(index);
  return isoDate(bucketStart(bucketIndex(dayOf(start), bucket) + index, bucket));
}

/** Buckets within which a single peak or dip must be seen to be news. */
const newsFor = 3;

/** A single peak or dip that only much later data made certain: it is past, never news. */
const comesTooLate = ({ kind, at }: Candidate, seen: number, length: number): boolean =>
  kindRules[kind].single === true && seen > at + newsFor && seen >= length - 2;

/** First bucket at which the data up to there would have passed the run's limit. */
function seenAt(candidate: Candidate, limit: number): number {
  const i = candidate.pAsOf.findIndex((p) => p <= limit);
  return candidate.at + (i < 0 ? candidate.pAsOf.length - 1 : i);
}

/**
 * Decides over a whole run which candidates are signals: one p-value an item (its smallest, times the tests of its detector),
 * Benjamini-Hochberg over the items, weighted by their value, then within flagged items every candidate that would
 * have passed as well.
 * Answers in the order of the items; an item's signals are ranked by money, then quantity, at stake.
 */
export function control(run: readonly Suspicion[], options: ControlOptions): Signal[][] {
  const weights = valueWeights(run);
  const q = adjusted(
    run.map(({ found }) => found.p),
    weights,
  );
  const passed = q.filter((value) => value <= options.fdr).length;
  const limit = (options.fdr * passed) / Math.max(1, run.length);
  const byP = run
    .map(({ found }, i) => ({ p: Math.min(1, found.p / weights[i]), q: q[i] }))
    .sort((a, b) => a.p - b.p);
  const adjust = (p: number): number => {
    let low = 0;
    let high = byP.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (byP[middle].p <= p) low = middle + 1;
      else high = middle;
    }
    const own = Math.min(1, (p * byP.length) / Math.max(1, low));
    return low < byP.length ? Math.min(own, byP[low].q) : own;
  };
  return run.map(({ found: one }, i) =>
    one.candidates
      .map((candidate) => ({ candidate, p: Math.min(1, candidate.weighted / weights[i]) }))
      .filter(({ p }) => p <= limit && adjust(p) <= options.fdr)
      .flatMap(({ candidate, p }) => signalOf(one, candidate, adjust(p), limit * weights[i]) ?? [])
      .filter((signal) => options.since === undefined || signal.seen >= options.since)
      .sort((a, b) => b.impact - a.impact || ascending(a.at, b.at) || ascending(a.kind, b.kind)),
  );
}

function signalOf(one: Candidates, candidate: Candidate, q: number, limit: number): Signal | undefined {
  const tests = candidate.p > 0 ? candidate.weighted / candidate.p : 1;
  const seen = Math.min(one.length - 1, seenAt(candidate, limit / tests));
  if (comesTooLate(candidate, seen, one.length)) return undefined;
  const priced = one.price !== undefined && one.price > 0 && one.currency !== undefined;
  return {
    kind: candidate.kind,
    at: nameOf(one, candidate.at),
    seen: nameOf(one, seen),
    state: seen >= one.length - 2 ? "open" : "past",
    direction: candidate.direction,
    size: candidate.size,
    p: candidate.p,
    q,
    impact: priced ? candidate.quantity * (one.price as number) : candidate.quantity,
    impactUnit: priced ? (one.currency as string) : (one.unit ?? ""),
  };
}

/**
 * At most `budget` open signals of a run, those with most at stake, priced ones first; the others are not printed,
 * though the plan draws its consequences from them. Past ones are no alarm and all stay.
 */
export function withinAlarmBudget(
  signals: readonly (readonly Signal[])[],
  budget: number | null,
  isPriced: (item: number) => boolean,
): Signal[][] {
  if (budget === null) return signals.map((list) => [...list]);
  const open = signals.flatMap((list, item) =>
    list.filter(({ state }) => state === "open").map((signal) => ({ signal, item })),
  );
  const kept = new Set(
    open
      .sort(
        (a, b) =>
          Number(isPriced(b.item)) - Number(isPriced(a.item)) ||
          b.signal.impact - a.signal.impact ||
          a.item - b.item,
      )
      .slice(0, budget)
      .map(({ signal }) => signal),
  );
  return signals.map((list) => list.filter((signal) => signal.state !== "open" || kept.has(signal)));
}
