/**
 * How alike the last two seasons of a panel are: mean correlation of each series' last season with the one before, level
 * taken out; 0 where nothing can be told.
 * @example seasonLikeness([Float64Array.of(1, 5, 1, 5)], 2) // 1
 */
export function seasonLikeness(panel: readonly Float64Array[], period: number): number {
  let sum = 0;
  let count = 0;
  for (const values of panel) {
    if (period < 2 || values.length < 2 * period) continue;
    const found = correlation(values.subarray(-2 * period, -period), values.subarray(-period));
    if (Number.isNaN(found)) continue;
    sum += found;
    count++;
  }
  return count === 0 ? 0 : sum / count;
}

function correlation(a: Float64Array, b: Float64Array): number {
  const n = a.length;
  const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / n;
  const [meanA, meanB] = [mean(a), mean(b)];
  let ab = 0;
  let aa = 0;
  let bb = 0;
  for (let k = 0; k < n; k++) {
    ab += (a[k] - meanA) * (b[k] - meanB);
    aa += (a[k] - meanA) ** 2;
    bb += (b[k] - meanB) ** 2;
  }
  return ab / Math.sqrt(aa * bb);
}
