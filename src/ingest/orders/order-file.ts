import { defined } from "../../defined.ts";
import { InputError } from "../../errors.ts";
import type { Issue } from "../../issue.ts";
import { normaliseHeading } from "../cells/heading-key.ts";
import { type DateParts, dateParts, partColumns } from "../columns/date-parts.ts";
import type { Field } from "../columns/fields.ts";
import { type Mapping, mapColumns } from "../columns/mapping.ts";
import { periodHeadings } from "../columns/period-headings.ts";
import { profileTable, type TableProfile } from "../columns/profile.ts";
import type { ReadOptions } from "../read-options.ts";
import type { ByteSource } from "../source.ts";
import { openTable } from "../table/open-table.ts";
import type { Table } from "../table/record.ts";
import { type CodedTable, readColumns } from "../typed/coded-table.ts";
import { planWide, readWide, type WidePlan } from "../typed/wide.ts";

/** An orders file whose columns are named, before its lines are read. */
export interface OrderFile {
  readonly source: ByteSource;
  readonly table: Table;
  readonly profile: TableProfile;
  readonly mapping: Mapping;
  readonly wide: WidePlan | undefined;
  /** What the table is: whole lines, the lines or the heads of orders in two tables. */
  readonly role: "lines" | "detail" | "head";
  readonly fillDown: readonly Field[];
  /** Year, month, week or day of the date, where they stand in columns of their own. */
  readonly parts?: DateParts;
}

const orderLevel: readonly Field[] = [
  "order",
  "date",
  "supplier",
  "supplierName",
  "supplierAndName",
  "customer",
];

/** Opens an orders file and finds its columns. */
export function openOrderFile(source: ByteSource, options: ReadOptions): OrderFile {
  const table = openTable(source);
  const profile = profileTable(table);
  if (profile.records === 0)
    throw new InputError("no-rows", `${source.name}: no row below the headings, nothing to plan`);
  const known =
    options.master === undefined ? {} : { knownItems: new Set(options.master.map(({ item }) => item)) };
  const given = {
    ...(options.map ? { map: options.map } : {}),
    ...(options.answers ? { answers: options.answers } : {}),
  };
  const periods = hasDateColumn(table, profile) ? undefined : periodHeadings(table.header);
  if (periods !== undefined) {
    const columns = new Set(periods.map(({ column }) => column));
    const mapping = mapColumns("orders", table.header, profile, {
      ...given,
      ...known,
      apart: { columns, fields: ["date", "quantity"] },
    });
    const wide = planWide(table.header, periods, mapping.fingerprint, options.answers);
    return { source, table, profile, mapping, wide, role: "lines", fillDown: [] };
  }
  const parts = dateParts(table.header, profile, { ...given, ...known });
  if (parts !== undefined) {
    const apart = { columns: new Set(partColumns(parts)), fields: ["date"] as const };
    const mapping = mapColumns("orders", table.header, profile, { ...given, ...known, apart });
    return { source, table, profile, mapping, wide: undefined, role: "lines", fillDown: [], parts };
  }
  const mapping = mapColumns("orders", table.header, profile, { ...given, ...known });
  const fillDown = repeatedFields(mapping, profile, table.header);
  return { source, table, profile, mapping, wide: undefined, role: roleOf(mapping), fillDown };
}

/** A table with a column of full dates under a heading of its own is long, whatever its other headings say. */
function hasDateColumn(table: Table, profile: TableProfile): boolean {
  const mapping = mapColumns("orders", table.header, profile);
  const date = mapping.fields.get("date");
  return date !== undefined && mapping.fields.has("quantity") && (profile.columns[date]?.dateRate ?? 0) > 0.8;
}

function roleOf(mapping: Mapping): OrderFile["role"] {
  const { fields, exact } = mapping;
  const own = (field: Field) => fields.has(field) && exact.has(field);
  if (!fields.has("order")) return "lines";
  if (own("item") && own("quantity") && !own("date")) return "detail";
  return own("date") && !fields.has("item") && !own("quantity") ? "head" : "lines";
}

/** Fields whose empty cells repeat the row above: the first row of an order names it, its further rows do not. */
function repeatedFields(
  mapping: Mapping,
  profile: TableProfile,
  header: readonly string[],
): readonly Field[] {
  const at = (field: Field) => mapping.fields.get(field);
  const [order, date, item, quantity] = [at("order"), at("date"), at("item"), at("quantity")];
  if (order === undefined || date === undefined || item === undefined || quantity === undefined) return [];
  let [children, halves, parents] = [0, 0, 0];
  for (const cells of profile.head) {
    if ((cells[item] ?? "") === "" || (cells[quantity] ?? "") === "") continue;
    const [hasOrder, hasDate] = [(cells[order] ?? "") !== "", (cells[date] ?? "") !== ""];
    if (hasOrder && hasDate) parents++;
    else if (hasOrder || hasDate) halves++;
    else if (parents > 0) children++;
  }
  const odoo = header.some((heading) =>
    /^(orderline|auftragsreferenz|orderreference)/.test(normaliseHeading(heading).key),
  );
  if (children === 0 || halves > 0 || (!odoo && children < 0.2 * (children + parents))) return [];
  return orderLevel.filter((field) => mapping.fields.has(field));
}

/** Where the only date is the due or the receipt date, that is the date, with a note. */
export function dateFallback(mapping: Mapping, header: readonly string[]): Mapping {
  if (mapping.fields.has("date")) return mapping;
  const from = (["dueDate", "receiptDate"] as const).find((field) => mapping.fields.has(field));
  if (from === undefined) return mapping;
  const fields = new Map(mapping.fields);
  const column = fields.get(from) as number;
  fields.delete(from);
  fields.set("date", column);
  const name = header[column]?.trim() || `column ${column + 1}`;
  const note: Issue = { code: "date-from-due", severity: "info", column: name, field: from };
  const issues = mapping.issues.filter(({ code, field }) => !(code === "column-unclear" && field === "date"));
  return { ...mapping, fields, issues: [...issues, note] };
}

/** Reads the lines of a file. */
export function readOrderFile(file: OrderFile, hashRest: boolean): CodedTable {
  const { source, table, mapping, profile, wide, fillDown } = file;
  if (wide !== undefined) return readWide(source.name, table, mapping, profile, wide);
  return readColumns(source.name, table, mapping, profile, {
    hashRest,
    fillDown,
    ...defined({ parts: file.parts }),
  });
}
