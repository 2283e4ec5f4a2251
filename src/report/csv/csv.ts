import { inQuotes } from "../../quoted.ts";
import type { CsvDialect } from "../../words/format.ts";
import { type Lang, langs, wordsOf } from "../../words/languages.ts";
import { significant } from "../significant.ts";
import { defused } from "./defuse.ts";

/** How CSV files are written, by language. */
export const csvDialects = Object.fromEntries(langs.map((lang) => [lang, wordsOf(lang).csv])) as Readonly<
  Record<Lang, CsvDialect>
>;

/** A string is text and is defused; a number stays a number; what is not given is an empty cell. */
export type Cell = string | number | boolean | null | undefined;

const special = /[",;\r\n\t]|^\s|\s$/;

function textCell(text: string): string {
  const safe = defused(text);
  return special.test(safe) ? inQuotes(safe) : safe;
}

/** A number cell. */
function numberCell(x: number, dialect: CsvDialect): string {
  if (!Number.isFinite(x)) return "";
  const text = significant(x);
  return dialect.decimal === "," ? text.replace(".", ",") : text;
}

function cell(value: Cell, dialect: CsvDialect): string {
  if (typeof value === "number") return numberCell(value, dialect);
  if (typeof value === "string") return textCell(value);
  return value === true ? "true" : value === false ? "false" : "";
}

/** One record. */
export const csvRow = (cells: readonly Cell[], dialect: CsvDialect): string =>
  `${cells.map((value) => cell(value, dialect)).join(dialect.delimiter)}\r\n`;

/** A CSV file in pieces: heading, then rows. */
export function* csv(
  heading: readonly string[],
  rows: Iterable<readonly Cell[]>,
  dialect: CsvDialect,
): Generator<string> {
  yield dialect.mark + csvRow(heading, dialect);
  for (const row of rows) yield csvRow(row, dialect);
}
