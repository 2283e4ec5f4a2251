import { planningLevels } from "../../forecast.ts";
import { wakingShare } from "../../numeric/waking-share.ts";
import { certain, type Distribution, distribution } from "../demand/distribution.ts";
import type { Protection } from "./service.ts";

/** An item without demand for so long that nothing is forecast for it. */
export interface Silence {
  /** Buckets since its last demand. */
  readonly buckets: number;
  /** Mean of the demands that it had. */
  readonly size: number;
}

/** Silence of a history that has any demand at all. */
export function silenceOf(demand: ArrayLike<number>, end: number, whole: boolean): Silence | undefined {
  let last = -1;
  let sum = 0;
  let count = 0;
  for (let t = 0; t < end; t++) {
    if (!(demand[t] > 0)) continue;
    last = t;
    sum += demand[t];
    count++;
  }
  if (count === 0) return undefined;
  return { buckets: end - 1 - last, size: whole ? Math.max(1, Math.round(sum / count)) : sum / count };
}

/** Demand of a silent item: none, or now and then one of its old size. Lengths in buckets. */
export function silentProtection(silence: Silence, lead: number, review: number): Protection {
  const { size } = silence;
  const over = (length: number): Distribution => {
    const share = wakingShare(silence.buckets, length);
    if (share <= 0) return certain(0);
    return distribution(
      planningLevels,
      planningLevels.map((level) => (level >= 1 - share ? size : 0)),
    );
  };
  const active = wakingShare(silence.buckets, review);
  return {
    weight: 1,
    lead: over(lead),
    leadAndReview: over(lead + review),
    review: active * size,
    active,
    size,
    sizes: [1],
  };
}
