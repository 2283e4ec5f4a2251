import type { SignalKind } from "../../signal.ts";
import type { Finding } from "./detector.ts";
import type { Measured } from "./measured-effect.ts";

/** A measured effect told as this kind of fluctuation. */
export function findingOf(kind: SignalKind, found: Measured, bucket: Int32Array): Finding {
  const gaps: number[] = [];
  found.pAsOf.forEach((p, i) => {
    const place = bucket[found.effect.at + i] - bucket[found.effect.at];
    while (gaps.length < place) gaps.push(gaps[gaps.length - 1] ?? 1);
    gaps.push(p);
  });
  return {
    kind,
    at: bucket[found.effect.at],
    ...(found.effect.shape === "pulse"
      ? { until: bucket[found.effect.at + (found.effect.length ?? 1) - 1] }
      : {}),
    pAsOf: gaps,
    p: found.p,
    direction: found.coefficient >= 0 ? "up" : "down",
    size: found.size,
    quantity: Math.abs(found.quantity),
  };
}
