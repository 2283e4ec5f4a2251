import type { DemandKind } from "../mixture/demand-kind.ts";
import { type MeanShares, meanCandidates } from "../mixture/mean-shares.ts";
import { shrunkChoice } from "../mixture/shrunk-choice.ts";
import type { OriginRow } from "./origin-rows.ts";

/** Part of the origins that counts: a level that was best for a year may be worst in the next. */
const countedOrigins = 0.25;
const enoughOfKind = 30;

/** Errors of one row under weights: root mean squared over the buckets, and of their sum; the signed sum. */
function errorsOf({ means, actual, change }: OriginRow, weights: readonly number[]) {
  let squares = 0;
  let signed = 0;
  for (let k = 0; k < actual.length; k++) {
    let mean = 0;
    for (let m = 0; m < weights.length; m++) mean += weights[m] * means[m][k];
    squares += (mean - actual[k]) ** 2 / actual.length;
    signed += mean - actual[k];
  }
  return {
    losses: [Math.sqrt(squares) / change, Math.abs(signed) / change],
    signed: signed / change,
  };
}

interface Table {
  /** Relative losses by candidate and row. */
  readonly losses: readonly Float64Array[];
  /** Signed error by candidate and row. */
  readonly signed: readonly Float64Array[];
}

/** Shares of plain means: of the panel, then of each kind of demand with enough items; kinds that seem over have none. */
export function learnMeans(rows: readonly OriginRow[]): MeanShares {
  const living = rows.filter(({ kind }) => kind !== "silent");
  const [alone] = meanCandidates;
  const all = meanCandidates.map((weights) => living.map((row) => errorsOf(row, weights)));
  const usual = [0, 1].map((i) => all[0].reduce((sum, { losses }) => sum + losses[i] / living.length, 0));
  if (!usual.every((loss) => loss > 0)) return {};
  const table: Table = {
    losses: all.map((of) =>
      Float64Array.from(of, ({ losses }) => (losses[0] / usual[0] + losses[1] / usual[1]) / 2),
    ),
    signed: all.map((of) => Float64Array.from(of, ({ signed }) => signed)),
  };
  const everybody = living.map((_, r) => r);
  const panel = chosen(living, table, everybody, alone, table.losses[0]);
  const ofPanel = Float64Array.from(living, (row) => {
    const { losses } = errorsOf(row, panel);
    return (losses[0] / usual[0] + losses[1] / usual[1]) / 2;
  });
  const kinds = [...new Set(living.map(({ kind }) => kind))].sort();
  return Object.fromEntries(
    kinds.map((kind): [DemandKind, number[]] => {
      const mine = everybody.filter((r) => living[r].kind === kind);
      const items = new Set(mine.map((r) => living[r].item)).size;
      return [kind, items < enoughOfKind ? panel : chosen(living, table, mine, panel, ofPanel)];
    }),
  );
}

const demandOf = ({ actual, change }: OriginRow): number =>
  actual.reduce((sum, value) => sum + value, 0) / change;

/** Share of the demand by which bias may grow or pass nothing. */
const bearableBias = 0.01;

/**
 * The best of the candidates, as far from the reference as its gain is worth. Bias may hardly grow or change sides: a root of
 * squares by item leans to low forecasts of rare demand, which a stock cannot.
 */
function chosen(
  rows: readonly OriginRow[],
  { losses, signed }: Table,
  mine: readonly number[],
  reference: readonly number[],
  ofReference: Float64Array,
): number[] {
  const sum = (of: Float64Array) => mine.reduce((total, r) => total + of[r], 0);
  const now = sum(signed[0]);
  const slack = bearableBias * mine.reduce((total, r) => total + demandOf(rows[r]), 0);
  const isFair = (bias: number) => bias >= Math.min(0, now) - slack && bias <= Math.max(0, now) + slack;
  const fair = meanCandidates.flatMap((_, c) => (c === 0 || isFair(sum(signed[c])) ? [c] : []));
  const part = (of: Float64Array) => Float64Array.from(mine, (r) => of[r]);
  const origins = Uint8Array.from(mine, (r) => rows[r].origin);
  const table = { losses: fair.map((c) => part(losses[c])), origins };
  const { best, share } = shrunkChoice(table, part(ofReference), countedOrigins);
  const towards = meanCandidates[fair[best]];
  return reference.map((weight, m) => (1 - share) * weight + share * towards[m]);
}

/** Gain of a first step below which a panel is not asked again. */
const worthAsking = 0.01;

/** Whether a third of any plain mean made the means better. */
export function isMeanPromising(rows: readonly OriginRow[]): boolean {
  const total = (weights: readonly number[]) =>
    rows.reduce((sum, row) => sum + errorsOf(row, weights).losses[0], 0);
  const usual = total(meanCandidates[0]);
  return meanCandidates.some(
    ([models], c) => models > 0.5 && models < 1 && total(meanCandidates[c]) < (1 - worthAsking) * usual,
  );
}
