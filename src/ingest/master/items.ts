import { isoDate } from "../../calendar/date.ts";
import type { Issue, PlainIssueCode, Severity } from "../../issue.ts";
import type { Item } from "../../item.ts";
import { by } from "../../numeric/order.ts";
import type { IsoDate } from "../../order.ts";
import { plainDates, resolveDate, scanDate } from "../cells/dates.ts";
import { normaliseHeading } from "../cells/heading-key.ts";
import { canonicalKey, readIdentifier } from "../cells/identifiers.ts";
import { totalSaid } from "../cells/total-words.ts";
import type { Field } from "../columns/fields.ts";
import type { ReadOptions } from "../read-options.ts";
import type { ByteSource } from "../source.ts";
import { textAt } from "../typed/coded-table.ts";
import { type MasterRead, type MasterRows, masterRead, openMasterRows } from "../typed/master-rows.ts";
import { hasTotalLabel } from "../typed/row-checks.ts";
import { columnName } from "../typed/styles.ts";
import { itemFrom, unitsOnce } from "./item-from-cells.ts";
import { combined } from "./item-sources.ts";

/** What master data say about items. */
export interface ItemsRead extends MasterRead {
  /** One an item, or one an item and location, sorted by them. */
  readonly items: Item[];
}

/**
 * Reads master data. Several rows of an item are its sources: the preferred one counts, else the cheapest; rows of one
 * source at several locations are added up. Throws InputError for what is no table or holds no row, QuestionError where
 * a question must be answered first.
 * @example readItems(bytesSource("items.csv", bytes)).items[0].onHand // 40
 */
export function readItems(source: ByteSource, options: ReadOptions = {}): ItemsRead {
  const rows = openMasterRows(source, "items", options);
  const { coded, issues } = rows;
  const found = [...coded.mapping.fields.keys()];
  const names = new Map(found.map((field) => [field, columnName(coded, field) ?? field]));
  const stockDate = stockDateOf(rows);
  // what a whole column lacks is said once
  const report = unitsOnce((issue) => {
    if (issue.code === "missing-stock" && !rows.has("onHand")) return;
    if (issue.code === "missing-lead-time" && !rows.has("leadTimeDays")) return;
    issues.add(issue);
  });
  const byItem = new Map<string, Item[]>();
  let used = 0;
  const sums = sumsOfPlaces(rows);
  for (let k = 0; k < coded.length; k++) {
    const id = itemAt(rows, k);
    if (id === undefined) continue;
    if (sums.has(k)) {
      rows.report("total-row", "info", k, "location");
      continue;
    }
    const cells = new Map(
      [...coded.columns.keys()].map((field): [Field, string] => [field, textAt(coded, field, k)]),
    );
    const read = itemFrom({ item: id, ...rows.place(k), cells, names, styles: rows.styles }, report);
    const item = stockDate === undefined || read.stockDate !== undefined ? read : { ...read, stockDate };
    const key = options.byLocation === true ? `${id}\u0000${item.location ?? ""}` : id;
    const known = byItem.get(key);
    if (known === undefined) byItem.set(key, [item]);
    else known.push(item);
    used++;
  }
  for (const issue of missingColumns(rows, used)) issues.add(issue);
  if (stockDate !== undefined)
    issues.add({ code: "stock-date-from-title", severity: "info", text: stockDate });
  const sorted = [...byItem].sort(by(([key]) => key));
  const items = sorted.map(([, sources]) => combined(sources, issues));
  for (const issue of variants(items)) issues.add(issue);
  return { items, ...masterRead(rows, used) };
}

const problems: Readonly<Record<"missing" | "damaged" | "digits-lost", readonly [PlainIssueCode, Severity]>> =
  {
    missing: ["row-without-item", "warning"],
    damaged: ["item-damaged", "error"],
    "digits-lost": ["item-digits-lost", "error"],
  };

/** Item number of a row; undefined, which is told, where it has none that can be used or sums up others. */
function itemAt(rows: MasterRows, k: number): string | undefined {
  const id = readIdentifier(textAt(rows.coded, "item", k));
  const isTotal = hasTotalLabel(rows.coded, k);
  if ("id" in id && !(isTotal && /^(\*|summe|gesamt|total)/i.test(id.id))) return id.id;
  if (isTotal && ("id" in id || id.problem === "missing")) rows.report("total-row", "info", k, "item");
  else if ("problem" in id) rows.report(...problems[id.problem], k, "item");
  return undefined;
}

/** Rows of an item that sum up its other ones: "Total" stands where those name their place. */
function sumsOfPlaces(rows: MasterRows): ReadonlySet<number> {
  const [sums, named] = [new Map<number, string>(), new Set<string>()];
  for (let k = 0; rows.has("location") && k < rows.coded.length; k++) {
    const [item, place] = [rows.id("item", k), rows.text("location", k)];
    if (item === undefined || place === undefined) continue;
    if (totalSaid(place) === "whole") sums.set(k, item);
    else named.add(item);
  }
  return new Set([...sums].flatMap(([k, item]) => (named.has(item) ? [k] : [])));
}

/** Columns without which an item cannot be planned well. */
function missingColumns(rows: MasterRows, count: number): Issue[] {
  const missing = (["onHand", "leadTimeDays"] as const).filter((field) => !rows.has(field));
  return missing.map((field): Issue => {
    const question = field === "onHand" ? stockQuestion(rows) : {};
    return { code: "column-missing", severity: "warning", field, count, ...question };
  });
}

/** A plain "Quantity" in master data is likely the stock, but that is asked, never guessed. */
function stockQuestion({ coded }: MasterRows): Pick<Issue, "question"> {
  const { fingerprint } = coded.mapping;
  const candidates = coded.table.header.filter((heading) =>
    /^(quantity|menge|anzahl|stuck|ist|istmenge|actual|aktuell|current|vorhanden|available|saldo)$/.test(
      normaliseHeading(heading).key,
    ),
  );
  return candidates.length === 0 ? {} : { question: { id: `column:onHand:${fingerprint}`, candidates } };
}

/** A title line above the table that says when the stocks hold: "Bestände nach Buchungsschluss 16.10.2026". */
function stockDateOf(rows: MasterRows): IsoDate | undefined {
  if (!rows.has("onHand") || rows.has("stockDate")) return undefined;
  for (const line of rows.coded.table.preamble) {
    if (!/bestand|bestände|stichtag|stand\b|stock|as of|inventory/i.test(line)) continue;
    const text = /\d{1,2}\.\d{1,2}\.\d{4}|\d{4}-\d{2}-\d{2}/.exec(line)?.[0];
    const found = text === undefined ? undefined : resolveDate(scanDate(text), plainDates);
    if (found !== undefined && "day" in found) return isoDate(found.day);
  }
  return undefined;
}

/** Items of the master data that differ only in leading zeros or capitals. */
function variants(items: readonly Item[]): Issue[] {
  const groups = new Map<string, string[]>();
  for (const item of new Set(items.map((one) => one.item)))
    groups.set(canonicalKey(item), [...(groups.get(canonicalKey(item)) ?? []), item]);
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .map((group) => ({
      code: "item-variants",
      severity: "warning",
      item: group[0],
      text: group.join(", "),
    }));
}
