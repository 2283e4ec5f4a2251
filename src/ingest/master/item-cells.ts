import { isoDate } from "../../calendar/date.ts";
import { defined } from "../../defined.ts";
import {
  type Issue,
  type IssueCode,
  type IssueValues,
  issueOf,
  type PlainIssueCode,
  type Severity,
} from "../../issue.ts";
import type { IsoDate } from "../../order.ts";
import { bareText } from "../cells/cells.ts";
import { scanDateCell, scanNumberCell } from "../cells/column-values.ts";
import { plainDates, resolveDate } from "../cells/dates.ts";
import { numberValue } from "../cells/numbers.ts";
import type { Field } from "../columns/fields.ts";
import type { Styles } from "../typed/styles.ts";
import { idText, plainText } from "../typed/typed-columns.ts";

/** The cells of one row of master data. */
export interface ItemCells {
  readonly item: string;
  readonly file: string;
  readonly row: number;
  readonly cells: ReadonlyMap<Field, string>;
  /** Headings, which may name units. */
  readonly names: ReadonlyMap<Field, string>;
  readonly styles: Styles;
  /** True where item columns are a by-product (inside orders): what is missing is not reported. */
  readonly quietly?: boolean;
}

/** Takes an issue of a row. */
export type Report = (issue: Issue) => void;

/** Reads the cells of a row by their fields: undefined where nothing stands, or nothing usable, which is reported. */
export interface CellReader {
  report<C extends IssueCode>(code: C, severity: Severity, field: Field, ...values: IssueValues<C>): void;
  text(field: Field): string | undefined;
  /** A cell of fixed words, in small letters; "none" is one of them. */
  word(field: Field): string;
  id(field: Field): string | undefined;
  number(field: Field): number | undefined;
  /** A number of at least 0. */
  nonNegative(field: Field): number | undefined;
  /** A number above 0; `zero` is what is said about a 0. */
  positive(field: Field, zero?: PlainIssueCode): number | undefined;
  /** A share: 98, "98 %" and .98 are the same. */
  share(field: Field): number | undefined;
  date(field: Field): IsoDate | undefined;
}

/** Reads the cells of a row; what cannot be used goes to `emit` with its place. */
export function cellReader(source: ItemCells, emit: Report): CellReader {
  const { cells, names, styles } = source;
  const cell = (field: Field): string => cells.get(field) ?? "";
  const read: CellReader = {
    report(code, severity, field, ...values) {
      const column = names.get(field);
      const text = bareText(cell(field));
      const place = { row: source.row, item: source.item, ...defined({ column }) };
      emit(issueOf(code, severity, text === "" ? place : { ...place, text }, ...values));
    },
    text: (field) => plainText(cell(field)),
    word: (field) => bareText(cell(field)).toLowerCase(),
    id: (field) => idText(cell(field)),
    number(field) {
      const scan = scanNumberCell(cell(field));
      if (scan.shape === "missing") return undefined;
      const value = numberValue(scan, styles.numbers.get(field));
      if (!Number.isNaN(value)) return value;
      read.report("value-unreadable", "warning", field);
      return undefined;
    },
    nonNegative(field) {
      const value = read.number(field);
      if (value === undefined || value >= 0) return value;
      read.report("value-negative", "warning", field);
      return undefined;
    },
    positive(field, zero = "value-zero") {
      const value = read.nonNegative(field);
      if (value !== 0) return value;
      read.report(zero, "warning", field);
      return undefined;
    },
    share(field) {
      const value = read.number(field);
      if (value === undefined) return undefined;
      const isPercent = scanNumberCell(cell(field)).percent || (names.get(field) ?? "").includes("%");
      return isPercent || value > 1 ? value / 100 : value;
    },
    date(field) {
      const found = resolveDate(scanDateCell(cell(field)), styles.dates.get(field) ?? plainDates);
      if ("day" in found) return isoDate(found.day);
      if (found.problem !== "missing" && found.problem !== "open")
        read.report("date-unusable", "warning", field);
      return undefined;
    },
  };
  return read;
}
