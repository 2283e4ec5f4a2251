import { expect, test } from "vitest";
import { kpiMeaning, kpiName, nextStep } from "../../src/words/index.ts";

test("a KPI and a step of a later version are shown by their names", () => {
  expect(kpiName("toString", "en")).toBe("toString");
  expect(kpiMeaning("toString", "en")).toBe("");
  expect(nextStep("order-first", "en")).toMatch(/^Order these items first/);
  expect(nextStep("later", "de")).toBe("");
});
