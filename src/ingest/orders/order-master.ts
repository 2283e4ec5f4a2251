import { defined } from "../../defined.ts";
import type { Issue } from "../../issue.ts";
import type { Item, Supplier } from "../../item.ts";
import { by } from "../../numeric/order.ts";
import { type Field, fieldsOf } from "../columns/fields.ts";
import { issueList } from "../issue-list.ts";
import { itemFrom, unitsOnce } from "../master/item-from-cells.ts";
import { type CodedTable, textAt } from "../typed/coded-table.ts";
import { type ItemText, itemTexts } from "../typed/row-checks.ts";
import { columnName } from "../typed/styles.ts";
import {
  type DateColumn,
  dateColumn,
  idText,
  plainText,
  splitSupplier,
  supplierId,
} from "../typed/typed-columns.ts";
import type { TypedFile } from "./typed-file.ts";

const lineOnly = new Set<Field>([
  "item",
  "unit",
  "supplier",
  "location",
  "currency",
  "priceUnit",
  "supplierName",
  "supplierAndName",
  "deleted",
]);
const masterFields = fieldsOf.items.filter((field) => !lineOnly.has(field));

/** The items of a table, or what it says of them at each location: the number that each line has, and whom it stands for. */
interface ItemGroups {
  readonly codes: Int32Array;
  readonly of: readonly { readonly item: ItemText; readonly location?: string }[];
}

function itemGroups(coded: CodedTable, byLocation: boolean): ItemGroups {
  const items = itemTexts(coded);
  const { codes = new Int32Array() } = coded.columns.get("item") ?? {};
  const places = coded.columns.get("location");
  if (!byLocation || places === undefined) return { codes, of: items.map((item) => ({ item })) };
  const names = places.texts.map(idText);
  const numbers = new Map<number, number>();
  const of: { item: ItemText; location?: string }[] = [];
  const own = codes.map((code, k) => {
    const pair = code * names.length + places.codes[k];
    const known = numbers.get(pair);
    if (known !== undefined) return known;
    numbers.set(pair, of.length);
    return of.push({ item: items[code], ...defined({ location: names[places.codes[k]] }) }) - 1;
  });
  return { codes: own, of };
}

/** The line of each item code whose cell of a field counts (-1: none), and whether others say something else. */
interface NewestCells {
  readonly line: Int32Array;
  readonly differs: Uint8Array;
}

/** Of the lines of an item the newest with the field counts; of those of one day the text that sorts last. */
function newestCells(
  coded: CodedTable,
  { codes, of }: ItemGroups,
  field: Field,
  date: DateColumn,
): NewestCells {
  const line = new Int32Array(of.length).fill(-1);
  const differs = new Uint8Array(of.length);
  for (let k = 0; k < coded.length; k++) {
    const item = codes[k];
    const text = textAt(coded, field, k);
    if (plainText(text) === undefined) continue;
    const known = line[item];
    const old = known < 0 ? text : textAt(coded, field, known);
    const later = known < 0 ? 1 : date.dayAt(k) - date.dayAt(known);
    if (old !== text) differs[item] = 1;
    if (later > 0 || (later === 0 && text > old)) line[item] = k;
  }
  return { line, differs };
}

/**
 * Master data from item columns inside an orders file. Where lines of an item differ the newest line counts; where
 * lines of the same day differ, the text that sorts last: nothing depends on the order of rows.
 */
export function itemsInOrders(
  { coded, styles }: TypedFile,
  byLocation = false,
): {
  readonly items: readonly Item[];
  readonly issues: readonly Issue[];
} {
  const issues = issueList(coded.file);
  const date = dateColumn(coded, styles, "date");
  const groups = itemGroups(coded, byLocation);
  const fields = masterFields
    .filter((field) => coded.columns.has(field))
    .map((field) => ({
      field,
      name: columnName(coded, field) ?? field,
      newest: newestCells(coded, groups, field, date),
    }));
  if (fields.length === 0) return { items: [], issues: [] };
  const names = new Map(fields.map(({ field, name }) => [field, name]));
  const report = unitsOnce((issue) => issues.add(issue));
  const items = groups.of.flatMap(({ item, location }, code) => {
    if (!("id" in item)) return [];
    const cells = new Map<Field, string>();
    let row = -1;
    for (const { field, name, newest } of fields) {
      const line = newest.line[code];
      if (line < 0) continue;
      const text = textAt(coded, field, line);
      cells.set(field, text);
      row = Math.max(row, coded.rows[line]);
      if (field !== "name" && newest.differs[code] === 1)
        issues.add({ code: "item-values-differ", severity: "info", column: name, item: item.id, text });
    }
    if (cells.size === 0) return [];
    const read = itemFrom(
      { item: item.id, file: coded.file, row, cells, names, styles, quietly: true },
      report,
    );
    return location === undefined ? read : { ...read, location };
  });
  return { items, issues: issues.list() };
}

/** Suppliers that the lines name; a number with several names has the one that most lines use. */
export function suppliersInOrders(tables: readonly CodedTable[]): Supplier[] {
  const names = new Map<string, Map<string, number>>();
  for (const coded of tables) {
    const combined = coded.columns.get("supplierAndName");
    const ids = combined ?? coded.columns.get("supplier");
    if (ids === undefined) continue;
    const labels = coded.columns.get("supplierName");
    // pairs of number and name, of which there are few
    const width = labels?.texts.length ?? 1;
    const pairs = new Map<number, number>();
    for (let k = 0; k < coded.length; k++) {
      const pair = ids.codes[k] * width + (labels?.codes[k] ?? 0);
      pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
    }
    for (const [pair, count] of pairs) {
      const text = ids.texts[Math.floor(pair / width)];
      const label = labels?.texts[pair % width] ?? "";
      const supplier = supplierId(combined !== undefined)(text);
      if (supplier === undefined) continue;
      const name = splitSupplier(text, combined !== undefined)?.name ?? plainText(label) ?? "";
      const known = names.get(supplier) ?? new Map<string, number>();
      names.set(supplier, known.set(name, (known.get(name) ?? 0) + count));
    }
  }
  return [...names].sort(by(([supplier]) => supplier)).map(([supplier, counts]) => {
    const byUse = by<[string, number]>(
      ([, count]) => -count,
      ([name]) => name,
    );
    const [best] = [...counts].filter(([name]) => name !== "").sort(byUse);
    return { supplier, ...(best === undefined ? {} : { name: best[0] }) };
  });
}
