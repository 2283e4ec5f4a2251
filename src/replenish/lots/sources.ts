import { daysPerYear } from "../../calendar/bucket.ts";
import { isoDate } from "../../calendar/date.ts";
import type { Issue } from "../../issue.ts";
import type { Item } from "../../item.ts";
import { by } from "../../numeric/order.ts";
import { unitPriceOf } from "./lot.ts";
import { roundUp } from "./rounding.ts";

/** Fields that belong to the item wherever it is bought; all others come from the chosen source. */
const ofTheSource = [
  "supplier",
  "supplierItem",
  "purchaseUnit",
  "unitsPerPurchaseUnit",
  "leadTimeDays",
  "leadTimeSdDays",
  "minimumOrder",
  "packSize",
  "unitCost",
  "priceBreaks",
  "currency",
  "orderCost",
  "share",
  "file",
  "row",
] as const satisfies readonly (keyof Item)[];

/** True for sources of which a lead time is known: of another one nobody can say when it delivers. */
export const isUsable = (source: Item) => source.leadTimeDays !== undefined && source.leadTimeDays >= 0;

/** What sources are compared with. */
export interface SourceTerms {
  readonly demandPerYear: number;
  readonly holdingRatePerYear: number;
  /** Cost of one order line. */
  readonly orderCost: number;
  /** Share of items a year whose demand ends; absent: a tenth. */
  readonly endRate?: number;
  /** Exchange rates into the currency of the plan. */
  readonly rates?: Readonly<Record<string, number>>;
}

/** When what a source delivers can be used. */
export interface Arrivals {
  /** Day number, ordered today. */
  readonly now: number;
  /** Days by which a shutdown delays that. */
  readonly delay: number;
  /** Days until what is ordered at the next review is there, without a shutdown. */
  readonly cycle: number;
  /** The same with all that shutdowns add. */
  readonly next: number;
}

/** Share of the demand of the lead time that a source's distance adds to the stock, as safety. */
const safetyShare = 0.5;

/**
 * Cost of a year from one source, in its currency: what is bought, ordered and held, where half a lot lies on the shelf and more safety
 * stock for a longer way, and the risk that what is bought is no longer wanted before it is used up.
 */
export function yearlyCost(source: Item, terms: SourceTerms): number {
  const { demandPerYear, endRate = 0.1 } = terms;
  const { minimumOrder = 0, packSize = 0, leadTimeDays = 0 } = source;
  const usual = Math.max(minimumOrder, demandPerYear / 12);
  const lot = packSize > 0 ? roundUp(usual, packSize) : usual;
  const price = unitPriceOf(source, lot);
  if (price === undefined || !(price > 0)) return Number.POSITIVE_INFINITY;
  const rate = (source.holdingRatePerYear ?? terms.holdingRatePerYear) + endRate;
  const held = lot / 2 + safetyShare * demandPerYear * (leadTimeDays / daysPerYear);
  const orders = lot > 0 ? demandPerYear / lot : 0;
  return price * demandPerYear + rate * price * held + (source.orderCost ?? terms.orderCost) * orders;
}

/** True for sources that are to get a share of the orders. */
export const hasShare = ({ share = 0 }: Item) => share > 0;

/** True where several sources share the orders of an item. */
export const isShared = (item: Item): boolean => [item, ...(item.sources ?? [])].filter(hasShare).length > 1;

/** The source of an item that a supplier is; undefined where he is none. */
export const sourceOf = (item: Item, supplier: string | undefined): Item | undefined =>
  supplier === undefined
    ? undefined
    : [item, ...(item.sources ?? [])].find((source) => source.supplier === supplier);

/** The source with the largest share, where several have one. */
function largestShare(sources: readonly Item[]): Item | undefined {
  const shared = sources.filter(hasShare).sort(
    by(
      ({ share = 0 }) => -share,
      ({ supplier = "" }) => supplier,
    ),
  );
  return shared.length > 1 ? shared[0] : undefined;
}

