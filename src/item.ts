import type { IsoDate } from "./order.ts";

export type ServiceType = "cycle" | "fill";

/** Whether the target holds for each item, or for the items of a class together. */
export type ServiceScope = "item" | "assortment";

/** What becomes of demand that finds the shelf empty: it waits, it is lost, or `lostShare` of it is. */
export const shortages = ["backorder", "lost", "partial"] as const;
export type Shortage = (typeof shortages)[number];

/** The time that `holdingCostPerUnit` pays for. */
export const holdingPeriods = ["day", "week", "month", "year"] as const;
export type HoldingPeriod = (typeof holdingPeriods)[number];

/** A field whose number lies outside of its bounds. */
export interface Beyond {
  readonly field: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  /** Where its row stands. */
  readonly file?: string;
  readonly row?: number;
}

/** From a quantity on, a price per base unit. */
export interface PriceBreak {
  readonly from: number;
  readonly price: number;
}

/**
 * Master data of an item. A field is absent when the files do not give it: nothing is guessed.
 * Quantities are in the base unit, times in calendar days.
 */
export interface Item {
  readonly item: string;
  readonly name?: string;
  readonly group?: string;
  readonly owner?: string;
  readonly unit?: string;
  readonly supplier?: string;
  readonly supplierItem?: string;
  readonly purchaseUnit?: string;
  readonly unitsPerPurchaseUnit?: number;
  /** Stock at the end of `stockDate`, never negative (a negative stock is 0 and that many backorders). */
  readonly onHand?: number;
  readonly onOrder?: number;
  readonly backorders?: number;
  readonly reserved?: number;
  readonly stockDate?: IsoDate;
  readonly leadTimeDays?: number;
  readonly leadTimeSdDays?: number;
  /** Working days from receipt to being usable. */
  readonly goodsReceiptWorkingDays?: number;
  readonly reviewDays?: number;
  readonly minimumOrder?: number;
  readonly packSize?: number;
  /** Net price of one base unit. */
  readonly unitCost?: number;
  readonly priceBreaks?: readonly PriceBreak[];
  readonly currency?: string;
  readonly orderCost?: number;
  readonly holdingRatePerYear?: number;
  /** Older name of `shortageCost`. */
  readonly backorderCost?: number;
  /** Absent: demand waits. */
  readonly shortage?: Shortage;
  /** Share of the demand short that is lost where `shortage` is "partial", in [0, 1]. */
  readonly lostShare?: number;
  /** Cost of one unit short. */
  readonly shortageCost?: number;
  /** Holding one unit for one `holdingPer`; replaces the rate on its price. */
  readonly holdingCostPerUnit?: number;
  readonly holdingPer?: HoldingPeriod;
  /** In (0, 1). */
  readonly serviceLevel?: number;
  readonly serviceType?: ServiceType;
  /** Whom the service level holds for; absent: as the options say. */
  readonly scope?: ServiceScope;
  /** "auto": the past of its class corrects what its costs say; absent: as the options say. */
  readonly tune?: "off" | "auto";
  /** Today's parameters of the ERP. */
  readonly safetyStock?: number;
  readonly reorderPoint?: number;
  readonly maximumStock?: number;
  readonly shelfLifeDays?: number;
  readonly planning?: "forecast" | "requirements" | "none";
  readonly successor?: string;
  readonly successorFrom?: IsoDate;
  readonly likeItem?: string;
  readonly likeFactor?: number;
  readonly phaseOut?: IsoDate | true;
  readonly location?: string;
  readonly preferred?: boolean;
  /** Share of the item's orders that this source is to get, in (0, 1]. */
  readonly share?: number;
  /** Further sources of the item (other suppliers), when the files name several. */
  readonly sources?: readonly Item[];
  /** Fields that were left out because their numbers lie outside of all bounds: nothing is planned then. */
  readonly beyond?: readonly Beyond[];
  /** Where the row stands, for issues. */
  readonly file?: string;
  readonly row?: number;
}

