/** How one of the pooled regressions sees a window that ends before an origin. */
export interface PanelView {
  /** Last values of the series that are inputs, divided by the mean of the last season (see `scale`). */
  readonly lags: number;
  /** Random rectified combinations of the inputs that are inputs as well. */
  readonly hidden: number;
  readonly seed: number;
  readonly penalty: number;
  /**
   * plain: lags as they are. season: seasonal indices are inputs and make half of the base. adjusted: lags are
   * divided by the indices, levels smoothed at three speeds are inputs. local: forecasts of the local models are
   * inputs, their mean is the base.
   */
  readonly view: "plain" | "season" | "adjusted" | "local";
  /** View local in units of the usual change from season to season instead of the level. */
  readonly scale?: "change";
}

/** Forecasts of the two local models that a view "local" looks at, from the origin on. */
export type LocalPair = readonly [Float64Array, Float64Array];

/** What is known before an origin. */
export interface Past {
  /** The last values, seasonally adjusted where the view asks for it: the first `known` entries, oldest first. */
  readonly values: Float64Array;
  known: number;
  /** Buckets of the series before the origin. */
  origin: number;
  /** Seasonal indices by position (bucket mod period), where the view reads them. */
  readonly indices: Float64Array;
  readonly period: number;
  local: LocalPair | null;
}

/** Inputs, base forecast and scale of a window. */
export interface Window {
  /** A constant, then the lags, then what the view adds, then the hidden ones. */
  readonly inputs: Float64Array;
  /** Forecast that the regression corrects, in units of `scale` times the season's factor. */
  readonly base: Float64Array;
  /** Factor of each target that is taken out before and put back after. */
  readonly factor: Float64Array;
  scale: number;
}

/** Scaled inputs and targets are cut at this many means of the last season. */
const limit = 3;
export const clipped = (value: number): number => (value > limit ? limit : value < -limit ? -limit : value);

/** Values a series must have before an origin of this view. */
export const shortest = ({ view, lags }: PanelView, period: number): number =>
  period < 2
    ? Math.min(lags, 6)
    : view === "plain"
      ? Math.max(lags, period)
      : Math.max(2 * period, Math.min(lags, 3 * period));

/** Scaled target of one step: what the regression learns. */
export const targetOf = (value: number, window: Window, step: number): number =>
  clipped(value / (window.factor[step] * window.scale) - window.base[step]);

/** Forecast of one step from what the regression says, the inverse of {@link targetOf}. */
export const forecastOf = (correction: number, window: Window, step: number): number =>
  window.scale * window.factor[step] * (window.base[step] + correction);

/**
 * The views of a panel of this season: several lengths of memory and different bases, since what errs differently
 * averages well (Montero-Manso & Hyndman 2021 for the lags; Bates & Granger 1969 for the average).
 */
export function panelViews(period: number): readonly PanelView[] {
  const m = period;
  if (m < 2) {
    return [
      { view: "plain", lags: 4, hidden: 128, seed: 1, penalty: 1e-3 },
      { view: "plain", lags: 6, hidden: 128, seed: 2, penalty: 1e-3 },
      { view: "plain", lags: 8, hidden: 128, seed: 3, penalty: 1e-3 },
      { view: "local", scale: "change", lags: 4, hidden: 96, seed: 4, penalty: 1e-1 },
    ];
  }
  if (m > 60) {
    // a year of days: its season comes by indices, not by lags, or the sums would grow with its square
    return [
      { view: "plain", lags: 56, hidden: 96, seed: 1, penalty: 1e-3 },
      { view: "adjusted", lags: 56, hidden: 96, seed: 3, penalty: 1e-3 },
      { view: "local", lags: 28, hidden: 64, seed: 4, penalty: 1e-2 },
    ];
  }
  if (m > 24) {
    return [
      { view: "plain", lags: 2 * m + 1, hidden: 96, seed: 1, penalty: 1e-3 },
      { view: "season", lags: m + 1, hidden: 96, seed: 2, penalty: 1e-3 },
      { view: "adjusted", lags: m + 1, hidden: 96, seed: 3, penalty: 1e-3 },
      { view: "plain", lags: m + 1, hidden: 96, seed: 5, penalty: 1e-3 },
      { view: "local", lags: m >> 1, hidden: 64, seed: 4, penalty: 1e-2 },
    ];
  }
  // few lags leave room for more random combinations of them
  const hidden = m < 8 ? 192 : 96;
  return [
    { view: "plain", lags: 3 * m, hidden, seed: 1, penalty: 1e-3 },
    { view: "season", lags: 2 * m, hidden, seed: 2, penalty: 1e-3 },
    { view: "adjusted", lags: m, hidden, seed: 3, penalty: 1e-3 },
    m < 8
      ? { view: "local", lags: m, hidden: 128, seed: 4, penalty: 1e-2 }
      : { view: "local", scale: "change", lags: m, hidden: 64, seed: 4, penalty: 1e-1 },
  ];
}
