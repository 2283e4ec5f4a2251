import { daysOf } from "../calendar/bucket.ts";
import { dayOf } from "../calendar/date.ts";
import type { ItemDemand } from "../demand/item-demand.ts";
import type { Item } from "../item.ts";
import { recentMean, type Takeover } from "../replenish/index.ts";
import type { Run } from "./run.ts";

/** An item that another one takes over from, and from which day on. */
interface Predecessor {
  readonly master: Item;
  readonly demand: ItemDemand;
  readonly day: number;
}

/** What items take over from others at a date of the master data that lies ahead, by item. */
export function takeoversOf(run: Run): (item: string) => Takeover | undefined {
  const { demand, master } = run;
  const today = Math.max(demand.asOf, run.stockDate);
  const demands = new Map(demand.items.map((one) => [one.item, one]));
  const before = new Map<string, Predecessor[]>();
  for (const item of master.values()) {
    const of = demands.get(item.item);
    const day = dayOf(item.successorFrom ?? "");
    if (item.successor === undefined || of === undefined || !(day > today)) continue;
    before.set(item.successor, [...(before.get(item.successor) ?? []), { master: item, demand: of, day }]);
  }
  return (item) => {
    const predecessors = before.get(item);
    const own = demands.get(item);
    if (predecessors === undefined || own === undefined) return undefined;
    const ends = predecessors.map((one) => endOf(one, today, run));
    const joint = recentMean(own.series);
    return {
      from: predecessors.map(({ master: { item: name } }) => name),
      firstDay: Math.min(...ends),
      ownShare: joint > 0 ? Math.min(1, recentMean({ ...own.series, values: own.values }) / joint) : 0,
    };
  };
}

/**
 * First day on which the successor is used: the one of the master data, later where the stock of the old item lasts
 * longer than until the next review.
 */
export function endOf({ master, demand, day }: Predecessor, today: number, { options }: Run): number {
  const perDay = recentMean(demand.series) / daysOf[demand.series.bucket];
  if (!(perDay > 0)) return day;
  const stock = Math.max(0, master.onHand ?? 0) + Math.max(0, master.onOrder ?? 0);
  const left = stock / perDay - (day - today);
  return left > (master.reviewDays ?? options.reviewDays) ? day + Math.floor(left) : day;
}
