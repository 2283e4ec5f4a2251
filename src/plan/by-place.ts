import { defined } from "../defined.ts";
import { mostGenerations } from "../demand/lineage.ts";
import { InputError } from "../errors.ts";
import type { FileKind } from "../ingest/index.ts";
import type { Issue } from "../issue.ts";
import type { Item } from "../item.ts";
import { ascending, by } from "../numeric/order.ts";
import type { OrderLines } from "../order.ts";
import type { PlanInput } from "./input.ts";

type Rows = Pick<PlanInput, "items" | "openOrders" | "requirements" | "calendar" | "decisions" | "issues">;

/** Rows of master data, and which of them come from order files. */
interface Masters {
  readonly items: readonly Item[];
  readonly ofOrders: ReadonlySet<Item>;
}

/** Locations of every item that rows name; "" stands for rows that name none. */
type Places = Map<string, Set<string>>;

/** Name of an item at a location. @example placed("4711", "Hall 1") // "4711@Hall 1" */
const placed = (item: string, location: string): string => (location === "" ? item : `${item}@${location}`);

function addPlace(places: Places, item: string, location: string): void {
  const known = places.get(item);
  if (known === undefined) places.set(item, new Set([location]));
  else known.add(location);
}

/** Where items are moved, stocked, ordered or required. */
function placesOf(lines: OrderLines, rows: Rows): Places {
  const places: Places = new Map();
  const pairs = new Set<number>();
  const width = lines.locations.values.length + 1;
  for (let k = 0; k < lines.length; k++) pairs.add(lines.item[k] * width + lines.location[k] + 1);
  for (const pair of pairs) {
    const location = (pair % width) - 1;
    addPlace(places, lines.items.values[Math.floor(pair / width)], lines.locations.values[location] ?? "");
  }
  for (const { item, location } of [...rows.items, ...rows.openOrders, ...rows.requirements])
    if (location !== undefined) addPlace(places, item, location);
  // what takes over from an item, or begins like one, does so wherever that one is
  for (let k = 0; k < mostGenerations; k++) {
    const before = [...places.values()].reduce((sum, { size }) => sum + size, 0);
    for (const { item, successor } of rows.items)
      if (successor !== undefined) for (const at of places.get(item) ?? []) addPlace(places, successor, at);
    for (const { item, likeItem } of rows.items)
      if (likeItem !== undefined && !places.has(item))
        for (const at of places.get(likeItem) ?? []) addPlace(places, item, at);
    if ([...places.values()].reduce((sum, { size }) => sum + size, 0) === before) break;
  }
  for (const { item } of rows.items) if (!places.has(item)) addPlace(places, item, "");
  return places;
}

/** What lies at one place and belongs to no other. */
const stockFields = [
  ...(["onHand", "onOrder", "backorders", "reserved", "stockDate"] as const),
  ...(["safetyStock", "reorderPoint", "maximumStock"] as const),
];

const withoutStock = (item: Item): Item => {
  const copy: Partial<Record<keyof Item, unknown>> = { ...item };
  for (const field of stockFields) delete copy[field];
  return copy as Item;
};

/** The place that rows without a location mean: the unnamed one where there is one, else the only one. */
const unnamed = (places: ReadonlySet<string> | undefined): string | undefined => {
  if (places === undefined || places.has("")) return "";
  return places.size === 1 ? [...places][0] : undefined;
};

/** Master data of an item at a place: those of order files under those of items files, the item's under the place's. */
function itemAt(
  rows: readonly Item[],
  isOfOrders: (row: Item) => boolean,
  location: string,
  home?: string,
): Item {
  const layer = (ofOrders: boolean, place: string | undefined) => {
    const said = rows.filter((row) => row.location === place && isOfOrders(row) === ofOrders);
    return place === undefined && location !== home ? said.map(withoutStock) : said;
  };
  const layers = [true, false].flatMap((one) => [...layer(one, undefined), ...layer(one, location)]);
  return Object.assign({}, ...layers);
}

/** Master data of every item at every place: what is said of the item, under what is said of it there. */
function itemsByPlace({ items, ofOrders }: Masters, places: Places): { items: Item[]; issues: Issue[] } {
  const isOfOrders = (row: Item) => ofOrders.has(row);
  const found: Item[] = [];
  const homeless: string[] = [];
  for (const [name, rows] of Map.groupBy(items, ({ item }) => item)) {
    const at = places.get(name) ?? new Set([""]);
    const home = unnamed(at);
    const hasStock = (row: Item) => row.location === undefined && row.onHand !== undefined;
    if (home === undefined && rows.some(hasStock)) homeless.push(name);
    for (const location of at) {
      const { successor, likeItem, sources, location: _, ...rest } = itemAt(rows, isOfOrders, location, home);
      const there = (other: string | undefined) =>
        other === undefined ? undefined : placed(other, places.get(other)?.has(location) ? location : "");
      const names = { item: placed(name, location), ...(location === "" ? {} : { location }) };
      const of = sources?.map((source) => ({ ...withoutStock(source), ...names }));
      const follows = defined({ successor: there(successor), likeItem: there(likeItem), sources: of });
      found.push({ ...rest, ...follows, ...names });
    }
  }
  return { items: found.sort(by(({ item }) => item)), issues: stockIssue(homeless) };
}

