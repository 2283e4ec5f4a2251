import type { Dictionary } from "../../order.ts";
import { encode, noDay } from "../../order.ts";
import { bareText } from "../cells/cells.ts";
import { dateValues, type NumberValues, numberValues } from "../cells/column-values.ts";
import { plainDates, type Resolved } from "../cells/dates.ts";
import { readIdentifier } from "../cells/identifiers.ts";
import { isMissing, type NumberScan } from "../cells/numbers.ts";
import type { Field } from "../columns/fields.ts";
import type { CodedTable } from "./coded-table.ts";
import type { Styles } from "./styles.ts";

/** A number column: value and scan of each line. */
type NumberColumn = {
  readonly present: boolean;
  at(line: number): number;
  scanAt(line: number): NumberScan | undefined;
};

const absentNumber: NumberColumn = { present: false, at: () => Number.NaN, scanAt: () => undefined };

/** A number column under its style, each distinct text read once; `at` is NaN where nothing can be used. */
export function numberColumn(
  coded: CodedTable,
  styles: Styles,
  field: Field,
): NumberColumn & Partial<NumberValues> {
  const column = coded.columns.get(field);
  if (column === undefined) return absentNumber;
  const { scans, values } = numberValues(column, styles.numbers.get(field));
  const { codes } = column;
  return {
    present: true,
    scans,
    values,
    at: (line) => values[codes[line]],
    scanAt: (line) => scans[codes[line]],
  };
}

/** A date column: what each line's text resolves to. */
export interface DateColumn {
  readonly present: boolean;
  at(line: number): Resolved;
  dayAt(line: number): number;
}

const noDate: Resolved = { problem: "missing" };

/** A date column under its style, each distinct text read once; `dayAt` is `noDay` where there is no day. */
export function dateColumn(coded: CodedTable, styles: Styles, field: Field): DateColumn {
  const column = coded.columns.get(field);
  if (column === undefined) return { present: false, at: () => noDate, dayAt: () => noDay };
  const resolved = dateValues(column, styles.dates.get(field) ?? plainDates);
  const days = Int32Array.from(resolved, (date) => ("day" in date ? date.day : noDay));
  const { codes } = column;
  return {
    present: true,
    at: (line) => resolved[codes[line]],
    dayAt: (line) => days[codes[line]],
  };
}

const unused = -2;

/** Codes of a text column in a dictionary, entered when a line first uses them; -1 where nothing is given. */
export function dictionaryColumn(
  coded: CodedTable,
  field: Field,
  into: Dictionary,
  read: (text: string) => string | undefined,
): (line: number) => number {
  const column = coded.columns.get(field);
  if (column === undefined) return () => -1;
  const entered = new Int32Array(column.texts.length).fill(unused);
  const { codes, texts } = column;
  return (line) => {
    const code = codes[line];
    let known = entered[code];
    if (known === unused) {
      known = encode(into, read(texts[code]));
      entered[code] = known;
    }
    return known;
  };
}

/** Identifier in a cell; undefined where it is missing or destroyed. */
export const idText = (text: string): string | undefined => {
  const read = readIdentifier(text);
  return "id" in read ? read.id : undefined;
};

/** Text of a cell; undefined where it stands for "not given". */
export const plainText = (text: string): string | undefined => {
  const bare = bareText(text);
  return isMissing(bare) ? undefined : bare;
};

/** Number and name out of "1088       Musterantriebe AG"; undefined when the text is one of both only. */
export function splitSupplier(text: string, combined: boolean): { id: string; name: string } | undefined {
  const match = /^([A-Za-z]{0,3}\d[\w.-]*)(\s+)(\S.*)$/.exec(bareText(text));
  if (match === null) return undefined;
  const [, id = "", gap = "", name = ""] = match;
  if (!combined && (gap.length < 2 || !/^\d{3,}$/.test(id))) return undefined;
  return { id, name: name.trim() };
}

/** Identifier of a supplier, from a cell that may hold number and name. */
export const supplierId =
  (combined: boolean) =>
  (text: string): string | undefined =>
    splitSupplier(text, combined)?.id ?? idText(text);
