/**
 * A finite number with at most nine significant digits, point as decimal mark, as JSON writes it.
 * @example significant(1 / 3) // "0.333333333"
 * @example significant(1234.5) // "1234.5"
 */
export const significant = (x: number): string =>
  Number.isInteger(x) && Math.abs(x) < 1e9 ? `${x === 0 ? 0 : x}` : `${Number(x.toPrecision(9))}`;

/** A number as result files print it: nine significant digits. @example significantNumber(1 / 3) // 0.333333333 */
export const significantNumber = (x: number): number =>
  Number.isInteger(x) && Math.abs(x) < 1e9 ? x : Number(x.toPrecision(9));
