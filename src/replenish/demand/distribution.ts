/**
 * Demand over an interval as a distribution: its quantile function is linear between the given levels, constant
 * below the lowest, exponential above the highest (rate from the last two levels). Prefix integrals make the
 * expected shortage exact and cheap.
 */
export interface Distribution {
  /** Ascending levels in (0, 1) and the demand at each. */
  readonly levels: ArrayLike<number>;
  /** Plain arrays: a Float64Array of thirty numbers would be a block of its own outside the heap. */
  readonly values: ArrayLike<number>;
  /** Scale of the exponential tail above the highest level. */
  readonly tail: number;
  /** Integrals of the quantile function and of its square from each level to 1. */
  readonly first: ArrayLike<number>;
  readonly second: ArrayLike<number>;
  /** Expected demand of this distribution. */
  readonly mean: number;
}

/** The distribution with these quantiles; `values` ascend. @example distribution([0.5, 0.9], [1, 3]).mean */
export function distribution(levels: ArrayLike<number>, values: ArrayLike<number>): Distribution {
  const n = levels.length;
  const top = levels[n - 1];
  const q = values[n - 1];
  const gap = n > 1 ? Math.log((1 - levels[n - 2]) / (1 - top)) : 1;
  const tail = n > 1 ? Math.max(0, (q - values[n - 2]) / gap) : 0;
  const first = new Array<number>(n).fill(0);
  const second = new Array<number>(n).fill(0);
  first[n - 1] = (1 - top) * (q + tail);
  second[n - 1] = (1 - top) * (q * q + 2 * q * tail + 2 * tail * tail);
  for (let i = n - 2; i >= 0; i--) {
    const width = levels[i + 1] - levels[i];
    const a = values[i];
    const b = values[i + 1];
    first[i] = first[i + 1] + (width * (a + b)) / 2;
    second[i] = second[i + 1] + (width * (a * a + a * b + b * b)) / 3;
  }
  return { levels, values, tail, first, second, mean: first[0] + levels[0] * values[0] };
}

/** Demand that is certain. @example certain(5).mean // 5 */
export const certain = (amount: number): Distribution => distribution([0.5, 0.999], [amount, amount]);

/** P(demand <= x). */
export function cdf({ levels, values, tail }: Distribution, x: number): number {
  const n = values.length;
  if (x < values[0]) return 0;
  if (x >= values[n - 1]) {
    const top = levels[n - 1];
    return tail > 0 ? 1 - (1 - top) * Math.exp(-(x - values[n - 1]) / tail) : 1;
  }
  let low = 0;
  let high = n - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (values[middle] <= x) low = middle;
    else high = middle;
  }
  const width = values[high] - values[low];
  return levels[low] + ((x - values[low]) / width) * (levels[high] - levels[low]);
}

/** Smallest demand d with P(demand <= d) >= level. */
export function quantile({ levels, values, tail }: Distribution, level: number): number {
  const n = values.length;
  if (level <= levels[0]) return values[0];
  if (level >= levels[n - 1]) {
    return values[n - 1] + (tail > 0 ? tail * Math.log((1 - levels[n - 1]) / Math.max(1 - level, 1e-12)) : 0);
  }
  let low = 0;
  let high = n - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (levels[middle] <= level) low = middle;
    else high = middle;
  }
  const share = (level - levels[low]) / (levels[high] - levels[low]);
  return values[low] + share * (values[high] - values[low]);
}

/** Expected shortage E(D - x)+ of a stock of x. */
export function shortage(of: Distribution, x: number): number {
  if (x <= of.values[0]) return of.mean - x;
  return partial(of, x, false);
}

/**
 * Half the expected squared shortage, E((D - x)+)^2 / 2: the integral of the shortage from x upwards, so that the
 * mean shortage of a stock position uniform on (x, x + lot] is the difference of two values over the lot.
 */
export function shortageIntegral(of: Distribution, x: number): number {
  if (x <= of.values[0]) {
    const whole = of.second[0] + of.levels[0] * of.values[0] ** 2;
    return (whole - 2 * x * of.mean + x * x) / 2;
  }
  return partial(of, x, true) / 2;
}

/** Integral of (q(p) - x) or of its square from the level of x to 1. */
function partial(of: Distribution, x: number, squared: boolean): number {
  const { levels, values, tail, first, second } = of;
  const n = values.length;
  const last = n - 1;
  if (x >= values[last]) {
    const beyond = (1 - levels[last]) * tail * (tail > 0 ? Math.exp(-(x - values[last]) / tail) : 0);
    return squared ? 2 * tail * beyond : beyond;
  }
  let low = 0;
  let high = last;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (values[middle] <= x) low = middle;
    else high = middle;
  }
  // part of the segment above x: from 0 to `rise` over `width` levels
  const rise = values[high] - x;
  const width = ((levels[high] - levels[low]) * rise) / (values[high] - values[low]);
  const rest = 1 - levels[high];
  if (squared) {
    return (width * rise * rise) / 3 + Math.max(0, second[high] - 2 * x * first[high] + x * x * rest);
  }
  return (width * rise) / 2 + Math.max(0, first[high] - x * rest);
}

/** `of` raised where `floor` lies above it: demand of a longer interval is never below that of a shorter one. */
export function atLeast(of: Distribution, floor: Distribution): Distribution {
  let raised = false;
  const values = Array.from(of.values, (value, i) => {
    if (floor.values[i] > value) raised = true;
    return Math.max(value, floor.values[i]);
  });
  return raised ? distribution(of.levels, values) : of;
}
