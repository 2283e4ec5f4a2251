import type { Merging, TotalName } from "../total.ts";
import { usualClassSize } from "./context.ts";
import { tunedOdds } from "./cost/tuned.ts";
import { servedClasses } from "./item/served-class.ts";
import { limitedLines, mainCurrency } from "./suppliers/budget.ts";
import { mergeCash } from "./suppliers/cash.ts";
import { orderValues } from "./suppliers/large-orders.ts";

type OrderTotal = Extract<
  TotalName,
  "service" | "tune" | "budget-currency" | "budget" | "order-values" | "cash"
>;

/** The totals of ordering, as parts of a plan merge them: whatever they are added up for. */
export const orderTotals: Readonly<Record<OrderTotal, Merging>> = {
  service: servedClasses({ leastClassSize: usualClassSize }),
  tune: tunedOdds,
  "budget-currency": mainCurrency,
  budget: limitedLines(""),
  "order-values": orderValues,
  cash: { merge: mergeCash },
};
