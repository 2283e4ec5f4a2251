import { classical } from "../../../decompose/classical.ts";
import type { EtsSeason } from "./ets-recursion.ts";

/** States at the last value, from which the series is smoothed backwards to find where it began. */
export interface EndStates {
  readonly flat: number;
  readonly level: number;
  readonly growth: number;
  readonly figure?: Float64Array;
}

/** Mean, and the line through all seasonally adjusted values at the last one. */
export function endStates(y: Float64Array, period: number, season: EtsSeason): EndStates {
  const figure =
    season === "N" ? undefined : classical(y, period, season === "A" ? "additive" : "multiplicative").figure;
  let n = 0;
  let sumT = 0;
  let sumY = 0;
  let sumTT = 0;
  let sumTY = 0;
  for (let t = 0; t < y.length; t++) {
    const value = y[t];
    if (Number.isNaN(value)) continue;
    const adjusted =
      figure === undefined
        ? value
        : season === "A"
          ? value - figure[t % period]
          : value / Math.max(figure[t % period], 1e-3);
    const x = t - y.length + 1;
    n++;
    sumT += x;
    sumY += adjusted;
    sumTT += x * x;
    sumTY += x * adjusted;
  }
  const spread = sumTT - (sumT * sumT) / n;
  const growth = spread > 0 ? (sumTY - (sumT * sumY) / n) / spread : 0;
  const ends = { flat: sumY / n, level: (sumY - growth * sumT) / n, growth };
  return figure === undefined ? ends : { ...ends, figure };
}
