import type { Series } from "./series.ts";

/** A method and its options, not yet fitted. Fitting never changes it, so one model serves many items. */
export interface Model {
  /** What a report prints, e.g. "ets(A,Ad,N)". */
  readonly name: string;
  /** Observations below which `fit` throws a TooShortError. */
  readonly needs: number;
  fit(series: Series): Fit;
}

export interface Fit {
  readonly name: string;
  /** One-step forecasts of the past; NaN where the model had seen too little. */
  readonly fitted: Float64Array;
  /** Point forecasts (means) of the next `horizon` buckets; quantiles are made from out-of-sample errors. */
  mean(horizon: number): Float64Array;
}

/** What `bedarf models` prints of a model. */
export interface ModelCard {
  readonly name: string;
  readonly paper: string;
  readonly needs: number;
  readonly create: () => Model;
}
