import type { Series } from "../../series.ts";
import { type IntermittentState, intermittentState } from "../intermittent/intermittent.ts";
import { regressionForecasts } from "../panel/panel-regression.ts";
import type { PoolPart } from "../pool-part.ts";
import { errorUnit } from "../series/error-unit.ts";
import { bentTrend } from "./bent-trend.ts";
import { type Combined, combined } from "./combination.ts";
import { localForecasts } from "./local-forecasts.ts";
import { earningMembers, localMembers, priorOf } from "./members.ts";
import { drawnWhileYoung } from "./young-level.ts";

/** What the combination knows of a series with a normal flow of demand, at one origin. */
export interface RegularForecast {
  readonly horizon: number;
  /** Values that the local models were fitted to. */
  readonly observations: number;
  readonly members: ReadonlyMap<string, Float64Array>;
  /** Mean absolute one-step error of the local models. */
  readonly scale: number;
  /** `scale` divided by the mean of the last season. */
  readonly relativeError: number;
  /** Unit of the pooled errors of step k + 1 (see {@link errorUnit}). */
  readonly spread: (k: number) => number;
  /** State for a level without trend and season; null where values are negative. */
  readonly state: IntermittentState | null;
  /** Errors are half as large as the level or larger: neither trend nor season explains the sizes. */
  readonly erratic: boolean;
  combined(part: PoolPart | undefined): Combined;
}

/** Mean size of the last season (at least three values). */
function levelOf(values: Float64Array, period: number): number {
  const span = Math.min(values.length, Math.max(3, period));
  let sum = 0;
  for (let k = 1; k <= span; k++) sum += Math.abs(values[values.length - k]);
  return span > 0 ? sum / span : 0;
}

/**
 * Forecasts of all members for a series known up to the end of `values`. `past`: at an origin that the pool held out,
 * with the regressions that have not seen what follows.
 */
export function regularForecast(
  series: Series,
  values: Float64Array,
  part: PoolPart | undefined,
  horizon: number,
  past: boolean,
  nonnegative = values.every((value) => value >= 0),
): RegularForecast {
  const local = localForecasts(series, values, horizon, askedOf(series, part), past);
  const pooled =
    part === undefined
      ? new Map<string, Float64Array>()
      : regressionForecasts(part.regressions, series, values, horizon, past);
  const members = new Map([...local.means, ...pooled]);
  if (nonnegative) for (const forecast of members.values()) clipAtZero(forecast);
  const state =
    nonnegative && values.every((value) => value >= 0)
      ? intermittentState(values, series.bucket, part?.rates, past)
      : null;
  const level = levelOf(values, series.period);
  const relativeError = level > 0 ? local.scale / level : 0;
  const erratic = relativeError >= 0.5;
  const held = erratic || state === null ? 1 : levelHolds(values, state.rate, local.scale);
  return {
    horizon,
    observations: values.length,
    members,
    scale: local.scale,
    relativeError,
    spread: errorUnit(values, series.period, local.scale),
    state,
    erratic,
    combined: (of) =>
      drawnToLevel(
        drawnWhileYoung(
          withTrend(
            combined(
              members,
              of?.shares ?? {},
              horizon,
              of?.medianShare,
              priorOf(series.bucket, series.period),
            ),
            of?.trend ?? 1,
          ),
          values,
          series,
          held,
          past ? Math.max(values.length, series.values.length) : values.length,
        ),
        state,
        held * levelShare(of, erratic),
      ),
  };
}

/** Local members worth their time: those that earn theirs where they have, or are still to get, one. */
function askedOf({ bucket }: Series, part: PoolPart | undefined): string[] {
  const share = (name: string) => (part === undefined ? 0 : (part.shares[name] ?? 1));
  return localMembers(bucket).filter((name) => !earningMembers.includes(name) || share(name) > 0);
}

/** Last values whose mean tells whether a level still holds, and standard errors up to which it does and from which it does not. */
const newest = 3;
const near = 2;
const gone = 3;
/** Standard deviation of a normal distribution by its mean distance from the middle. */
const spreadOfMean = 1.25;

/** Whether a smooth series still stands at its plain level: 1, less where its last values have left it, 0 where they clearly have. */
function levelHolds(values: Float64Array, rate: number, scale: number): number {
  const last = values.subarray(-newest);
  const mean = last.reduce((sum, value) => sum + value / last.length, 0);
  const off = Math.abs(mean - rate) / ((spreadOfMean * scale) / Math.sqrt(last.length));
  return scale > 0 ? Math.min(1, Math.max(0, (gone - off) / (gone - near))) : 1;
}

function clipAtZero(forecast: Float64Array): void {
  for (let k = 0; k < forecast.length; k++) if (forecast[k] < 0) forecast[k] = 0;
}

/** Share of the plain level in the mean: what the panel taught for this class, else a half for erratic demand. */
export const levelShare = (part: PoolPart | undefined, erratic: boolean): number =>
  part?.levelShares[erratic ? 1 : 0] ?? (erratic ? 0.5 : 0);

/** The mean with the trend that the panel proved. */
const withTrend = (of: Combined, factor: number): Combined =>
  factor === 1 ? of : { mean: bentTrend(of.mean, factor), components: of.components };

/** Draws a mean towards the plain level. */
export function drawnToLevel(of: Combined, state: IntermittentState | null, share: number): Combined {
  if (state === null || share === 0) return of;
  const components: Record<string, number> = { level: share };
  if (share < 1) for (const name in of.components) components[name] = (1 - share) * of.components[name];
  return { mean: of.mean.map((value) => (1 - share) * value + share * state.rate), components };
}
