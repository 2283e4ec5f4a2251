import type { Coded, None } from "./coded.ts";
import type { SourceOffer } from "./item.ts";
import type { IsoDate } from "./order.ts";
import type { Bucket } from "./series.ts";

/** What the rules of a lot were for one item: of each reason the one that its rule names. */
export interface RuleValues {
  need: number;
  quantity: number;
  minimumOrder?: number | undefined;
  packSize?: number | undefined;
  maximumStock?: number | undefined;
  shelfLifeDays?: number | undefined;
}

/** What another quantity would change. */
export interface AlternativeValues {
  quantity: number;
  amountChange?: number;
  currency?: string;
  service: number;
  serviceNow: number;
  coverDays: number | undefined;
}

/** Why an order line is as it is: every reason with the values of its sentence. */
export interface Reasons {
  blocked: { why: string };
  /** `held`: an order is due, and nothing goes out (budget, maximum stock, a rejection). */
  "below-reorder-point": { position: number; reorderPoint: number; blocked?: boolean; held?: boolean };
  /** `years`: lasts longer than so many, which no day says. */
  enough: { position: number; reorderPoint: number; until?: IsoDate | undefined; years?: number };
  "runs-out": { on: IsoDate };
  "out-of-stock": { on: IsoDate };
  late: { orderBy: IsoDate; receiptBy?: IsoDate; until?: IsoDate | undefined };
  "late-for-target": { orderBy: IsoDate; until?: IsoDate | undefined };
  /** Nothing there, and the smallest order so large that it is not kept in stock. */
  "not-stocked": None;
  "no-demand": None;
  /** Ordered in this review period already: what is missing since waits for the next review. */
  "within-review": { position: number; reorderPoint: number };
  "empty-before-receipt": { quantity: number; on: IsoDate; empty?: IsoDate | undefined };
  "supply-late": { quantity: number; on: IsoDate; empty?: IsoDate | undefined };
  "known-reserved": { quantity: number };
  /** A faster source that is there before the shelf is filled again. */
  "bridge-source": {
    supplier: string;
    quantity: number;
    on: IsoDate;
    amount?: number | undefined;
    currency?: string | undefined;
  };
  /** A part of the order that goes to one of the sources that share the item. */
  "from-source": {
    supplier: string;
    quantity: number;
    share: number;
    on: IsoDate;
    amount?: number | undefined;
    currency?: string | undefined;
  };
  "covers-closure": { party: "supplier" | "plant"; from: IsoDate; to: IsoDate; until: IsoDate };
  "closed-keeps-demand": { from: IsoDate; to: IsoDate; demand: number };
  "cover-demand": {
    demand: number;
    leadDays: number;
    reviewDays: number;
    known?: number | undefined;
    shut?: boolean | undefined;
  };
  /** The supplier takes orders only on some days of the week: what the wait adds. */
  "waits-for-order-day": { on: IsoDate; demand: number };
  "buffer-fill": { buffer: number; target: number };
  "buffer-cycle": { buffer: number; target: number };
  "buffer-cost": { buffer: number; target: number };
  "buffer-none": { target: number };
  /** The critical fraction of the costs, corrected by what the past would have cost. */
  "fraction-tuned": { fraction: number; theory: number; windows: number };
  /** A level beyond everything that was ever seen. */
  "level-cut": {
    wanted: number;
    reorderPoint: number;
    largest: number;
    days: number;
    /** A single demand far beyond all others, which does not count. */
    giant?: number | undefined;
    /** Days of the history, where it is shorter than `days`: `largest` is what its mean and spread say. */
    history?: number | undefined;
  };
  "level-once": { wanted: number; largest: number };
  "level-at-maximum": { wanted: number; maximumStock: number; target: number };
  "levels-given": { reorderPoint: number; orderUpTo: number };
  "buffer-class": { buffer: number; target: number; classTarget: number };
  position: { onHand: number; onOrder: number; backorders: number };
  "lot-economic": { lot: number };
  "rule-minimum": RuleValues;
  "rule-pack": RuleValues;
  "rule-maximum": RuleValues;
  "rule-shelf-life": RuleValues;
  "conflict-maximum": { quantity: number };
  "conflict-shelf-life": { quantity: number };
  /** What is left of the order on the last day of the item. */
  "conflict-phase-out": { quantity: number; on: IsoDate };
  sum: {
    demand: number;
    buffer: number;
    lot: number;
    position: number;
    rounding: number;
    quantity: number;
    kept?: boolean | undefined;
    /** What is called rounding is what a limit took off. */
    limited?: boolean | undefined;
  };
  /** The sum where the levels are those of the master data. */
  "sum-levels": { orderUpTo: number; position: number; rounding: number; quantity: number };
  /** A single order that is a large part of all orders of the plan. */
  "large-order": {
    share: number;
    amount: number;
    plan: number;
    largest: number;
    currency?: string | undefined;
  };
  "budget-cut": { wanted: number; quantity: number; service: number; serviceWanted: number };
  "next-smaller": AlternativeValues;
  "next-larger": AlternativeValues;
  "next-price-break": AlternativeValues;
  "joins-order": {
    supplier: string;
    days: number;
    holdingCost: number;
    saves: number;
    currency?: string | undefined;
  };
  "quantity-frozen": { quantity: number; fresh: number };
  "quantity-steady": { quantity: number; fresh: number };
  "levels-kept": { reorderPoint: number };
  /** Nothing is ordered that comes only after the last day of the item. */
  "comes-after-end": { on: IsoDate; last: IsoDate };
  "phase-out": { on?: IsoDate | undefined };
  successor: { successor: string; from: IsoDate };
  "takes-over": { item: string; from: IsoDate };
  "requirements-only": None;
  "lost-before-arrival": { lost: number };
  "overdue-orders": { orders: number; expected: IsoDate };
  "lead-time-observed": { master: number; observed: number };
  /** Deliveries far beyond all others: how many `of` all that were looked at, and the days of the longest. */
  "lead-time-outlier": { count: number; of?: number; days: number; used: number };
  "decision-accept": { quantity?: number | undefined };
  "decision-change": { quantity?: number | undefined };
  "decision-ordered": { quantity?: number | undefined };
  "decision-reject": { quantity?: number | undefined };
}

