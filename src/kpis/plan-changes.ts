import { bucketIndex, bucketStart } from "../calendar/bucket.ts";
import { dayOf, isoDate } from "../calendar/date.ts";
import type { ForecastChange } from "../change.ts";
import { by } from "../numeric/order.ts";
import type { Bucket } from "../series.ts";
import { type Adder, allHere, type Total } from "../total.ts";
import { changeReasons, changesOf, type ItemChange, type Recompute } from "./change-reasons.ts";
import type { RunItem, RunRecord } from "./run-record.ts";
import { mostChanged } from "./stability.ts";
import { largest, type Share } from "./tally.ts";
import { type Prices, pricesOf, stepsWithin, vintagesOfRuns } from "./vintages.ts";

/** A part that the runs cannot tell apart from chance: rounding in result folders. */
const negligible = 1e-6;

/**
 * Where program, method and options are those of the last run, what a second computation cannot repeat comes from
 * what was learned of all items since: from new sales.
 */
function settled(change: ItemChange, last: RunItem, now: RunItem, sameProgram: boolean): ItemChange {
  const parts = { ...change.parts };
  if (sameProgram && last.forecast.model === now.forecast.model) {
    parts["new-sale"] += parts["model-change"];
    parts["model-change"] = 0;
  }
  for (const reason of changeReasons) {
    if (Math.abs(parts[reason]) < negligible * Math.max(1, Math.abs(change.change))) parts[reason] = 0;
  }
  const main = changeReasons.reduce((most, one) =>
    Math.abs(parts[one]) > Math.abs(parts[most]) ? one : most,
  );
  return { ...change, parts, main };
}

/** Share of an item's whole forecast below which it did not move: what was learned of all items shifted a hair. */
const unmoved = 1e-3;

/** The bucket that moved most of those that both forecasts know within `steps` of the newer one. */
function widestMove(
  last: RunItem,
  now: RunItem,
  offset: number,
  bucket: Bucket,
): { h: number; before: number; after: number } {
  const { mean } = now.forecast;
  const steps = Math.min(stepsWithin(now.coverDays, bucket), mean.length, last.forecast.mean.length - offset);
  let best = { h: 0, before: Number.NaN, after: Number.NaN };
  for (let h = 0; h < steps; h++) {
    const before = last.forecast.mean[h + offset];
    const after = mean[h];
    if (!(Math.abs(after - before) <= Math.abs(best.after - best.before))) best = { h, before, after };
  }
  return best;
}

/** An item whose forecast moved, and how far beside others; the change is null where it is hardly one. */
export interface MovedItem extends Share {
  readonly change: ForecastChange | null;
}

/** What moved most of all items. */
export const movedItems: Total<MovedItem, { moved: MovedItem[] }, ForecastChange[]> = {
  empty: () => ({ moved: [] }),
  add(sum, one) {
    sum.moved = largest([...sum.moved, one]);
  },
  merge(sum, { moved }) {
    sum.moved = largest([...sum.moved, ...moved]);
  },
  finish: ({ moved }) =>
    moved
      .flatMap(({ change }) => change ?? [])
      .sort(
        by(
          ({ change }) => -Math.abs(change),
          ({ item }) => item,
        ),
      ),
};

/**
 * What moved the forecasts since the last run: the ten items that drive `cocc`, each computed again step by step
 * (old data and program, corrected data, options, new sales). Empty where no item moved.
 */
export function planChanges(
  last: RunRecord,
  now: RunRecord,
  recompute: Recompute,
  { isCommon }: Prices = pricesOf([last, now]),
  adder: Adder = allHere,
): ForecastChange[] {
  if (last.bucket !== now.bucket) return adder.addUp("changes", movedItems, []);
  const shares = mostChanged(vintagesOfRuns([last, now], isCommon));
  const items = shares.map(({ item }) => item);
  const changes = new Map(changesBetween(last, now, items, recompute).map((one) => [one.item, one]));
  return adder.addUp(
    "changes",
    movedItems,
    shares.map((share) => ({ ...share, change: changes.get(share.item) ?? null })),
  );
}

function changesBetween(
  last: RunRecord,
  now: RunRecord,
  items: readonly string[],
  recompute: Recompute,
): ForecastChange[] {
  const before = new Map(last.items.map((one) => [one.item, one]));
  const after = new Map(now.items.map((one) => [one.item, one]));
  return changesOf(last, now, items, recompute).flatMap((found) => {
    const then = before.get(found.item);
    const one = after.get(found.item);
    if (then === undefined || one === undefined) return [];
    const change = settled(found, then, one, last.version === now.version);
    const first = bucketIndex(dayOf(one.forecast.start), now.bucket);
    const offset = first - bucketIndex(dayOf(then.forecast.start), now.bucket);
    const size = then.forecast.mean.reduce((sum, value) => sum + Math.abs(value), 0);
    if (Math.abs(change.change) <= unmoved * size) return [];
    const widest = widestMove(then, one, offset, now.bucket);
    return [
      {
        item: found.item,
        bucket: isoDate(bucketStart(first + widest.h, now.bucket)),
        before: widest.before,
        after: widest.after,
        change: change.change,
        reason: change.main,
        parts: change.parts,
      },
    ];
  });
}
