import type { DemandIssues } from "../../../issue.ts";
import type { IssueSentences } from "../../issue-sentences.ts";
import { counted } from "../../sentences.ts";
import { fallbackClause } from "../fallbacks.ts";
import { guardSentences } from "../faults/store.ts";
import { format } from "../format.ts";
import { value } from "../values.ts";
import { at } from "./place.ts";

const times = (value: number) => `${format.quantity(Number(value.toPrecision(2)))} times`;

/** What turning lines into demand, forecasts and signals found. */
export const demandIssues: IssueSentences<DemandIssues> = {
  "date-far-from-rest": (i) =>
    `Date ${i.text} lies far from all other lines (${format.date(i.first)} to ${format.date(i.last)}) and does not count: please correct it.`,
  "lines-before-history": (i) =>
    `Before ${format.date(i.first)}, further back than is looked at: ${counted(`${i.lines}`, "line", "lines")} not counted.`,
  "stock-date-far": at(
    (i) =>
      `The stock date ${i.text} lies years after ${format.date(i.asOf)}, the last day that counts, and does not count: please correct it.`,
  ),
  "stock-older": (i) =>
    `The stock of ${counted(`${i.count}`, "item", "items")} (${i.text}) was counted on ${format.date(i.first)} at the earliest; what was used until ${format.date(i.asOf)} is not taken off it. Please give a newer stock.`,
  "lines-after-as-of": (i) =>
    `Dated after the as-of day ${format.date(i.asOf)}: ${counted(`${i.lines}`, "line", "lines")} not counted.`,
  "bucket-without-lines": (i) =>
    `The file has no line at all in ${counted(`${i.buckets}`, "period", "periods")} (${i.text}): unknown, not 0.`,
  "no-demand-lines": (i) =>
    `${i.item}: only receipts, transfers or adjustments (${counted(`${i.lines}`, "line", "lines")}), no demand, no suggestion.`,
  "returns-exceed-demand": (i) =>
    `${i.item}: returns exceed the demand of a period; the remainder was carried into the following periods.`,
  "stockout-suspected": (i) =>
    `${i.item}: suddenly no demand in ${i.text}, normal before and after. Was it out of stock? These periods do not count as 0.`,
  "stockout-suspected-now": (i) =>
    `${i.item}: hardly any demand since ${format.date(i.since)}, and the shelf is empty. Was it out of stock? What came since does not count as demand: the forecast stays at what was wanted before.`,
  "odd-last-bucket": (i) =>
    `${i.item}: the newest demand (since ${format.date(i.since)}) is unusual, ${times(i.times)} the usual. A one-off, or new from now on? Until the next period shows it, it hardly moves the forecast.`,
  "rows-of-unknown-items": (i) =>
    `${value(i.of)}: ${counted(`${i.count}`, "item", "items")} (${i.text}) without demand in the files: the rows do not count. Please check the numbers.`,
  "like-item-unknown": (i) =>
    `${i.item}: the like item ${i.text} has no demand in the files and is of no help. Please check its number.`,
  "successor-unknown": (i) =>
    `${i.item}: the successor ${i.text} is in none of the files. Please check its number.`,
  "successor-date-missing": (i) =>
    `${i.item}: from when on does the successor ${i.text} take over? Until a date (successorFrom) says so, each keeps the demand of its own lines. Please fill it in.`,
  "successor-circle": (i) =>
    `${i.item}: the chain of successors (${i.text}) leads back to itself and is ignored.`,
  "item-without-history": (i) =>
    `${counted(`${i.count}`, "item", "items")} of the master data without a demand line (${i.text}): no suggestion without likeItem or requirements.`,
  "item-without-master-data": (i) =>
    `${counted(`${i.count}`, "item", "items")} with demand, missing from the master data (${i.text}): forecast yes, suggestion no.`,
  "locations-together": (i) =>
    `Lines of ${i.count} locations (${i.text}) are planned together; --key item,location plans them apart.`,
  "lines-without-location": (i) =>
    `${counted(`${i.count}`, "order line", "order lines")} without a location (${i.text}): counted for the item without one. Please fill it in, or name the column (--map location=…).`,
  "stock-without-location": (i) =>
    `The stock of ${counted(`${i.count}`, "item", "items")} at several locations names none of them (${i.text}) and counts at none. Please give the stock by location.`,
  "rows-without-location": (i) =>
    `${value(i.of)}: ${counted(`${i.count}`, "row", "rows")} without a location, of items at several (${i.text}): not counted. Please fill it in.`,
  "mixed-currencies": (i) =>
    `Prices in several currencies (${i.text}): amounts are summed per currency only.`,
  "forecast-fell-back": (i) => `${i.item}: simpler forecast (${i.to}): ${fallbackClause(i.why)}.`,
  "history-scaled": (i) => `${guardSentences["history-scaled"](i)}.`,
  "history-gone": (i) => `${guardSentences["history-gone"](i)}.`,
  "history-shrank": (i) => `${guardSentences["history-shrank"](i)}.`,
  "history-grew": (i) => `${guardSentences["history-grew"](i)}.`,
  "unit-change-suspected": (i) =>
    `${i.item}: quantity jumps by the factor ${i.factor} from ${format.date(i.text)} on, as if the unit had changed. Did it? No suggestion until this is settled.`,
};
