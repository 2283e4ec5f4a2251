import type { Issue } from "../../issue.ts";
import type { Item, Supplier } from "../../item.ts";
import { type Field, fieldsOf } from "../columns/fields.ts";
import { type ItemCells, itemFrom } from "../master/item-cells.ts";
import { type CodedTable, textAt } from "../typed/coded-table.ts";
import { itemTexts } from "../typed/row-checks.ts";
import { columnName, type Styles } from "../typed/styles.ts";
import { dateColumn, plainText, splitSupplier, supplierId } from "../typed/typed-columns.ts";

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

/**
 * Master data from item columns inside an orders file. Where lines of an item differ the newest line counts; where
 * lines of the same day differ, the text that sorts last: nothing depends on the order of rows.
 */
export function itemsInOrders(coded: CodedTable, styles: Styles, issues: Issue[]): Item[] {
  const fields = masterFields.filter((field) => coded.columns.has(field));
  if (fields.length === 0 || fields.every((field) => field === "name" || field === "group")) {
    if (fields.length === 0) return [];
  }
  const items = itemTexts(coded);
  const column = coded.columns.get("item");
  if (column === undefined) return [];
  const date = dateColumn(coded, styles, "date");
  const newest = fields.map(() => new Int32Array(items.length).fill(-1));
  const differs = fields.map(() => new Uint8Array(items.length));
  for (let k = 0; k < coded.length; k++) {
    const item = column.codes[k];
    fields.forEach((field, f) => {
      const best = newest[f];
      const known = best[item];
      const text = textAt(coded, field, k);
      if (plainText(text) === undefined) return;
      if (known < 0) {
        best[item] = k;
        return;
      }
      const old = textAt(coded, field, known);
      if (old === text) {
        if (date.dayAt(k) > date.dayAt(known)) best[item] = k;
        return;
      }
      differs[f][item] = 1;
      const later = date.dayAt(k) - date.dayAt(known);
      if (later > 0 || (later === 0 && text > old)) best[item] = k;
    });
  }
  const names = new Map(fields.map((field) => [field, columnName(coded, field) ?? field]));
  const found: Item[] = [];
  const said = new Set<string>();
  items.forEach((item, code) => {
    if (!("id" in item)) return;
    const cells = new Map<Field, string>();
    let row = -1;
    fields.forEach((field, f) => {
      const line = newest[f]?.[code];
      if (line < 0) return;
      cells.set(field, textAt(coded, field, line));
      row = Math.max(row, coded.rows[line]);
      if (field !== "name" && differs[f]?.[code] === 1)
        issues.push({
          code: "item-values-differ",
          severity: "info",
          file: coded.file,
          column: names.get(field) as string,
          item: item.id,
          text: cells.get(field) as string,
        });
    });
    if (cells.size === 0) return;
    const source: ItemCells = { item: item.id, file: coded.file, row, cells, names, styles, quietly: true };
    found.push(
      itemFrom(source, (issue) => {
        if (issue.code === "duration-converted") {
          const once = `${issue.column} ${issue.unit}`;
          if (said.has(once)) return;
          said.add(once);
        }
        issues.push({ ...issue, file: coded.file });
      }),
    );
  });
  return found;
}

/** Suppliers that the lines name; a number with several names has the one that most lines use. */
export function suppliersInOrders(tables: readonly CodedTable[]): Supplier[] {
  const names = new Map<string, Map<string, number>>();
  for (const coded of tables) {
    const combined = coded.columns.get("supplierAndName");
    const ids = combined ?? coded.columns.get("supplier");
    if (ids === undefined) continue;
    const labels = coded.columns.get("supplierName");
    const pairs = new Map<string, number>();
    for (let k = 0; k < coded.length; k++) {
      const key = `${ids.codes[k]} ${labels?.codes[k] ?? -1}`;
      pairs.set(key, (pairs.get(key) ?? 0) + 1);
    }
    for (const [key, count] of pairs) {
      const [id, label] = key.split(" ").map(Number) as [number, number];
      const text = ids.texts[id];
      const supplier = supplierId(combined !== undefined)(text);
      if (supplier === undefined) continue;
      const name =
        splitSupplier(text, combined !== undefined)?.name ?? plainText(labels?.texts[label] ?? "") ?? "";
      const known = names.get(supplier) ?? new Map<string, number>();
      names.set(supplier, known.set(name, (known.get(name) ?? 0) + count));
    }
  }
  return [...names]
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([supplier, counts]) => {
      const [best] = [...counts]
        .filter(([name]) => name !== "")
        .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
      return { supplier, ...(best === undefined ? {} : { name: best[0] }) };
    });
}
