import { defined } from "../../defined.ts";
import type { Candidate, Candidates } from "../candidate.ts";
import { amongLeanings, type Leaning } from "../fit/leaning.ts";

/** Leanings of the items of a run, counted in steps, and how well each is known. */
export interface LeaningCounts {
  readonly rho: number[];
  readonly error: number[];
}

/** How far errors lean in this panel: mean over its items, and how much they differ. */
export interface PanelLeaning {
  readonly mean: number;
  readonly spread: number;
}

/** Width of a step. */
const step = 0.02;
const steps = Math.round(1 / step);
/** Items below which a panel says nothing of its next item. */
const enough = 50;
/** Items never lean alike more than this. */
const leastSpread = 0.05;
/** Distance of the quartiles of a normal distribution in standard deviations. */
const quartiles = 1.349;

export const noLeanings = (): LeaningCounts => ({
  rho: new Array<number>(2 * steps + 1).fill(0),
  error: new Array<number>(steps + 1).fill(0),
});

const placeOf = (value: number): number => Math.round(Math.min(1, Math.max(-1, value)) / step);

/** Counts one more item, in place. */
export function addLeaning({ rho, error }: LeaningCounts, one: Leaning): void {
  rho[placeOf(one.rho) + steps]++;
  error[Math.max(0, placeOf(one.error))]++;
}

/** Adds the counts of other items, in place. */
export function mergeLeanings(sum: LeaningCounts, other: LeaningCounts): void {
  other.rho.forEach((count, i) => {
    sum.rho[i] += count;
  });
  other.error.forEach((count, i) => {
    sum.error[i] += count;
  });
}

/** Value that a share of what was counted does not exceed. */
function quantileOf(counts: readonly number[], share: number): number {
  const total = counts.reduce((sum, count) => sum + count, 0);
  let below = 0;
  const place = counts.findIndex((count) => {
    below += count;
    return below >= share * total;
  });
  return (place - steps) * step;
}

/**
 * What the items of a run say together of how far errors lean: its median, and a spread beyond what their own errors explain
 * (by quartiles, so that items with changes do not count); undefined of few items.
 */
export function panelLeaning({ rho, error }: LeaningCounts): PanelLeaning | undefined {
  const count = error.reduce((sum, one) => sum + one, 0);
  if (count < enough) return undefined;
  const own = error.reduce((sum, one, i) => sum + one * (i * step) ** 2, 0) / count;
  const whole = ((quantileOf(rho, 0.75) - quantileOf(rho, 0.25)) / quartiles) ** 2;
  return { mean: quantileOf(rho, 0.5), spread: Math.sqrt(Math.max(leastSpread ** 2, whole - own)) };
}

/** What an item and its panel say together of its leaning (normal by normal, as empirical Bayes has it; Efron 2010). */
function drawnToPanel({ rho, error }: Leaning, panel: PanelLeaning): Leaning {
  const { mean, spread } = panel;
  const own = spread ** 2 / (spread ** 2 + error ** 2);
  return { rho: own * rho + (1 - own) * mean, error: error * Math.sqrt(own) };
}

/** What the p-values of an item rest on where some of them depend on how far errors lean in the whole panel. */
export interface Leant extends Pick<Candidates, "leaning"> {
  readonly candidates: readonly Pick<Candidate, "weighted" | "leaning">[];
}

/** No more of an item than its p-values rest on. */
export const leant = ({ leaning, candidates }: Candidates): Leant => ({
  ...defined({ leaning }),
  candidates: candidates.map((one) => ({ weighted: one.weighted, ...defined({ leaning: one.leaning }) })),
});

/** A candidate with the p-values that the leaning of its item, drawn to that of its panel, leaves of it. */
export function settled<C extends Pick<Candidate, "weighted" | "leaning">>(
  candidate: C,
  own: Leaning | undefined,
  panel: PanelLeaning | undefined,
): C {
  const { leaning } = candidate;
  if (leaning === undefined || own === undefined || panel === undefined) return candidate;
  const least = amongLeanings(leaning.least, drawnToPanel(own, panel));
  const p = Math.max(leaning.p, least);
  return {
    ...candidate,
    p,
    pAsOf: leaning.pAsOf.map((one) => Math.max(one, least)),
    weighted: Math.min(1, p * leaning.tests),
  };
}

/** Candidates of one item with the p-values that a whole run leaves of them. @example withinRun(run)(run[0]) */
export function withinRun(run: readonly Candidates[]): (found: Candidates) => Candidate[] {
  const counts = noLeanings();
  for (const { leaning } of run) if (leaning !== undefined) addLeaning(counts, leaning);
  const panel = panelLeaning(counts);
  return (found) => found.candidates.map((candidate) => settled(candidate, found.leaning, panel));
}
