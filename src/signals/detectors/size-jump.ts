import { designOf, effectColumn, tested } from "../fit/design.ts";
import type { Observed } from "../fit/observed.ts";
import { scanShape } from "../fit/scan.ts";
import { studentTail } from "../fit/tail.ts";
import { byBucket } from "./by-bucket.ts";
import type { Finding } from "./detector.ts";

/** A lasting jump in the size of an intermittent item's demands, whatever their frequency. */
export interface SizeStep {
  /** Position in the observed values of the first demand after the jump. */
  readonly at: number;
  readonly p: number;
  readonly pAsOf: readonly number[];
  readonly ratio: number;
  readonly error: number;
}

/** The clearest step in the logarithms of the demands, at least 4 before and 2 from it on. */
export function sizeStep({ values }: Observed): SizeStep | undefined {
  const places: number[] = [];
  values.forEach((value, t) => {
    if (value > 0) places.push(t);
  });
  const logs = Float64Array.from(places, (t) => Math.log(values[t]));
  const n = logs.length;
  const found = scanShape(designOf(logs, [new Float64Array(n).fill(1)]), "step", [4, 2]);
  if (found === undefined || found.p > 0.02) return undefined;
  const design = designOf(logs, [new Float64Array(n).fill(1)]);
  const { coefficient, t } = tested(design, effectColumn(found, n));
  const pAsOf: number[] = [];
  for (let end = found.at + 1; end <= n && pAsOf.length < 36; end++) {
    const part = designOf(logs.subarray(0, end), [new Float64Array(end).fill(1)]);
    const one = tested(part, effectColumn(found, end));
    const p = end - found.at < 2 ? 1 : Math.min(1, studentTail(one.t, one.df) * found.tests);
    const until = end < n ? places[end] : values.length;
    for (let at = places[end - 1]; at < until; at++) pAsOf.push(p);
  }
  return {
    at: places[found.at],
    p: found.p,
    pAsOf: pAsOf.slice(0, 36),
    ratio: Math.exp(coefficient),
    error: t === 0 ? 1 : Math.abs(coefficient / t),
  };
}

/** True when a steady slope does not explain the jump: most of it stays beside one. */
export function isAbrupt({ values }: Observed, { at, ratio }: SizeStep): boolean {
  const places: number[] = [];
  values.forEach((value, t) => {
    if (value > 0) places.push(t);
  });
  const logs = Float64Array.from(places, (t) => Math.log(values[t]));
  const base = designOf(logs, [new Float64Array(logs.length).fill(1), Float64Array.from(places)]);
  const { coefficient, t, df } = tested(
    base,
    effectColumn({ shape: "step", at: places.indexOf(at) }, logs.length),
  );
  return coefficient / Math.log(ratio) > 0.6 && studentTail(t, df) < 0.01;
}

/** True when no single demand after the jump makes it: without any one of the last few the others show it as well. */
export function isShared({ values }: Observed, { at, ratio }: SizeStep): boolean {
  const before: number[] = [];
  const after: number[] = [];
  values.forEach((value, t) => {
    if (value > 0) (t < at ? before : after).push(Math.log(value));
  });
  if (after.length > fewAfter) return true;
  const mean = (logs: readonly number[]) => logs.reduce((sum, log) => sum + log / logs.length, 0);
  const level = mean(before);
  return after.every((_, k) => {
    const others = mean(after.filter((_, j) => j !== k)) - level;
    return Math.abs(others - Math.log(ratio)) < 0.35 * Math.abs(Math.log(ratio));
  });
}

/** Demands after a jump up to which one of them may be all of it. */
const fewAfter = 5;

/** The step as a change of unit. */
export function unitFinding({ values, bucket }: Observed, step: SizeStep): Finding {
  let before = 0;
  for (let t = 0; t < step.at; t++) before += values[t] / Math.max(1, step.at);
  return {
    kind: "unit-change",
    at: bucket[step.at],
    pAsOf: byBucket(step.pAsOf, step.at, bucket),
    p: step.p,
    direction: step.ratio > 1 ? "up" : "down",
    size: step.ratio - 1,
    quantity: before * Math.abs(step.ratio - 1) * Math.min(values.length - step.at, 12),
  };
}
