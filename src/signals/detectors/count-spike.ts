import { negativeBinomialDensity } from "../../numeric/negative-binomial.ts";
import { normalCdf } from "../../numeric/normal.ts";
import { countTail, studentTail } from "../fit/tail.ts";
import type { Finding } from "./detector.ts";
import { shareOfLogs } from "./tail-share.ts";
import type { View } from "./view.ts";

/** Prior for the spread of log sizes: this standard deviation, worth so many observations. */
const priorSpread = 0.5;
const priorWeight = 3;

/** The unit in which all demands are whole numbers: the smallest one, where it divides the others. */
function wholeUnit(values: Float64Array): number {
  let least = Number.POSITIVE_INFINITY;
  for (const value of values) if (value > 0 && value < least) least = value;
  for (const value of values) {
    const times = value / least;
    if (Math.abs(times - Math.round(times)) > 1e-6 * times) return Number.isInteger(value) ? 1 : 0;
  }
  return least;
}

/** Demands of an item without its largest one. */
interface Others {
  readonly count: number;
  readonly hits: number;
  readonly mean: number;
  readonly variance: number;
  /** Centre and spread of the logarithms of the demands, the spread drawn to its prior. */
  readonly center: number;
  readonly spread: number;
}

function othersOf(values: Float64Array, at: number): Others {
  let hits = 0;
  let sum = 0;
  let square = 0;
  let log = 0;
  let logSquare = 0;
  for (let t = 0; t < values.length; t++) {
    if (t === at) continue;
    sum += values[t];
    square += values[t] * values[t];
    if (values[t] > 0) {
      hits++;
      log += Math.log(values[t]);
      logSquare += Math.log(values[t]) ** 2;
    }
  }
  const count = values.length - 1;
  const mean = sum / count;
  const within = Math.max(0, logSquare - (log * log) / hits);
  const spread = Math.sqrt((within + priorWeight * priorSpread ** 2) / (hits - 1 + priorWeight));
  const variance = Math.max(0, (square - sum * mean) / (count - 1));
  return { count, hits, mean, variance, center: log / hits, spread };
}

/** Log-likelihoods of the other values, in whole units: negative binomial, and a share of demands with log sizes. */
function likelihoods(values: Float64Array, at: number, unit: number, others: Others) {
  const { count, hits, center, spread } = others;
  const moments = { mean: others.mean / unit, variance: others.variance / unit ** 2 };
  const below = (size: number) => normalCdf((Math.log(size) - center) / spread);
  let counts = 0;
  let logs = 0;
  for (let t = 0; t < values.length; t++) {
    if (t === at) continue;
    counts += Math.log(Math.max(negativeBinomialDensity(Math.round(values[t] / unit), moments), 1e-300));
    const part =
      values[t] > 0
        ? (hits / count) * (below(values[t] + unit / 2) - below(Math.max(values[t] - unit / 2, 1e-300)))
        : 1 - hits / count;
    logs += Math.log(Math.max(part, 1e-300));
  }
  // the share of demands is one parameter more
  return { counts, logs: logs - Math.log(count) / 2 };
}

/**
 * P of a demand as large as the largest one, as the others would predict it: the negative binomial's tail and (share
 * with demand) x (t tail of log sizes), each as far as it is likely by the other values; times the values it was the
 * largest of.
 */
function largestOf(values: Float64Array): { at: number; p: number; others: number } | undefined {
  const n = values.length;
  let at = 0;
  for (let t = 1; t < n; t++) if (values[t] > values[at]) at = t;
  const others = othersOf(values, at);
  const { hits, count, mean, variance, center, spread } = others;
  if (hits < 4) return undefined;
  const t = (Math.log(values[at]) - center) / (spread * Math.sqrt(1 + 1 / hits));
  const sizes = (hits / count) * (t > 0 ? studentTail(t, hits - 1 + priorWeight) / 2 : 0.5);
  const unit = wholeUnit(values);
  let p = sizes;
  if (unit > 0) {
    const { counts, logs } = likelihoods(values, at, unit, others);
    const share = shareOfLogs(logs, counts);
    // moments of few values are known roughly
    const rough = 1 + 2 / count;
    const tail = countTail(Math.round(values[at] / unit), mean / unit, (rough * variance) / unit ** 2);
    p = share * Math.max(sizes, tail) + (1 - share) * tail;
  }
  return { at, p: Math.min(1, p * n), others: (mean * count) / hits };
}

/** One demand far beyond the others of an item that is rarely asked for. */
export function countSpike({ seen: { values, bucket } }: View): Finding[] {
  const high = largestOf(values);
  if (high === undefined || !(high.p < 0.05)) return [];
  return [
    {
      kind: "spike",
      at: bucket[high.at],
      pAsOf: [high.p],
      p: high.p,
      direction: "up",
      size: values[high.at] / high.others - 1,
      quantity: values[high.at] - high.others,
    },
  ];
}