/** How the costs of sources compare: in one currency; undefined where rates are missing for that. */
export function comparedBy(
  sources: readonly Item[],
  terms: SourceTerms,
): ((source: Item) => number) | undefined {
  const { rates = {} } = terms;
  const priced = sources.filter((source) => yearlyCost(source, terms) < Number.POSITIVE_INFINITY);
  if (priced.length === 0) return undefined;
  const currencies = new Set(priced.map(({ currency = "" }) => currency));
  const unrated = [...currencies].filter((currency) => currency !== "" && rates[currency] === undefined);
  // one currency alone needs no rate; beside others that have one it is that of the plan
  if (unrated.length > 1) return undefined;
  const isOne = currencies.size === 1;
  return (source) => {
    const rate = isOne ? 1 : (rates[source.currency ?? ""] ?? 1);
    return yearlyCost(source, terms) * rate;
  };
}

/**
 * Sources that a shutdown delays by more than their own lead time and review, and by more than another one needs that
 * is ordered at the next review: nobody waits for them, or fills their closed time at once. None where sources share
 * the item.
 */
export function shutSources(
  item: Item,
  sources: readonly Item[],
  arrivalsOf: (source: Item) => Arrivals,
): ReadonlySet<Item> {
  if (sources.length < 2 || isShared(item)) return new Set();
  const arrivals = sources.map(arrivalsOf);
  const soonest = Math.min(...arrivals.map(({ next }) => next));
  return new Set(sources.filter((_, k) => arrivals[k].delay > Math.max(arrivals[k].cycle, soonest)));
}

/** The preferred of some sources, else that of the least cost of a year, or the nearest. */
function bestOf(sources: readonly Item[], terms: SourceTerms): Item | undefined {
  const preferred = largestShare(sources) ?? sources.find((source) => source.preferred === true);
  if (preferred !== undefined) return preferred;
  const costOf = comparedBy(sources, terms);
  return [...sources].sort(
    by(
      (source) => costOf?.(source) ?? 0,
      ({ leadTimeDays = 0 }) => leadTimeDays,
      ({ supplier = "" }) => supplier,
    ),
  )[0];
}

/**
 * The item as its best source delivers it: that of the largest share, where several share it, the preferred one, else
 * that of the least cost of a year, or the nearest where no costs can be compared (reported). One that is shut for long
 * is passed over (reported). The others stay in its `sources`.
 */
export function chosenSource(
  item: Item,
  terms: SourceTerms,
  arrivalsOf: (source: Item) => Arrivals,
  issues: Issue[],
): Item {
  if (item.sources === undefined || item.sources.length === 0) return item;
  if (item.preferred === true && !isUsable(item)) return item;
  const all = [item, ...item.sources].filter(isUsable);
  const shut = shutSources(item, all, arrivalsOf);
  const usual = bestOf(all, terms);
  const source =
    shut.size === 0
      ? usual
      : bestOf(
          all.filter((one) => !shut.has(one)),
          terms,
        );
  if (source === undefined || usual === undefined) return item;
  if (source !== usual) {
    const { supplier } = usual;
    const on = isoDate(arrivalsOf(usual).now);
    issues.push({
      code: "source-closed",
      severity: "info",
      item: item.item,
      supplier,
      on,
      instead: source.supplier,
    });
  } else if (source.preferred !== true && !isShared(item)) issues.push(choiceIssue(item, source, all, terms));
  return source === item ? item : asFrom(item, source);
}

/** What is said of a source that nobody prefers. */
function choiceIssue(item: Item, source: Item, all: readonly Item[], terms: SourceTerms): Issue {
  const said = { item: item.item, supplier: source.supplier, sources: all.length };
  if (all.length > 1 && comparedBy(all, terms) === undefined) {
    const currencies = new Set(all.flatMap(({ unitCost, currency }) => (unitCost ? (currency ?? []) : [])));
    const text = [...currencies].sort().join(", ");
    return { code: "sources-not-comparable", severity: "warning", ...said, text };
  }
  const usual = Math.max(source.minimumOrder ?? 0, terms.demandPerYear / 12);
  const price = unitPriceOf(source, usual) ?? Number.POSITIVE_INFINITY;
  return { code: "source-chosen", severity: "info", ...said, price };
}

/** An item as one of its sources delivers it; the one that it was is among its sources. */
function asFrom(item: Item, source: Item): Item {
  const kept = Object.fromEntries(
    Object.entries(item).filter(([field]) => !(ofTheSource as readonly string[]).includes(field)),
  );
  const own = Object.fromEntries(
    ofTheSource.filter((field) => source[field] !== undefined).map((field) => [field, source[field]]),
  );
  const { sources = [], ...first } = item;
  return {
    ...kept,
    ...own,
    item: item.item,
    sources: [first, ...sources.filter((one) => one !== source)],
  };
}
