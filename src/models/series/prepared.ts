import { closureEffects } from "../../decompose/closures.ts";
import { type EventEffects, eventEffects } from "../../decompose/events.ts";
import type { Series } from "../../series.ts";
import { type History, historyOf, isIntermittent } from "./history.ts";
import { passedEvent } from "./passed-event.ts";
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

/** Values below which what lies before them is kept: a first demand alone says nothing about a rate. */
const enoughAfter = 6;
/** Times between the nearest values before and after a break from which on the history before it is of another item. */
const otherLevel = 3;

/** Zeros before the first demand of an item that has sold regularly since: it was not yet on sale. */
function leadingZeros(values: Float64Array): number {
  let zeros = 0;
  while (zeros < values.length && values[zeros] === 0) zeros++;
  if (zeros === 0 || values.length - zeros < enoughAfter) return 0;
  const rest = values.subarray(zeros);
  return isIntermittent(rest) || rest.some((value) => value < 0) ? 0 : zeros;
}

/**
 * Values before the last break after which, for a whole season at least, no value comes near those before it: they say
 * nothing of what is asked for now, and would stand in every range.
 * @example leftBehind(Float64Array.of(...new Array(24).fill(1000), ...new Array(12).fill(100)), 12) // 24
 */
export function leftBehind(values: Float64Array, period: number): number {
  const enough = Math.max(enoughAfter, period);
  const [least, most] = [values.slice(), values.slice()];
  for (let k = 1; k < values.length; k++) {
    least[k] = Math.min(least[k], least[k - 1]);
    most[k] = Math.max(most[k], most[k - 1]);
  }
  let [low, high] = [Number.POSITIVE_INFINITY, 0];
  for (let k = values.length - 1; k > 0; k--) {
    low = Math.min(low, values[k]);
    high = Math.max(high, values[k]);
    if (least[k - 1] <= 0 || low <= 0 || values.length - k < enough) continue;
    if (least[k - 1] > otherLevel * high || otherLevel * most[k - 1] < low) return k;
  }
  return 0;
}

/** A history in which a passing event is a gap that its neighbours fill. */
function withoutEvent(history: History, period: number): History {
  const event = passedEvent(history.values, period);
  if (event === null) return history;
  const gaps = history.values.map((value, k) => (k >= event.from && k < event.to ? Number.NaN : value));
  return { ...history, values: historyOf(gaps, period).values };
}

/** Cleans the history of a series and says what its next `horizon` buckets will be multiplied by. */
export function prepared(series: Series, horizon: number): Prepared {
  const effects = eventEffects(series, horizon);
  const cleaned = effects?.values ?? series.values;
  const closures = closureEffects({ ...series, values: cleaned }, horizon);
  // whether demand follows the days of open months is no question of closures
  const open =
    closures === null ? cleaned : cleaned.map((value, k) => (closures.kept[k] < 1 ? Number.NaN : value));
  const days = workingDayFactors(open, series.workingDays, cleaned.length + horizon, series.period);
  const closed = days === null ? closures : null;
  const perDay =
    days === null
      ? (closed?.values ?? cleaned)
      : cleaned.map((value, k) => (days[k] > 0 ? value / days[k] : Number.NaN));
  const history = withoutEvent(historyOf(perDay, series.period), series.period);
  const zeros = leadingZeros(history.values);
  const gone = zeros + leftBehind(history.values.subarray(zeros), series.period);
  const kept = days ?? closed?.kept;
  const future = Float64Array.from(
    { length: horizon },
    (_, k) => (effects?.future[k] ?? 1) * (kept?.[cleaned.length + k] ?? 1),
  );
  return {
    values: history.values.subarray(gone),
    offset: history.offset + gone,
    negative: history.negative,
    future,
    unsure: effects?.spread ?? new Float64Array(horizon),
    factors: Float64Array.from(
      { length: history.values.length - gone },
      (_, k) => kept?.[k + history.offset + gone] ?? 1,
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
