import type { Prior } from "./members.ts";

/** Forecasts of the members at one origin beside what came, in one row of the learning set. */
export interface ScoredOrigin {
  readonly members: ReadonlyMap<string, Float64Array>;
  readonly actual: Float64Array;
  /** Divides the errors, so that every series counts alike. */
  readonly scale: number;
}

/** Way from the learned shares back to the prior ones: estimated weights do worse than simple ones (Claeskens et al. 2016). */
const shrinkage = 0.75;
/** Origins below which the weights stay equal. */
const enough = 20;
/** Origins from which on the learned shares have their full say. */
const many = 200;
const equal: Prior = () => 1;

const rounds = 80;
/** Scaled distances beyond this count as this. */
const largestPull = 5;

/**
 * Shares of the members that would have given the least mean absolute scaled error at the scored origins, shrunk
 * towards the prior shares. Found by exponentiated gradient, a method that keeps shares positive
 * (Kivinen & Warmuth 1997).
 */
export function learnShares(
  origins: readonly ScoredOrigin[],
  names: readonly string[],
  prior: Prior = equal,
): number[] {
  const usable = origins.filter((o) => o.scale > 0 && names.every((name) => o.members.has(name)));
  const total = names.reduce((sum, name) => sum + prior(name), 0);
  const before = names.map((name) => prior(name) / total);
  if (usable.length < enough) return before;
  let shares = before;
  for (let round = 0; round < rounds; round++) {
    const gradient = gradientOf(usable, names, shares);
    const mean = gradient.reduce((a, b) => a + b, 0) / gradient.length;
    const pace = 4 / Math.sqrt(1 + round);
    const raw = shares.map((w, i) => w * Math.exp(-pace * (gradient[i] - mean)));
    const total = raw.reduce((a, b) => a + b, 0);
    shares = raw.map((w) => w / total);
  }
  const learned = (1 - shrinkage) * Math.min(1, usable.length / many);
  return shares.map((w, i) => learned * w + (1 - learned) * before[i]);
}

function gradientOf(
  origins: readonly ScoredOrigin[],
  names: readonly string[],
  shares: readonly number[],
): number[] {
  const gradient = names.map(() => 0);
  let points = 0;
  for (const { members, actual, scale } of origins) {
    const forecasts = names.map((name) => members.get(name)!);
    for (let k = 0; k < actual.length; k++) {
      let sum = 0;
      for (let i = 0; i < forecasts.length; i++) sum += shares[i] * forecasts[i][k];
      // shares sum to one, so that only the distance from the combination counts; one wild origin stays one voice
      const side = Math.sign(sum - actual[k]) / scale;
      for (let i = 0; i < forecasts.length; i++) {
        const pull = side * (forecasts[i][k] - sum);
        gradient[i] = gradient[i] + Math.max(-largestPull, Math.min(largestPull, pull));
      }
      points++;
    }
  }
  return gradient.map((g) => g / points);
}

/** A mean of forecasts and who has which share in it. */
export interface Combined {
  readonly mean: Float64Array;
  readonly components: Readonly<Record<string, number>>;
}

/**
 * Weighted mean of the members that are there, drawn towards their weighted median by `medianShare`; the shares of
 * missing ones go to the others in proportion. Where shares were learned, members without one stand aside.
 */
export function combined(
  members: ReadonlyMap<string, Float64Array>,
  shares: Readonly<Record<string, number>>,
  horizon: number,
  medianShare = 0,
  prior: Prior = equal,
): Combined {
  const names = [...members.keys()].sort();
  const known = names.filter((name) => shares[name] !== undefined);
  const used = known.length > 0 ? known : names;
  const raw = used.map((name) => shares[name] ?? prior(name));
  const total = raw.reduce((a, b) => a + b, 0);
  const mean = new Float64Array(horizon);
  const components: Record<string, number> = {};
  used.forEach((name, i) => {
    const share = raw[i] / total;
    components[name] = share;
    const forecast = members.get(name)!;
    for (let k = 0; k < horizon; k++) mean[k] = mean[k] + share * forecast[k];
  });
  if (medianShare > 0) drawToMedian(mean, used, members, components, medianShare);
  return { mean, components };
}

/** Draws a mean towards the weighted median of the members, which one strange member cannot move. */
function drawToMedian(
  mean: Float64Array,
  names: readonly string[],
  members: ReadonlyMap<string, Float64Array>,
  shares: Readonly<Record<string, number>>,
  by: number,
): void {
  const forecasts = names.map((name) => members.get(name)!);
  const weights = names.map((name) => shares[name]);
  const order = names.map((_, i) => i);
  for (let k = 0; k < mean.length; k++) {
    order.sort((a, b) => forecasts[a][k] - forecasts[b][k] || a - b);
    let sum = 0;
    let at = 0;
    while (at < order.length - 1) {
      sum += weights[order[at]];
      if (sum >= 0.5) break;
      at++;
    }
    mean[k] = (1 - by) * mean[k] + by * forecasts[order[at]][k];
  }
}
