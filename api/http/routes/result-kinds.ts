/** The lists of a plan's results, as paths name them. */
export const resultKinds = [
  "suggestions",
  "forecasts",
  "signals",
  "kpis",
  "cash",
  "issues",
  "baskets",
  "parameters",
  "items",
  "open-orders",
  "lead-times",
  "changes",
] as const;
export type ResultKind = (typeof resultKinds)[number];
