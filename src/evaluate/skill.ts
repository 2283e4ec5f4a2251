/**
 * Skill against a base method over the same cases: 1 less the geometric mean of the error ratios, each held within 0.01
 * to 100. Plus is better than the base; NaN without cases.
 * Source: O. Shchur et al., "fev-bench: a realistic benchmark for time series forecasting" (2025), arXiv:2509.26468.
 *
 * @example skill([1, 4], [2, 2]); // => 0
 */
export function skill(errors: readonly number[], base: readonly number[]): number {
  let logs = 0;
  errors.forEach((error, i) => {
    const ratio = base[i] === error ? 1 : error / base[i];
    logs += Math.log(Math.min(100, Math.max(0.01, ratio)));
  });
  return 1 - Math.exp(logs / errors.length);
}

/**
 * Share of the cases in which the error is the smaller one, 0 to 1; ties count one half. NaN without cases.
 *
 * @example winRate([1, 2, 3], [2, 2, 2]); // => 0.5
 */
export function winRate(errors: readonly number[], base: readonly number[]): number {
  let wins = 0;
  errors.forEach((error, i) => {
    wins += error < base[i] ? 1 : error === base[i] ? 0.5 : 0;
  });
  return wins / errors.length;
}
