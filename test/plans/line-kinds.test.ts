import { expect, test } from "vitest";
import {
  isListed,
  isOpenSignal,
  isUrgent,
  lineKind,
  neededOf,
  type Suggestion,
  stakeOf,
  words,
} from "../../src/index.ts";
import { manyTempers } from "./many-tempers.ts";
import { csv, planOf } from "./run.ts";

const line = (of: Partial<Suggestion>): Suggestion => ({
  item: "A",
  quantity: 10,
  need: 10,
  orderBy: "2026-03-02",
  receiptBy: "2026-03-16",
  policy: "rsS",
  serviceType: "fill",
  expectedService: 0.98,
  reorderPoint: 40,
  orderUpTo: 50,
  safetyStock: 10,
  onHand: 30,
  onOrder: 0,
  backorders: 0,
  attention: "none",
  reasons: [],
  ...of,
});

test("what is missing before goods can come is a shortage, a question is one, a note is neither", () => {
  expect(lineKind(line({ runsOutOn: "2026-03-10" }))).toBe("shortage");
  expect(lineKind(line({ runsOutOn: "2026-03-20", safeUntil: "2026-03-12" }))).toBe("plain");
  expect(lineKind(line({ attention: "review", attentionCodes: ["covers-over-a-year"] }))).toBe("doubt");
  expect(lineKind(line({ attention: "review", attentionCodes: ["lead-time-longer-than-master"] }))).toBe("plain");
  expect(lineKind(line({ attention: "blocked", runsOutOn: "2026-03-10" }))).toBe("blocked");
  expect(lineKind(line({ need: 0, quantity: 0, runsOutOn: "2026-03-10" }))).toBe("plain");
});

test("at once is what may end, in one case of twenty, before it could arrive", () => {
  expect(isUrgent(line({ runsOutOn: "2026-06-01", safeUntil: "2026-03-15" }))).toBe(true);
  expect(isUrgent(line({ runsOutOn: "2026-06-01", safeUntil: "2026-03-16" }))).toBe(false);
  expect(isUrgent(line({ safeUntil: "2026-03-15", need: 0 }))).toBe(false);
});

test("a maximum that keeps a shortage from being ordered is said with what is missing, and its money counts", () => {
  const of = line({
    quantity: 0,
    need: 500,
    unitPrice: 2,
    runsOutOn: "2026-03-03",
    attention: "review",
    attentionCodes: ["maximum-conflict"],
    reasons: [{ code: "rule-maximum", need: 500, quantity: 0, maximumStock: 120 }],
  });
  expect(lineKind(of)).toBe("shortage");
  expect(words.lineClause(of, "de")).toBe("500 fehlen, Höchstbestand nur 120");
  expect(stakeOf(of)).toBe(1000);
  // where the maximum lowered the reorder point too, what is missing is counted to the one that would be needed
  const capped = line({
    ...of,
    onHand: 4,
    onOrder: 96,
    reasons: [{ code: "level-at-maximum", wanted: 900, maximumStock: 120, target: 0.98 }, ...of.reasons],
  });
  expect(neededOf(capped)).toBe(800);
  expect(words.lineClause(capped, "en")).toBe("800 short, maximum stock only 120");
  expect(stakeOf(capped)).toBe(1600);
});

test("a signal is open while it is news or blocks a line, until it is answered", () => {
  const blocked = line({ attention: "blocked", attentionCodes: ["end-of-life-suspected"] });
  const past = { kind: "end-of-life", state: "past" } as const;
  expect(isOpenSignal({ ...past, state: "open" }, null)).toBe(true);
  expect(isOpenSignal(past, blocked)).toBe(true);
  expect(isOpenSignal({ ...past, answer: "confirmed" }, blocked)).toBe(false);
  expect(isOpenSignal({ ...past, kind: "spike" }, blocked)).toBe(false);
  expect(isOpenSignal(past, line({}))).toBe(false);
  expect(isOpenSignal(past, null)).toBe(false);
});

test("the cautious date never lies behind the expected one, and few lines ask a question", async () => {
  const { orders, masters } = manyTempers(84);
  const plan = await planOf({ orders: [csv("o.csv", orders)], items: [csv("i.csv", masters)] });
  const lines = plan.items.flatMap(({ suggestion }) => (suggestion === null ? [] : [suggestion]));
  const both = lines.filter(({ safeUntil, runsOutOn }) => safeUntil !== undefined && runsOutOn !== undefined);
  expect(both.length).toBeGreaterThan(40);
  expect(both.filter(({ safeUntil = "", runsOutOn = "" }) => safeUntil > runsOutOn)).toEqual([]);
  expect(both.some(({ safeUntil = "", runsOutOn = "" }) => safeUntil < runsOutOn)).toBe(true);
  const listed = lines.filter((of) => isListed(of));
  const doubts = listed.filter((of) => lineKind(of) === "doubt").length;
  expect(listed.length).toBeGreaterThan(30);
  expect(doubts / listed.length).toBeLessThanOrEqual(0.15);
  for (const of of lines) {
    const isLate = of.reasons.some(({ code }) => code === "late");
    if (isLate) expect(isUrgent(of), of.item).toBe(true);
  }
});

test("prices that name no currency are in the one that was entered, those that name one keep it", async () => {
  const days = Array.from({ length: 60 }, (_, k) => new Date(Date.UTC(2025, 0, 1 + 5 * k)).toISOString().slice(0, 10));
  const orders = csv("orders.csv", [
    ["item", "date", "quantity"],
    ...days.flatMap((day) => [
      ["A", day, 10],
      ["B", day, 10],
    ]),
  ]);
  const items = csv("items.csv", [
    ["item", "onHand", "leadTimeDays", "unitCost", "currency"],
    ["A", 0, 14, 2, ""],
    ["B", 0, 14, 2, "USD"],
  ]);
  const currencies = async (config: Record<string, unknown>) =>
    (await planOf({ orders: [orders], items: [items] }, config)).items.map(
      ({ suggestion }) => suggestion?.currency ?? "none",
    );
  expect(await currencies({})).toEqual(["none", "USD"]);
  expect(await currencies({ currency: "CHF" })).toEqual(["CHF", "USD"]);
});
