import { bucketIndex, bucketStart } from "../../calendar/bucket.ts";
import { dayOf, isoDate } from "../../calendar/date.ts";
import { ascending } from "../../numeric/order.ts";
import type { IsoDate } from "../../order.ts";
import { kindRules, type Signal } from "../../signal.ts";
import { type Total, totalOf } from "../../total.ts";
import type { Candidate, Candidates } from "../candidate.ts";
import {
  addLeaning,
  type LeaningCounts,
  type Leant,
  leant,
  mergeLeanings,
  noLeanings,
  type PanelLeaning,
  panelLeaning,
  settled,
} from "./panel-leaning.ts";
import { material, oneDirection, reconciled } from "./reconcile.ts";

/** One item of a run. */
export interface Suspicion {
  readonly found: Candidates;
}

export interface ControlOptions {
  /** Share of flagged items that may be flagged by chance. */
  readonly fdr: number;
  /** Only what could be seen from this day on. */
  readonly since?: IsoDate;
  /** Least relative change that is told. */
  readonly leastChange?: number;
}

/** Least relative change that anybody wants to read of. */
const usualLeastChange = 0.05;

/**
 * Benjamini-Hochberg adjusted p-values. A p-value divided by a weight of mean 1 lets a more valuable test reject earlier
 * (Genovese, Roeder, Wasserman 2006).
 * @example adjusted([0.001, 0.008, 0.039]) // [0.003, 0.012, 0.039]
 */
export function adjusted(p: readonly number[]): number[] {
  const m = p.length;
  const order = p.map((_, i) => i).sort((a, b) => p[a] - p[b] || a - b);
  const out = new Array<number>(m).fill(1);
  let least = 1;
  for (let rank = m; rank >= 1; rank--) {
    const i = order[rank - 1];
    least = Math.min(least, (p[i] * m) / rank);
    out[i] = least;
  }
  return out;
}

/** What the items of a run add to its control: their p-values and values by currency, leanings, and the first of them. */
interface Suspicions {
  first: { readonly item: string; readonly currency: string } | undefined;
  readonly leanings: LeaningCounts;
  readonly byCurrency: Map<string, { readonly p: (number | Leant)[]; readonly values: number[] }>;
  /** What follows, once all items are known. */
  readonly rule?: RuleNumbers;
}

/** The control over a run in numbers. */
interface RuleNumbers extends Pick<ControlRule, "limit" | "panel"> {
  /** Items of the run. */
  readonly count: number;
  /** Currency whose values weigh, their mean, and the sum of what items of these values count for by it. */
  readonly currency: string | undefined;
  readonly mean: number;
  readonly sum: number;
  /** Weighted p-values up to the limit and the next one, ascending, and what they are adjusted to. */
  readonly weighted: Float64Array;
  readonly q: Float64Array;
}

/** What the control over a run says of any of its items. */
interface ControlRule {
  /** How much more than the mean item one counts, by its value; 1 for all where not all are priced in one currency. */
  weightOf(found: Candidates): number;
  /** Largest weighted p-value that is flagged. */
  readonly limit: number;
  /** Weighted p-value up to the limit -> adjusted one. */
  adjust(p: number): number;
  /** How far errors lean in the panel. */
  readonly panel: PanelLeaning | undefined;
}

const currencyOf = ({ currency = "" }: Candidates): string => currency;

/**
 * Weight of an item by its value, mean 1: where all are priced in one currency an item worth four times the mean counts
 * twice, one worth a quarter half, and no item more or less than that.
 */
const valueWeight =
  ({ mean, sum, count }: Pick<RuleNumbers, "mean" | "sum" | "count">): ((value: number) => number) =>
  (value) =>
    mean > 0 ? (rawWeight(value, mean) * count) / sum : 1;

const rawWeight = (value: number, mean: number): number =>
  Math.min(2, Math.max(0.5, Math.sqrt(value / mean)));

function valuesTogether(values: readonly number[]): Pick<RuleNumbers, "mean" | "sum" | "count"> {
  // in ascending order, so that the order of the items changes no digit
  const sorted = Float64Array.from(values).sort();
  const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
  // a larger value never has a smaller weight: these ascend as well
  const sum = sorted.reduce((total, value) => total + rawWeight(value, mean), 0);
  return { count: values.length, mean, sum };
}

/** Benjamini-Hochberg over all items of a run. */
function controlRule(fdr: number): Total<Candidates, Suspicions, ControlRule> {
  return {
    empty: () => ({ first: undefined, leanings: noLeanings(), byCurrency: new Map() }),
    add(sum, found) {
      const currency = currencyOf(found);
      if (sum.first === undefined || found.item < sum.first.item) sum.first = { item: found.item, currency };
      const { p, values } = columnsOf(sum, currency);
      p.push(found.candidates.some(({ leaning }) => leaning !== undefined) ? leant(found) : found.p);
      values.push(found.value ?? Number.NaN);
      if (found.leaning !== undefined) addLeaning(sum.leanings, found.leaning);
    },
    merge(sum, other) {
      const { first } = other;
      mergeLeanings(sum.leanings, other.leanings);
      if (first !== undefined && !(sum.first !== undefined && sum.first.item <= first.item))
        sum.first = first;
      for (const [currency, { p, values }] of other.byCurrency) {
        const columns = columnsOf(sum, currency);
        for (const one of p) columns.p.push(one);
        for (const one of values) columns.values.push(one);
      }
    },
    condense: (sum) => ({
      first: undefined,
      leanings: noLeanings(),
      byCurrency: new Map(),
      rule: ruleNumbers(sum, fdr),
    }),
    finish: (sum) => ruleOf(sum.rule ?? ruleNumbers(sum, fdr)),
  };
}

