import type { WorkCalendar } from "../calendar/work-days.ts";
import type { Forecast } from "../forecast.ts";
import type { FailedStage, Issue } from "../issue.ts";
import type { Decision, Item, OpenOrder, Requirement, ServiceScope, ServiceType, Supplier } from "../item.ts";
import type { IsoDate } from "../order.ts";
import type { Bucket, DemandClass } from "../series.ts";
import type { Basket, CashWeek, OpenOrderAdvice, ParameterChange, Suggestion } from "../suggestion.ts";
import type { Adder } from "../total.ts";
import type { PolicyChoice } from "./policies/index.ts";
import type { Silence } from "./service/silent.ts";

/** Everything a suggestion for one item rests on. Quantities in base units. */
export interface ReplenishItem {
  readonly item: Item;
  /** With `planningLevels`; `forecast.start` is the first day of the first bucket ahead. */
  readonly forecast: Forecast;
  readonly bucket: Bucket;
  readonly openOrders: readonly OpenOrder[];
  readonly requirements: readonly Requirement[];
  readonly decisions: readonly Decision[];
  readonly abc: "A" | "B" | "C";
  readonly xyz: "X" | "Y" | "Z";
  readonly class: DemandClass;
  readonly demandBasis: "sale" | "issue" | "purchase";
  /** Mean demand a bucket, recent: what parameters rest on. */
  readonly meanPerBucket: number;
  /** Demand by bucket as it was; absent: nothing is known of the past. */
  readonly history?: Float64Array;
  /** True where all of its demand is known to be one line. */
  readonly single?: true;
  /** Where the item takes over from another one: from which day, and its own share of the demand until then. */
  readonly takeover?: Takeover;
  /** True when every quantity of the history is a whole number: orders are whole then. */
  readonly wholeUnits: boolean;
  /**
   * Mean over the buckets of the sum of the squared demands of their days: a month of one demand of 100 has 10,000,
   * one of twenty times 5 has 500. Absent: demand is taken to fall evenly inside a bucket.
   */
  readonly burst?: number;
  /** Where nothing is forecast any more: how long it has been silent. */
  readonly silence?: Silence;
  /** The last run's suggestion for this item. */
  readonly previous?: PreviousSuggestion;
  /** Why nothing may be ordered without a person, e.g. "unit-change-suspected". */
  readonly blocked?: readonly string[];
  /** The stage in which the item failed: nothing is said of an order then. */
  readonly failed?: FailedStage;
  /** Observed calendar days from order to receipt, of the item or else its supplier. */
  readonly leadTimeSamples?: readonly number[];
}

/** The demand of another item that an item has from a day on. */
export interface Takeover {
  /** Items that it takes over from. */
  readonly from: readonly string[];
  /** Day number of the first day. */
  readonly firstDay: number;
  /** Share of the forecast that is the item's own before that day. */
  readonly ownShare: number;
}

/** What the last run said of an item. Quantities in base units. */
export interface PreviousSuggestion {
  readonly quantity: number;
  readonly orderBy: IsoDate;
  readonly reorderPoint: number;
  readonly orderUpTo: number;
  /** Day of the last run that suggested a quantity; absent: not known. */
  readonly orderedOn?: IsoDate;
  /** Day that was today in that run; absent: not known, nothing is frozen. */
  readonly day?: IsoDate;
  readonly attention?: "none" | "review" | "blocked";
  /** On order then; absent: not known. */
  readonly onOrder?: number;
  /** What that run's parameters.csv rested on. */
  readonly basis?: PreviousBasis;
}

/** Demand a bucket behind the master data of the last run's parameters.csv. */
export interface PreviousBasis {
  /** Behind the values that it proposed. */
  readonly fresh: number;
  /** Behind the values that were in the ERP then, as far as known. */
  readonly inForce?: number;
  /** Reorder point that was in the ERP then. */
  readonly reorderPoint?: number;
}

