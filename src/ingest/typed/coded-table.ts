import { fnv1a } from "../../numeric/hash.ts";
import { cellText } from "../cells/cells.ts";
import type { Texts } from "../cells/column-values.ts";
import { datedBy } from "../columns/date-parts.ts";
import type { Field } from "../columns/fields.ts";
import type { FileLayout } from "../columns/file-layout.ts";
import type { Mapping } from "../columns/mapping.ts";
import type { TableProfile } from "../columns/profile.ts";
import type { Table } from "../table/record.ts";

/** A column as codes into its distinct texts: styles are decided and texts read once each, whatever the length. */
export interface CodedColumn extends Texts {
  readonly texts: string[];
  readonly counts: number[];
  codes: Int32Array;
}

/** The mapped columns of a table. */
export interface CodedTable {
  readonly file: string;
  readonly table: Table;
  readonly mapping: Mapping;
  readonly profile: TableProfile;
  /** Records read (of a wide table: rows of the file), and lines made of them. */
  readonly records: number;
  readonly length: number;
  /** Physical row of each line. */
  readonly rows: Int32Array;
  readonly columns: Map<Field, CodedColumn>;
  /** Hash of the cells that hold no field, where asked for. */
  readonly rest?: Int32Array;
  /** Rows whose order cells were filled from the row above. */
  readonly filledDown: number;
  /** The kind of a line is that of its document, by the letters of its number. */
  readonly byLetters?: boolean;
  /** Name of the column that holds the dates or quantities of a wide table. */
  readonly wide?: string;
  /** Heading of the column that a date text of a wide table comes from. */
  readonly wideHeadings?: ReadonlyMap<string, string>;
}

/** A growing column of codes. */
export class Coder {
  readonly texts: string[] = [];
  readonly counts: number[] = [];
  codes: Int32Array;
  private readonly known = new Map<string, number>();

  constructor(capacity: number) {
    this.codes = new Int32Array(capacity);
  }

  /** Code of a text, added when new. */
  code(text: string): number {
    let code = this.known.get(text);
    if (code === undefined) {
      code = this.texts.length;
      this.known.set(text, code);
      this.texts.push(text);
      this.counts.push(0);
    }
    return code;
  }

  put(at: number, code: number): void {
    if (at >= this.codes.length) this.codes = widened(this.codes);
    this.codes[at] = code;
    this.counts[code] += 1;
  }
}

/** A column of codes with twice the room. */
export function widened(column: Int32Array): Int32Array {
  const wider = new Int32Array(Math.max(1024, column.length * 2));
  wider.set(column);
  return wider;
}

interface ReadColumnsOptions {
  /** Hash what stands in the other columns, to tell lines of overlapping files apart. */
  readonly hashRest?: boolean;
  /** Fields of an order whose empty cells repeat the row above (Odoo). */
  readonly fillDown?: readonly Field[];
}

/** Ends a cell in the hash of a row. */
const cellEnd = "\u001f";

/** Reads every mapped column of a table in one pass. */
export function readColumns(layout: FileLayout, options: ReadColumnsOptions = {}): CodedTable {
  const { source, table, mapping, profile, parts, inCalendar, derived = [] } = layout;
  const capacity = 4096;
  const fields = [...mapping.fields];
  const coders = fields.map(() => new Coder(capacity));
  const indexes = fields.map(([, index]) => index);
  const made = fields.map(([field]) => derived.find((each) => each.field === field)?.of);
  const used = new Set(indexes);
  const fill = new Set((options.fillDown ?? []).map((field) => fields.findIndex(([name]) => name === field)));
  fill.delete(-1);
  const last = new Int32Array(fields.length).fill(-1);
  let rows: Int32Array = new Int32Array(capacity);
  let rest: Int32Array | undefined = options.hashRest === true ? new Int32Array(capacity) : undefined;
  const dates = new Coder(parts === undefined ? 0 : capacity);
  let length = 0;
  let filledDown = 0;
  for (const { row, cells, types } of table.records()) {
    if (parts !== undefined) dates.put(length, dates.code(datedBy(parts, cells)));
    if (length >= rows.length) {
      rows = widened(rows);
      if (rest !== undefined) rest = widened(rest);
    }
    let filled = false;
    for (let f = 0; f < indexes.length; f++) {
      const index = indexes[f];
      const coder = coders[f];
      const own = made[f];
      const code = coder.code(own === undefined ? cellText(cells[index] ?? "", types?.[index]) : own(cells));
      const repeats = coder.texts[code] === "" && fill.has(f) && last[f] >= 0;
      if (repeats) filled = true;
      else last[f] = code;
      coder.put(length, repeats ? last[f] : code);
    }
    if (filled) filledDown++;
    if (rest !== undefined) {
      let hash = fnv1a("");
      for (let c = 0; c < cells.length; c++) if (!used.has(c)) hash = fnv1a(cellEnd, fnv1a(cells[c], hash));
      rest[length] = hash;
    }
    rows[length++] = row;
  }
  const columns = new Map(fields.map(([field], f): [Field, CodedColumn] => [field, coders[f]]));
  if (parts !== undefined) columns.set("date", dates);
  const date = columns.get("date");
  if (inCalendar !== undefined && date !== undefined)
    columns.set("date", { texts: date.texts.map(inCalendar), counts: date.counts, codes: date.codes });
  const base = {
    file: source.name,
    table,
    mapping,
    profile,
    records: length,
    length,
    rows,
    columns,
    filledDown,
  };
  return rest === undefined ? base : { ...base, rest };
}

/** Text of a field in a line, "" when the field has no column. */
export function textAt(coded: CodedTable, field: Field, line: number): string {
  const column = coded.columns.get(field);
  return column === undefined ? "" : column.texts[column.codes[line]];
}
