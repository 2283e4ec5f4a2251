import type { ItemDemand } from "../../demand/index.ts";
import type { Item } from "../../item.ts";
import { hashText } from "../../numeric/hash.ts";
import { by } from "../../numeric/order.ts";
import { isShared, orderedFrom } from "../../replenish/index.ts";
import type { PlanInput } from "../input.ts";
import type { PlanOptions } from "../options.ts";
import { runOf } from "../run.ts";

/** The items of one part of a plan and all rows that are about them; what is the same for all parts is elsewhere. */
export type PlanPart = Pick<PlanInput, "items" | "openOrders" | "requirements" | "decisions" | "issues"> & {
  readonly demand: readonly ItemDemand[];
  /** What the order lines say of these items. */
  readonly found: PlanInput["issues"];
  /** The last run of these items, where there was one. */
  readonly previous: readonly NonNullable<ReturnType<NonNullable<PlanInput["previous"]>>>["items"][number][];
};

/** What all parts of a plan have in common. */
export type PlanHead = Omit<PlanInput, "takeLines" | "made" | "previous" | keyof PlanPart> & {
  readonly options: PlanOptions;
  /** The decisions of all parts. */
  readonly handled: PlanInput["decisions"];
  readonly stockDate: number;
  readonly axis: Omit<NonNullable<PlanInput["made"]>["demand"], "items" | "issues">;
  readonly previous: ReturnType<NonNullable<PlanInput["previous"]>>;
  /** What is said of more than one item, by the files and by the order lines. */
  readonly issues: PlanInput["issues"];
  readonly found: PlanInput["issues"];
};

/** Items of a part where nobody says how many parts there are: one that works on them stays below 256 MB. */
const usualItems = 600;

/** Names that stay together, each under one of them. */
function grouped(pairs: Iterable<readonly [string, string]>): (name: string) => string {
  const above = new Map<string, string>();
  const top = (name: string): string => {
    let at = name;
    for (let next = above.get(at); next !== undefined; next = above.get(at)) at = next;
    // the way is shorter for the next who asks
    if (at !== name) above.set(name, at);
    return at;
  };
  for (const [a, b] of pairs) {
    const [one, other] = [top(a), top(b)];
    if (one !== other) above.set(other, one);
  }
  return top;
}

const itemName = (item: string) => `item ${item}`;

/** What keeps items in one part: those of one supplier are ordered together, a successor takes over from another. */
function* ties(items: Iterable<Item>): Generator<readonly [string, string]> {
  for (const item of items) {
    for (const source of isShared(item) ? [item, ...(item.sources ?? [])] : [item]) {
      const order = orderedFrom(source);
      if (order !== undefined) yield [`order ${order}`, itemName(item.item)];
    }
    if (item.successor !== undefined) yield [itemName(item.successor), itemName(item.item)];
  }
}

/** The part of every group: the largest groups first, each to the part that has least. */
function placed(sizes: ReadonlyMap<string, number>, count: number): ReadonlyMap<string, number> {
  const held = new Float64Array(count);
  const order = [...sizes].sort(
    by(
      ([, size]) => -size,
      ([group]) => group,
    ),
  );
  return new Map(
    order.map(([group, size]) => {
      const part = held.indexOf(Math.min(...held));
      held[part] += size;
      return [group, part];
    }),
  );
}

/**
 * Cuts what a plan is made from into parts that can be planned apart, wherever: order lines become demand, and the rows
 * of every item go to the part of its supplier. How many parts there are, and what lies where, changes nothing of the plan.
 */
export function cutPlan(
  input: PlanInput,
  options: PlanOptions,
  asked?: number,
): { head: PlanHead; parts: PlanPart[] } {
  const { items: runItems, demand, stockDate, previous } = runOf(input, options);
  const groupOf = grouped(ties(runItems.map(({ item }) => item)));
  const groups = new Map(runItems.map(({ item }) => [item.item, groupOf(itemName(item.item))]));
  const sizes = new Map<string, number>();
  for (const group of groups.values()) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  const count = asked ?? Math.max(1, Math.ceil(runItems.length / usualItems));
  const places = placed(sizes, count);
  const partOf = (item: string) => places.get(groups.get(item) ?? "") ?? hashText(item) % count;
  const byPart = <T extends { readonly item?: string }>(rows: readonly T[]) =>
    Map.groupBy(rows, ({ item }) => (item === undefined ? -1 : partOf(item)));
  const {
    takeLines: _,
    previous: __,
    made: ___,
    items,
    openOrders,
    requirements,
    decisions,
    issues,
    ...rest
  } = input;
  const { items: demands, issues: found, ...axis } = demand;
  const rows = {
    demand: byPart(demands),
    items: byPart(items),
    openOrders: byPart(openOrders),
    requirements: byPart(requirements),
    decisions: byPart(decisions),
    issues: byPart(issues),
    found: byPart(found),
    previous: byPart(previous?.items ?? []),
  };
  const part = (k: number): PlanPart => ({
    demand: rows.demand.get(k) ?? [],
    items: rows.items.get(k) ?? [],
    openOrders: rows.openOrders.get(k) ?? [],
    requirements: rows.requirements.get(k) ?? [],
    decisions: rows.decisions.get(k) ?? [],
    issues: rows.issues.get(k) ?? [],
    found: rows.found.get(k) ?? [],
    previous: rows.previous.get(k) ?? [],
  });
  const head: PlanHead = {
    ...rest,
    options,
    handled: decisions,
    stockDate,
    axis,
    previous: previous === undefined ? undefined : { ...previous, items: [] },
    issues: rows.issues.get(-1) ?? [],
    found: rows.found.get(-1) ?? [],
  };
  return { head, parts: Array.from({ length: count }, (_, k) => part(k)) };
}

/** A part of a plan as `plan` takes it. */
export function partInput(head: PlanHead, part: PlanPart): PlanInput {
  const { options: _, stockDate, axis, previous, found: __, ...rest } = head;
  const { demand, found, previous: last, ...rows } = part;
  return {
    ...rest,
    ...rows,
    takeLines: () => {
      throw new Error("the order lines of a part were read when it was cut");
    },
    made: { demand: { ...axis, items: demand, issues: found }, stockDate },
    ...(previous === undefined ? {} : { previous: () => ({ ...previous, items: last }) }),
  };
}
