/** From data to picture, along one axis. */
export interface Scale {
  readonly domain: readonly [number, number];
  readonly range: readonly [number, number];
  (value: number): number;
}

/** A straight scale. @example linear([0, 10], [0, 100])(5) // 50 */
export function linear(domain: readonly [number, number], range: readonly [number, number]): Scale {
  const span = domain[1] - domain[0] || 1;
  const at = (value: number) => range[0] + ((value - domain[0]) / span) * (range[1] - range[0]);
  return Object.assign(at, { domain, range });
}

/** Step of 1, 2 or 5 times a power of ten that cuts a span into about `count` parts. */
export function niceStep(span: number, count: number): number {
  const rough = span / Math.max(1, count);
  if (!(rough > 0) || !Number.isFinite(rough)) return 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  const share = rough / power;
  return (share < 1.5 ? 1 : share < 3.5 ? 2 : share < 7.5 ? 5 : 10) * power;
}

/** Ticks that are drawn at most, for one that is asked for: more are a number that no axis shows. */
const mostTicks = 10;

/** Round numbers from 0 (or below, when `low` is negative) that cover the values. */
export function ticks(low: number, high: number, count = 4): number[] {
  const step = niceStep(high - Math.min(low, 0), count);
  const first = Math.floor(Math.min(low, 0) / step + 1e-9);
  const last = Math.max(first + 1, Math.ceil(high / step - 1e-9));
  if (!(last - first <= mostTicks * count)) return [0, step];
  return Array.from({ length: last - first + 1 }, (_, k) => (first + k) * step);
}
