import { expect, test } from "vitest";
import { saidIn, shortMoney } from "../../api/web/language.ts";
import { fromZero, rangeFault } from "../../api/web/parts/number-range.ts";
import { entriesCsv } from "../../api/web/session/entries.ts";
import { moveOf, movesOf } from "../../api/web/session/last-run.ts";
import { isMinimumReached } from "../../api/web/session/minimum.ts";
import { workLine } from "../../api/web/session/work-line.ts";
import type { Basket, ItemLine, SignalLine } from "../../api/web/shapes.ts";
import { linesAWeek, stockAtFill } from "../../api/web/views/cash/equal-service.ts";
import { labelsApart } from "../../api/web/views/cash/replay-charts.ts";
import { lacking } from "../../api/web/views/orders/missing/lacking.ts";
import { entered } from "../../api/web/views/orders/missing/missing-data.tsx";
import { railRows } from "../../api/web/views/orders/rail.ts";
import { chosenOf } from "../../api/web/views/orders/work-list.ts";
import { exceptionPeriod } from "../../api/web/views/signals/exception.ts";
import { frameWords } from "../../api/web/words/frame.ts";
import { glossaryWords } from "../../api/web/words/glossary.ts";
import { bytesSource, type Issue, inspect, readItems, readOrders, words } from "../../src/index.ts";
import { listed } from "./line.ts";

const basket = (supplier: string, amount: number, minimumGap?: number): Basket => ({
  supplier,
  name: `Firma ${supplier}`,
  orderDate: "2026-10-20",
  amount,
  currency: "EUR",
  fillers: [],
  ...(minimumGap === undefined ? {} : { minimumGap }),
});

test("the rail has each supplier with its lines, its sum, and whether that reaches its minimum", () => {
  const rejected = { action: "reject", version: 1 } as const;
  const lines = [
    workLine(listed("A", { supplier: "S1", quantity: 10, unitPrice: 2, amount: 20 }), undefined),
    workLine(listed("B", { supplier: "S1", quantity: 5, unitPrice: 2, amount: 10 }), undefined),
    workLine(
      listed("C", { supplier: "S2", quantity: 1, unitPrice: 7, amount: 7, decided: rejected }),
      undefined,
    ),
  ];
  const baskets = new Map([
    ["S1", basket("S1", 30, 5)],
    ["S2", basket("S2", 7)],
  ]);
  const rows = railRows(lines, chosenOf({ supplier: "S2" }), baskets);
  expect(rows).toEqual([
    { supplier: "S1", name: "Firma S1", lines: 2, decided: 0, sums: [["EUR", 30]], isEnough: false },
    { supplier: "S2", name: "Firma S2", lines: 1, decided: 1, sums: [["EUR", 0]], isEnough: undefined },
  ]);
  const more = [...lines.slice(0, 1), workLine(listed("B", { ...lines[1], amount: 15 }), undefined)];
  expect(isMinimumReached(more, baskets.get("S1"))).toBe(true);
});

test("a line is new, more, less or gone against the run before; without one nothing moved", () => {
  const before = new Map([
    ["A", 10],
    ["B", 0],
    ["C", 4],
    ["D", 3],
  ]);
  const now = [
    { item: "A", quantity: 15 },
    { item: "B", quantity: 2 },
    { item: "C", quantity: 0 },
    { item: "D", quantity: 3 },
    { item: "E", quantity: 1 },
  ];
  expect(now.map((line) => moveOf(line, before))).toEqual([
    { kind: "more", by: 5 },
    { kind: "new", by: 2 },
    { kind: "gone", by: -4 },
    undefined,
    { kind: "new", by: 1 },
  ]);
  expect(movesOf(now, before)).toEqual({ new: 2, more: 1, less: 0, gone: 1 });
  expect(movesOf(now, undefined)).toEqual({ new: 0, more: 0, less: 0, gone: 0 });
});

test("an exception has the period of its signal: one bucket, up to its end, or up to the end of the history", () => {
  const item = { history: { start: "2025-01-01", values: Array.from({ length: 18 }, () => 1) } };
  const of = (signal: Partial<SignalLine>) =>
    exceptionPeriod({ at: "2026-03-01", ...signal } as SignalLine, item as unknown as ItemLine, "month");
  expect(of({ kind: "spike" })).toEqual({ from: "2026-03-01", to: "2026-03-31" });
  expect(of({ kind: "passing", until: "2026-05-01" })).toEqual({ from: "2026-03-01", to: "2026-05-31" });
  expect(of({ kind: "level-shift" })).toEqual({ from: "2026-03-01", to: "2026-06-30" });
  expect(of({ kind: "end-of-life" })).toBeUndefined();
  expect(of({ kind: "unit-change" })).toBeUndefined();
});

test("labels of policies that came out alike stand below each other, those far apart where their points are", () => {
  const points = [
    { policy: "b", at: 500, up: 42 },
    { policy: "a", at: 500, up: 40 },
    { policy: "c", at: 495, up: 44 },
    { policy: "d", at: 100, up: 41 },
    { policy: "e", at: 500, up: 160 },
  ];
  expect(labelsApart(points).map(({ policy, height }) => [policy, height])).toEqual([
    ["a", 34],
    ["d", 35],
    ["b", 48],
    ["c", 62],
    ["e", 154],
  ]);
});

