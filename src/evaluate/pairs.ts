/** Actual values and the forecasts made for them, of equal length; pairs with an unobserved actual (NaN) are left out. */
export type Values = ArrayLike<number>;

/**
 * Mean of `part` over the pairs that are observed; NaN where none is.
 *
 * @throws RangeError where the lengths differ.
 */
export function meanOfPairs(
  actual: Values,
  forecast: Values,
  part: (actual: number, forecast: number, index: number) => number,
): number {
  let total = 0;
  let count = 0;
  eachPair(actual, forecast, (y, f, i) => {
    total += part(y, f, i);
    count++;
  });
  return count === 0 ? Number.NaN : total / count;
}

/**
 * Calls `visit` for every observed pair, oldest first.
 *
 * @throws RangeError where the lengths differ.
 */
export function eachPair(
  actual: Values,
  forecast: Values,
  visit: (actual: number, forecast: number, index: number) => void,
): void {
  if (actual.length !== forecast.length) {
    throw new RangeError(
      `a metric requires as many forecasts as actuals, got ${forecast.length} and ${actual.length}`,
    );
  }
  for (let i = 0; i < actual.length; i++) {
    if (!Number.isNaN(actual[i])) visit(actual[i], forecast[i], i);
  }
}
