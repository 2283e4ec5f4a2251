import { bucketIndex } from "../calendar/bucket.ts";
import { dayOf } from "../calendar/date.ts";
import { defined } from "../defined.ts";
import { naiveDemandAt } from "../evaluate/naive.ts";
import type { Decision } from "../item.ts";
import type { OverrideCell } from "./overrides.ts";
import type { RunRecord } from "./run-record.ts";
import { stepsWithin } from "./vintages.ts";

/**
 * What planners' decisions on the last run's suggestions meant as forecasts, beside what came: a changed order
 * quantity says that demand within lead time + review will be higher or lower by the difference, in equal parts a
 * bucket. In money where every item has a price in one currency. A cell is an item over those of its buckets that have come true.
 */
export function overrideCells(
  last: RunRecord,
  now: RunRecord,
  decisions: readonly Decision[],
  priced: boolean,
): OverrideCell[] {
  const before = new Map(last.items.map((one) => [one.item, one]));
  const after = new Map(now.items.map((one) => [one.item, one]));
  const decided = new Map(decisions.map((one) => [one.item, one]));
  return [...decided.values()].flatMap((decision): OverrideCell[] => {
    const { item, action, quantity, reason, by } = decision;
    const then = before.get(item);
    const one = after.get(item);
    if (then === undefined || one === undefined || then.suggestion === null || action === "reject") return [];
    const origin = bucketIndex(dayOf(then.forecast.start), last.bucket);
    const start = bucketIndex(dayOf(one.history.start), now.bucket);
    const steps = Math.min(stepsWithin(then.coverDays, last.bucket), then.forecast.mean.length);
    let [statistical, naive, actual, known] = [0, 0, 0, 0];
    for (let h = 0; h < steps; h++) {
      const value = one.history.values[origin + h - start];
      if (value === undefined || Number.isNaN(value)) continue;
      known++;
      actual += value;
      statistical += then.forecast.mean[h];
      naive += naiveDemandAt(one.history.values, origin - start, origin + h - start, one.period);
    }
    if (known === 0) return [];
    const worth = priced ? (one.unitCost ?? 1) : 1;
    const difference = ((quantity ?? then.suggestion.quantity) - then.suggestion.quantity) * (known / steps);
    const changed = action === "change" || difference !== 0;
    const override = Math.max(0, statistical + difference);
    return [
      {
        item,
        ...defined({ group: one.group, reason, by }),
        naive: worth * naive,
        statistical: worth * statistical,
        ...(changed ? { override: worth * override } : {}),
        final: worth * (changed ? override : statistical),
        actual: worth * actual,
      },
    ];
  });
}
