import { expect, test } from "vitest";
import {
  acceptable,
  orderedAmount,
  orderedQuantity,
  sumByCurrency,
  withPending,
} from "../../../api/web/session/work-line.ts";
import { between } from "../../../api/web/views/orders/use-picked.ts";
import {
  chosenLines,
  chosenOf,
  counts,
  entriesOf,
  orderOf,
} from "../../../api/web/views/orders/work-list.ts";
import { line, listed } from "../line.ts";

const items = (lines: readonly { item: string }[]) => lines.map(({ item }) => item);

test("shortages stand first, then questions, what must be ordered soonest, the most money; what is blocked last", () => {
  const lines = [
    listed("late", { orderBy: "2026-12-01" }),
    listed("dear", { amount: 900 }),
    listed("cheap", { amount: 10 }),
    listed("look", { attention: "review", attentionCodes: ["covers-over-a-year"], orderBy: "2027-01-01" }),
    listed("empty", { runsOutOn: "2026-10-25", orderBy: "2027-01-02" }),
    listed("stop", { attention: "blocked", quantity: 0, orderBy: "2027-02-01" }),
  ];
  expect(items(chosenLines(lines, chosenOf({})))).toEqual(["empty", "look", "dear", "cheap", "late", "stop"]);
});

test("the choice of lines, the search and the filters work together", () => {
  const lines = [
    listed("A1", { name: "Passfeder 8x7" }, "D01"),
    listed("A2", { name: "Passfeder 6x6", decided: { action: "accept", version: 1 } }, "D01"),
    listed("A3", { name: "Schraube", quantity: 0 }, "D02"),
    listed(
      "A4",
      { name: "Schraube M5", attention: "review", attentionCodes: ["shelf-life-conflict"], supplier: "S2" },
      "D02",
    ),
  ];
  expect(items(chosenLines(lines, chosenOf({})))).toEqual(["A4", "A1"]);
  expect(items(chosenLines(lines, chosenOf({ show: "decided" })))).toEqual(["A2"]);
  expect(items(chosenLines(lines, chosenOf({ show: "quiet" })))).toEqual(["A3"]);
  expect(items(chosenLines(lines, chosenOf({ show: "all", q: "pass 8x7" })))).toEqual(["A1"]);
  expect(items(chosenLines(lines, chosenOf({ show: "all", owner: "D02" })))).toEqual(["A4"]);
  expect(items(chosenLines(lines, chosenOf({ supplier: "S2" })))).toEqual(["A4"]);
  expect(counts(lines, chosenOf({}))).toEqual({
    open: 2,
    shortage: 0,
    doubt: 1,
    blocked: 0,
    decided: 1,
    all: 3,
    quiet: 1,
  });
});

test("a line just decided stays where it is until the choice changes", () => {
  const lines = [listed("A1", { decided: { action: "accept", version: 1 } }), listed("A2")];
  expect(items(chosenLines(lines, chosenOf({}), new Set(["A1"])))).toEqual(["A1", "A2"]);
  expect(items(chosenLines(lines, chosenOf({})))).toEqual(["A2"]);
});

test("what an address does not know falls back to the usual choice", () => {
  expect(chosenOf({ show: "nonsense", sort: "chance" })).toMatchObject({ show: "open", sort: "urgency" });
});

test("suppliers stand above their lines, in the order of their most urgent line", () => {
  const lines = [
    listed("A1", { supplier: "S2" }),
    listed("A2", { supplier: "S1" }),
    listed("A3", { supplier: "S2" }),
  ];
  const keys = entriesOf(lines, true).map((entry) =>
    entry.kind === "line" ? entry.line.item : entry.supplier,
  );
  expect(keys).toEqual(["S2", "A1", "A3", "S1", "A2"]);
  expect(entriesOf(lines, false)).toHaveLength(3);
});

test("only open lines with a quantity and without a remark are accepted in one go", () => {
  const lines = [
    listed("yes"),
    listed("look", { attention: "review", attentionCodes: ["maximum-conflict"] }),
    listed("none", { quantity: 0 }),
    listed("done", { decided: { action: "reject", version: 1 } }),
  ];
  expect(items(acceptable(lines))).toEqual(["yes"]);
});

test("what is ordered follows the decision, its value the price of one unit", () => {
  expect(orderedQuantity(line("A"))).toBe(100);
  expect(orderedQuantity(line("A", { decided: { action: "change", quantity: 60, version: 1 } }))).toBe(60);
  expect(orderedQuantity(line("A", { decided: { action: "reject", version: 1 } }))).toBe(0);
  expect(orderedAmount(line("A", { decided: { action: "change", quantity: 60, version: 1 } }))).toBe(120);
  const { unitPrice: _, amount: __, ...unpriced } = line("B");
  expect(orderedAmount(unpriced)).toBeUndefined();
});

test("money of different currencies is never summed", () => {
  const sums = sumByCurrency(
    [line("A"), line("B", { currency: "CHF", amount: 50 }), line("C")],
    orderedAmount,
  );
  expect(sums).toEqual([
    ["CHF", 50],
    ["EUR", 400],
  ]);
});

test("a decision on its way counts before the server's, and taking one back shows none", () => {
  const decided = line("A", { version: 3, decided: { action: "accept", version: 3 } });
  const waiting = { item: "A", action: "change", quantity: 40, version: 3 } as const;
  expect(withPending(decided, waiting)).toMatchObject({
    decided: { action: "change", quantity: 40 },
    pending: true,
  });
  expect(withPending(decided, { item: "A", action: "reset", version: 3 }).decided).toBeUndefined();
  expect(withPending(decided, undefined)).toBe(decided);
});

test("an order found once holds after a decision: the same lines in the same places", () => {
  const before = [listed("B", { amount: 1 }), listed("A", { amount: 9 }), listed("C", { amount: 5 })];
  const chosen = chosenOf({ sort: "amount", show: "all" });
  const order = orderOf(before, chosen.sort);
  const after = before.map((one) =>
    one.item === "C" ? { ...one, decided: { action: "accept" as const, version: 1 } } : one,
  );
  expect(items(chosenLines(after, chosen, undefined, order))).toEqual(items(chosenLines(after, chosen)));
  expect(items(chosenLines(after, chosen, undefined, order))).toEqual(["A", "C", "B"]);
});

test("the lines between two picked ones are those of the list, whichever was picked first", () => {
  expect(between(["A", "B", "C", "D"], "C", "A")).toEqual(["A", "B", "C"]);
  expect(between(["A", "B"], "gone", "B")).toEqual(["B"]);
});
