import { trackingSignals, trackingTail } from "../../evaluate/tracking-signal.ts";
import type { Finding } from "./detector.ts";
import type { View } from "./view.ts";

/** Forecasts that have been too high or too low for long: Trigg's signal on the last one-step errors. */
export function bias({ input, level }: View): Finding[] {
  const { length } = input.series.values;
  const errors = (input.errors ?? new Float64Array(0)).subarray(-length);
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
  return [
    {
      kind: "bias",
      at: length - n + from,
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
