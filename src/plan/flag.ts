import { dayOf, isoDate } from "../calendar/date.ts";
import { defined } from "../defined.ts";
import type { ItemDemand } from "../demand/index.ts";
import type { Item } from "../item.ts";
import type { Signal } from "../signal.ts";
import {
  type Cleaned,
  cleaned,
  control,
  type SignalInput,
  trackSignals,
  unitAnswer,
  withinAlarmBudget,
  withoutEndOfLife,
} from "../signals/index.ts";
import type { Workers } from "./input.ts";
import type { Run, RunItem } from "./run.ts";

export interface FlaggedItem extends RunItem {
  /** What the plan prints, and what it acts upon. */
  readonly signals: readonly Signal[];
  readonly acting: readonly Signal[];
  /** The history as the forecast should see it. */
  readonly history: Cleaned;
}

/** Signals found item by item, controlled over the run; what follows from them cleans the history. */
export async function flagItems(
  run: Run,
  items: readonly RunItem[],
  workers: Workers,
): Promise<FlaggedItem[]> {
  const { input, options, demand, before } = run;
  const found = await workers.detectAll(items.map(({ demand, item }) => signalInput(demand, item)));
  const controlled = control(
    found.map((one) => ({ found: one })),
    { fdr: options.fdr },
  );
  const needed = neededAfter(run);
  const tracked = trackSignals(input.answers, isoDate(Math.max(demand.asOf, run.stockDate)));
  const flagged = items.map((one, k) => {
    const { item, series } = one.demand;
    const lasting = needed.has(item) ? withoutEndOfLife(controlled[k]) : controlled[k];
    const events = tracked(series, lasting, before(item)?.signals ?? []);
    const answer = unitAnswer(input.answers, item, events.acting);
    return { ...one, ...events, history: cleaned(series, events.acting, answer) };
  });
  const printed = withinAlarmBudget(
    flagged.map(({ signals }) => signals),
    options.alarmBudget,
    (k) => items[k].item.unitCost !== undefined,
  );
  return flagged.map((one, k) => ({ ...one, signals: printed[k] }));
}

/** Items with a known requirement after as-of. */
const neededAfter = ({ input, demand }: Run): ReadonlySet<string> =>
  new Set(input.requirements.flatMap(({ date, item }) => (dayOf(date) > demand.asOf ? [item] : [])));

/** What the detectors look at. */
function signalInput(one: ItemDemand, { unitCost, currency, unit }: Item): SignalInput {
  // a first bucket that the file begins inside is not part of the series
  const skipped = one.prices.length - one.series.values.length;
  return {
    series: one.series,
    ...defined({ price: unitCost, currency, unit }),
    ...(skipped >= 0 ? { prices: one.prices.subarray(skipped) } : {}),
    lotSized: one.basis === "purchase",
  };
}
