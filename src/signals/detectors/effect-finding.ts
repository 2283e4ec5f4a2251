import type { SignalKind } from "../../signal.ts";
import { byBucket } from "./by-bucket.ts";
import type { Finding } from "./detector.ts";
import type { Measured } from "./measured-effect.ts";

/** A measured effect told as this kind of fluctuation. */
export function findingOf(kind: SignalKind, found: Measured, bucket: Int32Array): Finding {
  return {
    kind,
    at: bucket[found.effect.at],
    ...(found.effect.shape === "pulse"
      ? { until: bucket[found.effect.at + (found.effect.length ?? 1) - 1] }
      : {}),
    pAsOf: byBucket(found.pAsOf, found.effect.at, bucket),
    p: found.p,
    direction: found.coefficient >= 0 ? "up" : "down",
    size: found.size,
    quantity: Math.abs(found.quantity),
    ...(found.leaning === undefined
      ? {}
      : {
          leaning: {
            ...found.leaning,
            pAsOf: byBucket(found.leaning.pAsOf, found.effect.at, bucket),
            tests: 1,
          },
        }),
  };
}
