import { type EventEffects, eventEffects } from "../../decompose/events.ts";
import type { Series } from "../../series.ts";
import { historyOf, isIntermittent } from "./history.ts";
import { workingDayFactors } from "./working-days.ts";

/** A series ready for the models: no gaps, no events, demand per usual working day where that helps. */
export interface Prepared {
  readonly values: Float64Array;
  /** Buckets of the series before the first of `values`. */
  readonly offset: number;
  readonly negative: boolean;
  /** Factor that gives a forecast of each bucket to come back its working days and events. */
  readonly future: Float64Array;
  /** Relative spread of the events in it. */
  readonly unsure: Float64Array;
  /** The same factors of the past buckets of `values` (working days only). */
  readonly factors: Float64Array;
  /** History without events and stockouts, as long as the series; absent where nothing was taken out. */
  readonly adjusted?: Float64Array;
}

/** Values below which leading zeros are kept: a first demand alone says nothing about a rate. */
const enoughAfterZeros = 6;

/** Zeros before the first demand of an item that has sold regularly since: it was not yet on sale. */
function leadingZeros(values: Float64Array): number {
  let zeros = 0;
  while (zeros < values.length && values[zeros] === 0) zeros++;
  if (zeros === 0 || values.length - zeros < enoughAfterZeros) return 0;
  const rest = values.subarray(zeros);
  return isIntermittent(rest) || rest.some((value) => value < 0) ? 0 : zeros;
}

/** Cleans the history of a series and says what its next `horizon` buckets will be multiplied by. */
export function prepared(series: Series, horizon: number): Prepared {
  const effects = eventEffects(series, horizon);
  const cleaned = effects?.values ?? series.values;
  const days = workingDayFactors(cleaned, series.workingDays, cleaned.length + horizon, series.period);
  const perDay =
    days === null ? cleaned : cleaned.map((value, k) => (days[k] > 0 ? value / days[k] : Number.NaN));
  const history = historyOf(perDay, series.period);
  const zeros = leadingZeros(history.values);
  const future = Float64Array.from({ length: horizon }, (_, k) => {
    const event = effects?.future[k] ?? 1;
    return days === null ? event : event * days[cleaned.length + k];
  });
  return {
    values: history.values.subarray(zeros),
    offset: history.offset + zeros,
    negative: history.negative,
    future,
    unsure: effects?.spread ?? new Float64Array(horizon),
    factors: Float64Array.from(
      { length: history.values.length - zeros },
      (_, k) => days?.[k + history.offset + zeros] ?? 1,
    ),
    ...adjustedOf(effects, series),
  };
}

function adjustedOf(effects: EventEffects | null, series: Series): { adjusted?: Float64Array } {
  if (effects === null) return {};
  const { values } = historyOf(effects.values, series.period);
  const offset = series.values.length - values.length;
  const adjusted = Float64Array.from(series.values, (value, k) => (k < offset ? value : values[k - offset]));
  return { adjusted };
}
