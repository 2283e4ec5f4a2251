import { naiveDemandAt } from "../evaluate/naive.ts";
import type { ItemVintages } from "./vintages.ts";

/** Accuracy over all forecasts whose buckets have come true, null where none has. Percent, positive bias = too high. */
export interface Accuracy {
  readonly wape: number | null;
  readonly bias: number | null;
  /** WAPE of the seasonal naive (naive without season). */
  readonly naiveWape: number | null;
  readonly errors: readonly { readonly item: string; readonly absolute: number; readonly signed: number }[];
  /** One-step errors (actual - forecast) of each item, oldest first. */
  readonly oneStep: readonly { readonly item: string; readonly errors: readonly number[] }[];
}

/** WAPE, bias and the naive's WAPE over the buckets within lead time + review of every forecast. */
export function accuracy(items: readonly ItemVintages[]): Accuracy {
  let absolute = 0;
  let signed = 0;
  let actuals = 0;
  let plain = 0;
  let naive = 0;
  const errors: { item: string; absolute: number; signed: number }[] = [];
  const oneStep: { item: string; errors: number[] }[] = [];
  for (const { item, weight, steps, start, values, period, vintages } of items) {
    const own = { item, absolute: 0, signed: 0 };
    const first: number[] = [];
    let cells = 0;
    for (const vintage of vintages) {
      if (vintage === null) continue;
      const length = vintage.origin - start;
      for (let h = 0; h < Math.min(steps, vintage.mean.length); h++) {
        const actual = values[length + h];
        const f = vintage.mean[h];
        if (length < 1 || actual === undefined || Number.isNaN(actual) || Number.isNaN(f)) continue;
        cells++;
        own.absolute += weight * Math.abs(f - actual);
        own.signed += weight * (f - actual);
        actuals += weight * Math.abs(actual);
        plain += weight * actual;
        naive += weight * Math.abs(naiveDemandAt(values, length, length + h, period) - actual);
        if (h === 0) first.push(actual - f);
      }
    }
    if (cells === 0) continue;
    absolute += own.absolute;
    signed += own.signed;
    errors.push(own);
    oneStep.push({ item, errors: first });
  }
  const share = (value: number, of: number) => (of > 0 ? (100 * value) / of : null);
  return {
    wape: share(absolute, actuals),
    bias: share(signed, plain),
    naiveWape: share(naive, actuals),
    errors,
    oneStep,
  };
}