/** How items are ordered; an item may have its own service, review and costs. Shares in (0, 1), money in one currency. */
export interface ReplenishOptions {
  readonly serviceLevel: number;
  readonly serviceType: ServiceType;
  /** Service level by "A", "CZ" and so on; the longer name wins. */
  readonly serviceByClass: Readonly<Record<string, number>>;
  /** "assortment": the level holds for the items of a class together, each gets the one that serves the class best. */
  readonly serviceScope?: ServiceScope;
  /** How far a single item may then stay below the target of its class; absent: a tenth. */
  readonly serviceFloorGap?: number;
  /** Items that a class must have to be served as a whole: in a small one every item moves the others; absent: one. */
  readonly leastClassSize?: number;
  readonly reviewDays: number;
  readonly holdingRatePerYear: number;
  /** Cost of one order line. */
  readonly orderCost: number;
  /** Cost of an order to a supplier, whatever its lines; absent or 0: items of a supplier are not ordered jointly. */
  readonly supplierOrderCost?: number;
  /** Largest order value of this run; null: no limit. */
  readonly budget: number | null;
  readonly policy: PolicyChoice;
  /** Share of a pack that a need may exceed without another pack. */
  readonly packTolerance: number;
  /** Cost of changing one line of the ERP's master data, per year. */
  readonly changeCost: number;
  /** Days from the last run on in which its quantities stay while the service allows; absent: none. */
  readonly frozenDays?: number;
  /** Relative drift of demand since its basis that reopens a row of parameters.csv; absent: a quarter. */
  readonly reopenDrift?: number;
  /** Days before and after a known requirement whose forecast it consumes; absent: as its bucket says. */
  readonly consumptionDaysBefore?: number | null;
  readonly consumptionDaysAfter?: number | null;
  /** "auto": what the costs of an item say is corrected by a replay of its class; absent: it holds as it is. */
  readonly tune?: "off" | "auto";
  /** Share of the value of all orders that a single one may have before it is asked about; absent: any. */
  readonly largestOrderShare?: number;
  /** Exchange rates into the currency of the plan, e.g. {"USD": 0.92}; absent: none is known. */
  readonly rates?: Readonly<Record<string, number>>;
  /** Weeks that `cash` looks ahead. */
  readonly cashWeeks: number;
}

/** Items from which on a class is served as a whole where nobody says otherwise. */
export const usualClassSize = 30;

/** What holds where nothing is said. */
export const replenishOptions: ReplenishOptions = {
  serviceLevel: 0.98,
  serviceType: "fill",
  serviceByClass: {},
  reviewDays: 7,
  holdingRatePerYear: 0.2,
  orderCost: 0,
  budget: null,
  policy: "auto",
  packTolerance: 0,
  changeCost: 5,
  cashWeeks: 26,
};

/** What holds for items that are asked for together: classes that are large enough are served as a whole. */
export const panelOptions: ReplenishOptions = {
  ...replenishOptions,
  serviceScope: "assortment",
  leastClassSize: usualClassSize,
};

/** What the suggestions of all items rest on. */
export interface ReplenishContext {
  /** Day numbers; "today" is the later of the two. */
  readonly asOf: number;
  readonly stockDate: number;
  readonly plant: WorkCalendar;
  readonly supplierCalendars: (supplier: string | undefined, item?: string) => WorkCalendar;
  readonly suppliers: ReadonlyMap<string, Supplier>;
  readonly options: ReplenishOptions;
  /** Items of which nothing is asked, but which are served together with those of their class. */
  readonly others?: readonly ReplenishItem[];
  /** Share of items a year whose demand ends: lots of a whole assortment are sized with it. */
  readonly endRate?: number;
  /** Who adds up what needs all items; absent: all are here. */
  readonly adder?: Adder;
}

/** Everything that ordering says of a run. */
export interface Replenishment {
  /** By item; null where nothing can be said (an issue says why). */
  readonly suggestions: ReadonlyMap<string, Suggestion | null>;
  readonly baskets: readonly Basket[];
  readonly openOrders: readonly OpenOrderAdvice[];
  readonly cash: readonly CashWeek[];
  readonly parameters: readonly ParameterChange[];
  readonly issues: readonly Issue[];
}

/** Day number from which a run looks ahead: the later of as-of and the day of the stock. */
export const todayOf = ({ asOf, stockDate }: Pick<ReplenishContext, "asOf" | "stockDate">): number =>
  Math.max(asOf, stockDate);
