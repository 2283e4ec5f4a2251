import { type LevelFit, refit } from "../fit/fit.ts";
import type { Finding } from "./detector.ts";
import { findingOf } from "./effect-finding.ts";
import type { Measured } from "./measured-effect.ts";
import { unitByPrice } from "./unit-jump.ts";
import type { View } from "./view.ts";

/**
 * True when most other years show the same peak (or trough) in the same season: then it is no surprise, even
 * where the fit could not afford a season. Weeks may move by one.
 */
function repeats(fit: LevelFit, at: number): boolean {
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

/** Steps of the values below which a single bucket is like its neighbours, unless demand doubles or ends by it. */
const fewSteps = 1.5;

/** True where a bucket is a piece more or less than usual: that much any whole number is off. */
const isOneStep = ({ quantity, size }: Measured, step: number): boolean =>
  Math.abs(quantity) < fewSteps * step && size > -1 && size < 1;

/**
 * Single buckets far above (spike) or below (dip) what level and season explain; by prices that jumped the other way one
 * delivery entered in another unit.
 */
export function spikes(view: View): Finding[] {
  const { seen, input } = view;
  const fit = view.fit();
  return view.effects().flatMap((found): Finding[] => {
    const { effect, size, coefficient } = found;
    if (effect.shape !== "spike") return [];
    // one zero among others is no surprise
    if (seen.values[effect.at] === 0 && seen.zeros > 1) return [];
    if (isOneStep(found, view.step())) return [];
    if (repeats(fit, effect.at)) return [];
    const start = seen.bucket[effect.at];
    const unit = unitByPrice(1 + size, 0.1, input, [0, start], [start, start + 1]);
    const kind = unit !== undefined ? "unit-change" : coefficient > 0 ? "spike" : "dip";
    return [findingOf(kind, found, fit.bucket)];
  });
}
