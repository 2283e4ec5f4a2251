/** Additive errors into `out`, 0 where nothing was observed; returns the sum of their squares. */
export function additiveErrors(y: Float64Array, predicted: Float64Array, out: Float64Array): number {
  let total = 0;
  for (let t = 0; t < y.length; t++) {
    const error = y[t] - predicted[t];
    out[t] = !Number.isNaN(error) ? error : 0;
    total += out[t] * out[t];
  }
  return total;
}

/**
 * Relative errors times the geometric mean of the forecasts: the sum of their squares is the likelihood of
 * multiplicative errors in a form that least squares can minimise.
 */
export function relativeErrors(
  y: Float64Array,
  predicted: Float64Array,
  out: Float64Array,
  observed: number,
): number {
  let logs = 0;
  let product = 1;
  let total = 0;
  for (let t = 0; t < y.length; t++) {
    const value = y[t];
    const mean = Math.max(predicted[t], 1e-6);
    if (Number.isNaN(value)) {
      out[t] = 0;
      continue;
    }
    const error = (value - mean) / mean;
    out[t] = error;
    total += error * error;
    product *= mean;
    if (product < 1e-100 || product > 1e100) {
      logs += Math.log(product);
      product = 1;
    }
  }
  const geometric = Math.exp((logs + Math.log(product)) / observed);
  for (let t = 0; t < y.length; t++) out[t] = out[t] * geometric;
  return total * geometric * geometric;
}
