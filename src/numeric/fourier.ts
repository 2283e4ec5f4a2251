/**
 * Sine and cosine of k turns per season over `length` values, time counted from 1; of the last pair of an even season
 * only the cosine, since its sine is zero.
 *
 * @example fourierPair(1, 12, 1).map((column) => column[0]); // => [0.5, 0.8660254038]
 */
function fourierPair(turns: number, period: number, length: number): Float64Array[] {
  const angle = (2 * Math.PI * turns) / period;
  const column = (f: (x: number) => number) => {
    const values = new Float64Array(length);
    const first = Math.min(period, length);
    for (let t = 0; t < first; t++) values[t] = f(angle * (t + 1));
    for (let t = period; t < length; t++) values[t] = values[t - period];
    return values;
  };
  return 2 * turns === period ? [column(Math.cos)] : [column(Math.sin), column(Math.cos)];
}

/** Columns of the first `waves` pairs. */
export function fourierColumns(waves: number, period: number, length: number): Float64Array[] {
  return Array.from({ length: waves }, (_, k) => fourierPair(k + 1, period, length)).flat();
}

/** How many columns that are. */
export function fourierCount(waves: number, period: number): number {
  return 2 * waves - (waves > 0 && 2 * waves === period ? 1 : 0);
}
