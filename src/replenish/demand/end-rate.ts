/** Share of items a year whose demand ends, as far as nothing is known: what spare parts show. */
const usual = 0.1;
/** Items that the usual share weighs as much as. */
const weight = 20;

/**
 * Share of items whose demand ends within a year: of those asked for in the year before last, how many have not been
 * in the last one; shrunk to a tenth where few are known. Stock for an item whose demand ends is left over, so the
 * economic lot of an assortment is smaller by it than holding cost alone makes it.
 * @param histories demand by bucket, all up to the same last one
 * @example endRate([[1, 0, 0, 2], [3, 1, 0, 0]], 2) // (1 + .1 × 20) / (2 + 20)
 */
export function endRate(histories: Iterable<ArrayLike<number>>, bucketsPerYear: number): number {
  const year = Math.round(bucketsPerYear);
  const isAsked = (values: ArrayLike<number>, from: number, to: number) => {
    for (let t = from; t < to; t++) if (values[t] > 0) return true;
    return false;
  };
  let were = 0;
  let ended = 0;
  for (const values of histories) {
    const end = values.length;
    if (end < 2 * year || !isAsked(values, end - 2 * year, end - year)) continue;
    were++;
    if (!isAsked(values, end - year, end)) ended++;
  }
  return (ended + usual * weight) / (were + weight);
}
