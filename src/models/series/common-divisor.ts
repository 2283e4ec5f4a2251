/** Largest number of units the biggest value may have before the values are taken for measured, not counted. */
const most = 1e6;

/**
 * Unit in which a series counts: the common divisor of its values (1 for pieces, 12 for dozens, .25 for quarters), so
 * that count distributions scale with the data. Values without a usable divisor are counted in hundredths of their
 * smallest.
 */
export function unitOf(values: ArrayLike<number>): number {
  let smallest = Number.POSITIVE_INFINITY;
  let largest = 0;
  for (let k = 0; k < values.length; k++) {
    const size = Math.abs(values[k]);
    if (!(size > 0)) continue;
    if (size < smallest) smallest = size;
    if (size > largest) largest = size;
  }
  if (largest === 0) return 1;
  const tolerance = largest * 1e-7;
  let divisor = smallest;
  for (let k = 0; k < values.length; k++) {
    let a = Math.abs(values[k]);
    let b = divisor;
    while (b > tolerance) {
      const rest = a - b * Math.floor(a / b + 1e-7);
      a = b;
      b = rest;
    }
    divisor = a;
    if (largest / divisor > most) return smallest / 100;
  }
  return largest / Math.round(largest / divisor);
}
