import type { Field } from "../columns/fields.ts";
import { type CodedColumn, type CodedTable, textAt } from "./coded-table.ts";
import { idText } from "./typed-columns.ts";

/** Fields that an order's head gives to its lines. */
const headFields: readonly Field[] = [
  ...([
    "date",
    "kind",
    "supplier",
    "supplierName",
    "supplierAndName",
    "customer",
    "currency",
    "dueDate",
  ] as const),
  ...(["receiptDate", "location", "project", "reference", "deleted"] as const),
];

/** A table of heads, found by their order numbers. */
export interface HeadTable {
  readonly coded: CodedTable;
  /** Line of each order number; of several with one number the first. */
  readonly lineOf: ReadonlyMap<string, number>;
  /** Rows of heads that repeat an order number. */
  readonly repeated: readonly number[];
}

/** Finds the heads of a table by their order numbers. */
export function headTable(coded: CodedTable): HeadTable {
  const lineOf = new Map<string, number>();
  const repeated: number[] = [];
  for (let k = 0; k < coded.length; k++) {
    const id = idText(textAt(coded, "order", k));
    if (id === undefined) continue;
    if (lineOf.has(id)) repeated.push(coded.rows[k]);
    else lineOf.set(id, k);
  }
  return { coded, lineOf, repeated };
}

/** Order numbers that the lines of some tables name. */
export const orderNumbers = (details: readonly CodedTable[]): ReadonlySet<string> =>
  new Set(
    details.flatMap(({ columns }) =>
      (columns.get("order")?.texts ?? []).flatMap((text) => idText(text) ?? []),
    ),
  );

/**
 * Gives the lines of a detail table the fields of the head with the same order number. `orphans` is 1 for each line
 * without a head. Throws RangeError where the detail table has no order number.
 */
export function joinHead(detail: CodedTable, head: HeadTable): { coded: CodedTable; orphans: Uint8Array } {
  const own = detail.columns.get("order");
  if (own === undefined) throw new RangeError("a table of order lines without order numbers has no heads");
  const headByCode = own.texts.map((text) => head.lineOf.get(idText(text) ?? "") ?? -1);
  const orphans = new Uint8Array(detail.length);
  const columns = new Map(detail.columns);
  for (let k = 0; k < detail.length; k++) if (headByCode[own.codes[k]] < 0) orphans[k] = 1;
  for (const field of headFields) {
    const from = head.coded.columns.get(field);
    if (from === undefined || columns.has(field)) continue;
    columns.set(field, carried(from, headByCode, own, detail.length));
  }
  return { coded: { ...detail, columns }, orphans };
}

/** A column of the head, line by line of the detail. */
function carried(
  from: CodedColumn,
  headByCode: readonly number[],
  own: CodedColumn,
  length: number,
): CodedColumn {
  const texts = [...from.texts, ""];
  const none = texts.length - 1;
  const counts = texts.map(() => 0);
  const codes = new Int32Array(length);
  for (let k = 0; k < length; k++) {
    const row = headByCode[own.codes[k]];
    const code = row < 0 ? none : from.codes[row];
    codes[k] = code;
    counts[code] += 1;
  }
  return { texts, counts, codes };
}

/** A table without the lines whose `drop` is 1. */
export function withoutLines(coded: CodedTable, drop: Uint8Array): CodedTable {
  const kept = Int32Array.from({ length: coded.length - drop.reduce((sum, flag) => sum + flag, 0) }, () => 0);
  let at = 0;
  for (let k = 0; k < coded.length; k++) if (drop[k] === 0) kept[at++] = k;
  const pick = (codes: Int32Array): Int32Array => kept.map((k) => codes[k]);
  const columns = new Map(
    [...coded.columns].map(([field, column]): [Field, CodedColumn] => {
      const codes = pick(column.codes);
      const counts = column.texts.map(() => 0);
      for (const code of codes) counts[code] += 1;
      return [field, { texts: column.texts, counts, codes }];
    }),
  );
  const rest = coded.rest === undefined ? {} : { rest: pick(coded.rest) };
  return { ...coded, ...rest, columns, rows: pick(coded.rows), length: kept.length };
}
