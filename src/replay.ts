import type { IsoDate } from "./order.ts";
import type { Bucket } from "./series.ts";

/** What one policy achieved in the counted steps of a replay. Money in the items' currency. */
export interface PolicyResult {
  readonly policy: string;
  readonly averageStockValue: number;
  readonly peakStockValue: number;
  /** In units of each item's mean demand, so that items count alike; items never asked for before are left out. */
  readonly fillRate: number;
  readonly fillRateByValue: number;
  /** Share of order cycles (receipt to receipt) without a stockout. */
  readonly cycleService: number;
  /** Sum over items and days of units waiting. */
  readonly backorderDays: number;
  /** Reviews at which anything was ordered. */
  readonly orders: number;
  readonly orderLines: number;
  readonly holdingCost: number;
  readonly orderingCost: number;
  readonly shortageCost: number;
  readonly totalCost: number;
  /** 100 sum |level - level before| / sum max of both, over the reviews: how much the plan moves. */
  readonly planNervousness: number;
  /** Value of the demand that found the shelf empty and never came back; absent: all of it waits. */
  readonly lostValue?: number;
}

export interface ReplayPolicyResult extends PolicyResult {
  /** Value of goods received by ISO week (by bucket where buckets are longer): money that goes out. */
  readonly purchaseCash: readonly { readonly week: string; readonly amount: number }[];
  /** Stock value at the end of each counted bucket or week. */
  readonly stockValue: readonly number[];
}

/** What one policy did with one item. */
export interface ReplayItemRow {
  readonly item: string;
  readonly policy: string;
  readonly demand: number;
  readonly served: number;
  readonly averageStock: number;
  readonly averageStockValue: number;
  readonly backorderDays: number;
  readonly orderLines: number;
  readonly orderedQuantity: number;
}

/** A replay: the counted time, every policy, and the engine at several targets (the frontier). */
export interface ReplayResult {
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** First day of the uncounted run-in. */
  readonly start: IsoDate;
  readonly step: Bucket;
  readonly bucket: Bucket;
  readonly reviewDays: number;
  readonly items: number;
  /** Items first asked for after the start: no policy can have stock of them; they are left out of `fillRate`. */
  readonly newItems: number;
  readonly target: number;
  /** Names of the points on the time axis of `stockValue`. */
  readonly times: readonly IsoDate[];
  readonly policies: readonly ReplayPolicyResult[];
  readonly frontier: readonly (PolicyResult & { readonly target: number })[];
}
