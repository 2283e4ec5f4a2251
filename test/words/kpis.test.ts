import { expect, test } from "vitest";
import { kpiMeaning, kpiName, nextStep } from "../../src/words/index.ts";
import { langs } from "../../src/words/languages.ts";

const names = [
  "wape bias fva cocc smapc masc rmssc coccInitial smapcInitial mascInitial rmsscInitial orderNervousness",
  "orderFlips trackingAlarms dataQuality fillRate cycleService shortageCost excessStock financingNeed automation",
  "decisionDays coverDays stockValue orderLines orderCost",
].flatMap((line) => line.split(" "));

test("every KPI has a name and a meaning in every language", () => {
  for (const name of names) {
    for (const lang of langs) {
      expect(kpiName(name, lang), name).not.toBe(name);
      expect(kpiMeaning(name, lang), name).toMatch(/\S/);
    }
  }
});

test("a KPI and a step of a later version are shown by their names", () => {
  expect(kpiName("toString", "en")).toBe("toString");
  expect(kpiMeaning("toString", "en")).toBe("");
  expect(nextStep("order-first", "en")).toMatch(/^Order these items first/);
  expect(nextStep("later", "de")).toBe("");
});
