import { UsageError } from "../../errors.ts";
import type { ModelCard } from "../../model.ts";
import type { Series } from "../../series.ts";
import { bounded } from "../local/bounded.ts";
import { models } from "../local/index.ts";
import { recentValues } from "../series/recent-values.ts";
import { earningMembers, members } from "./members.ts";
import { sharedSeason } from "./shared-season.ts";
import { withYoungSeason } from "./young-season.ts";

const cards: Readonly<Record<string, ModelCard>> = models;

/** Forecasts of the local models at one origin, by name. */
interface LocalForecasts {
  readonly means: ReadonlyMap<string, Float64Array>;
  /** Mean absolute one-step error of the past, mean over the models. */
  readonly scale: number;
  /** Models that could not be fitted, and why. */
  readonly failed: readonly string[];
}

/** Share of the last errors that the scale looks at: as many as three seasons, at least 24. */
const scaleSpan = (period: number): number => Math.max(24, 3 * period);

function meanError(values: Float64Array, fitted: Float64Array, period: number): number {
  let sum = 0;
  let count = 0;
  for (let t = values.length - 1; t >= 1 && count < scaleSpan(period); t--) {
    const error = Math.abs(values[t] - fitted[t]);
    if (!Number.isFinite(error)) continue;
    sum += error;
    count++;
  }
  return count > 0 ? sum / count : Number.NaN;
}

/**
 * Fits the named local models to the recent values of a series. A model that cannot be fitted is left out and named. `past`:
 * at an origin that the pool held out, where models stand without help in finding a season: shares learned of them would
 * turn over in the month in which an origin passes two seasons.
 */
export function localForecasts(
  series: Series,
  history: Float64Array,
  horizon: number,
  names: readonly string[],
  past = false,
): LocalForecasts {
  const means = new Map<string, Float64Array>();
  const failed: string[] = [];
  let scale = 0;
  let scaled = 0;
  const { item, bucket, period } = series;
  const values = recentValues(history, period);
  const known: Series = { item, bucket, period, values };
  let shared: ReturnType<typeof sharedSeason> | undefined;
  const adjusted = () => {
    shared ??= sharedSeason(known);
    return shared;
  };
  for (const name of names) {
    const create = members[name]?.create ?? cards[name]?.create;
    if (create === undefined)
      throw new UsageError({ code: "model-unknown", name, known: Object.keys(cards) });
    const model = create();
    if (values.length < model.needs) {
      failed.push(name);
      continue;
    }
    const fit = members[name]?.sharesSeason
      ? adjusted()(model)
      : members[name]?.findsSeason && names.length > 1 && !past
        ? withYoungSeason(model, known, (of) => adjusted()(of))
        : model.fit(known);
    const mean = bounded(fit.mean(horizon), values);
    if (mean.every(Number.isFinite)) means.set(name, mean);
    else failed.push(name);
    // a decomposition has seen the season that its fit is tested on
    const isBlind = names.length === 1 || !earningMembers.includes(name);
    const error = isBlind ? meanError(values, fit.fitted, period) : Number.NaN;
    if (Number.isFinite(error)) {
      scale += error;
      scaled++;
    }
  }
  return { means, scale: scaled > 0 ? scale / scaled : 0, failed };
}
