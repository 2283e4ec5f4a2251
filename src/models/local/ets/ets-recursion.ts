/** Season of an exponential smoothing form: none, added or multiplied. */
export type EtsSeason = "N" | "A" | "M";

/** Smoothing of level, growth and season, and the damping of the growth (Hyndman et al. 2008, table 2.2). */
export interface Smoothing {
  alpha: number;
  beta: number;
  gamma: number;
  phi: number;
}

/**
 * One pass of exponential smoothing over `y`, forwards or backwards. `state` holds level, growth and one value per
 * position of the season (t mod period) and is moved on in place; `predicted[t]` becomes the one-step forecast.
 * NaN in `y` moves the state on without a correction. With multiplied season the corrections are those of the
 * single-source-of-error forms, which are the same for additive and for multiplicative errors. O(n).
 */
export function smooth(
  y: Float64Array,
  season: EtsSeason,
  period: number,
  parameters: Smoothing,
  state: Float64Array,
  predicted: Float64Array,
  backwards = false,
): void {
  if (season === "N" && parameters.beta === 0 && state[1] === 0)
    smoothLevel(y, parameters.alpha, state, predicted, backwards);
  else if (season === "N") smoothTrend(y, parameters, state, predicted, backwards);
  else if (season === "A") smoothAdditive(y, period, parameters, state, predicted, backwards);
  else smoothMultiplicative(y, period, parameters, state, predicted, backwards);
}

/** The pass of {@link smooth} with a level alone (Brown 1956); returns the sum of the squared errors. O(n). */
export function smoothLevel(
  y: Float64Array,
  alpha: number,
  state: Float64Array,
  predicted: Float64Array,
  backwards = false,
): number {
  const n = y.length;
  let level = state[0];
  let squares = 0;
  for (let i = 0; i < n; i++) {
    const t = backwards ? n - 1 - i : i;
    predicted[t] = level;
    const error = y[t] - level;
    if (Number.isNaN(error)) continue;
    squares += error * error;
    level += alpha * error;
  }
  state[0] = level;
  return squares;
}

function smoothTrend(
  y: Float64Array,
  { alpha, beta, phi }: Smoothing,
  state: Float64Array,
  predicted: Float64Array,
  backwards: boolean,
): void {
  let level = state[0];
  let growth = state[1];
  const n = y.length;
  for (let i = 0; i < n; i++) {
    const t = backwards ? n - 1 - i : i;
    const slope = phi * growth;
    const base = level + slope;
    predicted[t] = base;
    const error = y[t] - base;
    if (!Number.isNaN(error)) {
      level = base + alpha * error;
      growth = slope + beta * error;
    } else {
      level = base;
      growth = slope;
    }
  }
  state[0] = level;
  state[1] = growth;
}

function smoothAdditive(
  y: Float64Array,
  period: number,
  { alpha, beta, gamma, phi }: Smoothing,
  state: Float64Array,
  predicted: Float64Array,
  backwards: boolean,
): void {
  let level = state[0];
  let growth = state[1];
  const n = y.length;
  let slot = 2 + (backwards ? (n - 1) % period : 0);
  for (let i = 0; i < n; i++) {
    const t = backwards ? n - 1 - i : i;
    const slope = phi * growth;
    const base = level + slope;
    const mean = base + state[slot];
    predicted[t] = mean;
    const error = y[t] - mean;
    if (!Number.isNaN(error)) {
      level = base + alpha * error;
      growth = slope + beta * error;
      state[slot] = state[slot] + gamma * error;
    } else {
      level = base;
      growth = slope;
    }
    slot = backwards ? (slot === 2 ? period + 1 : slot - 1) : slot === period + 1 ? 2 : slot + 1;
  }
  state[0] = level;
  state[1] = growth;
}

function smoothMultiplicative(
  y: Float64Array,
  period: number,
  { alpha, beta, gamma, phi }: Smoothing,
  state: Float64Array,
  predicted: Float64Array,
  backwards: boolean,
): void {
  let level = state[0];
  let growth = state[1];
  const n = y.length;
  let slot = 2 + (backwards ? (n - 1) % period : 0);
  for (let i = 0; i < n; i++) {
    const t = backwards ? n - 1 - i : i;
    const slope = phi * growth;
    const base = level + slope;
    const factor = state[slot];
    const mean = base * factor;
    predicted[t] = mean;
    const error = y[t] - mean;
    if (!Number.isNaN(error) && factor > 1e-6 && base > 1e-9) {
      level = base + (alpha * error) / factor;
      growth = slope + (beta * error) / factor;
      state[slot] = factor + (gamma * error) / base;
    } else {
      level = base;
      growth = slope;
    }
    slot = backwards ? (slot === 2 ? period + 1 : slot - 1) : slot === period + 1 ? 2 : slot + 1;
  }
  state[0] = level;
  state[1] = growth;
}

/** Means of the next `horizon` periods after a series of length `n` that ended in `state`. O(horizon). */
export function extrapolate(
  state: Float64Array,
  season: EtsSeason,
  period: number,
  phi: number,
  n: number,
  horizon: number,
): Float64Array {
  const result = new Float64Array(horizon);
  let level = state[0];
  let growth = state[1];
  for (let h = 0; h < horizon; h++) {
    growth *= phi;
    level += growth;
    const slot = 2 + ((n + h) % period);
    result[h] = season === "N" ? level : season === "A" ? level + state[slot] : level * state[slot];
  }
  return result;
}
