import { bucketsPerYear, daysOf } from "../calendar/bucket.ts";
import { family } from "./family.ts";
import { type MeasuredItem, type MeasuredRun, measuredRunOf, unitOf } from "./measured.ts";
import type { Addition } from "./tally.ts";

type Sum = "items" | "stock" | "daily" | "aim" | "excess";

/** Worth of an item's stock, of a day's demand, of the level aimed at, and of what lies beyond a year's demand. */
function stockOf(item: MeasuredItem, { bucket }: MeasuredRun): Addition<Sum, "stock" | "excess"> | null {
  const now = measuredRunOf(item);
  if (now === undefined || now.suggestion === null) return null;
  const { worth } = item;
  const { onHand, orderUpTo } = now.suggestion;
  const { mean } = now.forecast;
  const perBucket = mean.reduce((sum, value) => sum + value, 0) / Math.max(1, mean.length);
  const excess = worth * Math.max(0, onHand - Math.max(perBucket * bucketsPerYear[bucket], orderUpTo));
  return {
    sums: {
      items: 1,
      stock: worth * onHand,
      daily: worth * (perBucket / daysOf[bucket]),
      aim: worth * orderUpTo,
      excess,
    },
    shares: { stock: worth * onHand, excess },
  };
}

const sums = {
  sums: ["items", "stock", "daily", "aim", "excess"],
  drivers: ["stock", "excess"],
  tallies: { stock: stockOf },
} as const;

/** Stock in days of demand, and its worth. */
export const stock = family({
  ...sums,
  figures: {
    coverDays: ({ stock: { sums, drivers } }) => {
      const aim = sums.daily > 0 ? sums.aim / sums.daily : 0;
      return {
        value: sums.daily > 0 ? sums.stock / sums.daily : null,
        unit: "days",
        limits: [1.5 * aim, 2 * aim],
        headline: true,
        items: drivers.stock,
        next: "cut-orders",
      };
    },
    stockValue: ({ stock: { sums, drivers } }, { currency }) => ({
      value: sums.items > 0 ? sums.stock : null,
      unit: unitOf(currency),
      headline: true,
      items: drivers.stock,
      next: "cut-orders",
    }),
  },
});

/** Stock beyond a year's demand and beyond the order-up-to level. */
export const excessStock = family({
  ...sums,
  figures: {
    excessStock: ({ stock: { sums, drivers } }, { currency }) => ({
      value: sums.items > 0 ? sums.excess : null,
      unit: unitOf(currency),
      limits: [0.1 * sums.stock, 0.25 * sums.stock],
      headline: true,
      items: drivers.excess,
      next: "stop-orders",
    }),
  },
});
