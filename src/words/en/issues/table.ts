import type { Place, TableIssues } from "../../../issue.ts";
import type { IssueSentences } from "../../issue-sentences.ts";
import { counted } from "../../sentences.ts";
import { at } from "./place.ts";

const place = ({ row }: Place): string => (row === undefined ? "" : `Row ${row}: `);

/** How bytes became rows: what was left out or repaired. */
export const tableIssues: IssueSentences<TableIssues> = {
  "quotes-mended": (i) => `${place(i)}quotes out of place; the likeliest reading was taken: ${i.text}`,
  "row-mended": (i) =>
    `${place(i)}${i.cells} cells instead of ${i.width}; arranged as the other rows are: ${i.text}`,
  "row-short": (i) => `${place(i)}only ${i.cells} of ${i.width} cells; the rest counts as empty: ${i.text}`,
  "row-long": (i) =>
    `${place(i)}${i.cells} cells instead of ${i.width}; those too many were left out: ${i.text}`,
  "mending-ended": (i) =>
    `${place(i)}too many rows before were out of shape: from here on such rows are only cut or filled; please export the file again.`,
  "header-mended": (i) =>
    `${place(i)}the headings did not fit ${counted(`${i.width}`, "column", "columns")} and were arranged: ${i.text}`,
  "header-repeated": (i) => `${place(i)}the heading is repeated (page break) and does not count.`,
  "header-reordered": (i) =>
    `${place(i)}another heading with other columns or another order of the columns; the rows below are read by it: ${i.text}`,
  "tables-beside": (i) =>
    `${i.count} tables stand side by side; the one with the headings ${i.text} was read.`,
  "decimals-joined": (i) =>
    `A comma stands bare inside the numbers of ${i.text}: their two halves were put together.`,
  "lines-unquoted": (i) => `${place(i)}whole lines stand in quotation marks; these were removed.`,
  "lines-joined": (i) =>
    `${place(i)}two kinds of lines with headings of their own: each movement belongs to the item line above it.`,
  "group-sums": (i) =>
    `${counted(`${i.count}`, "row sums", "rows sum")} up others and ${i.count === 1 ? "is" : "are"} not counted beside them.`,
  "keys-filled": (i) =>
    `${place(i)}${i.text} stands in the first of its rows alone and holds for those below.`,
  "cells-split": (i) =>
    `${place(i)}Several items stand in one cell with their quantities; each is a line of its own.`,
  "balance-tells-way": (i) =>
    `What came in and what went out is told by the balance beside it: ${counted(`${i.count}`, "row is a receipt", "rows are receipts")}.`,
  "rows-of-groups": (i) =>
    `${place(i)}groups stand in rows of their own above their lines and hold for these (the first: ${i.text}).`,
  "title-repeated": (i) => `${place(i)}a title line of the page does not count: ${i.text}`,
  "rule-row": (i) => `${place(i)}a ruled line does not count.`,
  "blank-row": (i) => `${place(i)}an empty row does not count.`,
  "preamble-row": (i) => `${place(i)}stands before the table and does not count: ${i.text}`,
  "total-row": (i) => `${place(i)}a total does not count as demand: ${i.text}`,
  "footer-row": (i) => `${place(i)}stands after the table and does not count: ${i.text}`,
  "second-table": (i) =>
    `${place(i)}a second table begins here (${counted(`${i.rows}`, "row", "rows")}, ${counted(`${i.cells}`, "column", "columns")}); only the first is read. Please hand it over as a file of its own: ${i.text}`,
  "encoding-mixed": (i) =>
    `${place(i)}encoded differently from the rest of the file (UTF-8 and Windows-1252 mixed).`,
  "encoding-found": (i) => `The characters are written in the encoding ${i.text} and read so.`,
  "encoding-doubtful": (i) =>
    `${place(i)}the special characters fit no known encoding (code page); read as ${i.text}. Please save the file as UTF-8 where item numbers or headings look wrong.`,
  "character-unreadable": (i) => `${place(i)}holds bytes that are no character in the encoding of the file.`,
  "other-sheets": (i) => `The sheet "${i.sheet}" was read; not read: ${i.text}.`,
  "sheets-together": (i) => `Sheets of one shape are read together: ${i.text}.`,
  "hidden-rows": (i) => `${i.count} hidden rows (the first: ${i.row}) count as well.`,
  "error-cell": (i) => `${place(i)}error value ${i.text} in column ${i.column}.`,
  "formula-without-value": (i) =>
    `${place(i)}formula without a calculated value in column ${i.column}; please open and save in Excel.`,
  "digits-lost": (i) =>
    `${place(i)}the number ${i.text} in column ${i.column} has more than 15 digits; Excel did not keep the last ones.`,
  "date-impossible": (i) =>
    `${place(i)}${i.text} in column ${i.column} is no day (Excel counts 29 Feb 1900, which never was).`,
  "year-unclear": at((i) => `The columns ${i.text} … name no year. To which year do they belong?`),
  "year-missing": at((i) => `These dates name no year (e.g. ${i.text}). Of which year are they?`),
  "month-unclear": at(
    (i, hint) =>
      `The columns ${i.text} are the days of a month: of which one?${hint(" Please settle it with --answers.")}`,
  ),
  "week-unclear": at(
    (_i, hint) =>
      `The columns are the days of a week: of which one?${hint(" Please settle it with --answers.")}`,
  ),
  "more-like-this": (i) => `${i.count} more issues "${i.of}".`,
};
