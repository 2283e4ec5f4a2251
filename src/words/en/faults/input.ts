import type { InputFaults, LineFaults, WorkbookDamage } from "../../../fault.ts";
import { candidates, issueSaid, withOptions, withoutOptions } from "../../issue-sentences.ts";
import { readyAnswer } from "../../questions.ts";
import { type Advising, counted, type Sentences, said } from "../../sentences.ts";
import { issues } from "../issues/index.ts";

/** What is broken inside an XLSX file. */
const damage: Readonly<Record<WorkbookDamage, string>> = {
  "row-number": "a row has no valid number",
  xml: "its XML is broken",
  "too-short": "too short",
  "no-directory": "no directory at its end",
  "directory-cut-off": "the directory is cut off",
  "sizes-missing": "sizes are missing",
  "entry-missing": "an entry is missing",
  "entries-disagree": "directory and entries disagree",
  "entries-overlap": "entries overlap",
  "entry-not-unpacked": "an entry cannot be unpacked",
  "entry-too-large": "an entry is larger than declared",
  "entry-cut-off": "an entry is cut off",
  "entry-changed": "the checksum of an entry does not fit its contents",
  "packing-unknown": "a packing method that Excel does not use",
};

const parquet: Readonly<Record<InputFaults["parquet-unread"]["why"], string>> = {
  damaged:
    "The Parquet file is damaged or packed in a way that is not read; write it again (ZSTD, GZIP or SNAPPY).",
  "too-much":
    "Reading this Parquet file takes more memory or time than its size allows; write it in smaller row groups.",
};

const unread: Readonly<Record<InputFaults["workbook-unread"]["why"], string>> = {
  damaged: "The old workbook (.xls, .xlsb) is damaged; open it in Excel, save it as .xlsx and retry.",
  none: "This is an old Office file without a workbook; save the list as XLSX or CSV.",
  "too-much":
    "Reading this old workbook (.xls, .xlsb) takes more memory or time than a file may; save it as .xlsx or CSV.",
};

const strangers: Readonly<Record<InputFaults["not-a-table"]["what"], string>> = {
  pdf: "This is a PDF, not a table; export the list as CSV or XLSX.",
  picture: "This is a picture, not a table; export the list as CSV or XLSX.",
  parquet: "This is a Parquet file; export the table as CSV or XLSX.",
  database: "This is a database file; export the table as CSV or XLSX.",
  sylk: "This is a SYLK file (symbolic link); open it in Excel and save it as XLSX.",
  dif: "This is a DIF file (data interchange format); open it in Excel and save it as XLSX.",
  "web-archive": "This is a web archive (MHT, HTML); open it in Excel and save it as XLSX.",
  "rich-text": "This is a text document (RTF), not a table; export the list as CSV or XLSX.",
  word: "This is a Word document, not a table; export the list as CSV or XLSX.",
  slides: "This is a presentation, not a table; export the list as CSV or XLSX.",
  "open-document": "This is an OpenDocument file without a spreadsheet; save its table as XLSX, ODS or CSV.",
  numbers: "This is an Apple Numbers document; export it there as Excel (.xlsx) or CSV.",
  "fixed-width":
    "This file has no separator: its columns stand at fixed places, filled up with blanks (fixed width). Please export it as CSV, XLSX or with tabs.",
};

const tooLarge: Readonly<Record<InputFaults["cell-too-large"]["part"], (millions: number) => string>> = {
  cell: (millions) =>
    `A cell holds more than ${millions} million characters; check the file for a quote that is not closed.`,
  line: (millions) =>
    `A line is longer than ${millions} million characters, as no table's is; check the file or its line ends.`,
  "sheet-cell": () => "A cell holds more text than a table can; check the file.",
  "sheet-texts": () => "The XLSX file holds more text than a table can; export fewer columns.",
};

