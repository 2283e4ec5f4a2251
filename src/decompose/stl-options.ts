/** Everything STL can be told; names of the paper in brackets. */
export interface StlOptions {
  /** Season, in values (n_p). */
  readonly period: number;
  /** Span of the smoothing of each position of the season over the years (n_s), odd. */
  readonly seasonWindow: number;
  readonly seasonDegree: 0 | 1;
  /** Span of the smoothing of the trend (n_t), odd. */
  readonly trendWindow: number;
  readonly trendDegree: 0 | 1;
  /** Span of the low-pass filter that keeps the trend out of the season (n_l), odd. */
  readonly lowPassWindow: number;
  readonly lowPassDegree: 0 | 1;
  readonly seasonJump: number;
  readonly trendJump: number;
  readonly lowPassJump: number;
  /** Inner loops (n_i) and robust outer loops (n_o). */
  readonly inner: number;
  readonly outer: number;
  /** The season is the same every year: mean per position after the loops. */
  readonly periodic: boolean;
}

const nextOdd = (x: number) => 2 * Math.floor(Math.ceil(x) / 2) + 1;
const trendSpan = (period: number, seasonWindow: number) =>
  nextOdd((1.5 * period) / (1 - 1.5 / seasonWindow));
const tenth = (window: number) => Math.ceil(window / 10);

interface Choice {
  readonly robust?: boolean;
  readonly inner?: number;
  readonly outer?: number;
}

/**
 * Options as R's `stl(x, s.window)` sets them for a series of `length` values: degrees 0, 1, 1 and jumps of a tenth of
 * each window, which make it fast.
 */
export function rOptions(
  length: number,
  period: number,
  seasonWindow: number | "periodic",
  { robust = false, inner = robust ? 1 : 2, outer = robust ? 15 : 0 }: Choice = {},
): StlOptions {
  const window = seasonWindow === "periodic" ? 10 * length + 1 : seasonWindow;
  const trendWindow = trendSpan(period, window);
  const lowPassWindow = nextOdd(period - 0.5);
  return {
    period,
    seasonWindow: window,
    seasonDegree: 0,
    trendWindow,
    trendDegree: 1,
    lowPassWindow,
    lowPassDegree: 1,
    seasonJump: tenth(window),
    trendJump: tenth(trendWindow),
    lowPassJump: tenth(lowPassWindow),
    inner,
    outer,
    periodic: seasonWindow === "periodic",
  };
}

/** Options as stlrs (and the libraries around it) set them: season window = period. */
export function stlrsOptions(period: number, choice: Choice = {}): StlOptions {
  return rOptions(0, period, nextOdd(Math.max(period, 7) - 0.5), choice);
}

/** Options as statsmodels' `STL(x, seasonal)` sets them: local lines for the season, no jumps, five inner loops. */
export function statsmodelsOptions(
  period: number,
  seasonWindow = 7,
  { robust = false, inner = robust ? 2 : 5, outer = robust ? 15 : 0 }: Choice = {},
): StlOptions {
  return {
    ...rOptions(0, period, seasonWindow),
    seasonDegree: 1,
    lowPassWindow: nextOdd(period + 0.5),
    seasonJump: 1,
    trendJump: 1,
    lowPassJump: 1,
    inner,
    outer,
  };
}
