import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { kindOfLetters, stageOfDocument, takesBack } from "../../src/ingest/cells/document-letters.ts";

const page = readFileSync(join(import.meta.dirname, "..", "..", "docs", "your-data.md"), "utf8");

/** Letters of the row whose meaning begins with a word. */
const rowOf = (meaning: string): string[] => {
  const row = page.split("\n").find((line) => line.split(" | ")[1]?.startsWith(meaning)) ?? "";
  return [...row.matchAll(/`([A-Z]+)`/g)].map(([, letters = ""]) => letters);
};

test("the letters of document numbers that the page lists are those that the reader knows", () => {
  for (const [meaning, stage] of [
    ["orders of a customer", "order"],
    ["deliveries", "delivery"],
    ["invoices", "invoice"],
  ] as const)
    expect(new Set(rowOf(meaning).map(stageOfDocument)), meaning).toEqual(new Set([stage]));
  for (const [meaning, kind] of [
    ["issues", "issue"],
    ["receipts", "receipt"],
    ["purchases", "purchase"],
  ] as const)
    expect(new Set(rowOf(meaning).map(kindOfLetters)), meaning).toEqual(new Set([kind]));
  const back = rowOf("taken back");
  expect(back.length).toBeGreaterThan(5);
  expect(back.filter((letters) => !takesBack(letters))).toEqual([]);
});
