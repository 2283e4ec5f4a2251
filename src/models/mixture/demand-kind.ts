import { demandInterval, demandPattern } from "../../demand/intermittency.ts";
import type { Bucket } from "../../series.ts";
import { isOver } from "../series/history.ts";

/** Kinds of demand that have shares of their own: the four patterns, the very rare, and what seems to have ended. */
export type DemandKind = "smooth" | "erratic" | "intermittent" | "lumpy" | "rare" | "silent";

/** Buckets to a demand beyond which it counts as very rare. */
const veryRare = 8;

/** Kind of a history known to its end. @example demandKind(Float64Array.of(10, 12, 11, 10), "month") // "smooth" */
export const demandKind = (values: Float64Array, bucket: Bucket): DemandKind =>
  isOver(values, bucket) ? "silent" : demandInterval(values) > veryRare ? "rare" : demandPattern(values);
