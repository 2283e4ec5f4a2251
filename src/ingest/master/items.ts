import { isoDate } from "../../calendar/date.ts";
import { defined } from "../../defined.ts";
import type { Issue } from "../../issue.ts";
import type { Item } from "../../item.ts";
import type { IsoDate } from "../../order.ts";
import { capped } from "../capped-issues.ts";
import { plainDates, resolveDate, scanDate } from "../cells/dates.ts";
import { normaliseHeading } from "../cells/heading-key.ts";
import { canonicalKey, readIdentifier } from "../cells/identifiers.ts";
import type { Field } from "../columns/fields.ts";
import type { InputCount, ReadOptions } from "../read-options.ts";
import type { ByteSource } from "../source.ts";
import { textAt } from "../typed/coded-table.ts";
import { allIssues, type KindRows, openKind } from "../typed/master-rows.ts";
import { hasTotalLabel } from "../typed/row-checks.ts";
import { columnName } from "../typed/styles.ts";
import { itemFrom } from "./item-cells.ts";

export interface ItemsRead {
  readonly items: Item[];
  readonly inputs: InputCount[];
  readonly issues: Issue[];
}

/**
 * Reads master data. Several rows of an item are its sources: the preferred one counts, else the cheapest; rows
 * of one source at several locations are added up.
 */
export function readItems(source: ByteSource, options: ReadOptions = {}): ItemsRead {
  const rows = openKind(source, "items", options);
  const byItem = new Map<string, Item[]>();
  const names = new Map(
    [...rows.coded.mapping.fields.keys()].map((field) => [field, columnName(rows.coded, field) ?? field]),
  );
  const stockDate = stockDateOf(rows);
  const converted = new Set<string>();
  let used = 0;
  for (let k = 0; k < rows.coded.length; k++) {
    const id = readIdentifier(textAt(rows.coded, "item", k));
    if (!("id" in id)) {
      const total = hasTotalLabel(rows.coded, k);
      const code =
        id.problem === "missing"
          ? total
            ? "total-row"
            : "row-without-item"
          : id.problem === "damaged"
            ? "item-damaged"
            : "item-digits-lost";
      rows.report(code, total ? "info" : id.problem === "missing" ? "warning" : "error", k, "item");
      continue;
    }
    if (hasTotalLabel(rows.coded, k) && /^(\*|summe|gesamt|total)/i.test(id.id)) {
      rows.report("total-row", "info", k, "item");
      continue;
    }
    const cells = new Map(
      [...rows.coded.columns.keys()].map((field): [Field, string] => [field, textAt(rows.coded, field, k)]),
    );
    const read = itemFrom(
      {
        item: id.id,
        file: source.name,
        row: rows.coded.rows[k],
        cells,
        names,
        styles: rows.styles,
      },
      (issue) => {
        // One note for each unit of a column says it for all rows.
        const once = issue.code === "duration-converted" ? `${issue.column} ${issue.unit}` : undefined;
        if (once !== undefined && converted.has(once)) return;
        if (once !== undefined) converted.add(once);
        if (
          (issue.code === "stock-missing" && !rows.has("onHand")) ||
          (issue.code === "lead-time-missing" && !rows.has("leadTimeDays"))
        )
          return;
        rows.issues.add(issue);
      },
    );
    const item = stockDate === undefined || read.stockDate !== undefined ? read : { ...read, stockDate };
    const known = byItem.get(id.id);
    if (known === undefined) byItem.set(id.id, [item]);
    else known.push(item);
    used++;
  }
  const issues: Issue[] = [];
  for (const field of ["onHand", "leadTimeDays"] as const)
    if (!rows.has(field))
      issues.push({
        code: "column-missing",
        severity: "warning",
        file: source.name,
        field,
        count: used,
        ...(field === "onHand" ? stockQuestion(rows) : {}),
      });
  if (stockDate !== undefined)
    issues.push({ code: "stock-date-from-title", severity: "info", file: source.name, text: stockDate });
  const items = [...byItem.keys()].sort(byCodeUnit).map((id) => combined(byItem.get(id) as Item[], issues));
  issues.push(...variants(items, source.name));
  return {
    items,
    inputs: [{ file: source.name, lines: rows.coded.records, used }],
    issues: [...allIssues(rows), ...capped(issues)],
  };
}

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A plain "Quantity" in master data is likely the stock, but that is asked, never guessed. */
function stockQuestion({ coded }: KindRows): Pick<Issue, "question"> {
  const { fingerprint } = coded.mapping;
  const candidates = coded.table.header.filter((heading) =>
    /^(quantity|qty|menge|anzahl|stueck|stuck)$/.test(normaliseHeading(heading).key),
  );
  return candidates.length === 0 ? {} : { question: { id: `column:onHand:${fingerprint}`, candidates } };
}

