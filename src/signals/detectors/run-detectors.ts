import type { SignalKind } from "../../signal.ts";
import type { Candidate } from "../candidate.ts";
import { leaningOfFit } from "../fit/fit.ts";
import type { Leaning } from "../fit/leaning.ts";
import type { Detector, Family, Finding } from "./detector.ts";
import { detectorsOf } from "./index.ts";
import type { View } from "./view.ts";

/** Fewer observed buckets than this are a new item: never alarms. */
const fewest = 12;

/** Share of buckets without demand from which an item counts as intermittent. */
const intermittent = 0.1;

/** How far the errors of a view lean on their predecessors; undefined where demand is too rare to tell. */
export const leaningOfView = (view: View): Leaning | undefined =>
  view.seen.values.length >= fewest && familyOf(view) === "level" ? leaningOfFit(view.fit()) : undefined;

/** Chance of a stretch of zeros, by those elsewhere, below which it is an interruption and no demand that is rare. */
const byChance = 0.01;

/** Zeros of the longest stretch of them that began and ended inside of the values. */
function longestGap(values: Float64Array): number {
  let [longest, run, hasBegun] = [0, 0, false];
  for (const value of values) {
    if (value === 0) {
      if (hasBegun) run++;
      continue;
    }
    longest = Math.max(longest, run);
    [run, hasBegun] = [0, true];
  }
  return longest;
}

/** Which tails the noise of a view has: an item that is asked for in every bucket stays one when it is interrupted once. */
export function familyOf({ seen: { values, zeros } }: View): Family {
  const n = values.length;
  if (zeros < intermittent * n) return "level";
  const gap = longestGap(values);
  const share = (zeros - gap + 0.5) / (n - gap + 1);
  return share < intermittent && n * share ** gap < byChance ? "level" : "count";
}

interface Told {
  readonly detector: Detector;
  readonly finding: Finding;
}

/** A finding as the run judges it: its p-value times the `tests` of its detector. */
export function candidateOf({ rest: _, ...finding }: Finding, { tests }: Pick<Detector, "tests">): Candidate {
  const { leaning } = finding;
  const weighted = Math.min(1, finding.p * tests);
  return { ...finding, weighted, ...(leaning === undefined ? {} : { leaning: { ...leaning, tests } }) };
}

/**
 * Runs the detectors of the view's family in the order of their table. What one explains is taken out of the view for
 * the later ones (a series that ended may then be of the other family); of several findings that are one event the
 * better account is kept. None before the item stopped being new.
 */
export function candidatesIn(whole: View): Candidate[] {
  const told: Told[] = [];
  const done = new Set<SignalKind>();
  let view = whole;
  while (view.seen.values.length >= fewest) {
    const waiting = detectorsOf(familyOf(view)).filter(({ kind }) => !done.has(kind));
    if (waiting.length === 0) break;
    const { detector, findings } = clearest(waiting, view);
    done.add(detector.kind);
    told.push(...findings.map((finding) => ({ detector, finding })));
    view = findings[0]?.rest ?? view;
  }
  const first = whole.seen.bucket[fewest - 1];
  return kept(told).map(({ detector, finding }) => notBefore(candidateOf(finding, detector), first));
}

/** What the next detector finds, or a later one that competes with it and is clearer. */
function clearest([next, ...later]: readonly Detector[], view: View) {
  const own = { detector: next, findings: next.detect(view) };
  if (!next.competes || own.findings.length === 0) return own;
  return later
    .filter(({ competes }) => competes)
    .map((detector) => ({ detector, findings: detector.detect(view) }))
    .reduce((best, one) => (pOf(one.findings) < pOf(best.findings) ? one : best), own);
}

const pOf = (findings: readonly Finding[]): number => findings[0]?.p ?? 1;

/** What is no other account of the same event: others may be better, and what was explained is not found again. */
function kept(told: readonly Told[]): Told[] {
  const explained = told.filter(({ finding }) => finding.rest !== undefined);
  const rivals = told.filter(({ finding }) => finding.rest === undefined);
  return told.filter((one) => {
    const { detector, finding } = one;
    if (finding.rest !== undefined) return true;
    if (explained.some((other) => other.finding.kind === finding.kind)) return false;
    return !rivals.some((other) => other !== one && detector.givesWayTo?.(other.finding, finding));
  });
}

/** A candidate that nobody could see before `first`: until then the item was new. */
function notBefore(candidate: Candidate, first: number): Candidate {
  if (candidate.at >= first) return candidate;
  const late = (of: readonly number[]) => of.map((p, i) => (candidate.at + i < first ? 1 : p));
  const { leaning } = candidate;
  return {
    ...candidate,
    pAsOf: late(candidate.pAsOf),
    ...(leaning === undefined ? {} : { leaning: { ...leaning, pAsOf: late(leaning.pAsOf) } }),
  };
}
