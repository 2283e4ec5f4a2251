import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { isoDate } from "../../../src/calendar/date.ts";
import { readItems } from "../../../src/ingest/master/items.ts";
import { readSuppliers } from "../../../src/ingest/master/suppliers.ts";
import { type OrdersRead, readOrders } from "../../../src/ingest/orders/orders.ts";
import { QuestionError } from "../../../src/ingest/questions.ts";
import type { ReadOptions } from "../../../src/ingest/read-options.ts";
import { bytesSource } from "../../../src/ingest/source.ts";
import { lineKinds } from "../../../src/order.ts";

const root = resolve(join(import.meta.dirname, "../../.."), process.env.BEDARF_DATA ?? "../shared/data");
const here = existsSync(root);
if (!here) console.info(`SKIP real data: no folder ${root} (set BEDARF_DATA)`);

const source = (path: string) => {
  const raw = readFileSync(join(root, path));
  return bytesSource(path.split("/").at(-1) ?? path, path.endsWith(".gz") ? gunzipSync(raw) : raw);
};
const orders = (paths: readonly string[], options: ReadOptions = {}) =>
  readOrders(paths.map(source), options);

function figures({ lines, inputs }: OrdersRead) {
  let [quantity, received, value] = [0, 0, 0];
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const kinds: Record<string, number> = {};
  for (let k = 0; k < lines.length; k++) {
    quantity += lines.quantity[k];
    received += lines.receivedQuantity[k];
    value += lines.quantity[k] * lines.price[k];
    first = Math.min(first, lines.day[k]);
    last = Math.max(last, lines.day[k]);
    const kind = lineKinds[lines.kind[k]];
    kinds[kind] = (kinds[kind] ?? 0) + 1;
  }
  const used = inputs.map((input) => input.used);
  const items = new Set(lines.item.subarray(0, lines.length)).size;
  return {
    length: lines.length,
    items,
    quantity,
    received,
    value,
    first: isoDate(first),
    last: isoDate(last),
    kinds,
    used,
  };
}

/** Sums by item and day. */
function cells({ lines }: OrdersRead): Map<string, number> {
  const found = new Map<string, number>();
  for (let k = 0; k < lines.length; k++) {
    const key = `${lines.items.values[lines.item[k]]} ${lines.day[k]}`;
    found.set(key, (found.get(key) ?? 0) + lines.quantity[k]);
  }
  return found;
}

