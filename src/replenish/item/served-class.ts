import { daysPerYear } from "../../calendar/bucket.ts";
import { ascending } from "../../numeric/order.ts";
import type { Total } from "../../total.ts";
import type { ReplenishOptions } from "../context.ts";
import { policies } from "../policies/index.ts";
import { classSteps, type Ladder, type LevelLadder, ladderFrom } from "../service/assortment.ts";
import type { ItemPlan } from "./item-plan.ts";

/** An item that is served together with the others of its class. */
export interface ClassMember {
  readonly item: string;
  /** Items of the same name reach their target together. */
  readonly name: string;
  readonly target: number;
  readonly ladder: LevelLadder;
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
  { leastClassSize = 1 }: ClassOptions,
): (number | undefined)[] {
  const all = allMembers([columnsOf(members)]);
  const steps = stepsOfMembers(all, inOrder(all), leastClassSize);
  return members.map(({ ladder }, k) => ladder.levels[steps[k]]);
}

/** @param leastClassSize items that a class must have to be served as a whole */
type ClassOptions = Pick<ReplenishOptions, "leastClassSize">;

/** Members of many classes in columns; the ladder of member k ends at `ends[k]`, where that of the next one begins. */
interface MemberColumns {
  readonly items: readonly string[];
  /** Names and targets of the classes, and which one each member is of. */
  readonly classes: readonly Pick<ClassMember, "name" | "target">[];
  readonly classAt: Uint32Array;
  readonly demandValue: Float64Array;
  readonly asked: Float64Array;
  readonly active: Uint8Array;
  readonly ends: Uint32Array;
  readonly value: Float64Array;
  readonly short: Float64Array;
}

function columnsOf(members: readonly ClassMember[]): MemberColumns {
  const ends = new Uint32Array(members.length);
  let end = 0;
  for (const [k, { ladder }] of members.entries()) ends[k] = end += ladder.count;
  const [value, short] = [new Float64Array(end), new Float64Array(end)];
  for (const [k, { ladder }] of members.entries()) {
    const { from, count } = ladder;
    value.set(ladder.value.subarray(from, from + count), ends[k] - count);
    short.set(ladder.short.subarray(from, from + count), ends[k] - count);
  }
  const classes = [...new Map(members.map(({ name, target }) => [name, { name, target }])).values()];
  const at = new Map(classes.map(({ name }, k) => [name, k]));
  return {
    items: members.map(({ item }) => item),
    classes,
    classAt: Uint32Array.from(members, ({ name }) => at.get(name) ?? 0),
    demandValue: Float64Array.from(members, ({ ladder }) => ladder.demandValue),
    asked: Float64Array.from(members, ({ ladder }) => ladder.asked),
    active: Uint8Array.from(members, ({ ladder }) => Number(ladder.active)),
    ends,
    value,
    short,
  };
}

function ladderAt({ value, short, ends, demandValue, asked, active }: MemberColumns, k: number): Ladder {
  const from = k === 0 ? 0 : ends[k - 1];
  return {
    value,
    short,
    from,
    count: ends[k] - from,
    demandValue: demandValue[k],
    asked: asked[k],
    active: active[k] === 1,
  };
}

/** Members of several parts, counted through. */
interface AllMembers {
  readonly count: number;
  readonly itemOf: (k: number) => string;
  readonly classOf: (k: number) => Pick<ClassMember, "name" | "target">;
  readonly ladderOf: (k: number) => Ladder;
}

function allMembers(parts: readonly MemberColumns[]): AllMembers {
  const count = parts.reduce((sum, { items }) => sum + items.length, 0);
  // the part of each, and where that part begins: no object for each of a million
  const partOf = new Uint32Array(count);
  const from = new Uint32Array(parts.length);
  let end = 0;
  for (const [part, { items }] of parts.entries()) {
    from[part] = end;
    end += items.length;
    partOf.fill(part, from[part], end);
  }
  const placed = <T>(get: (columns: MemberColumns, at: number) => T) => {
    return (k: number): T => get(parts[partOf[k]], k - from[partOf[k]]);
  };
  return {
    count,
    itemOf: placed(({ items }, at) => items[at]),
    classOf: placed(({ classes, classAt }, at) => classes[classAt[at]]),
    ladderOf: placed(ladderAt),
  };
}

/** Numbers of the members, those of the first item by code unit first. */
const inOrder = ({ count, itemOf }: AllMembers): Uint32Array =>
  Uint32Array.from({ length: count }, (_, k) => k).sort((a, b) => ascending(itemOf(a), itemOf(b)));

/** Steps of the members in their ladders; -1 where the class is too small to be served as a whole. */
function stepsOfMembers(members: AllMembers, order: Uint32Array, leastClassSize: number): Int16Array {
  const { count, classOf, ladderOf } = members;
  const steps = new Int16Array(count).fill(-1);
  const targets = new Map<string, number>();
  for (let k = 0; k < count; k++) targets.set(classOf(k).name, classOf(k).target);
  for (const [name, target] of targets) {
    const group = order.filter((k) => classOf(k).name === name);
    if (group.length < leastClassSize) continue;
    const ladders = Array.from(group, ladderOf);
    for (const [k, step] of classSteps(ladders, target).entries()) steps[group[k]] = step;
  }
  return steps;
}

/** Steps of all members by item: items by code unit, one behind the other in one text. */
interface ChosenSteps {
  readonly text: string;
  readonly ends: Uint32Array;
  readonly steps: Int16Array;
}

/** What parts say of their members, and once all have said it, what follows. */
interface ServedSum {
  readonly rows: ClassMember[];
  readonly parts: MemberColumns[];
  readonly chosen?: ChosenSteps;
}

const allParts = ({ rows, parts }: ServedSum): readonly MemberColumns[] =>
  rows.length === 0 ? parts : [...parts, columnsOf(rows)];

function chosenSteps(sum: ServedSum, leastClassSize: number): ChosenSteps {
  const members = allMembers(allParts(sum));
  const order = inOrder(members);
  const steps = stepsOfMembers(members, order, leastClassSize);
  let end = 0;
  return {
    ends: order.map((k) => (end += members.itemOf(k).length)),
    text: Array.from(order, members.itemOf).join(""),
    steps: Int16Array.from(order, (k) => steps[k]),
  };
}

/** The step of an item; -1 where it has none. */
function stepOf({ text, ends, steps }: ChosenSteps, item: string): number {
  let [low, high] = [0, ends.length];
  const nameAt = (k: number) => text.slice(k === 0 ? 0 : ends[k - 1], ends[k]);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (nameAt(middle) < item) low = middle + 1;
    else high = middle;
  }
  return low < ends.length && nameAt(low) === item ? steps[low] : -1;
}

/**
 * Reorder points of the members of all classes: see {@link memberLevels}. Once all parts of a plan have said what theirs
 * are, the steps of their items are all that any of them needs.
 */
export const servedClasses = ({
  leastClassSize = 1,
}: ClassOptions): Total<ClassMember, ServedSum, (member: ClassMember) => number | undefined> => ({
  empty: () => ({ rows: [], parts: [] }),
  add(sum, member) {
    sum.rows.push(member);
  },
  merge(sum, other) {
    for (const part of allParts(other)) sum.parts.push(part);
  },
  condense: (sum) => ({ rows: [], parts: [], chosen: chosenSteps(sum, leastClassSize) }),
  finish(sum) {
    const chosen = sum.chosen ?? chosenSteps(sum, leastClassSize);
    return ({ item, ladder }) => ladder.levels[stepOf(chosen, item)];
  },
});
