import type { IsoDate } from "./order.ts";

/** Why a forecast moved from one run to the next. */
export const changeReasons = ["model-change", "data-correction", "parameter-change", "new-sale"] as const;
export type ChangeReason = (typeof changeReasons)[number];

/** How the forecast of one item moved since the last run, and why. Quantities in the item's unit. */
export interface ForecastChange {
  readonly item: string;
  /** The bucket within lead time + review that moved most, and its forecasts of the last run and of this one. */
  readonly bucket: IsoDate;
  readonly before: number;
  readonly after: number;
  /** Move of all buckets within lead time + review that both runs forecast. */
  readonly change: number;
  /** What weighs most in it, and the share of each reason: they sum to `change`. */
  readonly reason: ChangeReason;
  readonly parts: Readonly<Record<ChangeReason, number>>;
}
