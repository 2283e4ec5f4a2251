import { defined } from "../defined.ts";
import type { SignalInput } from "../signals/index.ts";
import type { RunItem } from "./run.ts";

/** What the detectors look at of an item. */
export function signalInput({ demand: one, item: { unitCost, currency, unit } }: RunItem): SignalInput {
  // a first bucket that the file begins inside is not part of the series
  const skipped = one.prices.length - one.series.values.length;
  return {
    series: one.series,
    ...defined({ price: unitCost, currency, unit }),
    ...(skipped >= 0 ? { prices: one.prices.subarray(skipped) } : {}),
    lotSized: one.basis === "purchase",
  };
}
