import { bucketsPerYear } from "../../calendar/bucket.ts";
import { kindRules, type Signal } from "../../signal.ts";
import type { Candidate, Candidates } from "../candidate.ts";
import { longestEvent } from "../fit/scan-pulse.ts";

/** A candidate that the run lets pass, with the p-value that it passed with. */
interface Passed {
  readonly candidate: Candidate;
  readonly p: number;
}

/** By how much the end of a change that passed may miss its beginning. */
const nearlyBack = Math.log(1.4);
/** Buckets at the end whose events are still open, and those that a new level needs to be one. */
const open = 2;
const settledAfter = 4;

const isLevel = ({ kind }: Candidate): boolean => kind === "level-shift" || kind === "unit-change";
/** What a bad or good time alone makes look like. */
const isPartOfEvent = ({ kind }: Candidate): boolean => kindRules[kind].ofBadTimes === true;
const isSingle = ({ kind }: Candidate): boolean => kindRules[kind].single === true;

/** What is left of the candidates below a least change, and the smallest p-value of them. */
export function material(found: Candidates, leastChange: number): Candidates {
  const candidates = found.candidates.filter(({ size, change = size }) => Math.abs(change) >= leastChange);
  if (candidates.length === found.candidates.length) return found;
  return {
    ...found,
    candidates,
    p: candidates.reduce((least, { weighted }) => Math.min(least, weighted), 1),
  };
}

/** Two findings as one event that passed: it goes the way of `first`. */
function asPassing(first: Passed, last: Passed, until: number): Passed {
  const { candidate } = first;
  return {
    candidate: { ...candidate, kind: "passing", until },
    p: Math.min(first.p, last.p),
  };
}

/** How long a series is. */
type Span = Pick<Candidates, "length" | "bucket">;

/** The one event that two findings are together; undefined where they are two. */
function together(a: Passed, b: Passed, { length, bucket }: Span): Passed | undefined {
  const [one, two] = [a.candidate, b.candidate];
  if (
    one.direction === two.direction ||
    two.at <= one.at ||
    two.at - one.at > longestEvent(bucketsPerYear[bucket])
  )
    return undefined;
  const net = Math.log(Math.max(1e-9, (1 + one.size) * (1 + two.size)));
  if (one.kind === "level-shift" && two.kind === "level-shift" && Math.abs(net) < nearlyBack)
    return asPassing(a, b, two.at - 1);
  const isNew = length - two.at <= open;
  if (!isNew || !isSingle(two)) return undefined;
  if (one.kind === "level-shift" && two.at - one.at < settledAfter) return asPassing(a, b, two.at);
  return isSingle(one) && length - one.at <= open
    ? asPassing(
        Math.abs(Math.log1p(one.size)) < Math.abs(Math.log1p(two.size))
          ? { ...b, candidate: { ...two, at: one.at } }
          : a,
        b,
        two.at,
      )
    : undefined;
}

/** True where a finding is no news beside another: the same bucket the other way, or inside of what passed. */
function isCovered({ candidate: own, p }: Passed, { candidate: other, p: otherP }: Passed): boolean {
  if (other.kind === "passing" && isPartOfEvent(own)) {
    return own.at >= other.at - 1 && own.at <= (other.until ?? other.at) + 1;
  }
  if (!isLevel(own) || !isLevel(other) || Math.abs(own.at - other.at) > 1) return false;
  if (own.direction === other.direction) return other.kind === "unit-change" && own.kind !== "unit-change";
  return otherP < p || (otherP === p && other.kind === "unit-change" && own.kind !== "unit-change");
}

/**
 * The findings of an item as one account: what went up and came back is one event that passed, the same bucket is told
 * once, and a bad month inside of a bad time is no peak or dip of its own.
 */
export function reconciled(found: readonly Passed[], series: Span): Passed[] {
  let left = [...found].sort((a, b) => a.candidate.at - b.candidate.at || a.p - b.p);
  for (let i = 0; i < left.length; i++) {
    for (let j = i + 1; j < left.length; j++) {
      const one = together(left[i], left[j], series);
      if (one === undefined) continue;
      left = [...left.slice(0, i), one, ...left.slice(i + 1, j), ...left.slice(j + 1)];
      break;
    }
  }
  return left.filter((own) => !left.some((other) => other !== own && isCovered(own, other)));
}

/** At most one direction is open: an older event that the newest one contradicts is past. */
export function oneDirection(signals: readonly Signal[]): Signal[] {
  const asks = signals.filter(({ kind, state }) => state === "open" && kindRules[kind].directed);
  const newest = asks.reduce<Signal | undefined>(
    (best, one) =>
      best === undefined || one.at > best.at || (one.at === best.at && one.p < best.p) ? one : best,
    undefined,
  );
  if (newest === undefined) return [...signals];
  return signals.map((one) =>
    asks.includes(one) && one.direction !== newest.direction ? { ...one, state: "past" } : one,
  );
}
