import type { FailedStage, OrderingIssues } from "../../../issue.ts";
import type { IssueSentences } from "../../issue-sentences.ts";
import { counted } from "../../sentences.ts";
import { format } from "../format.ts";
import { at } from "./place.ts";

/** What failed. */
const stages: Readonly<Record<FailedStage, string>> = {
  signals: "looking for fluctuations",
  forecast: "the forecast",
  order: "the order suggestion",
};

/** What ordering found in master data, decisions and budget. */
export const orderingIssues: IssueSentences<OrderingIssues> = {
  "pack-size-not-positive": (i) => `${i.item}: pack size ${i.value} is not above 0 and is ignored.`,
  "minimum-order-negative": (i) => `${i.item}: minimum order ${i.value} is negative and is ignored.`,
  "safety-stock-negative": (i) => `${i.item}: safety stock ${i.value ?? i.text} is negative and counts as 0.`,
  "price-not-positive": (i) =>
    `${i.item}: price ${i.value} is not above 0: amounts are missing, please add the price.`,
  "maximum-stock-not-positive": (i) => `${i.item}: maximum stock ${i.value} is not above 0 and is ignored.`,
  "lead-time-spread-negative": (i) => `${i.item}: lead-time spread ${i.value} is negative and is ignored.`,
  "review-days-negative": (i) =>
    `${i.item}: review period of ${counted(`${i.value}`, "day", "days")} is negative: the usual one holds.`,
  "backorders-negative": (i) => `${i.item}: backorders of ${i.value} are negative and are ignored.`,
  "purchase-unit-not-positive": (i) =>
    `${i.item}: purchase unit conversion ${i.value} is not above 0 and is ignored.`,
  "shelf-life-not-positive": (i) =>
    `${i.item}: shelf life of ${counted(`${i.value}`, "day", "days")} is not above 0 and is ignored.`,
  "minimum-above-maximum": (i) =>
    `${i.item}: minimum order ${i.minimum ?? i.text} is above the maximum stock ${i.maximum}: correct one of them. Until then the minimum holds.`,
  "reorder-point-above-maximum": (i) =>
    `${i.item}: reorder point ${i.reorderPoint} is above the maximum stock ${i.maximum}: correct one of them.`,
  "unknown-supplier": (i) =>
    `${i.item}: supplier ${i.supplier} is not in the supplier file: payment terms, minimum value and order days are unknown.`,
  "value-beyond-bounds": at(
    (i) =>
      `${i.value} lies outside ${i.least} to ${i.most}: please correct it. Until then nothing is suggested for this item.`,
  ),
  "item-failed": (i) =>
    `${i.item}: ${stages[i.stage]} failed for this item alone: nothing is suggested for it, please check its rows; all other items are planned.`,
  "source-chosen": (i) =>
    `${i.item}: ${i.sources} sources, none preferred; the one of least cost a year by price, lots and lead time was chosen (${i.supplier ?? "unnamed"}).`,
  "source-closed": (i) =>
    `${i.item}: ${i.supplier ?? "The source without a name"} is closed and delivers on ${format.date(i.on)} only; until then orders go to ${i.instead ?? "the other source"}.`,
  "sources-not-comparable": (i) =>
    `${i.item}: ${i.sources} sources, none preferred, whose prices cannot be compared (${i.text || "none has a price"}); the nearest was chosen (${i.supplier ?? "unnamed"}). Please fill in prices, exchange rates (option rates) or the preferred source.`,
  "planning-none": (i) =>
    `${counted(`${i.count}`, "item", "items")} excluded from planning (${i.text}): no suggestion.`,
  "accepted-not-in-erp": (i) =>
    `${i.item}: ${i.quantity} were accepted on ${format.date(i.decided)} but not found among the open orders by ${format.date(i.due)}. Was it ordered? The quantity no longer counts.`,
  "decision-without-quantity": (i) =>
    `${i.item}: accepted without a quantity and without a previous run: the decision cannot count.`,
  "requirement-after-end": (i) =>
    `${i.item}: the known order of ${format.quantity(i.quantity)} on ${format.date(i.text)} lies after the item's last day (${format.date(i.last)}) and is not covered. Please correct the order or the phase-out.`,
  "requirement-overdue": (i) =>
    `${i.item}: the known requirement of ${format.quantity(i.quantity)} was due on ${format.date(i.text)} and counts as due at once.`,
  "budget-cuts": (i) =>
    `The budget of ${format.money(i.budget, i.currency)} does not cover the suggested ${format.money(i.needed, i.currency)}: ${counted(`${i.lines}`, "line", "lines")} cut or put off (${i.text}).`,
  "budget-not-limiting": (i) =>
    `${counted(`${i.lines}`, "line", "lines")} without a price or in another currency than ${i.currency} are not limited by the budget.`,
};
