import type { Candidate } from "./candidate.ts";
import { designOf } from "./design.ts";
import type { LevelFit } from "./fit.ts";
import { scanShape } from "./scan.ts";

/** Mean of values[from..to). */
function mean(values: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let t = from; t < to; t++) sum += values[t];
  return sum / (to - from);
}

/**
 * A lasting change of the spread: a step in |residual|^(2/3), which is nearly normal for normal errors
 * (Hawkins 1981, after Wilson and Hilferty), so that a t test on it keeps its level under heavy tails.
 */
export function varianceChange(fit: LevelFit, level: number, tried: number): Candidate | undefined {
  const { residual } = fit.design;
  const n = residual.length;
  if (n < 24) return undefined;
  const spread = residual.map((r) => Math.abs(r) ** (2 / 3));
  const found = scanShape(designOf(spread, [new Float64Array(n).fill(1)]), "step", [10, 6]);
  if (found === undefined || found.p > 0.02) return undefined;
  const { at, p } = found;
  const ratio = (mean(spread, at, n) / Math.max(mean(spread, 0, at), 1e-300)) ** 1.5;
  return {
    kind: "variance-change",
    at: fit.bucket[at],
    pAsOf: [...new Array(Math.min(5, n - 1 - at)).fill(1), p],
    p,
    weighted: Math.min(1, p * tried),
    direction: ratio > 1 ? "up" : "down",
    size: ratio - 1,
    quantity: level * Math.min(n - at, 12) * Math.min(1, Math.abs(ratio - 1)) * 0.1,
  };
}
