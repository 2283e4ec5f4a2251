import { expect, test } from "vitest";
import { makeItems, makeOrders, type OrderOptions } from "../../datasets/make/orders.ts";

const small: OrderOptions = { lines: 5000, items: 200, months: 24, seed: 1 };
const text = (options: OrderOptions) => [...makeOrders(options)].join("");
const rowsOf = (table: string) => {
  const [head, ...lines] = table.trimEnd().split("\n") as [string, ...string[]];
  const columns = head.split(",");
  return lines.map((line) => Object.fromEntries(line.split(",").map((cell, k) => [columns[k], cell])));
};

test("the same options give the same text, another seed another one", () => {
  expect(text(small)).toBe(text(small));
  expect(text({ ...small, seed: 2 })).not.toBe(text(small));
});

test("there are exactly as many lines as asked for, also fewer than items and none at all", () => {
  for (const lines of [0, 1, 7, 199, 200, 201, 5000]) {
    expect(rowsOf(text({ ...small, lines })).length, String(lines)).toBe(lines);
  }
});

test("every item has a line when there are lines enough, and master data", () => {
  const items = new Set(rowsOf(text(small)).map((row) => row.item));
  const known = rowsOf([...makeItems(small)].join(""));
  expect(items.size).toBe(200);
  expect(known.map((row) => row.item)).toEqual([...items].sort());
  for (const row of known) {
    expect(Number(row.leadTimeDays)).toBeGreaterThan(0);
    expect(Number(row.minimumOrder) % Number(row.packSize)).toBe(0);
    expect(Number(row.unitCost)).toBeGreaterThan(0);
  }
});

test("lines are sorted by date, on working days of the months asked for", () => {
  const days = rowsOf(text(small)).map((row) => row.date!);
  expect(days).toEqual([...days].sort());
  expect(days[0] >= "2024-11-01").toBe(true);
  expect(days.at(-1)! <= "2026-10-31").toBe(true);
  expect(new Set(days.map((day) => day.slice(0, 7))).size).toBe(24);
  expect(days.every((day) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()))).toBe(true);
});

test("a return is negative and names the document of an issue of its item; receipts follow their purchase", () => {
  const rows = rowsOf(text(small));
  const issued = new Set(rows.filter((row) => row.kind === "issue").map((row) => `${row.order} ${row.item}`));
  const kinds = Map.groupBy(rows, (row) => row.kind!);
  expect([...kinds.keys()].sort()).toEqual(["issue", "purchase", "receipt", "return"]);
  for (const row of kinds.get("return")!) {
    expect(Number(row.quantity)).toBeLessThan(0);
    expect(issued.has(`${row.order} ${row.item}`)).toBe(true);
  }
  for (const row of kinds.get("purchase")!) {
    expect(row.receiptDate === "" || row.receiptDate! > row.date!).toBe(true);
  }
});

test("the German form says the same as the English one", () => {
  const german = text({ ...small, format: "de" })
    .trimEnd()
    .split("\r\n")
    .slice(1);
  const english = rowsOf(text(small));
  expect(german).toHaveLength(english.length);
  german.forEach((line, k) => {
    const [order, , item, date, quantity, , , price] = line.split(";") as string[];
    const row = english[k];
    expect([order, item, date!.split(".").reverse().join("-"), quantity, price!.replace(",", ".")]).toEqual([
      row.order,
      row.item,
      row.date,
      row.quantity,
      row.price,
    ]);
  });
});

test("sizes that make no history are refused at the door", () => {
  expect(() => makeOrders({ ...small, items: 0 })).toThrow(RangeError);
  expect(() => makeOrders({ ...small, lines: 1.5 })).toThrow(/lines/);
  expect(() => [...makeOrders({ ...small, end: "2026-13-01" })]).toThrow(/2026-13-01/);
});
