import { expect, test } from "vitest";
import { columnWords } from "../../src/words/columns.ts";
import { kpiWords, nextStepWords } from "../../src/words/kpis.ts";
import { langs } from "../../src/words/lang.ts";
import { pageWords } from "../../src/words/page.ts";
import { sheetWords } from "../../src/words/report.ts";

const names = [
  "wape bias fva cocc smapc masc rmssc coccInitial smapcInitial mascInitial rmsscInitial orderNervousness",
  "orderFlips trackingAlarms dataQuality fillRate cycleService shortageCost excessStock financingNeed automation",
  "decisionDays coverDays stockValue orderLines orderCost",
].flatMap((line) => line.split(" "));

test("every KPI of the contract has a name and a meaning in both languages", () => {
  for (const name of names) {
    for (const lang of langs) {
      expect(kpiWords[name]?.name[lang], name).toMatch(/\S/);
      expect(kpiWords[name]?.meaning[lang], name).toMatch(/\S/);
    }
  }
});

test("every fixed phrase is there in both languages", () => {
  for (const words of [columnWords, pageWords, sheetWords, nextStepWords]) {
    for (const [key, phrase] of Object.entries(words)) {
      for (const lang of langs) expect(phrase[lang], key).toMatch(/\S/);
    }
  }
});
