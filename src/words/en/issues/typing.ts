import type { TypingIssues } from "../../../issue.ts";
import { candidates, type IssueSentences } from "../../issue-sentences.ts";
import { counted } from "../../sentences.ts";
import { format } from "../format.ts";
import { at } from "./place.ts";

/** How columns, lines and cells were understood. */
/** What rows lack that could not be used. */
const lacking: Readonly<Record<string, string>> = {
  item: " (no item number, or one that a spreadsheet damaged, as to a date)",
  date: " (no readable date)",
  quantity: " (no readable quantity)",
};

/** What figures are by their title. */
const otherFigures: Readonly<Record<TypingIssues["figures-unclear"]["of"], string>> = {
  stock: "a stock",
  plan: "a plan or forecast",
  money: "money",
  other: "money, a stock or a plan",
};

export const typingIssues: IssueSentences<TypingIssues> = {
  "column-unclear": at((i, hint) =>
    i.field === "item" && candidates(i) === ""
      ? `No column names the item: heads of orders? Please hand over their lines (with the items) as well, or name the column.${hint(" (--map item=…)")}`
      : `Which column is "${i.field}"? Candidates: ${candidates(i) || "none found"}.${hint(` Please say so with --map ${i.field}=Heading.`)}`,
  ),
  "column-unreadable": at(
    (i, hint) =>
      `This column should be "${i.field}" but cannot be read as such (e.g. ${i.text}).${hint(` Please correct it or name another one with --map ${i.field}=Heading.`)}`,
  ),
  "column-guessed": at(
    (i, hint) =>
      `read as "${i.field}" because no known heading is there; please check${hint(" or set it with --map")}.`,
  ),
  "column-chosen": at((i) => `read as "${i.field}"; also possible: column ${i.text}.`),
  "column-missing": at(
    (i) =>
      `There is no column for "${i.field}" (${counted(`${i.count}`, "row", "rows")}): without it there is no order suggestion.${candidates(i) === "" ? "" : ` Is it "${candidates(i)}"?`}`,
  ),
  "minimum-stock-unclear": at(
    (_, hint) =>
      `Is this the safety stock (safetyStock) or the reorder point (reorderPoint)? Until you answer${hint(" (--answers)")} the column is not used.`,
  ),
  "heading-repeated": at(() => "This heading stands over several columns; the first one counts."),
  "wide-layout": at(
    (i) =>
      `One column a period (${counted(`${i.periods}`, "period", "periods")}): one line was read for each cell.`,
  ),
  "period-total": at(() => "The column sums up its neighbours and is not counted beside them."),
  "measure-chosen": at((i) => `Of several measures a period "${i.text}" was read as the quantity.`),
  "measure-unclear": at((i) => `Which measure is the quantity? Candidates: ${candidates(i)}.`),
  "one-piece": at(
    () =>
      "No column holds a quantity, and an item stands in several rows of an order: each row counts as one piece.",
  ),
  "quantity-of-amount": at(
    () => "No column holds a quantity: it is the amount by the price, a whole number in every row.",
  ),
  "quantity-of-columns": at(() => "The quantity of a row is what stands in several columns together."),
  "periods-cumulative": at(
    () => "Each figure holds those before it in its year, as the headings say: the differences are read.",
  ),
  "periods-cumulative-unclear": at(
    (_, hint) =>
      `The figures of this and the next columns never fall (running totals of a year?): read the differences, or the figures as they are?${hint(" Please settle it with --answers.")}`,
  ),
  "items-blank": at(
    (i, hint) =>
      `${counted(`${i.count}`, "row names", "rows name")} no item, but a day and a quantity: do they go with the item above, or are they left out?${hint(" Please settle it with --answers.")}`,
  ),
  "voids-unclear": at(
    (_i, hint) =>
      `Does the quantity hold what was voided, so that it is taken off, or does that stand beside it?${hint(" Please settle it with --answers.")}`,
  ),
  "lines-noted": at(
    (i, hint) =>
      `"${i.text}" stands beside ${counted(`${i.count}`, "line", "lines")}: are these returns, do they not count, or are they lines as the others?${hint(" Please settle it with --answers.")}`,
  ),
  "items-unnumbered": at(
    (i, hint) =>
      `${counted(`${i.count}`, "row names its item", "rows name their item")} in words and no number (${i.text}): do they count by their name, or are they left out?${hint(" Please settle it with --answers.")}`,
  ),
  "no-demand": at(
    (i) => `No line is demand (${i.text}; lines read: ${i.count}): there is nothing to plan on.`,
  ),
  "items-unknown": at(
    (i) =>
      `Of its items (${i.count}) hardly any stands in the order lines (found: ${i.shared}; missing: ${i.text}, …): stocks and lead times of others, or numbers written another way?`,
  ),
  "items-across": at((i) => `Each column but the date is read as an item: ${i.text}.`),
  "items-across-unclear": at(
    (i, hint) =>
      `Is each of these columns an item, with its quantity of each day (${i.text})?${hint(" Please settle it with --answers.")}`,
  ),
  "sheet-items-unclear": at(
    (i, hint) =>
      `No column names the item: are the names of the sheets the items (${i.text})?${hint(" Please settle it with --answers, or name a column with --map item=…")}`,
  ),
  "figures-unclear": at(
    (i, hint) =>
      `"${i.text}" speaks of ${otherFigures[i.of]}, not of demand. Is each figure a quantity that was sold or used all the same (demand)? Else export those.${hint(" Please settle it with --answers.")}`,
  ),
  "half-years": at(
    (i, hint) =>
      `The columns hold half-years ("${i.text}"), too long to plan by: spread each evenly over its two quarters? Better export months or weeks.${hint(" Please settle it with --answers.")}`,
  ),
  "periods-numbered": at(
    (i) =>
      `The columns ${i.text} count periods without naming them. Which month (2025-12), week (2025-W52), quarter or day is the last one?`,
  ),
  "number-style-unclear": at(
    (i, hint) =>
      `${i.text}: thousands or decimals? The column does not tell; no number was used.${hint(" Please settle it with --answers.")}`,
  ),
  "date-order-unclear": at(
    (i, hint) =>
      `${i.text}: day or month first? The column does not tell; no date was used.${hint(" Please settle it with --answers.")}`,
  ),
  "two-digit-years": at(
    (i) => `${i.count} years have two digits: 00 to 69 are read as 2000 to 2069, 70 to 99 as 1970 to 1999.`,
  ),
  "date-serials": at((i) => `${i.count} dates are Excel serial numbers, read in the 1900 system.`),
  "date-from-due": at(() => "No other date is there: the due date is taken as the date of the line."),
  "dates-of-evening": at(
    () =>
      "Every date stands at the midnight of another place, written in UTC (22:00, 23:00). In the evening the next day is taken.",
  ),
  "dates-half-swapped": at(
    (i, hint) =>
      `Dates up to the twelfth of a month stand otherwise than those of later days: a spreadsheet likely swapped day and month, e.g. of ${i.text}.${hint(" Please settle it with --answers.")}`,
  ),
  "colours-unread": at(
    (i, hint) =>
      `The list marks rows that do not count by their looks, which are not read ("${i.text}"): take them out, or mark them in a column. Do all rows count all the same${hint(" (count)")}?${hint(" Please settle it with --answers.")}`,
  ),
  "year-of-business": at(
    (i) => `"${i.column}" is read as the calendar year; a fiscal year that begins in another month is not.`,
  ),
  "fiscal-year-unclear": at(
    (i, hint) =>
      `"${i.column}" counts the periods of a fiscal year: which month is its first ("04": April of the year that names it, "before-10": October of the year before)?${hint(" Please settle it with --answers.")}`,
  ),
  "fiscal-year-known": at(
    (i) => `"${i.column}" counts by a fiscal year: period 1 of ${i.year} is ${i.first}, as "${i.by}" shows.`,
  ),
  "filled-down": at(
    (i) =>
      `${counted(`${i.count}`, "row", "rows")} without the cells of their order took those of the row above.`,
  ),
  "kind-assumed": at(
    (i) => `Nothing says whether the lines are sales, issues or purchases; read as ${i.kind}.`,
  ),
  "kind-from-heading": at((i) => `The lines are taken as ${i.kind} (because of "${i.text}").`),
  "kinds-read": at((i) => `Kinds of movement: ${i.text}.`),
  "kind-unknown": at(
    (i, hint) =>
      `Kind of movement "${i.text}" is unknown; the line does not count.${hint(" Please assign it with --answers.")}`,
  ),
  "signs-turned": at((i) => `Nearly all quantities are negative (${i.count}): read as issues, signs turned.`),
  "sign-unclear": at(
    (i, hint) =>
      `${i.count} quantities are negative: returns or issues?${hint(" Please settle it with --answers.")}`,
  ),
  "zero-price-correction": at(
    (i) => `${i.text} units at price 0 without a customer: taken as a stock correction, not as demand.`,
  ),
  "pseudo-item": at((i) => `"${i.text}" is a charge, no item; the line does not count as demand.`),
  "not-an-item-row": at((i) => `Line type "${i.text}" is no item; the line does not count.`),
  "line-deleted": at(() => "The line bears a deletion flag and does not count."),
  "state-not-counted": at((i) => `State "${i.text}": the line does not count.`),
  "state-unclear": at(
    (i, hint) =>
      `Does a line in the state "${i.text}" count as demand?${hint(" Please settle it with --answers.")}`,
  ),
  "stages-repeated": at(
    (i, hint) =>
      `The same items and quantities stand under several documents (lines: ${i.text}): steps of one sale? Which of them is the demand (all: they are different sales)?${hint(" Please settle it with --answers.")}`,
  ),
  "variants-unclear": at(
    (_, hint) =>
      `One item number stands for several variants: plan them apart or together?${hint(" Please settle it with --answers.")}`,
  ),
  "column-undecided": at(
    (i, hint) =>
      `What does it say (${i.text})? Other quantities stand beside some of its words than beside others: kind (of movement), status, variant or nothing?${hint(" Please settle it with --answers.")}`,
  ),
  "row-without-data": at(
    () => "Neither item nor quantity and date: the row does not count (subtotal or empty).",
  ),
  "row-without-item": at(() => "Without an item number: the row does not count."),
  "row-without-supplier": at(() => "Without a supplier number: the row does not count."),
  "item-damaged": at(
    (i) =>
      `${i.text} once was an item number; Excel destroyed its digits. The row does not count; please export the column as text.`,
  ),
  "item-as-date": at(
    (i) =>
      `Item number "${i.text}" is a date: a spreadsheet likely damaged it. The row does not count; please export the column as text.`,
  ),
  "tables-side-by-side": at(
    (_, hint) =>
      `Two tables stand side by side: which one holds the lines? The candidates are their first columns.${hint(" Please settle it with --answers.")}`,
  ),
  "item-restorable": at(
    (i, hint) =>
      `${i.text} may have been item ${candidates(i)}. Nothing is restored without your answer${hint(" (--answers)")}.`,
  ),
  "item-digits-lost": at(
    (i) =>
      `${i.text} has more than 15 digits as a number; the last ones are lost. The row does not count; please export it as text.`,
  ),
  "item-cleaned": at((i) => `Invisible characters or a text mark removed from "${i.text}".`),
  "item-variants": at(
    (i) => `${i.text} differ in leading zeros or capitals only; they stay apart until you answer.`,
  ),
  "item-zeros-lost": at(
    (i) => `The master data know another spelling (${i.text}): were leading zeros lost? Nothing was joined.`,
  ),
  "items-joined": at((i) => `Joined by your answer: ${i.text}.`),
  "date-missing": at(() => "Without a date: the row does not count."),
  "date-open-end": at((i) => `${i.text} means "open" and is no date; the row does not count.`),
  "no-such-date": at((i) => `There is no day ${i.text}; the row does not count.`),
  "date-unreadable": at((i) => `"${i.text}" is no readable date; the row does not count.`),
  "side-date-unusable": at((i) => `"${i.text}" is no date and stays empty; the row counts.`),
  "date-unusable": at((i) => `"${i.text}" is no date and stays empty.`),
  "quantity-missing": at(() => "Without a quantity: the row does not count (missing is not 0)."),
  "quantity-unreadable": at((i) => `"${i.text}" is no quantity; the row does not count.`),
  "quantity-beyond-bounds": at(
    (i) => `Quantity ${i.text} is larger than ${i.most}: the line does not count.`,
  ),
  "quantity-against-style": at(
    (i) => `${i.text} does not fit the way the column writes numbers; the row does not count.`,
  ),
  "number-scientific": at((i) => `${i.text} read as ${i.value}.`),
  "price-unreadable": at((i) => `Price "${i.text}" cannot be read and stays empty.`),
  "price-missing": at((i) => `The price is missing (${i.text}), it is not 0.`),
  "price-negative": at((i) => `The negative price ${i.text} is not used.`),
  "price-unit-unusable": at((i) => `Price unit ${i.text} cannot be used, so neither can the price.`),
  "unit-factor-unusable": at((i) => `Conversion factor ${i.text} cannot be used; the line does not count.`),
  "unit-converted": at(
    (i) =>
      `${counted(`${i.lines}`, "line", "lines")} in ${i.text} converted to ${i.unit} (factor ${i.factor}).`,
  ),
  "unit-without-factor": at(
    (i, hint) =>
      `${counted(`${i.lines}`, "line", "lines")} in ${i.text}, the others in ${i.unit}: without a factor they do not count.${hint(" Please give the pieces in one with --answers, or leave-out.")}`,
  ),
  "line-in-other-file": at((i) =>
    i.lines === undefined
      ? "Another file brings this line as well; it counts once."
      : `Another file brings ${counted(`${i.lines}`, "line", "lines")} (${i.text}) as well; they count once.`,
  ),
  "half-left-out": at(
    (i, hint) =>
      `${i.count} of ${counted(`${i.lines}`, "row", "rows")} could not be used${lacking[i.of ?? ""] ?? ""}: is this the right file, and are its columns understood?${hint(" Please look at the warnings, then settle it with --answers.")}`,
  ),
  "all-on-one-day": at(
    (i) =>
      `One day stands in all lines (${i.count}): it may be the day of the list instead of that of each line.`,
  ),
  "receipts-outweigh": at(
    (i) =>
      `${format.quantity(i.received)} pieces came in and ${format.quantity(i.demand)} went out: are the two directions read the right way?`,
  ),
  "returns-outweigh": at(
    (i) =>
      `${format.quantity(i.returned)} pieces are returns of ${format.quantity(i.demand)} sold or issued: are their signs read the right way?`,
  ),
  "file-scaled": at(
    (i) =>
      `Its lines are about ${i.factor} times those of the same items in the other files (items compared: ${i.count}): another unit, or numbers read another way?`,
  ),
  "lines-ahead": at(
    (i) =>
      `The last line is dated ${format.date(i.last)}, after today (${format.date(i.today)}): dates of delivery, open orders or a plan? As-of ${i.today} leaves out what comes later.`,
  ),
  "items-once-each": at(
    (i) =>
      `Articles that stand in one line each: ${i.count}; the column of the article may be a key of the line.`,
  ),
  "order-without-head": at(() => "The head of this line's order (its date) is missing; it does not count."),
  "order-head-repeated": at(() => "This order number stands there twice; the first head counts."),
};
