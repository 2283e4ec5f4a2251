import { daysPerYear } from "../../calendar/bucket.ts";
import { by } from "../../numeric/order.ts";
import { gathered, type Total } from "../../total.ts";
import type { ReplenishOptions } from "../context.ts";
import { policies } from "../policies/index.ts";
import { classLevels, type Ladder, ladderFrom } from "../service/assortment.ts";
import type { ItemPlan } from "./item-plan.ts";

/** An item that is served together with the others of its class. */
export interface ClassMember {
  readonly item: string;
  /** Items of the same name reach their target together. */
  readonly name: string;
  readonly target: number;
  readonly ladder: Ladder;
}

/** Whom the target of an item holds for. */
const scopeOf = ({ item }: Pick<ItemPlan, "item">, { serviceScope = "item" }: ReplenishOptions) =>
  item.scope ?? serviceScope;

/** The firm's own class of an item where it has a target of its own, else A, B or C. */
export function classOf({ request: { abc, xyz } }: ItemPlan, { serviceByClass }: ReplenishOptions): string {
  return [abc + xyz, abc, xyz].find((name) => serviceByClass[name] !== undefined) ?? abc;
}

/**
 * True where the item may be served better or worse than its class as long as the class reaches its target: a fill
 * rate, levels that are ours and within what was ever seen, a price, demand ahead. An item with a service level of its own keeps it, unless its own
 * row says that it counts in the assortment.
 */
function isFree({ item, request, aim, policy, coverDemand, cut }: ItemPlan): boolean {
  return (
    aim.type === "fill" &&
    (item.serviceLevel === undefined || item.scope === "assortment") &&
    item.unitCost !== undefined &&
    policies[policy].isOurs &&
    request.silence === undefined &&
    cut === undefined &&
    coverDemand > 0
  );
}

/** The item as a member of its class; undefined where it keeps its own target. */
export function classMember(plan: ItemPlan, options: ReplenishOptions): ClassMember | undefined {
  if (scopeOf(plan, options) !== "assortment" || plan.aim.type === "cost" || !isFree(plan)) return undefined;
  const { protection, lotSize, item, coverDemand, coverDays, reviewDays } = plan;
  const { target } = plan.aim;
  const floor = Math.max(0, target - (options.serviceFloorGap ?? usualFloorGap));
  return {
    item: item.item,
    name: `${classOf(plan, options)} ${target}`,
    target,
    ladder: ladderFrom(floor, target, protection, lotSize, {
      unitValue: item.unitCost ?? 0,
      demandPerStep: coverDemand / coverDays,
      reviewsPerYear: daysPerYear / reviewDays,
    }),
  };
}

/** How far a single item may stay below the target of its class. */
const usualFloorGap = 0.1;

/**
 * Reorder points of the members, class by class, in their order; undefined for those of a class too small to be served
 * as a whole, who keep their own.
 */
export function memberLevels(
  members: readonly ClassMember[],
  { leastClassSize = 1 }: Pick<ReplenishOptions, "leastClassSize">,
): (number | undefined)[] {
  const levels: (number | undefined)[] = new Array(members.length).fill(undefined);
  const places = members.map((member, at) => ({ member, at }));
  for (const group of Map.groupBy(places, ({ member }) => member.name).values()) {
    if (group.length < leastClassSize) continue;
    const ladders = group.map(({ member }) => member.ladder);
    for (const [k, level] of classLevels(ladders, group[0].member.target).entries())
      levels[group[k].at] = level;
  }
  return levels;
}

const members = gathered(by<ClassMember>(({ item }) => item));

/** Reorder points of the members of all classes, by item: see {@link memberLevels}. */
export const servedClasses = (
  options: Pick<ReplenishOptions, "leastClassSize">,
): Total<ClassMember, { readonly rows: ClassMember[] }, ReadonlyMap<string, number>> => ({
  ...members,
  finish(sum) {
    const rows = members.finish(sum);
    const levels = memberLevels(rows, options);
    return new Map(
      rows.flatMap(({ item }, k) => (levels[k] === undefined ? [] : [[item, levels[k]] as const])),
    );
  },
});
