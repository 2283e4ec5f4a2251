import type { Candidate } from "../candidate.ts";
import { type LevelFit, refit } from "../fit/fit.ts";
import { candidateOf, type Measured } from "./effect-candidate.ts";

/**
 * True when most other years show the same peak (or trough) in the same season: then it is no surprise, even
 * where the fit could not afford a season. Weeks may move by one.
 */
export function repeats(fit: LevelFit, at: number): boolean {
  const { bucket, period } = fit;
  if (period < 2) return false;
  const lasting = fit.effects.filter((effect) => effect.shape !== "spike");
  const bare = refit({ ...fit, season: 0, extra: [], rho: 0 }, lasting).residual;
  const own = bare[at];
  const near = period > 24 ? 1 : 0;
  let others = 0;
  let alike = 0;
  const first = bucket[0];
  const last = bucket[bucket.length - 1];
  for (let target = bucket[at] % period; target <= last; target += period) {
    if (target < first || target === bucket[at]) continue;
    others++;
    let most = 0;
    for (let i = 0; i < bucket.length; i++) {
      if (Math.abs(bucket[i] - target) <= near) most = Math.max(most, bare[i] * Math.sign(own));
    }
    if (most >= 0.5 * Math.abs(own)) alike++;
  }
  return others > 0 && 2 * alike >= others;
}

/** A single bucket far above (spike) or below (dip) what level and season explain. */
export function spike(fit: LevelFit, found: Measured, tried: number): Candidate | undefined {
  if (repeats(fit, found.effect.at)) return undefined;
  return candidateOf(found.coefficient > 0 ? "spike" : "dip", found, fit.bucket, tried);
}