/**
 * Why a source delivers the item or not: it shares the orders, the master data prefer it or another one, it costs
 * the least of a year or more than that, it alone has a lead time; it is the nearest of those whose costs cannot be
 * compared; its lead time, its price or a rate for its currency is not known;
 * it is closed for long, or the others are.
 */
export const sourceReasons = [
  "share",
  "preferred",
  "not-preferred",
  "least-cost",
  "costs-more",
  "only-usable",
  "nearest",
  "lead-time-unknown",
  "price-unknown",
  "currency-without-rate",
  "closed",
  "others-closed",
] as const;
export type SourceReason = (typeof sourceReasons)[number];

/** One of several sources of an item. Quantities in base units, money in its own currency. */
export interface SourceOffer {
  readonly supplier?: string;
  readonly supplierItem?: string;
  /** True for the source that the order goes to; where several share it, for the main one. */
  readonly chosen: boolean;
  readonly why: SourceReason;
  readonly share?: number;
  readonly leadTimeDays?: number;
  readonly minimumOrder?: number;
  readonly packSize?: number;
  readonly purchaseUnit?: string;
  readonly unitsPerPurchaseUnit?: number;
  /** Prices of a base unit by the quantity ordered, from the first unit on; absent: one price whatever is ordered. */
  readonly priceBreaks?: readonly PriceBreak[];
  /** Of a base unit, for what would be ordered here, else for the usual order. */
  readonly unitPrice?: number;
  readonly currency?: string;
  /** Price, order lines, holding and the risk that demand ends: what a year from this source costs, in its currency. */
  readonly costPerYear?: number;
  /** What would be ordered here; absent where nothing is. */
  readonly quantity?: number;
  readonly amount?: number;
  /** When it would be ordered here, by the calendar of this source. */
  readonly orderBy?: IsoDate;
  /** When what is ordered then would be usable. */
  readonly receiptBy?: IsoDate;
}

export interface Supplier {
  readonly supplier: string;
  readonly name?: string;
  readonly minimumValue?: number;
  readonly freeFreightValue?: number;
  /** Charged on an order below `minimumValue` (or below `freeFreightValue` where no minimum is given). */
  readonly surcharge?: number;
  /** Weekdays on which orders are placed, 1 = Monday. */
  readonly orderDays?: readonly number[];
  /** Holiday calendar, e.g. "DE-BY", "AT", "CH". */
  readonly state?: string;
  readonly paymentDays?: number;
  readonly discountPercent?: number;
  readonly discountDays?: number;
  readonly depositPercent?: number;
  readonly file?: string;
  readonly row?: number;
}

/** An order that the supplier has not delivered yet; `date` is the expected receipt. */
export interface OpenOrder {
  readonly item: string;
  readonly date: IsoDate;
  readonly quantity: number;
  readonly order?: string;
  readonly supplier?: string;
  readonly location?: string;
  readonly file?: string;
  readonly row?: number;
}

/** A known customer or production order: consumes the forecast of its bucket. */
export interface Requirement {
  readonly item: string;
  readonly date: IsoDate;
  readonly quantity: number;
  readonly kind?: string;
  readonly reference?: string;
  readonly location?: string;
  readonly file?: string;
  readonly row?: number;
}

export const calendarKinds = [
  "holiday",
  "plant-closure",
  "supplier-closure",
  "promotion",
  "stockout",
  "event",
] as const;

export interface CalendarEntry {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly kind: (typeof calendarKinds)[number];
  readonly scope?: string;
  readonly item?: string;
  readonly supplier?: string;
  readonly state?: string;
  readonly location?: string;
  /** Expected multiple of normal demand, for a promotion or event. */
  readonly factor?: number;
  readonly file?: string;
  readonly row?: number;
}

export interface Decision {
  readonly item: string;
  readonly action: "accept" | "change" | "reject" | "ordered";
  readonly quantity?: number;
  readonly supplier?: string;
  readonly reason?: string;
  readonly order?: string;
  readonly date?: IsoDate;
  /** Day on which it came in: from then on it is part of the stock. */
  readonly delivered?: IsoDate;
  readonly by?: string;
  readonly location?: string;
  readonly file?: string;
  readonly row?: number;
}
