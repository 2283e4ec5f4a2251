import { attempt } from "../attempt.ts";
import { bucketStart } from "../calendar/bucket.ts";
import { dayOf, isoDate } from "../calendar/date.ts";
import { kindRules, type Signal } from "../signal.ts";
import {
  alarmsWithin,
  type Cleaned,
  cleaned,
  controlOf,
  trackSignals,
  unitAnswer,
  withoutEndOfLife,
} from "../signals/index.ts";
import type { Workers } from "./input.ts";
import type { Run, RunItem } from "./run.ts";
import { signalInput } from "./signal-input.ts";

/** An item with its signals, and its history as they leave it. */
export interface FlaggedItem extends RunItem {
  /** What the plan prints, and what it acts upon. */
  readonly signals: readonly Signal[];
  readonly acting: readonly Signal[];
  /** The history as the forecast should see it. */
  readonly history: Cleaned;
  /** True where looking for signals failed: the history stands as it is, and nothing is ordered. */
  readonly signalsFailed?: true;
}

/** Signals found item by item, controlled over the run; what follows from them cleans the history. */
export async function flagItems(
  run: Run,
  items: readonly RunItem[],
  workers: Workers,
): Promise<FlaggedItem[]> {
  const { fdr, alarmBudget, signalLeastChange: leastChange } = run.options;
  const found = await workers.detectAll(items.map(signalInput));
  const controlled = run.adder.addUp("control", controlOf({ fdr, leastChange }), found);
  run.adder.reached("signals");
  const flag = flagging(run);
  const flagged = items.map((one, k): FlaggedItem => {
    const bare = {
      signals: [],
      acting: [],
      history: cleaned(one.demand.series, []),
      signalsFailed: true,
    } as const;
    return found[k]?.failed === true
      ? { ...one, ...bare }
      : attempt(
          () => flag(one, controlled(found[k])),
          () => ({ ...one, ...bare }),
        );
  });
  const alarmed = flagged.map(({ item: { item, unitCost }, signals }) => ({
    item,
    isPriced: unitCost !== undefined,
    signals,
  }));
  const printed = run.adder.addUp("alarms", alarmsWithin(alarmBudget), alarmed);
  return flagged.map((one, k) => ({ ...one, signals: printed(alarmed[k]) }));
}

/** What becomes of an item with the signals that the control over the run left it. */
function flagging(run: Run): (one: RunItem, controlled: Signal[]) => FlaggedItem {
  const { input, demand, before } = run;
  const needed = neededAfter(run);
  const tracked = trackSignals(input.answers, isoDate(Math.max(demand.asOf, run.stockDate)));
  return (one, controlled) => {
    const { item, series } = one.demand;
    const lasting = needed.has(item) ? withoutEndOfLife(controlled) : controlled;
    const events = tracked(series, lasting, before(item)?.signals ?? []);
    const answer = unitAnswer(input.answers, item, events.acting);
    const told = events.signals.filter((signal) => isTold(run, one, signal));
    return { ...one, ...events, signals: told, history: cleaned(series, events.acting, answer) };
  };
}

/**
 * Whether a signal is worth reading: nothing happened to an item before its first line (what it behaves like has a
 * history of its own, and a launch is no event), that a replaced item ends is no riddle, and a least amount is at stake.
 */
function isTold({ options, demand: { asOf } }: Run, { demand, item }: RunItem, signal: Signal): boolean {
  const { series, start } = demand;
  const own = isoDate(bucketStart(start, series.bucket));
  const borrowed = series.start !== undefined && series.start < own;
  const { likeItem, successor, successorFrom } = item;
  if (borrowed && (likeItem !== undefined || signal.at <= own)) return false;
  const replaced = successor !== undefined && (successorFrom === undefined || dayOf(successorFrom) <= asOf);
  const isFall = signal.direction === "down" || !kindRules[signal.kind].directed;
  if (replaced && isFall && signal.state === "open") return false;
  return item.unitCost === undefined || signal.impact >= options.signalLeastImpact;
}

/** Items with a known requirement after as-of. */
const neededAfter = ({ input, demand }: Run): ReadonlySet<string> =>
  new Set(input.requirements.flatMap(({ date, item }) => (dayOf(date) > demand.asOf ? [item] : [])));
