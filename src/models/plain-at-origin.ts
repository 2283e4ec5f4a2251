import type { Fallback } from "../forecast.ts";
import type { Series } from "../series.ts";
import { groupSeasonOf } from "./combine/group-season.ts";
import { localForecasts } from "./combine/local-forecasts.ts";
import { levelShare, type RegularForecast, regularForecast } from "./combine/regular.ts";
import { sharpSeason } from "./combine/sharp-season.ts";
import { countBands } from "./intermittent/count-bands.ts";
import { intermittentState } from "./intermittent/intermittent.ts";
import { onceBands, onlyDemand } from "./intermittent/once.ts";
import { silentBands } from "./intermittent/silent-bands.ts";
import { levelsOfSums, type OriginForecast, type OriginRequest } from "./origin.ts";
import type { PoolPart } from "./pool-part.ts";
import { runningSum } from "./series/bands.ts";
import type { CalmEnd } from "./series/calm-end.ts";
import { errorUnit } from "./series/error-unit.ts";
import { isIntermittent, isOver } from "./series/history.ts";
import { settled } from "./series/left-level.ts";
import { meanSeason, openAhead, openSeries, withClosed } from "./series/open-buckets.ts";
import { openPhases } from "./series/open-phases.ts";
import { mappedRows } from "./series/rows.ts";
import { wideWhereYoung } from "./series/young.ts";
import { reshaped, spreadAround, tidied, zeroForecast } from "./spread-around.ts";

/** Values that the local models need. */
const enough = 3;

/** What a caller has already found out about a history. */
interface KnownOfHistory {
  readonly open?: boolean[] | null;
  readonly calm?: CalmEnd;
}

/**
 * Forecast of a prepared history known to its end by what is known of demand that looks like it, before any share of plain
 * distributions: the branch follows from what the demand looks like.
 */
export function plainAtOrigin(
  values: Float64Array,
  request: OriginRequest,
  known: KnownOfHistory = {},
): OriginForecast {
  const { series, part, horizon, levels, past } = request;
  if (request.model !== undefined && request.model !== "combination")
    return namedForecast(values, request, request.model);
  if (values.length === 0) return zeroForecast(horizon, levels, { code: "no-observation" });
  if (isOver(values, series.bucket)) {
    if (!values.some((value) => value > 0))
      return zeroForecast(horizon, levels, { code: "no-demand-at-all" });
    const silent = zeroForecast(horizon, levels, { code: "no-demand-for-long" });
    return { ...silent, ...tidied(silentBands(values, horizon, levels), request.nonnegative) };
  }
  const once = onceOf(values, request);
  if (once !== undefined && request.nonnegative) {
    const fallback = fewObservations(values.length);
    return { model: "mean", ...onceBands(once, horizon, levels), components: { mean: 1 }, fallback };
  }
  const open = known.open === undefined ? openPhases(values, series.period) : known.open;
  if (open !== null) return openForecast(values, request, open, plainAtOrigin);
  if (isIntermittent(values)) {
    const state = intermittentState(values, series.bucket, part?.rates, past);
    return {
      model: "intermittent",
      ...tidied(
        countBands(state, horizon, { levels, ofSums: levelsOfSums(request), past }, part?.counts ?? null),
        true,
      ),
      components: state.components,
    };
  }
  const season =
    values.length < 2 * series.period
      ? groupSeasonOf(part?.seasons, series, request.offset)
      : sharpSeason(values, series, request.offset);
  return wideWhereYoung(
    season === null
      ? combinedForecast(values, request, known.calm)
      : seasonedForecast(values, request, season),
    values.length,
    () => (known.calm ?? settled(values, series)).values,
    series,
  );
}

/** The only demand of a history that had but one. */
const onceOf = (values: Float64Array, { series, part }: OriginRequest) =>
  (values.length > 1 || series.single) && !isTaught(part) ? onlyDemand(values) : undefined;

/** Whether a panel taught how often rare demand comes again: it knows more than one demand can tell. */
const isTaught = (part: PoolPart | undefined): boolean =>
  part !== undefined && part.counts !== null && part.rates.weights !== null;

/** True for a history whose own quantiles say nothing of what comes: its season is sure, or it had one demand ever. */
export const isApart = (
  values: Float64Array,
  request: OriginRequest,
  open: readonly boolean[] | null,
): boolean =>
  onceOf(values, request) !== undefined ||
  open !== null ||
  (values.length >= 2 * request.series.period &&
    sharpSeason(values, request.series, request.offset) !== null);

/** Cycles from which on models find the season of open phases by themselves. */
const cyclesToLearn = 3;

/** Phases that never see a demand are left out before and are none after: what is open is forecast by `ofOpen`. */
export function openForecast(
  values: Float64Array,
  request: OriginRequest,
  open: readonly boolean[],
  ofOpen: (values: Float64Array, request: OriginRequest) => OriginForecast,
): OriginForecast {
  const ahead = openAhead(values.length, request.horizon, open);
  const horizon = Math.max(1, ahead[request.horizon - 1] ?? 0);
  const series = openSeries({ ...request.series, values }, open);
  const own = series.values;
  const asked = { ...request, series, horizon, offset: 0, part: request.openPart?.(series.period) };
  const season = own.length < cyclesToLearn * series.period ? meanSeason(own, series.period) : null;
  return withClosed(season === null ? ofOpen(own, asked) : seasonedForecast(own, asked, season), ahead);
}

