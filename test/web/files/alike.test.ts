import { expect, test } from "vitest";
import { alikeTogether } from "../../../api/web/views/files/alike.ts";
import type { Issue } from "../../../src/index.ts";
import { words } from "../../../src/index.ts";

const without = (row: number): Issue => ({
  code: "row-without-item",
  severity: "warning",
  file: "a.csv",
  row,
  column: "SKU",
});
const asked = (row: number): Issue => ({
  code: "number-style-unclear",
  severity: "error",
  file: "a.csv",
  row,
  column: "Menge",
  text: "1.234",
  field: "quantity",
  question: { id: `q:${row}`, candidates: ["a", "b"] },
});

test("what is said of many rows of a column stands once, with the others' rows; a question stands alone", () => {
  const issues = [asked(2), without(2), asked(3), without(10), without(13), { ...without(7), column: "EAN" }];
  expect(alikeTogether(issues, {}).map(({ issue, others, rows }) => [issue.code, others, rows])).toEqual([
    ["number-style-unclear", 0, []],
    ["row-without-item", 2, [10, 13]],
    ["number-style-unclear", 0, []],
    ["row-without-item", 0, []],
  ]);
  // a report names some, and says how many there are, with those that a file no longer lists one by one
  expect(alikeTogether([without(2), without(10)], { "row-without-item": 333 })).toMatchObject([
    { others: 332, rows: [10] },
  ]);
  const more: Issue = { code: "more-like-this", severity: "warning", of: "row-without-item", count: 4059 };
  expect(alikeTogether([without(2), without(10), more], { "row-without-item": 1000 })).toMatchObject([
    { others: 5058, rows: [10] },
  ]);
  expect(alikeTogether([more], {})).toMatchObject([{ issue: more, others: 0 }]);
});

test("kinds of movement and units of time are said in the reader's language", () => {
  const kinds: Issue = {
    code: "kinds-read",
    severity: "info",
    file: "a.csv",
    column: "Bew.Art",
    text: "101 = receipt: 34; 102 = receipt (reversal): 2; 201 = issue: 307",
    signed: true,
  };
  expect(words.issueSentence(kinds, "de")).toContain(
    "101 = Zugang: 34; 102 = Zugang (Storno): 2; 201 = Entnahme: 307.",
  );
  expect(words.issueSentence(kinds, "en")).toContain("201 = issue: 307.");
  const days: Issue = {
    code: "duration-converted",
    severity: "info",
    file: "b.csv",
    row: 2,
    unit: "working-day",
    value: 10,
    days: 14,
  };
  expect(words.issueSentence(days, "de")).toContain("in der Einheit Arbeitstag: 10 sind 14 Kalendertage");
  expect(words.issueSentence(days, "en")).toContain("in the unit working day: 10 are 14 calendar days");
});
