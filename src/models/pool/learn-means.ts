import type { DemandKind } from "../mixture/demand-kind.ts";
import { type MeanShares, meanCandidates } from "../mixture/mean-shares.ts";
import { shrunkChoice } from "../mixture/shrunk-choice.ts";
import type { OriginRow } from "./origin-rows.ts";

/** Part of the origins that counts: a level that was best for a year may be worst in the next. */
const countedOrigins = 0.25;
/** Items below which a kind of demand has no shares of its own. */
const enoughOfKind = 30;

/**
 * Errors of one row under weights, of the buckets and of their sum. Squares, for the mean has the least of them: roots by
 * item, or absolute errors, lean to low forecasts of rare demand, which a stock cannot.
 */
function errorsOf({ means, actual, change }: OriginRow, weights: readonly number[]): [number, number] {
  let squares = 0;
  let signed = 0;
  for (let k = 0; k < actual.length; k++) {
    let mean = 0;
    for (let m = 0; m < weights.length; m++) mean += weights[m] * means[m][k];
    squares += (mean - actual[k]) ** 2 / actual.length;
    signed += mean - actual[k];
  }
  return [squares / change ** 2, (signed / change) ** 2];
}

/** Shares of plain means: of the panel, then of each kind of demand with enough items; kinds that seem over have none. */
export function learnMeans(rows: readonly OriginRow[]): MeanShares {
  const living = rows.filter(({ kind }) => kind !== "silent");
  const [alone] = meanCandidates;
  const usual = [0, 1].map(
    (i) => living.reduce((sum, row) => sum + errorsOf(row, alone)[i], 0) / living.length,
  );
  if (!usual.every((loss) => loss > 0)) return {};
  const under = (weights: readonly number[]) =>
    Float64Array.from(living, (row) => {
      const [buckets, sum] = errorsOf(row, weights);
      return (buckets / usual[0] + sum / usual[1]) / 2;
    });
  const losses = meanCandidates.map(under);
  const origins = Uint8Array.from(living, ({ origin }) => origin);
  const panel = chosen({ losses, origins }, alone, losses[0]);
  const ofPanel = under(panel);
  const kinds = [...new Set(living.map(({ kind }) => kind))].sort();
  return Object.fromEntries(
    kinds.map((kind): [DemandKind, readonly number[]] => {
      const mine = living.flatMap((row, r) => (row.kind === kind ? [r] : []));
      if (new Set(mine.map((r) => living[r].item)).size < enoughOfKind) return [kind, panel];
      const part = (of: Float64Array) => Float64Array.from(mine, (r) => of[r]);
      const table = { losses: losses.map(part), origins: Uint8Array.from(mine, (r) => origins[r]) };
      return [kind, chosen(table, panel, part(ofPanel))];
    }),
  );
}

/** The best of the candidates, as far from the reference as its gain is worth. */
function chosen(
  table: { readonly losses: readonly Float64Array[]; readonly origins: Uint8Array },
  reference: readonly number[],
  ofReference: Float64Array,
): number[] {
  const { best, share } = shrunkChoice(table, ofReference, countedOrigins);
  return reference.map((weight, m) => (1 - share) * weight + share * meanCandidates[best][m]);
}

/** Gain of a first step below which a panel is not asked again, and gain from which its shares have their full say. */
const worthAsking = 0.01;
const clear = 0.02;

/**
 * How far a third of the plain mean that gained most made the means better: 0 below what is worth asking, 1 where it is
 * clear, and in between so that a panel on the edge does not change its mind with every bucket.
 */
export function meanPromise(rows: readonly OriginRow[]): number {
  const total = (weights: readonly number[]) => rows.reduce((sum, row) => sum + errorsOf(row, weights)[0], 0);
  const [alone, ...others] = meanCandidates;
  const usual = total(alone);
  const least = others.reduce(
    (least, weights) => (weights[0] > 0.5 ? Math.min(least, total(weights)) : least),
    usual,
  );
  const gain = usual > 0 ? 1 - least / usual : 0;
  return Math.min(1, Math.max(0, (gain - worthAsking) / (clear - worthAsking)));
}

/** Shares that go only so far from the models alone. */
export const cautious = (shares: MeanShares, promise: number): MeanShares =>
  Object.fromEntries(
    Object.entries(shares).map(([kind, weights]) => [
      kind,
      weights.map((weight, m) => promise * weight + (1 - promise) * meanCandidates[0][m]),
    ]),
  );
