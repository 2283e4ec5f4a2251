import { expect, test } from "vitest";
import { type PlanFiles, readFiles } from "../../src/index.ts";
import { csv } from "./run.ts";

const months = Array.from({ length: 12 }, (_, m) => `2024-${String(m + 1).padStart(2, "0")}-15`);
const items = ["10001", "10002", "10003"];
const orders = csv("orders.csv", [
  ["item", "date", "quantity", "kind"],
  ...items.flatMap((item) => months.map((date, m) => [item, date, 10 + m, "sale"])),
]);
const read = (files: PlanFiles) => readFiles(files, {}, ({ name }, count) => ({ ...count, sha256: name }));

test("inputs and issues stand in the order of the kinds, each file described by its caller", () => {
  const found = read({
    suppliers: [
      csv("suppliers.csv", [
        ["supplier", "orderDays"],
        ["S1", "Mon"],
        ["", "Tue"],
      ]),
    ],
    items: [
      csv("items.csv", [
        ["item", "leadTimeDays"],
        ["10001", 14],
        ["", 3],
      ]),
    ],
    orders: [orders],
  });
  expect(found.inputs.map(({ file, sha256 }) => [file, sha256])).toEqual([
    ["orders.csv", "orders.csv"],
    ["items.csv", "items.csv"],
    ["suppliers.csv", "suppliers.csv"],
  ]);
  const files = found.issues.flatMap(({ file }) => file ?? []);
  expect([...new Set(files)]).toEqual(["orders.csv", "items.csv", "suppliers.csv"]);
  expect(found.volumes).toEqual({
    orders: { rows: 36, items: 3, quantity: 558, value: 0 },
    items: { rows: 1 },
    suppliers: { rows: 1 },
  });
});

test("the order lines are given away once: nothing holds them while the plan is made", () => {
  const { takeLines } = read({ orders: [orders] });
  expect(takeLines()).toHaveLength(36);
  expect(takeLines).toThrow(/taken already/);
});

test("master data that hardly share an item with the history are read by the number that the history uses", () => {
  const rows = items.map((item, k) => [`M-${k}`, item, 14, 100 + k]);
  const found = read({
    orders: [orders],
    items: [csv("items.csv", [["Artikelnummer", "Materialnummer", "leadTimeDays", "onHand"], ...rows])],
  });
  expect(found.items.map(({ item, onHand }) => [item, onHand])).toEqual([
    ["10001", 100],
    ["10002", 101],
    ["10003", 102],
  ]);
});

test("master data of other items than those of the history say so", () => {
  const master = (names: readonly string[]) =>
    csv("items.csv", [["item", "onHand"], ...names.map((name, k) => [name, k + 1])]);
  const codesOf = (names: readonly string[]) =>
    read({ items: [master(names)], orders: [orders] }).issues.map(({ code }) => code);
  expect(codesOf(["X-1", "X-2", "X-3"])).toContain("items-unknown");
  expect(codesOf(["X-1", "X-2", "10003"])).not.toContain("items-unknown");
});

test("what another file of master data brings of an item is not missing, and what none brings is", () => {
  const found = read({
    orders: [orders],
    items: [
      csv("stock.csv", [
        ["item", "onHand", "leadTimeDays"],
        ["10001", 4, ""],
        ["10002", 5, 7],
        ["10003", "", 8],
      ]),
      csv("entered.csv", [
        ["item", "onHand", "leadTimeDays"],
        ["10001", "", 9],
        ["10002", "", 9],
      ]),
    ],
  });
  const missing = found.issues.filter(({ code }) => code.startsWith("missing-"));
  expect(missing.map(({ code, item, file }) => [code, item, file])).toEqual([
    ["missing-stock", "10003", "stock.csv"],
  ]);
});