const someOf = (names: readonly string[]): string => {
  const sorted = [...new Set(names)].sort(ascending);
  return `${sorted.slice(0, 5).join(", ")}${sorted.length > 5 ? ", …" : ""}`;
};

const stockIssue = (items: readonly string[]): Issue[] =>
  items.length === 0
    ? []
    : [
        {
          code: "stock-without-location",
          severity: "warning",
          count: items.length,
          text: someOf(items),
        },
      ];

/** Lines of an item at a location become lines of that item there. */
function placeLines(lines: OrderLines): Issue[] {
  const { items, locations } = lines;
  const [names, places] = [[...items.values], ["", ...locations.values]];
  const codes = new Map<number, number>();
  items.values.length = 0;
  items.codes.clear();
  const bare = new Set<number>();
  let without = 0;
  for (let k = 0; k < lines.length; k++) {
    const pair = lines.item[k] * places.length + lines.location[k] + 1;
    if (lines.location[k] < 0) {
      without++;
      bare.add(lines.item[k]);
    }
    const known = codes.get(pair);
    if (known === undefined) {
      const name = placed(names[lines.item[k]], places[lines.location[k] + 1]);
      const code = items.values.push(name) - 1;
      items.codes.set(name, code);
      codes.set(pair, code);
    }
    lines.item[k] = known ?? items.values.length - 1;
  }
  locations.values.length = 0;
  locations.codes.clear();
  lines.location.fill(-1);
  if (without === 0) return [];
  const text = someOf([...bare].map((code) => names[code]));
  return [{ code: "lines-without-location", severity: "warning", count: without, text }];
}

/** Refuses two items at places that would have one name, as "A@B" at "C" and "A" at "B@C". */
function refuseDoubles(places: Places): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [item, at] of places)
    for (const location of at) {
      const name = placed(item, location);
      if (names.has(name)) throw new InputError({ code: "key-not-unique", name });
      names.add(name);
    }
  return names;
}

/** Rows of a kind with the item at its place; rows that could mean several places are left out and told. */
function rowsByPlace<T extends { readonly item?: string; readonly location?: string }>(
  of: FileKind,
  rows: readonly T[],
  placesOfItem: (row: T & { readonly item: string }) => readonly string[] | undefined,
): { rows: T[]; issues: Issue[] } {
  const left: string[] = [];
  const found = rows.flatMap((row): T[] => {
    const { item } = row;
    if (item === undefined) return [row];
    const at = placesOfItem({ ...row, item });
    if (at === undefined) left.push(item);
    return (at ?? []).map((name) => ({ ...row, item: name }));
  });
  if (left.length === 0) return { rows: found, issues: [] };
  const text = someOf(left);
  return {
    rows: found,
    issues: [{ code: "rows-without-location", severity: "warning", of, count: left.length, text }],
  };
}

/** Issues of rows that name an item say at which place: where it is the only one, or the row is one of master data. */
function issuesByPlace(issues: readonly Issue[], rows: Rows, places: Places): Issue[] {
  const key = ({ file, row }: { file?: string; row?: number }) => `${row} ${file}`;
  const named = [...rows.items, ...rows.openOrders, ...rows.requirements, ...rows.decisions];
  const at = new Map(named.map((row) => [`${key(row)} ${row.item}`, row.location]));
  return issues.map((issue) => {
    const { item } = issue;
    if (item === undefined) return issue;
    const location = at.get(`${key(issue)} ${item}`) ?? unnamed(places.get(item));
    return location === undefined ? issue : { ...issue, item: placed(item, location) };
  });
}

/**
 * What files say, with `item@location` in the place of the item: each place is planned apart. The lines are renamed in
 * place. Master data of an item without a location hold at all its places, but for what lies there: stock and its
 * levels belong to the unnamed place where lines have one, else to the only place, else to none, which is told.
 * @throws InputError `key-not-unique` where two places of items would have one name
 */
export function byPlace(lines: OrderLines, fromOrders: readonly Item[], fromFiles: Rows): Rows {
  const rows = { ...fromFiles, items: [...fromOrders, ...fromFiles.items] };
  const places = placesOf(lines, rows);
  const known = refuseDoubles(places);
  const ofLines = placeLines(lines);
  const items = itemsByPlace({ items: rows.items, ofOrders: new Set(fromOrders) }, places);
  const one = ({ item, location }: { readonly item: string; readonly location?: string }) => {
    if (location !== undefined) return [placed(item, location)];
    const home = unnamed(places.get(item));
    if (home !== undefined) return [placed(item, home)];
    return known.has(item) ? [item] : undefined;
  };
  const openOrders = rowsByPlace("open-orders", rows.openOrders, one);
  const requirements = rowsByPlace("requirements", rows.requirements, one);
  const decisions = rowsByPlace("decisions", rows.decisions, one);
  const calendar = rowsByPlace("calendar", rows.calendar, ({ item, location }) =>
    location === undefined && !known.has(item)
      ? [...(places.get(item) ?? [""])].map((at) => placed(item, at))
      : one({ item, ...defined({ location }) }),
  );
  const told = [ofLines, items.issues, openOrders.issues, requirements.issues, decisions.issues];
  return {
    items: items.items,
    openOrders: openOrders.rows,
    requirements: requirements.rows,
    calendar: calendar.rows,
    decisions: decisions.rows,
    issues: [...issuesByPlace(rows.issues, rows, places), ...told.flat()],
  };
}
