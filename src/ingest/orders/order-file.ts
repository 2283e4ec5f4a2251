import { InputError } from "../../errors.ts";
import { normaliseHeading } from "../cells/heading-key.ts";
import type { Field } from "../columns/fields.ts";
import { type FileLayout, fileLayout, openFile } from "../columns/file-layout.ts";
import type { Mapping } from "../columns/mapping.ts";
import { refuseOtherKind } from "../columns/other-kind.ts";
import type { TableProfile } from "../columns/profile.ts";
import type { ReadOptions } from "../read-options.ts";
import type { ByteSource } from "../source.ts";
import { type CodedTable, readColumns } from "../typed/coded-table.ts";
import { readWide } from "../typed/wide.ts";
import { firstRowKeys } from "./first-row-keys.ts";
import { namedItems } from "./whole/named-items.ts";

/** An orders file whose columns are named, before its lines are read. */
export interface OrderFile extends FileLayout {
  /** What the table is: whole lines, the lines or the heads of orders in two tables. */
  readonly role: "lines" | "detail" | "head";
  /** Fields whose empty cells repeat the row above. */
  readonly fillDown: readonly Field[];
}

const orderLevel: readonly Field[] = [
  "order",
  "date",
  "supplier",
  "supplierName",
  "supplierAndName",
  "customer",
  "status",
];

/** Opens an orders file and finds its columns. Throws InputError for what is no table, or holds no row. */
export function openOrderFile(source: ByteSource, options: ReadOptions): OrderFile {
  const opened = openFile(source, "lines");
  if (opened.profile.records === 0)
    throw new InputError({ code: "no-rows", place: "below-headings", file: source.name });
  const layout = withNamedItems(fileLayout(opened, "orders", options), options);
  refuseOtherKind(opened, layout);
  if (layout.wide !== undefined || layout.parts !== undefined)
    return { ...layout, role: "lines", fillDown: [] };
  const { mapping, profile } = layout;
  // The day may be that of the delivery, where the list has no other.
  const named = layout.named.fields.has("date") ? layout.named : { ...layout.named, fields: mapping.fields };
  const keys = firstRowKeys(named, profile, options.answers);
  const fillDown = [...repeatedFields(named, profile, layout.table.header), ...keys.fields];
  const issues = [...layout.issues, ...keys.issues.map((issue) => ({ ...issue, file: source.name }))];
  return { ...layout, issues, role: roleOf(layout.named), fillDown };
}

/** A file with what its lines without a number are, or the question for it. */
function withNamedItems(layout: FileLayout, { answers }: ReadOptions): FileLayout {
  const { derived, issues } = namedItems(layout, answers);
  const found = issues.map((issue) => ({ ...issue, file: layout.source.name }));
  return {
    ...layout,
    derived: [...derived, ...(layout.derived ?? [])],
    issues: [...layout.issues, ...found],
  };
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
  const [date, item, quantity] = [at("date"), at("item"), at("quantity")];
  const id = header.findIndex((heading) => normaliseHeading(heading).key === "id");
  const order = at("order") ?? (id < 0 ? undefined : id);
  if (date === undefined || item === undefined || quantity === undefined) return [];
  if (order === undefined) return datesOnce(profile, { date, item, quantity }) ? ["date"] : [];
  let [children, halves, parents, further] = [0, 0, 0, 0];
  let [last, head] = ["", ""];
  for (const cells of profile.head) {
    const [hasOrder, hasDate] = [(cells[order] ?? "") !== "", (cells[date] ?? "") !== ""];
    if ((cells[item] ?? "") === "" && (cells[quantity] ?? "") === "" && hasDate)
      last = head = cells[order] ?? "";
    if ((cells[item] ?? "") === "" || (cells[quantity] ?? "") === "") continue;
    if (hasOrder && !hasDate && head === cells[order]) further++;
    else if (hasOrder && hasDate) parents++;
    else if (hasOrder && parents > 0 && cells[order] === last) further++;
    else if (hasOrder || hasDate) halves++;
    else if (parents > 0) children++;
    last = cells[order] ?? "";
  }
  // "#1001" stands in each of its lines, its day in the first of them alone or in a row above them.
  if (further > 0 && halves === 0 && children === 0) return ["date"];
  const odoo = header.some((heading) =>
    /^(orderline|auftragsreferenz|orderreference)/.test(normaliseHeading(heading).key),
  );
  if (children === 0 || halves > 0 || (!odoo && children < 0.2 * (children + parents))) return [];
  return orderLevel.filter((field) => mapping.fields.has(field));
}

/** From this share of rows without a day on a list names it in the first row of each. */
const manyWithout = 0.2;

/** A list by days or months that names each of them once, before its items: its further rows leave it empty. */
function datesOnce(
  { head }: TableProfile,
  { date, item, quantity }: { readonly date: number; readonly item: number; readonly quantity: number },
): boolean {
  const lines = head.filter((cells) => (cells[item] ?? "") !== "" && (cells[quantity] ?? "") !== "");
  const named = lines.map((cells) => cells[date] ?? "").filter((text) => text !== "");
  const isOnce = new Set(named).size === named.length && (lines[0]?.[date] ?? "") !== "";
  return (
    date < item && isOnce && named.length > 1 && lines.length - named.length >= manyWithout * lines.length
  );
}

/** Reads the columns of an orders file; `hashRest` hashes what its other columns hold as well. */
export const readOrderFile = (file: OrderFile, hashRest: boolean): CodedTable =>
  file.wide === undefined
    ? readColumns(file, { hashRest, fillDown: file.fillDown })
    : readWide(file, file.wide);