/** A title line above the table that says when the stocks hold: "Bestände nach Buchungsschluss 16.10.2026". */
function stockDateOf(rows: KindRows): IsoDate | undefined {
  if (!rows.has("onHand") || rows.has("stockDate")) return undefined;
  for (const line of rows.coded.table.preamble) {
    if (!/bestand|bestände|stichtag|stand\b|stock|as of|inventory/i.test(line)) continue;
    const text = /\d{1,2}\.\d{1,2}\.\d{4}|\d{4}-\d{2}-\d{2}/.exec(line)?.[0];
    const found = text === undefined ? undefined : resolveDate(scanDate(text), plainDates);
    if (found !== undefined && "day" in found) return isoDate(found.day);
  }
  return undefined;
}

/** Rows of one item as one item. */
function combined(rows: readonly Item[], issues: Issue[]): Item {
  if (rows.length === 1) return rows[0];
  const distinct = withoutRepeats(rows, issues);
  const suppliers = new Set(distinct.map(({ supplier }) => supplier ?? ""));
  const locations = new Set(distinct.map(({ location }) => location ?? ""));
  if (suppliers.size === 1 && locations.size === distinct.length && distinct.length > 1)
    return addedUp(distinct, issues);
  if (distinct.length === 1) return distinct[0];
  const [chosen, ...others] = [...distinct].sort(
    (a, b) =>
      Number(b.preferred === true) - Number(a.preferred === true) ||
      (a.unitCost ?? Number.POSITIVE_INFINITY) - (b.unitCost ?? Number.POSITIVE_INFINITY) ||
      0 ||
      byCodeUnit(a.supplier ?? "", b.supplier ?? "") ||
      byCodeUnit(contentOf(a), contentOf(b)),
  ) as [Item, ...Item[]];
  const place = {
    ...defined({ file: chosen.file, row: chosen.row }),
  };
  issues.push({
    code: "item-sources",
    severity: "info",
    ...place,
    item: chosen.item,
    text: [chosen, ...others].map(({ supplier }) => supplier ?? "?").join(", "),
    supplier: chosen.supplier ?? "",
    because: chosen.preferred === true ? "preferred" : "cheapest",
  });
  return { ...shared(others), ...chosen, sources: others };
}

/** What describes the item, not the source, where the chosen row leaves it open and the others agree. */
function shared(others: readonly Item[]): Partial<Item> {
  const keys = [
    "name",
    "group",
    "owner",
    "unit",
    "onHand",
    "onOrder",
    "backorders",
    "stockDate",
    "safetyStock",
    "reorderPoint",
    "maximumStock",
  ] as const;
  const found: [string, unknown][] = [];
  for (const key of keys) {
    const values = new Set(others.map((item) => item[key]).filter((value) => value !== undefined));
    if (values.size === 1) found.push([key, [...values][0]]);
  }
  return Object.fromEntries(found);
}

function contentOf(item: Item): string {
  const { row: _row, ...content } = item;
  return JSON.stringify(content);
}

function withoutRepeats(rows: readonly Item[], issues: Issue[]): Item[] {
  const seen = new Set<string>();
  return rows.filter((item) => {
    const content = contentOf(item);
    if (!seen.has(content)) {
      seen.add(content);
      return true;
    }
    issues.push({
      code: "item-row-repeated",
      severity: "info",
      file: item.file as string,
      row: item.row as number,
      item: item.item,
    });
    return false;
  });
}

/** One source at several locations: stocks are added, the rest is taken from the first location that gives it. */
function addedUp(rows: readonly Item[], issues: Issue[]): Item {
  const sorted = [...rows].sort((a, b) => byCodeUnit(a.location ?? "", b.location ?? ""));
  const merged = Object.assign({}, ...[...sorted].reverse()) as Item;
  const total = (key: "onHand" | "onOrder" | "backorders" | "reserved"): Partial<Item> => {
    const values = sorted.map((item) => item[key]).filter((value) => value !== undefined);
    return values.length === 0 ? {} : { [key]: values.reduce((sum, value) => sum + value, 0) };
  };
  const { location: _location, ...rest } = merged;
  const text = sorted.map(({ location }) => location ?? "?").join(", ");
  issues.push({
    code: "item-locations-added",
    severity: "info",
    file: merged.file as string,
    item: merged.item,
    text,
  });
  return { ...rest, ...total("onHand"), ...total("onOrder"), ...total("backorders"), ...total("reserved") };
}

/** Items of the master data that differ only in leading zeros or capitals. */
function variants(items: readonly Item[], file: string): Issue[] {
  const groups = new Map<string, string[]>();
  for (const { item } of items)
    groups.set(canonicalKey(item), [...(groups.get(canonicalKey(item)) ?? []), item]);
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .map((group) => ({
      code: "item-variants",
      severity: "warning",
      file,
      item: group[0],
      text: group.join(", "),
    }));
}