/** A series with a season that is known beside the models: taken out before, put back after. */
function seasonedForecast(
  values: Float64Array,
  request: OriginRequest,
  season: (position: number) => number,
): OriginForecast {
  const flat = values.map((value, k) => value / Math.max(0.05, season(k)));
  const forecast = combinedForecast(flat, request);
  const factors = Float64Array.from({ length: request.horizon }, (_, k) => season(values.length + k));
  const mean = forecast.demand.mean.map((value, k) => value * factors[k]);
  const total = runningSum(mean);
  const before = forecast.cumulative.mean;
  return {
    ...forecast,
    demand: {
      ...forecast.demand,
      mean,
      quantiles: mappedRows(forecast.demand.quantiles, (value, k) => value * factors[k]),
    },
    cumulative: {
      ...forecast.cumulative,
      mean: total,
      quantiles: mappedRows(forecast.cumulative.quantiles, (value, k) =>
        before[k] > 0 ? (value * total[k]) / before[k] : value,
      ),
    },
    components: { ...forecast.components },
  };
}

function combinedForecast(values: Float64Array, request: OriginRequest, known?: CalmEnd): OriginForecast {
  const { series, part, horizon, levels, nonnegative, past } = request;
  if (values.length < enough) return meanForecast(values, request);
  const calm = known ?? settled(values, series);
  const forecast = unsettled(
    regularForecast(series, calm.values, part, horizon, past, nonnegative),
    calm.moved / (3 * series.period + few),
  );
  if (forecast.members.size === 0) return meanForecast(values, request);
  const { mean, components } = forecast.combined(part);
  const share = levelShare(part, forecast.erratic);
  if (share >= 0.5 && forecast.state !== null && forecast.state.rate > 0) {
    const bands = countBands(
      forecast.state,
      horizon,
      { levels, ofSums: levelsOfSums(request), past },
      part?.counts ?? null,
    );
    const bent = {
      demand: reshaped(bands.demand, mean),
      cumulative: reshaped(bands.cumulative, runningSum(mean)),
    };
    return { model: "combination", ...tidied(bent, true), components, ...shortness(values, series) };
  }
  return {
    model: "combination",
    ...spreadAround(mean, forecast, request),
    components,
    ...shortness(values, series),
  };
}

/** The forecast whose spread remembers odd values at the end as what three seasons and a half year bring once. */
function unsettled(forecast: RegularForecast, more: number): RegularForecast {
  if (more === 0) return forecast;
  const { scale, spread } = forecast;
  return { ...forecast, scale: scale + more, spread: (k) => spread(k) + more };
}

/** Observations below which neither trend nor spread is known. */
const few = 6;

/** What a history is too short for. */
function shortness({ length }: Float64Array, { period }: Series): { fallback?: Fallback } {
  if (length < few) return { fallback: fewObservations(length) };
  return period > length ? { fallback: { code: "short-of-a-season", observations: length, period } } : {};
}

const fewObservations = (observations: number): Fallback => ({ code: "few-observations", observations });

/** Mean of the few values there are; a spread of half of it where nothing shows how much they vary. */
function meanForecast(values: Float64Array, request: OriginRequest): OriginForecast {
  const level = values.reduce((sum, value) => sum + value / values.length, 0);
  const own = values.reduce((sum, value) => sum + Math.abs(value - level) / values.length, 0);
  const scale = Math.max(own, 0.5 * Math.abs(level));
  const mean = new Float64Array(request.horizon).fill(level);
  return {
    model: "mean",
    // a mean has no fit whose errors were too small
    ...spreadAround(
      mean,
      { scale, relativeError: 1, spread: () => scale, observations: Number.POSITIVE_INFINITY },
      request,
    ),
    components: { mean: 1 },
    fallback: fewObservations(values.length),
  };
}

/** One model by name, with the pooled errors around it. */
function namedForecast(values: Float64Array, request: OriginRequest, name: string): OriginForecast {
  const { means, scale, failed } = localForecasts(request.series, values, request.horizon, [name]);
  const mean = means.get(name);
  if (mean === undefined || failed.length > 0) {
    if (values.length === 0) return zeroForecast(request.horizon, request.levels, { code: "no-observation" });
    return {
      ...meanForecast(values, request),
      fallback: { code: "model-needs-more", model: name, observations: values.length },
    };
  }
  if (request.nonnegative) for (let k = 0; k < mean.length; k++) mean[k] = Math.max(0, mean[k]);
  return {
    model: name,
    ...spreadAround(
      mean,
      {
        scale,
        relativeError: relativeErrorOf(values, scale),
        spread: errorUnit(values, request.series.period, scale),
        observations: values.length,
      },
      request,
    ),
    components: { [name]: 1 },
  };
}

const relativeErrorOf = (values: Float64Array, scale: number): number => {
  const level = values.reduce((sum, value) => sum + Math.abs(value) / values.length, 0);
  return level > 0 ? scale / level : 0;
};
