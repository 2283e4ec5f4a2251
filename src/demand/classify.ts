import { daysOf } from "../calendar/bucket.ts";
import type { Bucket, DemandClass } from "../series.ts";
import { demandPattern } from "./intermittency.ts";

/** An item is new while its history is shorter than this. */
const newDays = 180;
/** An item is dead when so long a silence would have had a probability below 1 % and lasted this long. */
const deadDays = 365;

/**
 * Demand class of an item's history, which begins with its first bucket with a line.
 * @example classify(Float64Array.of(10, 12, 11, 10, 12, 13, 11, 10), "month") // "smooth"
 */
export function classify(values: Float64Array, bucket: Bucket): DemandClass {
  const days = daysOf[bucket];
  const demands = values.filter((value) => value !== 0 && !Number.isNaN(value)).length;
  let silence = 0;
  while (silence < values.length && !(values[values.length - 1 - silence] > 0)) silence += 1;
  const active = values.length - silence;
  const rate = active === 0 ? 0 : Math.min(demands / active, 0.999);
  if (silence * days >= deadDays && (1 - rate) ** silence < 0.01) return "dead";
  if (silence * days >= 2 * deadDays) return "dead";
  if (values.length * days < newDays || demands < 2) return "new";
  return demandPattern(values);
}
