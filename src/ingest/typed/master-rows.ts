import { isoDate } from "../../calendar/date.ts";
import type { ColumnUse } from "../../column-use.ts";
import { defined } from "../../defined.ts";
import { InputError } from "../../errors.ts";
import { type Issue, issueOf, type PlainIssueCode, type Severity } from "../../issue.ts";
import type { IsoDate } from "../../order.ts";
import { bareText } from "../cells/cells.ts";
import { columnUses } from "../columns/column-uses.ts";
import type { Field, FileKind } from "../columns/fields.ts";
import { fileLayout, openFile } from "../columns/file-layout.ts";
import { type IssueList, issueList } from "../issue-list.ts";
import { naming } from "../named-errors.ts";
import { refuseOpenQuestions } from "../questions.ts";
import type { InputCount, ReadOptions } from "../read-options.ts";
import { wantedFor } from "../sheet-choice.ts";
import type { ByteSource } from "../source.ts";
import { type CodedTable, readColumns, textAt } from "./coded-table.ts";
import { columnName, decideStyles, type Styles } from "./styles.ts";
import { dateColumn, idText, numberColumn, plainText } from "./typed-columns.ts";

/** How many rows of a file count, and what it reports. */
export interface MasterRead {
  readonly inputs: InputCount[];
  readonly issues: Issue[];
}

/** The rows of a file other than orders, with every cell read by its field. */
export interface MasterRows {
  readonly coded: CodedTable;
  /** What became of each column. */
  readonly columns: readonly ColumnUse[];
  readonly styles: Styles;
  readonly issues: IssueList;
  /** Issues of the file and its columns, before any row. */
  readonly before: readonly Issue[];
  /** File and row of a line. */
  place(line: number): { readonly file: string; readonly row: number };
  has(field: Field): boolean;
  id(field: Field, line: number): string | undefined;
  text(field: Field, line: number): string | undefined;
  /** Undefined when missing; reported when unreadable. */
  number(field: Field, line: number): number | undefined;
  date(field: Field, line: number): IsoDate | undefined;
  report(code: PlainIssueCode, severity: Severity, line: number, field?: Field): void;
}

function openColumns(source: ByteSource, kind: FileKind, options: ReadOptions) {
  const opened = openFile(source, wantedFor(kind));
  if (opened.table.header.length === 0 && opened.profile.records === 0)
    throw new InputError({ code: "no-rows", place: "file" });
  const layout = fileLayout(opened, kind, options);
  return { layout, coded: readColumns(layout) };
}

/** Opens a file of a kind other than orders. */
export function openMasterRows(source: ByteSource, kind: FileKind, options: ReadOptions): MasterRows {
  const { layout, coded } = naming(source.name, () => openColumns(source, kind, options));
  const styles = decideStyles(coded, options.answers);
  const before = [...layout.issues, ...styles.issues.map((issue) => ({ ...issue, file: source.name }))];
  refuseOpenQuestions(before);
  const issues = issueList(source.name);
  const numbers = new Map<Field, ReturnType<typeof numberColumn>>();
  const dates = new Map<Field, ReturnType<typeof dateColumn>>();
  const rows: MasterRows = {
    coded,
    columns: columnUses(layout),
    styles,
    issues,
    before,
    place: (line) => ({ file: source.name, row: coded.rows[line] }),
    has: (field) => coded.columns.has(field),
    id: (field, line) => idText(textAt(coded, field, line)),
    text: (field, line) => plainText(textAt(coded, field, line)),
    number(field, line) {
      const column = numbers.get(field) ?? numberColumn(coded, styles, field);
      numbers.set(field, column);
      const value = column.at(line);
      if (!Number.isNaN(value)) return value;
      if (column.present && column.scanAt(line)?.shape !== "missing")
        rows.report("value-unreadable", "warning", line, field);
      return undefined;
    },
    date(field, line) {
      const column = dates.get(field) ?? dateColumn(coded, styles, field);
      dates.set(field, column);
      const found = column.at(line);
      if ("day" in found) return isoDate(found.day);
      if (found.problem !== "missing" && found.problem !== "open")
        rows.report("date-unusable", "warning", line, field);
      return undefined;
    },
    report(code, severity, line, field) {
      const column = field === undefined ? undefined : columnName(coded, field);
      const text = field === undefined ? "" : bareText(textAt(coded, field, line));
      const item = idText(textAt(coded, "item", line));
      const place = {
        row: coded.rows[line],
        ...defined({ column, item }),
        ...(text === "" ? {} : { text }),
      };
      issues.add(issueOf(code, severity, place));
    },
  };
  return rows;
}

/** What every reader of such a file returns; `used` rows count. */
export const masterRead = ({ coded, columns, before, issues }: MasterRows, used: number): MasterRead => ({
  inputs: [{ file: coded.file, lines: coded.records, used, columns }],
  issues: [...before, ...coded.table.issues(), ...issues.list()],
});
