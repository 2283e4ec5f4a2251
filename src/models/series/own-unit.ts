import { unitOf } from "./common-divisor.ts";

/** Steps of the largest value to which measured values are rounded: far below what any scale shows. */
const fine = 2 ** 40;
/** Part of a unit by which a counted value may miss a whole number: what writing it in decimals costs. */
const dust = 1e-6;

/** Values in a unit of their own, which times `unit` give the series again. */
interface OwnUnit {
  readonly unit: number;
  readonly values: Float64Array;
}

/**
 * Counted values in units of their common divisor, as whole numbers; measured ones as shares of the largest. The same
 * series in pieces, thousands or ounces is then the same to the last bit, so that no rounding tips one forecast over a
 * step that the other stays below.
 *
 * @example inOwnUnit(Float64Array.of(3000, 9000)) // { unit: 3000, values: [1, 3] }
 */
export function inOwnUnit(values: Float64Array): OwnUnit {
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value) || 0), 0);
  if (largest === 0) return { unit: 1, values };
  const shares = values.map((value) => Math.round((value / largest) * fine) / fine);
  const divisor = unitOf(shares);
  const counts = shares.map((share) => Math.round(share / divisor));
  const isCounted = shares.every((share, k) => !(Math.abs(share / divisor - counts[k]) >= dust));
  return isCounted
    ? { unit: largest / Math.round(1 / divisor), values: counts }
    : { unit: largest, values: shares };
}
