import { expect, test } from "vitest";
import { offerOf } from "../../../api/web/decision/lots.ts";
import { changedBy } from "../../../api/web/session/minimum.ts";
import { orderedAmount, orderedQuantity } from "../../../api/web/session/work-line.ts";
import type { Decided, Line } from "../../../api/web/shapes.ts";
import { lineKind } from "../../../src/index.ts";
import { line, listed } from "../line.ts";

const sources: Line["sources"] = [
  { supplier: "S1", chosen: true, why: "least-cost", leadTimeDays: 30, quantity: 100, unitPrice: 2 },
  {
    supplier: "S2",
    chosen: false,
    why: "costs-more",
    leadTimeDays: 7,
    packSize: 60,
    quantity: 120,
    unitPrice: 3,
    currency: "EUR",
    receiptBy: "2026-10-23",
  },
];
const late = { runsOutOn: "2026-10-25", sources };
const moved = (action: Decided["action"], quantity?: number) =>
  listed("A", {
    ...late,
    decided: { action, version: 1, supplier: "S2", ...(quantity === undefined ? {} : { quantity }) },
  });

test("a moved line is his who delivers it: quantity, value, day and what it asks; as suggested it is kept beside", () => {
  expect(listed("A", late)).toMatchObject({ kind: "shortage", supplier: "S1" });
  const one = moved("change", 180);
  // what comes a week sooner is no shortage any more, in mark and in words
  expect([one.kind, lineKind(one)]).toEqual(["plain", "plain"]);
  expect(one).toMatchObject({ supplier: "S2", receiptBy: "2026-10-23", suggested: { supplier: "S1" } });
  expect([orderedQuantity(one), orderedAmount(one)]).toEqual([180, 540]);
  expect(offerOf(one)?.supplier).toBe("S2");
  // accepted without a word about the quantity: what the same need is there
  expect([orderedQuantity(moved("accept")), orderedAmount(moved("accept"))]).toEqual([120, 360]);
  const same = listed("A", { ...late, decided: { action: "accept", version: 1, supplier: "S9" } });
  expect(same).not.toHaveProperty("suggested");
});

test("what is missing to a supplier's minimum follows what is moved to him and away", () => {
  const lines = [
    moved("change", 180),
    listed("B"),
    listed("C", { decided: { action: "reject", version: 1 } }),
  ];
  expect([changedBy(lines, "S1"), changedBy(lines, "S2"), changedBy([listed("B")], "S1")]).toEqual([
    -400, 540, 0,
  ]);
  expect(line("A").amount).toBe(200);
});
