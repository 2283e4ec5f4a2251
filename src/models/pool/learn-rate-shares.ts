import {
  type PanelRates,
  type RateShares,
  rateForecast,
  rateSums,
  solvedRates,
  usualShares,
} from "../intermittent/demand-rate.ts";
import { ownRate } from "../intermittent/intermittent.ts";
import { demandKind } from "../mixture/demand-kind.ts";
import { shrunkChoice } from "../mixture/shrunk-choice.ts";
import { isIntermittent } from "../series/history.ts";
import {
  bucketsBack,
  isLongEnough,
  knownBefore,
  meanChange,
  smallest,
  taughtHorizon,
} from "./asked-items.ts";
import type { SolvedPart } from "./pool-sums.ts";

/** Shares that are compared, the usual one first. */
const steps = [usualShares.frequent, 0.25, 0];
/** Items with rare demand that are asked, and others that teach beside them. */
const mostAsked = 300;
const mostOthers = 150;
/** Origins, half of the learned horizon apart, and the part of them that counts: they overlap. */
const mostOrigins = 8;
const countedOrigins = 0.5;
/** Outcomes below which the usual share stays. */
const enough = 40;

/** An item at an origin: whether its demand was rare, and what each share would have lost. */
interface Row {
  readonly origin: number;
  readonly isRare: boolean;
  readonly losses: readonly number[];
}

/** Root mean squared error of a level, in units of the mean change. */
function lossOf(level: number, actual: Float64Array, change: number): number {
  let squares = 0;
  for (const value of actual) squares += (value - level) ** 2 / actual.length;
  return Math.sqrt(squares) / change;
}

function rowOf(
  values: Float64Array,
  length: number,
  { bucket }: SolvedPart,
  rates: PanelRates,
): Omit<Row, "origin"> | null {
  const known = values.subarray(0, length);
  if (!isIntermittent(known)) return null;
  const kind = demandKind(known, bucket);
  const change = meanChange(known);
  const taught = rateForecast(rates, known, bucket, false);
  if (kind === "silent" || !(change > 0) || taught === null) return null;
  const own = ownRate(known, bucket);
  const actual = values.subarray(length);
  return {
    isRare: kind === "rare",
    losses: steps.map((share) => lossOf(share * taught + (1 - share) * own, actual, change)),
  };
}

/** The usual share drawn towards the best as far as the origins prove it. */
function provedShare(rows: readonly Row[]): number {
  const [usual] = steps;
  if (rows.length < enough) return usual;
  const losses = steps.map((_, i) => Float64Array.from(rows, (row) => row.losses[i]));
  const origins = Uint8Array.from(rows, ({ origin }) => origin);
  const { best, share } = shrunkChoice({ losses, origins }, losses[0], countedOrigins);
  return usual + share * (steps[best] - usual);
}

/**
 * What the regression of rates counts beside the items themselves, as rolling origins prove it, each with the regression that
 * could be known then. It learns what all items lived through alike: where that comes again (carparts, AUTO) it is worth its
 * half, where it does not, or where demand is so rare that it is nothing but the panel's mean, it makes forecasts worse.
 */
export function learnRateShares(part: SolvedPart): RateShares {
  const asked = smallest(part.keptIntermittent, mostAsked);
  if (part.rates.weights === null || asked.length * mostOrigins < enough) return usualShares;
  const teachers = [...asked, ...smallest(part.kept, mostOthers)];
  const horizon = taughtHorizon(asked, part.horizon);
  const rows = Array.from({ length: mostOrigins }, (_, origin): Row[] => {
    const back = bucketsBack(origin, horizon);
    const old = asked.filter(({ values }) => isLongEnough(values, back));
    if (old.length === 0) return [];
    const rates = solvedRates(rateSums(knownBefore(teachers, back, part), horizon), true);
    return old.flatMap(({ values }) => {
      const length = values.length - back;
      const row = rowOf(values.subarray(0, length + horizon), length, part, rates);
      return row === null ? [] : [{ origin, ...row }];
    });
  }).flat();
  return {
    frequent: provedShare(rows.filter(({ isRare }) => !isRare)),
    rare: provedShare(rows.filter(({ isRare }) => isRare)),
  };
}
