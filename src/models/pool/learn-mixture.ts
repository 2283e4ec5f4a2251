import type { DemandKind } from "../mixture/demand-kind.ts";
import { candidateWeights, type MixtureShares } from "../mixture/mixture.ts";
import { outcomeLoss } from "../mixture/mixture-loss.ts";
import { shrunkChoice } from "../mixture/shrunk-choice.ts";
import type { OriginRow } from "./origin-rows.ts";

/** Part of the origins that counts: they overlap, and panels drift. */
const countedOrigins = 0.25;
/** Items below which a kind of demand has no shares of its own. */
const enoughOfKind = 30;
/** The models with a third of one plain distribution. */
const firstSteps = candidateWeights.filter(([models]) => models > 0.5 && models < 1);

/** Losses of one row under weights: buckets, nearer sum, farther sum, each by all levels and for sums by the far tail. */
function lossesOf({ buckets, sums, change }: OriginRow, weights: readonly number[]): number[] {
  const ofSums = sums.flatMap((outcomes) => Object.values(outcomeLoss(outcomes, weights)));
  const bucket = buckets.reduce((sum, outcomes) => sum + outcomeLoss(outcomes, weights).whole, 0);
  return [bucket / buckets.length, ...ofSums].map((loss) => loss / change);
}

/** Which of the losses of a row belong to the buckets, to the nearer and to the farther sum. */
const targets: readonly (readonly number[])[] = [[0], [1, 2], [3, 4]];

/** Gain of a first step below which a panel is not asked again. */
const worthAsking = 0.01;

/** Whether any first step away from the models gained something: a panel of clear seasons is not asked again. */
export function isMixturePromising(rows: readonly OriginRow[]): boolean {
  const totals = (weights: readonly number[]) =>
    rows.reduce<readonly number[]>(
      (sums, row) => lossesOf(row, weights).map((loss, i) => loss + (sums[i] ?? 0)),
      [],
    );
  const [alone] = candidateWeights;
  const usual = totals(alone);
  return firstSteps.some((weights) => {
    const relative = totals(weights).map((loss, i) => loss / usual[i]);
    return targets.some((of) => of.reduce((sum, i) => sum + relative[i] / of.length, 0) < 1 - worthAsking);
  });
}

/** Shares of plain distributions: of the panel, then of each kind of demand that has enough items. */
export function mixtureWeights(rows: readonly OriginRow[]): MixtureShares["weights"] {
  const [alone] = candidateWeights;
  const tables = candidateWeights.map((weights) => rows.map((row) => lossesOf(row, weights)));
  const usual = tables[0][0].map((_, i) =>
    tables[0].reduce((sum, losses) => sum + losses[i] / rows.length, 0),
  );
  if (!usual.every((loss) => loss > 0)) return {};
  const relative = (losses: readonly number[], of: readonly number[]) =>
    of.reduce((sum, i) => sum + losses[i] / usual[i] / of.length, 0);
  const kinds = [...new Set(rows.map(({ kind }) => kind))].sort();
  const byTarget = targets.map((of) => {
    const losses = tables.map((table) => Float64Array.from(table, (row) => relative(row, of)));
    const panel = chosen(rows, losses, alone, losses[0]);
    const ofPanel = Float64Array.from(rows, (row) => relative(lossesOf(row, panel), of));
    return kinds.map((kind) => {
      const mine = rows.flatMap((row, r) => (row.kind === kind ? [r] : []));
      if (new Set(mine.map((r) => rows[r].item)).size < enoughOfKind) return panel;
      const part = (all: Float64Array) => Float64Array.from(mine, (r) => all[r]);
      return chosen(
        mine.map((r) => rows[r]),
        losses.map(part),
        panel,
        part(ofPanel),
      );
    });
  });
  return Object.fromEntries(
    kinds.map((kind, i): [DemandKind, number[][]] => [kind, byTarget.map((weights) => weights[i])]),
  );
}

/** The best weights, as far from the reference as their gain is worth. */
function chosen(
  rows: readonly OriginRow[],
  losses: readonly Float64Array[],
  reference: readonly number[],
  ofReference: Float64Array,
): number[] {
  const origins = Uint8Array.from(rows, ({ origin }) => origin);
  const { best, share } = shrunkChoice({ losses, origins }, ofReference, countedOrigins);
  return reference.map((weight, m) => (1 - share) * weight + share * candidateWeights[best][m]);
}
