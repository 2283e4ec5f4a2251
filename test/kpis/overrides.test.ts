import { expect, test } from "vitest";
import { type OverrideCell, overrideValue, signedRank } from "../../src/kpis/index.ts";

const cells = Array.from({ length: 20 }, (_, k): OverrideCell => {
  const good = k < 10;
  return {
    item: `A${k}`,
    group: good ? "pumps" : "valves",
    reason: good ? "customer order" : "gut feeling",
    by: "Kim",
    naive: 100 + 30,
    statistical: 100 + 10 + k,
    override: good ? 102 : 100 + 25 + k,
    final: good ? 102 : 100 + 25 + k,
    actual: 100,
  };
});

test("value added is the fall of the WAPE at each step, and says where to stop overriding", () => {
  const rows = overrideValue(cells);
  const find = (by: string, key: string) => rows.find((row) => row.by === by && row.key === key);
  const statistical = rows.find((row) => row.step === "statistical");
  // naive 30 off everywhere; statistical 10 + k off: 19.5 on average
  expect(statistical?.valueAdded).toBeCloseTo(30 - 19.5, 9);
  expect(find("reason", "customer order")).toMatchObject({ advice: "keep", cells: 10 });
  expect(find("reason", "gut feeling")?.valueAdded).toBeCloseTo(-15, 9);
  expect(find("reason", "gut feeling")?.advice).toBe("stop");
  expect(find("group", "valves")?.advice).toBe("stop");
  expect(rows[0].valueAdded).toBeLessThanOrEqual(rows[rows.length - 1].valueAdded);
});

test("nobody is named unless that is switched on", () => {
  expect(overrideValue(cells).some((row) => row.by === "person")).toBe(false);
  expect(overrideValue(cells, { people: true }).some((row) => row.key === "Kim")).toBe(true);
});

test("few cells settle nothing", () => {
  const few = overrideValue(cells.slice(10, 14)).filter((row) => row.step === "override");
  expect(few.every((row) => row.advice === "watch")).toBe(true);
});

test("signed ranks equal the formula by hand", () => {
  const p = signedRank([1.1, 2.2, -0.3, 4.4, 5.5, 6.6, -0.7, 8.8, 9.9, 10.1]);
  // ranks of the negatives 1 and 2: V = 52, mean 27.5, sd 9.810708; z = 24 / 9.810708
  expect(p).toBeCloseTo(0.01443, 4);
  expect(signedRank([0, 0, 0])).toBe(1);
});
