import { normalCdf, normalQuantile } from "../../numeric/normal.ts";

/** Mean and standard deviation of the logarithm. */
export interface LognormalDemand {
  readonly mu: number;
  readonly sigma: number;
}

/** Level x with P(D <= x) = probability. */
export const lognormalQuantile = ({ mu, sigma }: LognormalDemand, probability: number): number =>
  Math.exp(mu + sigma * normalQuantile(probability));

export const lognormalMean = ({ mu, sigma }: LognormalDemand): number => Math.exp(mu + (sigma * sigma) / 2);

/** Expected excess E(D - x)+. @example lognormalLoss(10, { mu: 2, sigma: 0.3 }) // 0.28365 */
export function lognormalLoss(x: number, demand: LognormalDemand): number {
  const d = (demand.mu - Math.log(x)) / demand.sigma;
  return lognormalMean(demand) * normalCdf(d + demand.sigma) - x * normalCdf(d);
}
