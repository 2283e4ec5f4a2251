import type { Issue } from "../../issue.ts";
import { normaliseHeading } from "../cells/heading-key.ts";
import { synonymsOf } from "../columns/synonyms.ts";
import { naming } from "../named-errors.ts";
import type { InputCount } from "../read-options.ts";
import type { ByteSource } from "../source.ts";
import type { CodedTable } from "../typed/coded-table.ts";
import { type HeadTable, headTable, joinHead, orderNumbers, withoutLines } from "../typed/join-tables.ts";
import { type OrderFile, readOrderFile } from "./order-file.ts";

/** Heads serve only beside details, which take their dates from them; else each file stands for itself. */
export function asLinesOrHeads(files: readonly OrderFile[]): readonly OrderFile[] {
  const heads = files.some(({ role }) => role === "head");
  const details = files.some(({ role }) => role === "detail");
  const shared = sharedKey(files);
  return files.map((file) => {
    if (!heads || !details || file.role === "lines") return { ...file, role: "lines" };
    const issues = file.issues.filter(({ code }) => code !== "column-unclear" && code !== "date-from-due");
    const column = file.table.header.findIndex((heading) => normaliseHeading(heading).key === shared);
    const fields = new Map(file.named.fields);
    if (column >= 0) fields.set("order", column);
    return { ...file, mapping: { ...file.named, fields }, issues };
  });
}

/** The order number that heads and lines share by its heading (Sage: BelID beside Belegnummer). */
function sharedKey(files: readonly OrderFile[]): string | undefined {
  const keysOf = (file: OrderFile) => file.table.header.map((heading) => normaliseHeading(heading).key);
  const numbers = new Set(synonymsOf("orders").flatMap(({ field, key }) => (field === "order" ? [key] : [])));
  const [first, ...others] = files.filter(({ role }) => role !== "lines").map(keysOf);
  return first?.find((key) => numbers.has(key) && others.every((keys) => keys.includes(key)));
}

/** A file of the heads of orders. */
export interface OrderHeads {
  readonly source: ByteSource;
  readonly table: HeadTable;
  readonly header: readonly string[];
  readonly input: InputCount;
  readonly issues: readonly Issue[];
}

/** Reads a file of heads, of which those count that a line names; an order number that comes again is told. */
export function readHeads(file: OrderFile, details: readonly CodedTable[]): OrderHeads {
  const { source } = file;
  const coded = naming(source.name, () => readOrderFile(file, false));
  const table = headTable(coded);
  const named = orderNumbers(details);
  const used = [...table.lineOf.keys()].filter((number) => named.has(number)).length;
  const repeated = table.repeated.map(
    (row): Issue => ({ code: "order-head-repeated", severity: "warning", file: source.name, row }),
  );
  return {
    source,
    table,
    header: file.table.header,
    input: { file: source.name, lines: coded.records, used },
    issues: [...repeated, ...coded.table.issues()],
  };
}

/** Lines with what their heads say, and the rows of those without a head. */
export function withHeads(
  detail: CodedTable,
  heads: readonly OrderHeads[],
): { coded: CodedTable; orphans: readonly number[] } {
  const lost: number[] = [];
  let coded = detail;
  for (const { table } of heads) {
    const joined = joinHead(coded, table);
    for (let k = 0; k < coded.length; k++) if (joined.orphans[k] === 1) lost.push(coded.rows[k]);
    coded = lost.length === 0 ? joined.coded : withoutLines(joined.coded, joined.orphans);
  }
  return { coded, orphans: lost };
}
