import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Issue } from "../../../src/issue.ts";
import { tableErrors, tableIssues } from "../../../src/words/issues/table.ts";

const folder = join(import.meta.dirname, "../../../src/ingest/table");
const own = [
  ...[
    "gzip",
    "file-signature",
    "encoding",
    "text",
    "records",
    "body",
    "csv-table",
    "sheet-table",
    "../issue-list",
    "row-mender",
  ],
].map((name) => `${name}.ts`);
const sources = [...own, ...readdirSync(join(folder, "xlsx")).map((name) => `xlsx/${name}`)].map((name) =>
  readFileSync(join(folder, name), "utf8"),
);
const found = (pattern: RegExp): string[] => [
  ...new Set(sources.flatMap((text) => [...text.matchAll(pattern)].map((match) => match[1]))),
];

test("every issue of the table reader has a German and an English sentence with its place", () => {
  const codes = found(/(?:code: |code: mended\.code \?\? |tell\(|report\()"([a-z-]+)"/g);
  expect(codes.length).toBeGreaterThan(12);
  expect(codes.filter((code) => !Object.hasOwn(tableIssues, code))).toEqual([]);
  const issue: Issue = {
    code: "x",
    severity: "info",
    row: 7,
    text: "a;b",
    cells: 2,
    width: 3,
    rows: 4,
    count: 5,
  };
  for (const { de, en } of Object.values(tableIssues)) {
    expect(de(issue)).toMatch(/^(Zeile 7|\d+ |Gelesen)/);
    expect(en(issue)).toMatch(/^(Row 7|\d+ |The sheet)/);
  }
});

test("every refusal of the table reader has a German and an English sentence", () => {
  const codes = found(/InputError\(\s*"([a-z-]+)"/g).concat(found(/\],\s*"([a-z-]+)",\s*"This is/g));
  expect(codes.length).toBeGreaterThan(12);
  expect(codes.filter((code) => !Object.hasOwn(tableErrors, code))).toEqual([]);
});
