import type { MasterIssues } from "../../../issue.ts";
import type { IssueSentences } from "../../issue-sentences.ts";
import { counted } from "../../sentences.ts";
import { format } from "../format.ts";
import { value } from "../values.ts";
import { at } from "./place.ts";

/** What master data, open orders, calendar and decisions lack. */
export const masterIssues: IssueSentences<MasterIssues> = {
  "missing-stock": at(() => "The stock is missing: forecast yes, order suggestion no."),
  "stock-negative": at((i) => `Stock ${i.text} is taken as 0 and ${i.backorders} backorders.`),
  "stock-date-from-title": at((i) => `Stock date ${i.text} taken from the title line.`),
  "stock-of-last-day": at((i) => `Stocks of several days are listed; the last one holds: ${i.text}.`),
  "value-in-packages": at(
    (i) => `"${i.text}" counts packages, and nobody says what a package holds; the value is not used.`,
  ),
  "missing-lead-time": at(() => "The lead time is missing: forecast yes, order suggestion no."),
  "lead-time-unit-unknown": at((i) => `"${i.text}" is no unit of time; the lead time stays empty.`),
  "duration-converted": at(
    (i) => `Given in the unit ${value(i.unit)}: ${i.value} are ${i.days} calendar days.`,
  ),
  "pack-zero": at(
    () => "A pack size of 0 is impossible and stays empty; please enter 1 or the size of the pack.",
  ),
  "price-zero": at(() => "A price of 0 stays empty; please enter the purchase price."),
  "price-breaks-unreadable": at(
    (i) => `Price breaks "${i.text}" cannot be read; expected: 100:4.20|500:3.95.`,
  ),
  "service-level-unusable": at((i) => `Service level ${i.text} is not between 0 and 100 % and stays empty.`),
  "holding-without-period": at(
    () => "A holding cost per unit without its period (day, week, month, year) stays empty.",
  ),
  "lost-share-missing": at(
    () =>
      "Part of the demand short is lost, but not how much: all of it counts as waiting until lostShare is given.",
  ),
  "lost-share-not-valid": at((i) => `A share lost of ${i.value} is not between 0 and 1 and stays empty.`),
  "value-unreadable": at((i) => `"${i.text}" cannot be read and stays empty.`),
  "value-negative": at((i) => `${i.text} is negative and stays empty.`),
  "value-zero": at(() => "0 is impossible here and stays empty."),
  "value-unknown": at((i) => `"${i.text}" is no known value and stays empty.`),
  "value-unusable": at((i) => `${i.text} cannot be used and stays empty.`),
  "item-inactive": at(() => "The item is deleted or not active: no order suggestion."),
  "item-values-differ": at((i) => `Several values over time; the newest counts: ${i.text}.`),
  "item-sources": at(
    (i) =>
      `Several sources (${i.text})${i.because === "preferred" ? `; chosen: ${i.supplier} (preferred)` : ", none preferred: the cost of a year decides"}.`,
  ),
  "open-order-repeated": at(
    () =>
      "The same line of an order stands there several times with the same day and quantity; it counts once.",
  ),
  "item-row-repeated": at(() => "The same row stands there several times; it counts once."),
  "item-stock-added": at((i) => `Stocks in several rows, of batches or shelves, added up: ${i.text}.`),
  "item-locations-added": at((i) => `Stocks of the locations ${i.text} added up.`),
  "supplier-repeated": at(() => "The supplier stands there several times; the first row counts."),
  "order-days-unreadable": at((i) => `Order days "${i.text}" cannot be read; expected: Tue, Thu.`),
  "order-days-closed": at(
    (i) => `Order days "${i.text}": nobody orders at weekends; every working day is taken, please check.`,
  ),
  "region-unknown": at((i) => `"${i.text}" is no known country or state; the nationwide holidays apply.`),
  "open-order-closed": at(() => "Deleted or delivered in full: nothing is open."),
  "open-order-without-date": at(() => "Open order without a date: it does not count."),
  "open-quantity-negative": at((i) => `More was delivered than ordered (${i.text}): nothing is open.`),
  "calendar-kind-unknown": at(
    (i) =>
      `"${i.text}" is no known kind (holiday, plant-closure, supplier-closure, promotion, stockout, event).`,
  ),
  "calendar-ends-before-start": at(
    (i) => `The end ${i.text} lies before the start; the entry does not count.`,
  ),
  "action-unknown": at((i) => `Decision "${i.text}" is unknown (accept, change, reject, ordered).`),
  "closure-endless": at(
    (i) =>
      `Closed from ${format.date(i.from)} to ${format.date(i.to)}, alone or with its neighbours for more than ${counted(`${i.days}`, "day", "days")}: the entry does not count, please correct it.`,
  ),
};