test("stock is compared at equal service: straight between the points of the frontier, nothing beyond them", () => {
  const frontier = [
    { fillRate: 0.98, averageStockValue: 200 },
    { fillRate: 0.9, averageStockValue: 100 },
  ];
  expect(stockAtFill(frontier, 0.94)).toBeCloseTo(150);
  expect(stockAtFill(frontier, 0.98)).toBe(200);
  expect([0.89, 0.99].map((fill) => stockAtFill(frontier, fill))).toEqual([undefined, undefined]);
  expect(linesAWeek({ from: "2026-01-01", to: "2026-01-14" }, 30)).toBe(15);
});

test("what is typed about items is read back as it was typed", () => {
  const csv = entriesCsv(
    new Map([
      ['0815 "x", y', { leadTimeDays: 14 }],
      ["A1", { leadTimeDays: 14, onHand: 2.5 }],
    ]),
  );
  const { items } = readItems(bytesSource("entries.csv", new TextEncoder().encode(csv)));
  expect(items.map(({ item, leadTimeDays, onHand }) => [item, leadTimeDays, onHand])).toEqual([
    ['0815 "x", y', 14, undefined],
    ["A1", 14, 2.5],
  ]);
});

test("a field says what it takes: of no number, of one below zero, of one that is too high", () => {
  const percent = { low: 1, high: 99.9, unit: "%" };
  const said = ["", "14", "-3", "−3", "- 3", "abc", "1e3"].map((text) => rangeFault(text, fromZero));
  const below = (text: string) => `0 or more; ${text} cannot be.`;
  const none = (text: string) => `${text} is no number. Possible: 0 or more.`;
  expect(said).toEqual([
    undefined,
    undefined,
    below("-3"),
    below("−3"),
    below("- 3"),
    none("abc"),
    none("1e3"),
  ]);
  expect(["98.5", "150", "-3", "much"].map((text) => rangeFault(text, percent))).toEqual([
    undefined,
    "1\u00a0% to 99.9\u00a0%; 150 cannot be.",
    "1\u00a0% to 99.9\u00a0%; -3 cannot be.",
    "much is no number. Possible: 1\u00a0% to 99.9\u00a0%.",
  ]);
});

test("a sum that is too long for a column is said in millions and more, none is cut", () => {
  expect([1234.5, 123_456.7, 1_276_509_100].map((x) => shortMoney(x, "EUR"))).toEqual([
    "€1,234.50",
    "€123,457",
    "€1.3B",
  ]);
});

test("a lead time for all holds where an item has none of its own, and a word is no number", () => {
  const typed = (fields: Readonly<Record<string, string>>) => {
    const form = new FormData();
    for (const [name, text] of Object.entries(fields)) form.set(name, text);
    return entered({ stock: ["A"], leadTime: ["A", "B"] }, form);
  };
  const { rows, wrong } = typed({ leadTimeDays: "14", "days B": "3", "stock A": " " });
  expect([...rows, wrong]).toEqual([["A", { leadTimeDays: 14 }], ["B", { leadTimeDays: 3 }], undefined]);
  expect(typed({ "stock A": "viele" }).wrong).toBe("stock A");
  expect(typed({ leadTimeDays: "bald" }).wrong).toBe("leadTimeDays");
});

test("without any master data every item lacks stock and lead time; with some, those that an issue names", () => {
  const items = ["A", "B"];
  const none: Issue = { code: "item-without-master-data", severity: "warning", count: 2, text: "A, B" };
  expect(lacking([none], items)).toEqual({ stock: items, leadTime: items });
  const issues: Issue[] = [
    { ...none, count: 1, text: "B" },
    { code: "missing-lead-time", severity: "warning", item: "A" },
  ];
  expect(lacking(issues, items)).toEqual({ stock: [], leadTime: ["A"] });
  // a column that one file lacks is in another one: no item lacks anything
  const elsewhere: Issue = { code: "column-missing", severity: "warning", field: "leadTimeDays", count: 2 };
  expect(lacking([elsewhere], items)).toEqual({ stock: [], leadTime: [] });
});

test("the template is read without a question, and its first row is a line with stock and lead time", () => {
  for (const frame of words.langs.map((lang) => saidIn(frameWords, lang))) {
    const file = bytesSource(frame.templateFile, new TextEncoder().encode(frame.template));
    expect(readOrders([file]).lines.length).toBe(1);
    expect(inspect(file).columns.map(({ field }) => field)).toEqual([
      "item",
      "date",
      "quantity",
      "onHand",
      "leadTimeDays",
      "supplier",
      "price",
    ]);
  }
});

test("every figure has an entry of its own in the glossary of every language", () => {
  for (const glossary of words.langs.map((lang) => saidIn(glossaryWords, lang))) {
    const texts = Object.values(glossary);
    expect(texts.every((text) => text.length > 15 && text.endsWith("."))).toBe(true);
    expect(new Set(texts).size).toBeGreaterThan(texts.length - 3);
  }
});
