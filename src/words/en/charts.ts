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
  demandDescription: (of: DemandWords) =>
    `${counted(`${of.buckets}`, "period", "periods")} (${of.bucket}) of history as bars; next period expected ${of.mean}, in 9 of 10 cases ${of.low} to ${of.high}.`,
  stockDescription: (of: StockWords) =>
    `On hand ${of.onHand}, reorder point ${of.reorderPoint}.${of.runsOut === undefined ? "" : ` Lasts without an order until ${of.runsOut}.`}${of.order === undefined ? "" : ` Suggestion: order ${of.order}.`}`,
};
