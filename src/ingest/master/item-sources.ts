import { defined } from "../../defined.ts";
import type { Item } from "../../item.ts";
import { by } from "../../numeric/order.ts";
import type { IssueList } from "../issue-list.ts";

/** The preferred source first, else the cheapest; at a tie nothing depends on the order of rows. */
const byPreference = by<Item>(
  ({ preferred }) => (preferred === true ? 0 : 1),
  ({ unitCost }) => unitCost ?? Number.POSITIVE_INFINITY,
  ({ supplier }) => supplier ?? "",
  contentOf,
);

/**
 * Rows of one item as one item. Rows that say the same count once, rows of one source at several locations are added
 * up; of several sources the preferred one, else the cheapest, is the item and the others are its `sources`.
 */
export function combined(rows: readonly Item[], issues: IssueList): Item {
  if (rows.length === 1) return rows[0];
  const distinct = newest(withoutRepeats(rows, issues), issues);
  if (distinct.length === 1) return distinct[0];
  const suppliers = new Set(distinct.map(({ supplier }) => supplier ?? ""));
  const locations = new Set(distinct.map(({ location }) => location ?? ""));
  const isOneSource = suppliers.size === 1;
  if (isOneSource && (locations.size === distinct.length || isSplitStock(distinct)))
    return addedUp(distinct, issues);
  const ranked = distinct.toSorted(byPreference);
  const [chosen, ...others] = ranked;
  issues.add({
    code: "item-sources",
    severity: "info",
    ...placeOf(chosen),
    item: chosen.item,
    text: ranked.map(({ supplier }) => supplier ?? "?").join(", "),
    supplier: chosen.supplier ?? "",
    because: chosen.preferred === true ? "preferred" : "cheapest",
  });
  return { ...shared(others), ...chosen, sources: others };
}

/**
 * Stock of one source in several rows, as of batches or shelves: different stocks under one master record. Sources of
 * different prices or lead times are no parts of one stock.
 */
function isSplitStock(rows: readonly Item[]): boolean {
  const stocks = new Set(rows.map(({ onHand }) => onHand));
  const terms = new Set(rows.map(({ unitCost, leadTimeDays }) => JSON.stringify([unitCost, leadTimeDays])));
  return stocks.size > 1 && !stocks.has(undefined) && terms.size === 1;
}

/** Of several days on which a stock was counted at a place the last one holds. */
function newest(rows: Item[], issues: IssueList): Item[] {
  if (new Set(rows.map(({ stockDate }) => stockDate)).size < 2) return rows;
  const keyOf = ({ supplier, location }: Item) => JSON.stringify([supplier, location]);
  const last = new Map<string, string>();
  for (const item of rows) {
    const known = last.get(keyOf(item)) ?? "";
    if ((item.stockDate ?? "") >= known) last.set(keyOf(item), item.stockDate ?? "");
  }
  const kept = rows.filter((item) => (item.stockDate ?? "") === last.get(keyOf(item)));
  const [first] = kept;
  if (first !== undefined && kept.length < rows.length)
    issues.add({
      code: "stock-of-last-day",
      severity: "info",
      ...placeOf(first),
      item: first.item,
      text: first.stockDate ?? "",
    });
  return kept;
}

const placeOf = ({ file, row }: Item) => defined({ file, row });

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

function withoutRepeats(rows: readonly Item[], issues: IssueList): Item[] {
  const seen = new Set<string>();
  return rows.filter((item) => {
    const content = contentOf(item);
    if (!seen.has(content)) {
      seen.add(content);
      return true;
    }
    issues.add({ code: "item-row-repeated", severity: "info", ...placeOf(item), item: item.item });
    return false;
  });
}

/** One source at several locations: stocks are added, the rest is taken from the first location that gives it. */
function addedUp(rows: readonly Item[], issues: IssueList): Item {
  const sorted = rows.toSorted(by(({ location }) => location ?? ""));
  const merged: Item = Object.assign({}, ...sorted.toReversed());
  const total = (key: "onHand" | "onOrder" | "backorders" | "reserved"): Partial<Item> => {
    const values = sorted.map((item) => item[key]).filter((value) => value !== undefined);
    return values.length === 0 ? {} : { [key]: values.reduce((sum, value) => sum + value, 0) };
  };
  const { location: _location, ...rest } = merged;
  const { file, item } = merged;
  const said = { severity: "info", ...defined({ file }), item } as const;
  const places = sorted.map(({ location }) => location ?? "?");
  if (new Set(places).size === rows.length)
    issues.add({ ...said, code: "item-locations-added", text: places.join(", ") });
  else
    issues.add({ ...said, code: "item-stock-added", text: sorted.map(({ onHand }) => onHand).join(" + ") });
  return { ...rest, ...total("onHand"), ...total("onOrder"), ...total("backorders"), ...total("reserved") };
}