// Golden counts and sums: README of the data folder.
describe.skipIf(!here)("real data", () => {
  test("German purchase orders: 8,845 lines, thousands points read as thousands", () => {
    const read = orders(["de_fixture/bestellungen_adventureworks_cp1252.csv"]);
    expect(figures(read)).toMatchObject({
      length: 8845,
      items: 265,
      quantity: 2_348_637,
      received: 2_327_299,
      first: "2011-04-16",
      last: "2014-09-22",
      kinds: { purchase: 8845 },
    });
    expect(read.suppliers).toHaveLength(86);
    expect(read.suppliers.every(({ name }) => name !== undefined)).toBe(true);
    expect(read.lines.currencies.values).toEqual(["EUR"]);
  });

  test("AdventureWorks: lines and heads of orders in two tables are joined by their order number", () => {
    const paths = ["PurchaseOrderHeader", "PurchaseOrderDetail"].map(
      (name) => `adventureworks/Purchasing_${name}.csv`,
    );
    const read = orders(paths);
    expect(figures(read)).toMatchObject({
      length: 8845,
      items: 265,
      quantity: 2_348_637,
      first: "2011-04-16",
      last: "2014-09-22",
      used: [4012, 8845],
    });
    expect(read.suppliers).toHaveLength(86);
    expect(orders([...paths].reverse()).lines.length).toBe(8845);
  });

  test("AdventureWorks: several vendors of a product are its sources", () => {
    const { items } = readItems(source("adventureworks/Purchasing_ProductVendor.csv"));
    const sources = items.map((item) => 1 + (item.sources?.length ?? 0));
    expect([1, 2, 3].map((count) => sources.filter((each) => each === count).length)).toEqual([113, 109, 43]);
  });

  test("Northwind: 2,155 sales of 77 products, dates from the order heads, NULL is nothing", () => {
    const read = orders(["northwind/orders.csv", "northwind/order-details.csv"]);
    expect(figures(read)).toMatchObject({
      length: 2155,
      items: 77,
      quantity: 51_317,
      first: "1996-07-04",
      last: "1998-05-06",
      kinds: { sale: 2155 },
      used: [830, 2155],
    });
    expect(read.issues.filter(({ code }) => code === "row-mended")).toHaveLength(176);
  });

  test("Northwind products: the reorder rule names two products that are not discontinued", () => {
    const { items } = readItems(source("northwind/products.csv"));
    expect(items).toHaveLength(77);
    expect(items.filter(({ phaseOut }) => phaseOut === true)).toHaveLength(8);
    expect(items.filter(({ onOrder }) => (onOrder ?? 0) > 0)).toHaveLength(17);
    const low = items.filter(
      ({ onHand = 0, onOrder = 0, reorderPoint = 0, phaseOut }) =>
        onHand + onOrder <= reorderPoint && !phaseOut,
    );
    expect(low).toHaveLength(2);
    expect(readSuppliers(source("northwind/suppliers.csv")).suppliers).toHaveLength(29);
  });

  test("Online Retail: cancellations are returns, postage and fees no items, corrections no demand", () => {
    const read = orders(["onlineretail/online_retail.csv.gz"]);
    const found = figures(read);
    const pseudo = read.issues.filter(({ code }) => code === "pseudo-item").length;
    const more = read.issues.flatMap((one) =>
      one.code === "more-like-this" && one.of === "pseudo-item" ? [one.count] : [],
    );
    expect(found.length + pseudo + (more[0] ?? 0)).toBe(541_909);
    expect(found.first).toBe("2010-12-01");
    expect(found.last).toBe("2011-12-09");
    expect(found.kinds.adjustment).toBe(1336);
    const cancelled = new Set(
      read.lines.orders.values.flatMap((name, code) => (name.startsWith("C") ? [code] : [])),
    );
    let [lines, returns] = [0, 0];
    for (let k = 0; k < read.lines.length; k++) {
      if (!cancelled.has(read.lines.order[k])) continue;
      lines++;
      if (lineKinds[read.lines.kind[k]] === "return") returns++;
    }
    expect(returns).toBe(lines);
    expect(lines).toBeGreaterThan(8_700);
  });

  test("MAN, wide and long: the same consumption cell by cell, lead times in weeks converted", () => {
    const wide = orders(["man/man.csv"]);
    const long = orders(["de_fixture/verbrauch_man_kw_cp1252.csv"]);
    expect(figures(wide)).toMatchObject({ length: 37_200, items: 1941 });
    expect(figures(wide).quantity).toBeCloseTo(1_344_666.226, 3);
    const truth = cells(wide);
    const other = cells(long);
    expect(other.size).toBe(truth.size);
    for (const [key, value] of truth) expect(other.get(key)).toBe(value);
    expect(long.items.find(({ item }) => item === "MAN0001")).toMatchObject({
      leadTimeDays: 49,
      minimumOrder: 10,
    });
  });

  test.each([
    "complete_dataset_large",
    "complete_dataset_small",
    "complete_dataset_xsmall",
    "partial_dataset_small",
  ])("supplychainpy %s: months without a year ask for it, the answer settles it", (name) => {
    const path = `supplychainpy/${name}.csv`;
    let asked: QuestionError | undefined;
    try {
      orders([path]);
    } catch (error) {
      if (error instanceof QuestionError) asked = error;
    }
    const id = asked?.issues.find(({ code }) => code === "year-unclear")?.question?.id ?? "";
    expect(asked?.message).toContain("year");
    const read = orders([path], { answers: { [id]: "2025" } });
    const items = { large: 499, small: 39, xsmall: 9 }[name.split("_").at(-1) ?? ""];
    expect(figures(read)).toMatchObject({ last: "2025-12-31" });
    expect(read.items).toHaveLength(name.startsWith("partial") ? 29 : (items ?? 0));
    expect(read.items[0]).toMatchObject({ item: "KR202-209", leadTimeDays: 2, onHand: 1003 });
  });
});
