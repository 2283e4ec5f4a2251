import { defined } from "../../defined.ts";
import type { Item } from "../../item.ts";
import { ascending } from "../../numeric/order.ts";

/** Possible lead times in calendar days with their weights; the weights sum to 1. */
export interface LeadTimeDistribution {
  readonly days: readonly number[];
  readonly weights: readonly number[];
  /** Days a buyer should plan with. */
  readonly planned: number;
  readonly source: "master" | "spread" | "observed";
  /** Deliveries far beyond all others: how many of all, the days of the longest, and the days that they count as. */
  readonly outlier?: {
    readonly count: number;
    readonly of: number;
    readonly days: number;
    readonly used: number;
  };
}

/** From this many deliveries on the observed lead times speak. */
export const enoughDeliveries = 6;

/** So few speak too where they agree with each other and none with the master data: within days of each other, or a share of them, */
const enoughAlike = 4;
const alikeDays = 3;
const alikeShare = 0.2;
/** and each of them longer than the master data by this factor and these days. */
const longerTimes = 1.3;
const longerDays = 3;

/** Deliveries, ascending, that are clear though few: all of them much longer than the master data, and alike. */
function areClear(days: readonly number[], master: number): boolean {
  if (days.length < enoughAlike) return false;
  const [shortest, longest] = [days[0], days[days.length - 1]];
  const isAlike = longest - shortest <= Math.max(alikeDays, alikeShare * longest);
  return isAlike && shortest > longerTimes * master + longerDays;
}

/** Up to this share of the deliveries may be accidents. */
const accidentShare = 0.1;

/** Deliveries of which two may be accidents; of fewer it is one. */
const enoughForTwo = 8;

/** Days beyond the limit from which on a delivery is spoken of as an accident. */
const leastBeyond = 7;

/** Deliveries, ascending, in which one or two far beyond the others count as just beyond what those vary. */
function withoutAccident(days: readonly number[]): Pick<LeadTimeDistribution, "outlier"> & {
  readonly days: readonly number[];
} {
  const middle = middleOf(days, 0.5);
  const spread = middleOf(days.map((day) => Math.abs(day - middle)).sort(ascending), 0.5);
  const used = Math.ceil(middle + Math.max(7, 0.5 * middle, 4.5 * spread));
  const beyond = days.filter((day) => day > used);
  const isFar = Math.max(0, ...beyond) - used >= leastBeyond;
  const most = Math.max(days.length >= enoughForTwo ? 2 : 1, accidentShare * days.length);
  if (!isFar || beyond.length > most) return { days };
  return {
    days: days.map((day) => Math.min(day, used)),
    outlier: { count: beyond.length, of: days.length, days: Math.max(...beyond), used },
  };
}

/** Gives the five points below the spread of the whole. */
const fifthsScale = 1.141870899;

/** z at the middle of five equally likely parts of a normal distribution. */
const fifths = [-1.2815515655, -0.5244005127, 0, 0.5244005127, 1.2815515655];

const middleOf = (sorted: readonly number[], share: number) => sorted[Math.floor(share * sorted.length)];

/** Lead time of an item: observed deliveries where there are enough or they are clear, else master data with or without a spread. */
export function leadTimeDistribution(
  item: Item,
  samples: readonly number[] | undefined,
): LeadTimeDistribution {
  const master = Math.max(0, item.leadTimeDays ?? 0);
  const all = (samples ?? []).filter((day) => day >= 0).sort(ascending);
  if (all.length >= enoughDeliveries || areClear(all, master)) {
    const { days, outlier } = withoutAccident(all);
    const parts = Math.min(9, days.length);
    const chosen = Array.from({ length: parts }, (_, k) => middleOf(days, (k + 0.5) / parts));
    return {
      days: chosen,
      weights: chosen.map(() => 1 / parts),
      planned: Math.max(master, middleOf(days, 0.5)),
      source: "observed",
      ...defined({ outlier }),
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
