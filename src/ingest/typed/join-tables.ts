import type { Field } from "../columns/fields.ts";
import type { CodedColumn, CodedTable } from "./coded-table.ts";
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

/** Rows of the heads that no line names, and of lines whose head is missing. */
interface Joined {
  readonly coded: CodedTable;
  /** Lines without a head. */
  readonly orphans: Uint8Array;
  readonly headsUsed: number;
  /** Rows of heads that repeat an order number. */
  readonly repeated: readonly number[];
}

/** Gives the lines of a detail table the fields of the head with the same order number. */
export function joinHead(detail: CodedTable, head: CodedTable): Joined {
  const keys = head.columns.get("order");
  const own = detail.columns.get("order");
  if (keys === undefined || own === undefined) throw new RangeError("both tables need an order number");
  const headOf = new Map<string, number>();
  const repeated: number[] = [];
  for (let k = 0; k < head.length; k++) {
    const id = idText(keys.texts[keys.codes[k]]);
    if (id === undefined) continue;
    if (headOf.has(id)) repeated.push(head.rows[k]);
    else headOf.set(id, k);
  }
  const headByCode = own.texts.map((text) => headOf.get(idText(text) ?? "") ?? -1);
  const orphans = new Uint8Array(detail.length);
  const columns = new Map(detail.columns);
  for (let k = 0; k < detail.length; k++) if (headByCode[own.codes[k]] < 0) orphans[k] = 1;
  for (const field of headFields) {
    const from = head.columns.get(field);
    if (from === undefined || columns.has(field)) continue;
    columns.set(field, carried(from, headByCode, own, detail.length));
  }
  const used = new Set(headByCode.filter((row) => row >= 0));
  return { coded: { ...detail, columns }, orphans, headsUsed: used.size, repeated };
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

/** The lines that have a head, as a table. */
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
