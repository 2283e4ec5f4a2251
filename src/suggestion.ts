import type { IsoDate } from "./order.ts";
import type { Bucket } from "./series.ts";

/** Why an order line is as it is: a code and the numbers of its sentence (`src/words/reasons.ts`). */
export interface Reason {
  readonly code: string;
  readonly [number: string]: number | string | boolean | null | undefined;
}

/** CONTRACT 3, the fields of suggestions.csv in their order. */
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
  readonly runsOutOn?: IsoDate;
  readonly attention: "none" | "review" | "blocked";
  readonly attentionCodes?: readonly string[];
  readonly asIs?: { readonly quantity: number; readonly orderBy: IsoDate };
  readonly decision?: string;
  readonly reasons: readonly Reason[];
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
