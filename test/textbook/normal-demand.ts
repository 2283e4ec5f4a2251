import { normalCdf } from "../../src/numeric/normal.ts";

const normalDensity = (z: number): number => Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);

/** Expected excess E(Z - z)+ of a standard normal demand. @example normalLoss(0) // 0.3989422804014327 */
export const normalLoss = (z: number): number => normalDensity(z) - z * normalCdf(-z);

/** Normally distributed demand of a lead time or period, in units. */
export interface NormalDemand {
  readonly mean: number;
  readonly sd: number;
}

/** Expected excess E(D - x)+ in units. @example shortOf({ mean: 15, sd: 3 }, 18.6) // 0.168307 */
export const shortOf = ({ mean, sd }: NormalDemand, x: number): number => sd * normalLoss((x - mean) / sd);

/** Half the expected squared excess: the integral of {@link shortOf} from x upwards (Zipkin, Foundations, C.2). */
export function shortIntegral({ mean, sd }: NormalDemand, x: number): number {
  const z = (x - mean) / sd;
  return ((sd * sd) / 2) * ((z * z + 1) * (1 - normalCdf(z)) - z * normalDensity(z));
}

/** z with normalLoss(z) = loss. @example inverseLoss(0.1754386) // 0.5757 */
export function inverseLoss(loss: number): number {
  let low = -40;
  let high = 40;
  for (let step = 0; step < 200 && high - low > 1e-14 * Math.max(1, Math.abs(low)); step++) {
    const middle = (low + high) / 2;
    if (normalLoss(middle) > loss) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
