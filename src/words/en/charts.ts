import { counted } from "../sentences.ts";

type DemandWords = {
  readonly buckets: number;
  readonly bucket: string;
  readonly mean: string;
  readonly low: string;
  readonly high: string;
};

type StockWords = {
  readonly onHand: string;
  readonly reorderPoint: string;
  readonly runsOut: string | undefined;
  readonly order: string | undefined;
};

/** Names of the sheets of suggestions.xlsx. */
export const sheets = {
  suggestions: "Suggestions",
  details: "All details",
  total: "Total",
  suppliers: "Suppliers",
  signals: "Signals",
  parameters: "Parameters",
  noSupplier: "(no supplier)",
};

/** A bucket of the past, by its name and value. */
type SeasonWords = { readonly from: string; readonly to: string; readonly more: string };
type WasWords = { readonly name: string; readonly value: string | undefined };

/** A bucket ahead: what is expected, in 9 of 10 cases, and what the year before brought. */
type WillWords = {
  readonly name: string;
  readonly mean: string;
  readonly low: string;
  readonly high: string;
  readonly before: string | undefined;
};

type StockTip = { readonly on: string; readonly mean: string; readonly low: string };

type ReceiptWords = { readonly on: string; readonly quantity: string };

type Bucket = keyof typeof perBucket;

const perBucket = {
  day: "per day",
  week: "per week",
  month: "per month",
  quarter: "per quarter",
  year: "per year",
};

/** Words in and around the charts. */
export const charts = {
  demand: "Demand and forecast",
  stock: "Expected stock",
  waterfall: "From demand to the order quantity",
  reorderPoint: "Reorder point",
  runsOut: "runs out",
  steps: {
    demand: "Expected demand",
    safety: "Safety stock",
    lot: "Economic lot",
    onHand: "On hand",
    onOrder: "On order",
    backorders: "Backorders",
    other: "Other rules",
    need: "Need",
    rounding: "Rounding, limits",
    order: "Order",
  },
  /** Above the axis: what a bar counts. */
  per: (unit: string, bucket: Bucket) => `${unit} ${perBucket[bucket]}`.trim(),
  tip: {
    was: ({ name, value }: WasWords) => (value === undefined ? `${name}: not observed` : `${name}: ${value}`),
    will: ({ name, mean, low, high, before }: WillWords) =>
      `${name} · expected ${mean} (${low}–${high})${before === undefined ? "" : ` · last year ${before}`}`,
    stock: ({ on, mean, low }: StockTip) => `${on} · ${mean} on average, at least ${low} in 19 of 20 cases`,
  },
  seasonTitle: "Season",
  season: ({ from, to, more }: SeasonWords) =>
    `Season: high ${from === to ? `in ${from}` : `${from} to ${to}`}, ${more} against the mean of a year`,
  openReceipt: ({ on, quantity }: ReceiptWords) => `Open order: ${quantity} on ${on}`,
  thisReceipt: ({ on, quantity }: ReceiptWords) => `This suggestion: ${quantity} on ${on}`,
  laterReceipt: ({ on, quantity }: ReceiptWords) => `Later order, should it come so: ${quantity} on ${on}`,
  daysEmpty: (days: number) => `${counted(`${days}`, "day", "days")} empty`,
  demandDescription: (of: DemandWords) =>
    `${counted(`${of.buckets}`, "period", "periods")} (${of.bucket}) of history as bars; next period expected ${of.mean}, in 9 of 10 cases ${of.low} to ${of.high}.`,
  stockDescription: (of: StockWords) =>
    `On hand ${of.onHand}, reorder point ${of.reorderPoint}.${of.runsOut === undefined ? "" : ` Lasts without an order until ${of.runsOut}.`}${of.order === undefined ? "" : ` Suggestion: order ${of.order}.`}`,
};
