import { countTail, studentTail } from "./tail.ts";

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

/**
 * P of a demand as large as the largest one, as the others would predict it: the larger of the negative
 * binomial's tail and of (share with demand) x (t tail of log sizes), times the values it was the largest of.
 */
export function countSpike(values: Float64Array): { at: number; p: number; others: number } | undefined {
  const n = values.length;
  let at = 0;
  for (let t = 1; t < n; t++) if (values[t] > values[at]) at = t;
  let hits = 0;
  let sum = 0;
  let square = 0;
  let log = 0;
  let logSquare = 0;
  for (let t = 0; t < n; t++) {
    if (t === at) continue;
    sum += values[t];
    square += values[t] * values[t];
    if (values[t] > 0) {
      hits++;
      log += Math.log(values[t]);
      logSquare += Math.log(values[t]) ** 2;
    }
  }
  if (hits < 4) return undefined;
  const mean = sum / (n - 1);
  const variance = Math.max(0, (square - sum * mean) / (n - 2));
  const logMean = log / hits;
  const within = Math.max(0, logSquare - log * logMean);
  const df = hits - 1 + priorWeight;
  const spread = Math.sqrt((within + priorWeight * priorSpread ** 2) / df);
  const t = (Math.log(values[at]) - logMean) / (spread * Math.sqrt(1 + 1 / hits));
  const sizes = t > 0 ? studentTail(t, df) / 2 : 0.5;
  const unit = wholeUnit(values);
  const counts = unit > 0 ? countTail(Math.round(values[at] / unit), mean / unit, variance / unit ** 2) : 0;
  const p = Math.max((hits / (n - 1)) * sizes, counts);
  return { at, p: Math.min(1, p * n), others: sum / hits };
}
