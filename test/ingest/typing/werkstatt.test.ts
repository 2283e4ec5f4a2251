import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { bucketIndex } from "../../../src/calendar/bucket.ts";
import { dayOf } from "../../../src/calendar/date.ts";
import { kindOfFile } from "../../../src/ingest/columns/kind-of-file.ts";
import { readItems } from "../../../src/ingest/master/items.ts";
import { readOrders } from "../../../src/ingest/orders/orders.ts";
import { bytesSource } from "../../../src/ingest/source.ts";
import { lineKinds } from "../../../src/order.ts";

const folder = join(import.meta.dirname, "../../../datasets/werkstatt");
const source = (name: string) => bytesSource(name, readFileSync(join(folder, name)));
const truth = JSON.parse(readFileSync(join(folder, "truth.json"), "utf8")) as {
  readonly lines: Readonly<Record<"firstExport" | "secondExport" | "inBoth" | "merged", number>>;
  readonly items: readonly {
    readonly item: string;
    readonly start: string;
    readonly net: readonly number[];
  }[];
};
const exports = readdirSync(folder).filter((name) => name.startsWith("lagerbewegungen"));

test("two overlapping exports merge to the lines that are in the shop", () => {
  const read = readOrders(exports.map(source));
  expect(read.lines.length).toBe(truth.lines.merged);
  expect(read.inputs.map(({ lines }) => lines)).toEqual([truth.lines.firstExport, truth.lines.secondExport]);
});

test("issues less returns of each article are its true net demand", () => {
  const { lines } = readOrders(exports.map(source));
  const demand = new Set(["issue", "return"]);
  const net = new Map<string, number>();
  for (let k = 0; k < lines.length; k++) {
    if (!demand.has(lineKinds[lines.kind[k]])) continue;
    const item = lines.items.values[lines.item[k]];
    net.set(item, (net.get(item) ?? 0) + lines.quantity[k]);
  }
  for (const { item, net: months } of truth.items) {
    const wanted = months.reduce((sum, month) => sum + month, 0);
    expect([item, Math.round((net.get(item) ?? 0) * 100) / 100]).toEqual([
      item,
      Math.round(wanted * 100) / 100,
    ]);
  }
});

test("the consumption of a month is the true one where nothing came back later", () => {
  const { lines } = readOrders(exports.map(source));
  const first = truth.items[0];
  if (first === undefined) throw new Error("no truth");
  const start = bucketIndex(dayOf(first.start), "month");
  const code = lines.items.codes.get(first.item);
  const months = first.net.map(() => 0);
  for (let k = 0; k < lines.length; k++) {
    const kind = lineKinds[lines.kind[k]];
    if (lines.item[k] !== code || (kind !== "issue" && kind !== "return")) continue;
    const month = bucketIndex(lines.day[k], "month") - start;
    months[month] = (months[month] ?? 0) + lines.quantity[k];
  }
  const same = months.filter((value, month) => value === first.net[month]).length;
  expect(same).toBeGreaterThan(months.length * 0.8);
});

test("every file is recognised for what it is", () => {
  const kinds = [
    "artikel.csv",
    "bestellungen.csv",
    "kalender.csv",
    "lieferanten.csv",
    "offene-bestellungen.csv",
    ...exports,
  ];
  expect(kinds.map((name) => kindOfFile(source(name)).kind)).toEqual([
    "items",
    "orders",
    "calendar",
    "suppliers",
    "open-orders",
    "orders",
    "orders",
  ]);
});

test("master data: two articles have two sources, five no lead time, one no stock, one a negative one", () => {
  const { items, issues } = readItems(source("artikel.csv"));
  const count = (code: string) => issues.filter((issue) => issue.code === code).length;
  expect(items).toHaveLength(410);
  expect(["item-sources", "missing-lead-time", "missing-stock", "stock-negative"].map(count)).toEqual([
    2, 5, 1, 1,
  ]);
});
