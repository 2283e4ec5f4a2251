/**
 * A forecast whose way from its first bucket is so many times as steep; of demand that cannot be negative none is made so.
 * @example bentTrend(Float64Array.of(10, 11, 12), 1.5) // [10, 11.5, 13]
 */
export const bentTrend = (mean: Float64Array, factor: number): Float64Array => {
  const [first] = mean;
  return mean.map((value) => {
    const bent = first + (value - first) * factor;
    return value >= 0 ? Math.max(0, bent) : bent;
  });
};
