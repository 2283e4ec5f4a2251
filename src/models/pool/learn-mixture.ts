import { by } from "../../numeric/order.ts";
import type { DemandKind } from "../mixture/demand-kind.ts";
import { candidateWeights, type MixtureShares } from "../mixture/mixture.ts";
import { addOutcomeLoss } from "../mixture/mixture-loss.ts";
import { shrunkChoice } from "../mixture/shrunk-choice.ts";
import type { OriginRow } from "./origin-rows.ts";

/** Part of the origins that counts: they overlap, and panels drift. */
const countedOrigins = 0.25;
/** Items below which a kind of demand has no shares of its own. */
const enoughOfKind = 30;
/** Plain distributions that are tried together: those whose third gained most. */
const mostTogether = 3;
/** The models with a third of one plain distribution, by the place of that. */
const firstSteps = candidateWeights.flatMap((weights) => {
  const [models, ...plain] = weights;
  return models > 0.5 && models < 1 ? [{ member: 1 + plain.findIndex((weight) => weight > 0), weights }] : [];
});

/** Losses of a row: of the buckets by all levels and by the far tail, of the nearer and of the farther sum likewise. */
const lossesOfRow = 6;

/** Losses of all rows under weights, one row after the other. */
function lossesOf(rows: readonly OriginRow[], weights: readonly number[]): Float64Array {
  const losses = new Float64Array(rows.length * lossesOfRow);
  rows.forEach(({ buckets, sums, change }, r) => {
    const at = r * lossesOfRow;
    for (const outcomes of buckets) addOutcomeLoss(outcomes, weights, losses, at);
    losses[at] = losses[at] / buckets.length;
    sums.forEach((outcomes, s) => {
      addOutcomeLoss(outcomes, weights, losses, at + 2 * (s + 1));
    });
    for (let i = at; i < at + lossesOfRow; i++) losses[i] = losses[i] / change;
  });
  return losses;
}

/** Which of the losses of a row count for the buckets, for the nearer and for the farther sum. */
const targets: readonly (readonly number[])[] = [[0], [2, 3], [4, 5]];

/** Gain of a first step below which a panel is not asked again. */
const worthAsking = 0.01;

/** Sums of each loss over the rows. */
function totalsOf(losses: Float64Array): Float64Array {
  const sums = new Float64Array(lossesOfRow);
  for (let i = 0; i < losses.length; i++) sums[i % lossesOfRow] += losses[i];
  return sums;
}

/** What each target gains, as a share of its usual loss. */
function gainsOf(losses: Float64Array, usual: Float64Array): number[] {
  const relative = totalsOf(losses).map((loss, i) => loss / usual[i]);
  return targets.map((of) => 1 - of.reduce((sum, i) => sum + relative[i] / of.length, 0));
}

/**
 * Plain distributions worth mixing, by their places, for each target: those of which a third beside the models gained most;
 * undefined where nothing gained enough, as in a panel of clear seasons.
 */
export function promisingMembers(rows: readonly OriginRow[]): readonly (readonly number[])[] | undefined {
  const [alone] = candidateWeights;
  const usual = totalsOf(lossesOf(rows, alone));
  const steps = firstSteps.map(({ member, weights }) => ({
    member,
    gains: gainsOf(lossesOf(rows, weights), usual),
  }));
  if (!steps.some(({ gains }) => gains.some((gain) => gain > worthAsking))) return undefined;
  return targets.map((_, target) =>
    [...steps]
      .sort(
        by(
          ({ gains }) => -gains[target],
          ({ member }) => member,
        ),
      )
      .slice(0, mostTogether)
      .map(({ member }) => member),
  );
}

/** Shares of plain distributions: of the panel, then of each kind of demand that has enough items. */
export function mixtureWeights(
  rows: readonly OriginRow[],
  members: readonly (readonly number[])[],
): MixtureShares["weights"] {
  const [alone] = candidateWeights;
  const tried = candidateWeights.map((weights) => ({
    weights,
    targets: members.map((among) => isMixOf(weights, among)),
  }));
  const tables = tried.map(({ weights, targets: of }) =>
    of.includes(true) ? lossesOf(rows, weights) : null,
  );
  const usual = totalsOf(tables[0] ?? lossesOf(rows, alone)).map((sum) => sum / rows.length);
  const used = targets.flat();
  if (!used.every((i) => usual[i] > 0)) return {};
  const relative = (losses: Float64Array, of: readonly number[]) =>
    Float64Array.from(rows, (_, r) =>
      of.reduce((sum, i) => sum + losses[r * lossesOfRow + i] / usual[i] / of.length, 0),
    );
  const kinds = [...new Set(rows.map(({ kind }) => kind))].sort();
  const byTarget = targets.map((of, target) => {
    const mine = tried.flatMap((one, c) => {
      const table = tables[c];
      return table !== null && one.targets[target]
        ? [{ weights: one.weights, losses: relative(table, of) }]
        : [];
    });
    const candidates = mine.map(({ weights }) => weights);
    const losses = mine.map((one) => one.losses);
    const panel = chosen(rows, candidates, losses, alone, losses[0]);
    const ofPanel = relative(lossesOf(rows, panel), of);
    return kinds.map((kind) => {
      const alike = rows.flatMap((row, r) => (row.kind === kind ? [r] : []));
      if (new Set(alike.map((r) => rows[r].item)).size < enoughOfKind) return panel;
      const part = (all: Float64Array) => Float64Array.from(alike, (r) => all[r]);
      return chosen(
        alike.map((r) => rows[r]),
        candidates,
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

/** Whether weights give shares to the models and to these plain distributions alone. */
const isMixOf = (weights: readonly number[], members: readonly number[]): boolean =>
  weights.every((weight, m) => m === 0 || weight === 0 || members.includes(m));

/** The best weights, as far from the reference as their gain is worth. */
function chosen(
  rows: readonly OriginRow[],
  candidates: readonly (readonly number[])[],
  losses: readonly Float64Array[],
  reference: readonly number[],
  ofReference: Float64Array,
): number[] {
  const origins = Uint8Array.from(rows, ({ origin }) => origin);
  const { best, share } = shrunkChoice({ losses, origins }, ofReference, countedOrigins);
  return reference.map((weight, m) => (1 - share) * weight + share * candidates[best][m]);
}
