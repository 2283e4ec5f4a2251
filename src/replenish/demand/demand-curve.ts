import { daysOf } from "../../calendar/bucket.ts";
import type { Requirement } from "../../item.ts";
import { meanOfLength, quantilesOfLength } from "./forecast-length.ts";
import { type KnownNeed, knownNeeds, type Slice, type SliceInput, slicesOf } from "./slices.ts";
import { usualWorkingDays } from "./usual-days.ts";

/** Demand from the day after `today` on, known requirements consuming the forecast of their bucket. */
export interface DemandCurve {
  readonly today: number;
  /** Expected demand of the next `days` calendar days, counted as their usual number of working days. */
  mean(days: number): number;
  /** Quantiles of the same at the forecast's levels, into `values`: what an order must cover. */
  quantiles(days: number, values: Float64Array): void;
  /** Levels of the quantiles. */
  readonly levels: readonly number[];
  /** Expected demand of (today, day], by the working days that really lie there. */
  until(day: number): number;
  /** First day by whose end the expected demand reaches `amount`; undefined when never. */
  dayOf(amount: number): number | undefined;
  /** Known requirements due in (today, day], overdue ones included. */
  known(day: number): number;
}

interface CurveInput extends SliceInput {
  readonly requirements: readonly Requirement[];
  /** Sum of the squared demands of a bucket's days, on average. */
  readonly burst?: number;
}

/** The course of demand: the buckets ahead, what is known in them, and what goes on behind them. */
interface Course {
  readonly input: CurveInput;
  readonly needs: readonly KnownNeed[];
  readonly slices: readonly Slice[];
  /** Last day of use; infinite where no end is known. */
  readonly lastDay: number;
  /** Last day of the forecast. */
  readonly horizon: number;
  /** Expected demand of a working day behind the horizon. */
  readonly beyond: number;
}

function courseOf(input: CurveInput): Course {
  const { today, lastDay = Number.POSITIVE_INFINITY } = input;
  const needs = knownNeeds(input.requirements, today);
  const slices = slicesOf(input, needs);
  const rest = slices.reduce((sum, slice) => sum + slice.rest, 0);
  const open = slices.reduce((sum, slice) => sum + slice.open, 0);
  return {
    input,
    needs,
    slices,
    lastDay,
    horizon: slices.length === 0 ? today : slices[slices.length - 1].to,
    beyond: open > 0 && lastDay === Number.POSITIVE_INFINITY ? rest / open : 0,
  };
}

function knownUntil({ needs }: Course, day: number): number {
  let sum = 0;
  for (const need of needs) if (need.day <= day) sum += need.quantity;
  return sum;
}

/** Forecast, less known requirements, of the next `open` working days. */
function restOf({ slices, beyond }: Course, open: number): number {
  let rest = 0;
  let left = open;
  for (const slice of slices) {
    if (left <= 0) break;
    const part = slice.open > 0 ? Math.min(1, left / slice.open) : 1;
    rest += part * slice.rest;
    left -= slice.open;
  }
  return rest + Math.max(0, left) * beyond;
}

/**
 * Forecast, less known requirements, of the next `days` calendar days as if they held `open` working days: their usual
 * number, so that a level does not move with every holiday. Days that holidays take are made up by those that follow,
 * at most at what a day of the interval itself is asked for: the days of a season are not those before it.
 */
function restOfDays(course: Course, days: number, open: number): number {
  const { today, plant, bucket } = course.input;
  const made = restOf(course, open);
  const really = bucket === "day" ? open : plant.count(today + 1, today + days);
  return really > 0 && really < open ? Math.min(made, (restOf(course, really) * open) / really) : made;
}

/** Share of a slice that lies up to `day`, by working days where it has any. */
function shareUntil({ from, to, open }: Slice, day: number, { bucket, plant }: CurveInput): number {
  if (to <= day) return 1;
  return bucket === "day" || open === 0 ? (day - from + 1) / (to - from + 1) : plant.count(from, day) / open;
}

function demandUntil(course: Course, day: number): number {
  const { input, slices, lastDay, horizon, beyond } = course;
  let sum = knownUntil(course, Math.min(day, lastDay));
  for (const slice of slices) {
    if (slice.from > day) break;
    sum += shareUntil(slice, day, input) * slice.rest;
  }
  if (day > horizon && beyond > 0) {
    sum += (input.bucket === "day" ? day - horizon : input.plant.count(horizon + 1, day)) * beyond;
  }
  return sum;
}

/** Days behind the horizon in which demand is looked for: ten years. */
const farthest = 3660;

function dayReaching(course: Course, amount: number): number | undefined {
  const { input, horizon, beyond } = course;
  const { today } = input;
  if (amount <= 0) return today + 1;
  const enough = amount - 1e-9 * Math.abs(amount);
  let low = today;
  let high = Math.max(horizon, today + 1) + (beyond > 0 ? farthest : 0);
  if (demandUntil(course, high) < enough) return undefined;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (demandUntil(course, middle) >= enough) high = middle;
    else low = middle;
  }
  return high;
}

/** The demand curve of an item. Days are day numbers, quantities base units. */
export function demandCurve(input: CurveInput): DemandCurve {
  const { forecast, bucket, today, plant, burst = 0 } = input;
  const course = courseOf(input);
  const openDays = (days: number) => (bucket === "day" ? days : usualWorkingDays(plant, today, days));
  const knownWithin = (days: number) => knownUntil(course, Math.min(course.lastDay, today + days));
  return {
    today,
    mean: (days) => restOfDays(course, days, openDays(days)) + knownWithin(days),
    levels: forecast.cumulative.levels,
    quantiles(days, values) {
      const length = days / daysOf[bucket];
      const usual = meanOfLength(forecast, length);
      const scale = usual > 0 ? restOfDays(course, days, openDays(days)) / usual : 0;
      quantilesOfLength(forecast, length, scale, knownWithin(days), burst, values);
    },
    until: (day) => demandUntil(course, day),
    dayOf: (amount) => dayReaching(course, amount),
    known: (day) => knownUntil(course, day),
  };
}
