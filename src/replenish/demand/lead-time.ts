import type { Item } from "../../item.ts";

/** Possible lead times in calendar days with their weights; the weights sum to 1. */
export interface LeadTimeDistribution {
  readonly days: readonly number[];
  readonly weights: readonly number[];
  /** Days a buyer should plan with. */
  readonly planned: number;
  readonly source: "master" | "spread" | "observed";
}

/** From this many deliveries on the observed lead times speak. */
export const enoughDeliveries = 6;

/** Gives the five points below the spread of the whole. */
const fifthsScale = 1.141870899;

/** z at the middle of five equally likely parts of a normal distribution. */
const fifths = [-1.2815515655, -0.5244005127, 0, 0.5244005127, 1.2815515655];

const middleOf = (sorted: readonly number[], share: number) => sorted[Math.floor(share * sorted.length)];

/** Lead time of an item: observed deliveries where there are enough, else master data with or without a spread. */
export function leadTimeDistribution(
  item: Item,
  samples: readonly number[] | undefined,
): LeadTimeDistribution {
  const master = Math.max(0, item.leadTimeDays ?? 0);
  const days = (samples ?? []).filter((day) => day >= 0).sort((a, b) => a - b);
  if (days.length >= enoughDeliveries) {
    const parts = Math.min(9, days.length);
    const chosen = Array.from({ length: parts }, (_, k) => middleOf(days, (k + 0.5) / parts));
    return {
      days: chosen,
      weights: chosen.map(() => 1 / parts),
      planned: Math.max(master, middleOf(days, 0.5)),
      source: "observed",
    };
  }
  const sd = item.leadTimeSdDays ?? 0;
  if (sd > 0) {
    return {
      days: fifths.map((z) => Math.max(0, Math.round(master + z * sd * fifthsScale))),
      weights: fifths.map(() => 0.2),
      planned: master,
      source: "spread",
    };
  }
  return { days: [master], weights: [1], planned: master, source: "master" };
}