export type ReasonCode = keyof Reasons;

/** One reason: a code and the values of its sentence (`src/words`). */
export type Reason = Coded<Reasons>;

/** Expected cost of the review period that an order serves, from its arrival to that of the next one. */
export interface ExpectedCost {
  readonly holding: number;
  readonly shortage: number;
  /** Of the order itself. */
  readonly ordering: number;
}

/** What one of several sources gets of an order. */
export interface OrderPart {
  readonly supplier: string;
  readonly quantity: number;
  readonly receiptBy: IsoDate;
  readonly unitPrice?: number;
  readonly amount?: number;
}

/** What to order of one item, and why: the fields of suggestions.csv in their order. */
export interface Suggestion {
  readonly item: string;
  readonly name?: string;
  readonly supplier?: string;
  /** 0 = nothing to order. */
  readonly quantity: number;
  readonly unit?: string;
  readonly purchaseQuantity?: number;
  readonly purchaseUnit?: string;
  readonly supplierItem?: string;
  /** Before minimum order and packs. */
  readonly need: number;
  readonly orderBy: IsoDate;
  readonly receiptBy: IsoDate;
  readonly unitPrice?: number;
  readonly amount?: number;
  readonly currency?: string;
  readonly policy: string;
  readonly serviceType: "cycle" | "fill";
  readonly expectedService: number;
  readonly reorderPoint: number;
  readonly orderUpTo: number;
  readonly safetyStock: number;
  readonly onHand: number;
  readonly onOrder: number;
  readonly backorders: number;
  /** Day on which expected demand has used up what is there and on its way. */
  readonly runsOutOn?: IsoDate;
  /** Day until which that lasts in 19 of 20 cases. */
  readonly safeUntil?: IsoDate;
  readonly attention: "none" | "review" | "blocked";
  readonly attentionCodes?: readonly string[];
  readonly asIs?: { readonly quantity: number; readonly orderBy: IsoDate };
  readonly decision?: string;
  readonly reasons: readonly Reason[];
  /** Where the cost of a unit short and of a unit held are known. */
  readonly expectedCost?: ExpectedCost;
  /** Where several sources share the item: what each gets; the quantities sum to `quantity`. */
  readonly split?: readonly OrderPart[];
  /** Where the item has several sources: all of them, the chosen one first. */
  readonly sources?: readonly SourceOffer[];
}

export interface Basket {
  readonly supplier: string;
  /** Name of the supplier, where the files give one. */
  readonly name?: string;
  readonly orderDate: IsoDate;
  readonly amount: number;
  readonly currency: string;
  readonly minimumGap?: number;
  readonly freeFreightGap?: number;
  readonly surcharge?: number;
  readonly fillers: readonly {
    readonly item: string;
    readonly quantity: number;
    readonly amount: number;
    readonly holdingCost: number;
  }[];
}

export interface OpenOrderAdvice {
  readonly order?: string;
  readonly item: string;
  readonly supplier?: string;
  readonly due: IsoDate;
  readonly quantity: number;
  readonly advice: "keep" | "expedite" | "postpone" | "cancel" | "confirm";
  readonly overdueDays?: number;
}

export interface LeadTime {
  readonly supplier: string;
  readonly item?: string;
  /** Calendar days in the master data. */
  readonly master?: number;
  /** Calendar days from order to receipt, observed. */
  readonly median: number;
  readonly p90: number;
  readonly n: number;
  /** Share that came by the promised day, of those that had one. */
  readonly punctual?: number;
  /** Change of the median, newer half against older half, in days. */
  readonly drift?: number;
}

export interface CashWeek {
  readonly week: string;
  readonly supplier: string;
  readonly p50: number;
  readonly p90: number;
  readonly currency: string;
}

/** A row of parameters.csv: the ERP's master data, old beside new. */
export interface ParameterChange {
  readonly item: string;
  readonly reorderPointOld?: number;
  readonly reorderPointNew: number;
  readonly orderUpToOld?: number;
  readonly orderUpToNew: number;
  readonly safetyStockOld?: number;
  readonly safetyStockNew: number;
  readonly leadTimeDaysOld?: number;
  readonly leadTimeDaysNew: number;
  /** The demand a bucket that the new values rest on. */
  readonly basis: number;
  /** The demand a bucket that the old values rest on, as far as earlier runs have seen them. */
  readonly basisOld?: number;
  readonly bucket: Bucket;
  readonly change: boolean;
  readonly reason: string;
}