/** Why an input cannot be used. */
export const inputFaults: Advising<InputFaults> = {
  "key-not-unique": (f) =>
    `${f.name} may mean two items at two locations: please replace the @ in item numbers or locations`,
  "no-usable-line": (_, hint) => `no order line can be used: check the date column${hint(" and --as-of")}`,
  "too-short-to-backtest": ({ horizon }) =>
    `no series is long enough for an origin with ${horizon} buckets after it: use a smaller --horizon or a longer history`,
  "others-match-nothing": ({ path }) =>
    `${path}: no forecast is of the same item, origin (cutoff) and bucket (ds) as one of these: match --origins and --horizon`,
  "no-complete-bucket": ({ first, last, bucket }, hint) =>
    `the lines from ${first} to ${last} fill no complete ${bucket}: use ${hint("a smaller --bucket or ")}a longer history`,
  "no-rows": ({ place }) =>
    place === "file" ? "the file holds no row" : "no row below the headings, nothing to plan",
  "not-a-history": ({ kind }, hint) =>
    kind === "items"
      ? `This is a list of items or stock (no column holds dated quantities), not a history of orders; hand it over as items${hint(" (--items)")}.`
      : `This is a list of open orders (something is open in every line), not a history; hand it over as open orders${hint(" (--open-orders)")}, or name the column of the dates${hint(" with --map")} if its lines are history.`,
  "nothing-usable": ({ kind, most }) => {
    const why = most === undefined ? "" : ` (${most.code} in ${counted(`${most.rows}`, "row", "rows")})`;
    return kind === undefined
      ? `no usable order line in the input${why}`
      : `no row can be used as ${kind}${why}`;
  },
  question: ({ issue, more }, advice) => {
    const { map, answers } = readyAnswer(issue);
    const list = candidates(issue);
    const byMap = map === undefined ? "" : ` Answer with --map ${map}`;
    const byFile =
      answers === undefined
        ? ""
        : ` Answers: ${list}. Write ${answers} into a file and name it with --answers FILE`;
    const hint = issue.question === undefined ? withOptions : withoutOptions;
    const others = more === 1 ? "and one more question" : `and ${more} more questions`;
    const rest = more === 0 ? "" : ` (${others}${advice(", see issues.csv")})`;
    return `${issueSaid(issues, issue, advice === withOptions ? hint : advice)}${advice(`${byMap}${byFile}`)}${rest}`;
  },
  "day-too-far": ({ name, got, last, years }) =>
    `${name} ${got} lies more than ${years} years after the last line (${last}): check the date.`,
  "not-text": ({ what }) =>
    what === "binary"
      ? "This file is binary (it holds NUL or control bytes), not a table; export it as CSV or XLSX."
      : "The file holds NUL bytes, so it is no text table; export it again.",
  "cell-too-large": ({ part, millions }) => tooLarge[part](millions),
  "sheet-mostly-empty": ({ column }) =>
    `The rows of the sheet reach to column ${column} with hardly a cell before it; delete the empty columns, or export the list as CSV.`,
  "too-many-columns": ({ most }) =>
    `The table has more than ${counted(`${most}`, "column", "columns")}; export only the columns that are needed.`,
  "stored-file-damaged": ({ what }) =>
    what === "missing"
      ? "the stored file is no longer there: send it again"
      : "the stored file has changed on the disk: send it again",
  "inflated-too-large": ({ megabytes }) =>
    `The file unpacks to more than ${megabytes} MB; split it, or export fewer rows.`,
  "inflate-ratio": ({ most }) =>
    `The file unpacks to more than ${most} times its size, as no table does; send it unpacked.`,
  "gzip-damaged": () => "The gzip file is damaged or cut off; export or send it again.",
  "old-excel": () =>
    "This is an old .xls workbook, which is read by the programs of bedarf alone; save it as .xlsx without a password, or as CSV.",
  "not-a-table": ({ what }) => strangers[what],
  packed: ({ archive }) =>
    `This is ${/^[aeiox]/.test(archive) ? "an" : "a"} ${archive} archive; unpack it first.`,
  markup: () => "This is HTML or XML, not a table; save it as XLSX or CSV first.",
  json: () => "This is JSON, not a table; export it as CSV or XLSX.",
  "xlsx-too-large": ({ megabytes }) =>
    `The XLSX file is larger than ${megabytes} MB; export the list as CSV.`,
  "xlsx-damaged": ({ why }) =>
    `The XLSX file is damaged (${damage[why]}); open it in Excel, save it again and retry.`,
  "xlsx-doctype": () => "The XLSX file holds a document type definition, which is refused.",
  "xlsx-entries": ({ most }) => `The XLSX file holds more than ${most} parts, as no table does.`,
  "xlsx-encrypted": () => "The workbook is protected by a password; save it without one.",
  xlsb: () =>
    "This is a binary workbook (.xlsb), which is read by the programs of bedarf alone; save it as .xlsx.",
  "sheet-repeats": () => "The sheet is hardly anything but one row or cell repeated; export the list as CSV.",
  "parquet-unread": ({ why }) => parquet[why],
  "workbook-unread": ({ why }) => unread[why],
  "zip-no-workbook": () => "This is a ZIP archive without a workbook; unpack it first.",
  "sheet-missing": ({ sheet, known }) => `The workbook has no sheet "${sheet}"; it has: ${known}.`,
  "no-orders": ({ wanted }) =>
    wanted === "upload"
      ? "there are no order lines yet: upload a file of kind orders"
      : "the job has no file whose name begins with orders",
  "no-series": ({ line, why }) =>
    `the input holds no series${why === undefined ? "" : `: line ${line}: ${said(lineFaults, why)}`}`,
  "no-items": () => "the input holds no item that can be suggested for",
  "no-replay-items": () => "no item has a lead time and a price: add both",
};

/** Why a line of NDJSON is no series. */
export const lineFaults: Sentences<LineFaults> = {
  "not-json": () => "the line is no JSON object",
  "not-an-object": () => "the line is no JSON object",
  "item-missing": () => "item must be text",
  "bucket-unknown": ({ got, known }) => `bucket must be one of ${known.join(", ")}, got ${got}`,
  "start-not-a-date": ({ got }) => `start must be a date YYYY-MM-DD, got ${got}`,
  "period-not-valid": ({ most, got }) => `period must be a whole number from 1 to ${most}, got ${got}`,
  "horizon-not-valid": ({ most, got }) => `horizon must be a whole number from 0 to ${most}, got ${got}`,
  "values-missing": () => "values must be a list of numbers and nulls",
  "value-not-a-number": ({ at, got }) => `values[${at}] must be a number up to 1e12 or null, got ${got}`,
  "events-not-a-list": () => "events must be a list",
  "event-not-valid": ({ at, known }) =>
    `events[${at}] needs from, to (dates) and kind (${known.join(", ")}); factor is a number from 0 on`,
  "previous-not-valid": () => "previous needs start (a date) and mean (a list of numbers)",
};
