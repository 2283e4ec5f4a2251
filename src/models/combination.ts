/** Forecasts of the members at one origin beside what came, in one row of the learning set. */
export interface ScoredOrigin {
  readonly members: ReadonlyMap<string, Float64Array>;
  readonly actual: Float64Array;
  /** Divides the errors, so that every series counts alike. */
  readonly scale: number;
}

/** Half of the way from the learned weights to equal ones (ACCURACY 2.1: never winner-take-all). */
const shrinkage = 0.5;
/** Origins below which the weights stay equal. */
const enough = 20;
const rounds = 80;

/**
 * Shares of the members that would have given the least mean absolute scaled error at the scored origins, shrunk half
 * of the way to equal shares. Found by exponentiated gradient, a method that keeps shares positive
 * (Kivinen & Warmuth 1997).
 */
export function learnShares(origins: readonly ScoredOrigin[], names: readonly string[]): number[] {
  const equal = 1 / names.length;
  const usable = origins.filter((o) => o.scale > 0 && names.every((name) => o.members.has(name)));
  if (usable.length < enough) return names.map(() => equal);
  let shares = names.map(() => equal);
  for (let round = 0; round < rounds; round++) {
    const gradient = gradientOf(usable, names, shares);
    const mean = gradient.reduce((a, b) => a + b, 0) / gradient.length;
    const pace = 4 / Math.sqrt(1 + round);
    const raw = shares.map((w, i) => w * Math.exp(-pace * (gradient[i]! - mean)));
    const total = raw.reduce((a, b) => a + b, 0);
    shares = raw.map((w) => w / total);
  }
  return shares.map((w) => (1 - shrinkage) * w + shrinkage * equal);
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
      for (let i = 0; i < forecasts.length; i++) sum += shares[i]! * forecasts[i]![k]!;
      const side = Math.sign(sum - actual[k]!) / scale;
      for (let i = 0; i < forecasts.length; i++) gradient[i] = gradient[i]! + side * forecasts[i]![k]!;
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
 * Weighted mean of the members that are there; the shares of missing ones go to the others in proportion. A member
 * without a learned share gets the mean share.
 */
export function combined(
  members: ReadonlyMap<string, Float64Array>,
  shares: Readonly<Record<string, number>>,
  horizon: number,
): Combined {
  const names = [...members.keys()].sort();
  const known = names.filter((name) => shares[name] !== undefined);
  const used = known.length > 0 ? known : names;
  const raw = used.map((name) => shares[name] ?? 1);
  const total = raw.reduce((a, b) => a + b, 0);
  const mean = new Float64Array(horizon);
  const components: Record<string, number> = {};
  used.forEach((name, i) => {
    const share = raw[i]! / total;
    components[name] = share;
    const forecast = members.get(name)!;
    for (let k = 0; k < horizon; k++) mean[k] = mean[k]! + share * forecast[k]!;
  });
  return { mean, components };
}
