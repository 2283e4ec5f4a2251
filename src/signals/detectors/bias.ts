import { trackingSignals, trackingTail } from "../../evaluate/tracking-signal.ts";
import type { Finding } from "./detector.ts";
import type { View } from "./view.ts";

/** Forecasts that have been too high or too low for long: Trigg's signal on the last one-step errors. */
export function bias({ seen, input, level }: View): Finding[] {
  const errors = input.errors ?? new Float64Array(0);
  if (errors.length < 18) return [];
  const signal = trackingSignals(errors);
  const n = signal.length;
  const p = trackingTail(signal[n - 1], n);
  if (p > 0.02) return [];
  const sign = Math.sign(signal[n - 1]);
  let from = n - 1;
  while (from > 0 && signal[from - 1] * sign > 0) from--;
  let sum = 0;
  for (let t = from; t < n; t++) sum += errors[t];
  const bucket = seen.bucket.subarray(-n);
  const offset = bucket.length - n;
  return [
    {
      kind: "bias",
      at: bucket[from + offset],
      pAsOf: Array.from({ length: n - from }, (_, i) =>
        i < 3 ? 1 : trackingTail(signal[from + i], from + i + 1),
      ),
      p,
      direction: sign > 0 ? "up" : "down",
      size: level > 0 ? sum / (n - from) / level : 0,
      quantity: Math.abs(sum),
    },
  ];
}