/** Smallest weighted p-value of an item. */
const leastOf = (candidates: readonly Pick<Candidate, "weighted">[]): number =>
  candidates.reduce((least, { weighted }) => Math.min(least, weighted), 1);

function columnsOf(
  { byCurrency }: Suspicions,
  currency: string,
): { p: (number | Leant)[]; values: number[] } {
  const known = byCurrency.get(currency) ?? { p: [], values: [] };
  byCurrency.set(currency, known);
  return known;
}

function ruleNumbers({ first, byCurrency, leanings }: Suspicions, fdr: number): RuleNumbers {
  const panel = panelLeaning(leanings);
  const pOf = (one: number | Leant) =>
    typeof one === "number"
      ? one
      : leastOf(one.candidates.map((candidate) => settled(candidate, one.leaning, panel)));
  const rows = [...byCurrency].flatMap(([currency, { p, values }]) =>
    p.map((one, k) => ({ p: pOf(one), value: currency === first?.currency ? values[k] : Number.NaN })),
  );
  const together = valuesTogether(rows.map(({ value }) => value));
  const weight = valueWeight(together);
  const weighted = Float64Array.from(rows, ({ p, value }) => Math.min(1, p / weight(value))).sort();
  const q = Float64Array.from(adjusted([...weighted]));
  const limit = (fdr * q.filter((value) => value <= fdr).length) / Math.max(1, rows.length);
  // what lies beyond the limit is no signal whatever it is adjusted to
  const kept = countUpTo(weighted, limit) + 1;
  return {
    ...together,
    panel,
    limit,
    currency: first?.currency,
    weighted: weighted.slice(0, kept),
    q: q.slice(0, kept),
  };
}

function ruleOf(numbers: RuleNumbers): ControlRule {
  const { panel, limit, currency, weighted, q, count } = numbers;
  const weight = valueWeight(numbers);
  return {
    panel,
    limit,
    weightOf: (found) => weight(currencyOf(found) === currency ? (found.value ?? Number.NaN) : Number.NaN),
    adjust(p) {
      const low = countUpTo(weighted, p);
      const own = Math.min(1, (p * count) / Math.max(1, low));
      return low < weighted.length ? Math.min(own, q[low]) : own;
    },
  };
}

/** Values up to `most` among ascending ones. */
function countUpTo(sorted: Float64Array, most: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] <= most) low = middle + 1;
    else high = middle;
  }
  return low;
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
 * have passed as well. What follows gives the signals of any item, ranked by money, then quantity, at stake.
 */
export function controlOf({
  fdr,
  since,
  leastChange = usualLeastChange,
}: ControlOptions): Total<Candidates, Suspicions, (found: Candidates) => Signal[]> {
  const { finish, add, ...adding } = controlRule(fdr);
  return {
    ...adding,
    add: (sum, found) => add(sum, material(found, leastChange)),
    finish(sum) {
      const { weightOf, limit, adjust, panel } = finish(sum);
      return (one) => {
        const weight = weightOf(one);
        const passed = material(one, leastChange)
          .candidates.map((candidate) => settled(candidate, one.leaning, panel))
          .map((candidate) => ({ candidate, p: Math.min(1, candidate.weighted / weight) }))
          .filter(({ p }) => p <= limit && adjust(p) <= fdr);
        const signals = reconciled(passed, one)
          .flatMap(({ candidate, p }) => signalOf(one, candidate, adjust(p), limit * weight) ?? [])
          .filter((signal) => since === undefined || signal.seen >= since)
          .sort((a, b) => b.impact - a.impact || ascending(a.at, b.at) || ascending(a.kind, b.kind));
        return oneDirection(signals);
      };
    },
  };
}

/** The signals of all items of a run, in their order. */
export function control(run: readonly Suspicion[], options: ControlOptions): Signal[][] {
  const found = run.map((one) => one.found);
  return found.map(totalOf(controlOf(options), found));
}

function signalOf(one: Candidates, candidate: Candidate, q: number, limit: number): Signal | undefined {
  const tests = candidate.p > 0 ? candidate.weighted / candidate.p : 1;
  const seen = Math.min(one.length - 1, seenAt(candidate, limit / tests));
  if (comesTooLate(candidate, seen, one.length)) return undefined;
  const priced = one.price !== undefined && one.price > 0 && one.currency !== undefined;
  return {
    kind: candidate.kind,
    at: nameOf(one, candidate.at),
    ...(candidate.until === undefined ? {} : { until: nameOf(one, candidate.until) }),
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
