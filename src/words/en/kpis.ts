import type { NextStep } from "../../kpi.ts";

/** Names and meanings of the KPIs. */
export const kpis = {
  automation: {
    name: "Automation",
    meaning: "Suggestions with nothing to look at: no shortage, no question, no note",
  },
  decisionDays: {
    name: "Decision time",
    meaning: "Days from suggestion to decision (median)",
  },
  coverDays: {
    name: "Days of cover",
    meaning: "Stock divided by expected daily demand",
  },
  stockValue: {
    name: "Stock value",
    meaning: "Stock at unit cost",
    pieces: {
      name: "Stock",
      meaning: "Stock in units, as not every item has a price in the same currency",
    },
  },
  orderLines: {
    name: "Order lines",
    meaning: "Lines to be ordered now",
  },
  orderCost: {
    name: "Order cost per line",
    meaning: "Order cost and surcharges per line",
  },
  wape: {
    name: "Forecast error",
    meaning: "Deviation in percent of demand over the lead time",
  },
  bias: {
    name: "Forecast bias",
    meaning: "Above zero: forecasts too high, below: too low",
  },
  fva: {
    name: "Forecast value added",
    meaning: "Points better than last season's values (naive forecast)",
  },
  cocc: {
    name: "Forecast change, by quantity",
    meaning: "Change against the last run, same periods",
  },
  smapc: {
    name: "Forecast change, mean percent",
    meaning: "Mean percentage change against the last run",
  },
  masc: {
    name: "Forecast change, by volatility",
    meaning: "Change relative to usual variation",
  },
  rmssc: {
    name: "Forecast change, large weigh more",
    meaning: "As by volatility, large changes weigh more",
  },
  coccInitial: {
    name: "Drift since first forecast, by quantity",
    meaning: "Change against the first forecast of the period",
  },
  smapcInitial: {
    name: "Drift since first forecast, mean percent",
    meaning: "Change against the first forecast of the period",
  },
  mascInitial: {
    name: "Drift since first forecast, by volatility",
    meaning: "Change against the first forecast of the period",
  },
  rmsscInitial: {
    name: "Drift since first forecast, large weigh more",
    meaning: "Change against the first forecast of the period",
  },
  orderNervousness: {
    name: "Order nervousness",
    meaning: "Changed quantity of pending suggestions against the last run",
  },
  orderFlips: {
    name: "Order flips",
    meaning: "Items whose yes or no to ordering changed",
  },
  trackingAlarms: {
    name: "Tracking alarms",
    meaning: "Items whose forecast is persistently one-sided",
  },
  dataQuality: {
    name: "Data quality",
    meaning: "Rows used in percent of rows read",
  },
  itemsChanged: {
    name: "Items with a new forecast",
    meaning: "Share of items whose demand within lead time moved by more than a tenth",
  },
  quantileChange: {
    name: "Change of upper limits",
    meaning: "Change of the 95% quantiles against the last run, same periods",
  },
  orderDateShift: {
    name: "Shifted order dates",
    meaning: "Days by which order dates moved since the last run (mean)",
  },
  overrideValue: {
    name: "Value added by overrides",
    meaning: "Points by which changed quantities were closer to demand than the suggestions",
  },
  fillRate: {
    name: "Fill rate",
    meaning: "Share of demand served from stock",
  },
  cycleService: {
    name: "Cycle service",
    meaning: "Order cycles without a stockout",
  },
  shortageCost: {
    name: "Shortage cost",
    meaning: "Expected cost of missing goods",
    pieces: {
      name: "Shortage",
      meaning: "Expected missing goods in units, as not every item has a price in the same currency",
    },
  },
  excessStock: {
    name: "Excess stock",
    meaning: "Value of stock beyond what is needed",
    pieces: {
      name: "Excess stock",
      meaning: "Stock beyond what is needed, in units, as not every item has a price in the same currency",
    },
  },
  financingNeed: {
    name: "Financing need, 13 weeks",
    meaning: "Expected payments to suppliers",
  },
};

/** What the light of a figure says that is held against the naive forecast. */
export const againstNaive: Readonly<Record<string, string>> = {
  green: "better than last year's values",
  amber: "slightly worse than last year's values",
  red: "worse than last year's values",
};

/** What to do next, by `next` of a KPI. */
export const nextSteps: Readonly<Record<NextStep, string>> = {
  none: "Nothing to do.",
  "lower-review-limits":
    "Loosen the review limits: look at the most frequent reasons for a check and complete the master data there.",
  "approve-in-batches": "Approve the suggestions without a remark in one go.",
  "cut-orders": "Cut or postpone orders of these items; check their reorder points.",
  "bundle-by-supplier": "Bundle by supplier: reach minimum values and freight limits in one order.",
  "review-largest-errors": "Look at these items: mark one-off demand, promotions or changes of unit.",
  "forecast-too-low": "Forecasts are too low: check these items for new customers, prices or predecessors.",
  "forecast-too-high": "Forecasts are too high: check these items for end of life or lost customers.",
  "drop-steps-without-value":
    "Where the forecast is worse than last season's values: drop overrides, check the history.",
  "stop-overrides":
    "Stop changing quantities for the reasons marked “stop” in the detail: they were further from demand than the suggestion.",
  "correct-level": "Check the level of these items: a shift in the history is not confirmed yet.",
  "review-largest-changes":
    "Look at the largest forecast changes: is there a signal or a data error behind them?",
  "review-largest-drifts": "Look at the largest drifts from the first forecast and note their causes.",
  "freeze-near-orders": "Freeze orders inside the lead time; change them only with an open signal.",
  "fix-the-export": "Fix the export: the messages under “What the data needed” name file, row and column.",
  "raise-safety-stock": "Raise the safety stock of these items or shorten their lead time.",
  "order-first": "Order these items first, expedite their open orders.",
  "stop-orders": "Stop ordering these items; sell off or return what is too much.",
  "shift-orders": "Postpone or split orders that cover a long time, use payment terms.",
};
