import { expect, test } from "vitest";
import { csvRows, score, silentCells } from "../../../benchmarks/pollock/score.ts";
import { bytesSource } from "../../../src/ingest/source.ts";
import { tableCells } from "../../../src/ingest/table/open-table.ts";
import { filePollutions, type Polluted, rowPollutions } from "./pollution.ts";

function judged({ name, text, clean }: Polluted): { name: string; score: number; silent: number } {
  const { csv, table } = tableCells(bytesSource(name, new TextEncoder().encode(text)));
  const loaded = csvRows([...csv].join(""));
  const rows = [
    ...(table.headerRows > 0 ? [table.headerRow] : []),
    ...[...table.records()].map(({ row }) => row),
  ];
  return { name, score: score(clean, loaded), silent: silentCells(clean, loaded, rows, table.issues()) };
}

// golden values of the score's definition
test.each([
  [
    10,
    [
      ["a", "b", "c"],
      ["1", "2", "3"],
      ["4", "5", "6"],
    ],
  ],
  [
    9.296732,
    [
      ["a", "b"],
      ["1", "2", "3"],
      ["4", "5", "6"],
    ],
  ],
  [6.314035, [["x"], ["a", "b", "c"], ["1", "2", "3"], ["4", "5", "6"]]],
  [9.476307, [["a", "b", "c"], ["1,23"], ["4", "5", "6"]]],
  [
    8.5,
    [
      ["a", "b", "c"],
      ["3", "1", "2"],
      ["4", "5", "6"],
    ],
  ],
])("the score of a known loading is %d", (expected, loaded) => {
  const clean = [
    ["a", "b", "c"],
    ["1", "2", "3"],
    ["4", "5", "6"],
  ];
  // "1,23" stands for the row 1,2,3 that lost a delimiter: its record still counts
  const rows = loaded.map((row) => (row[0] === "1,23" ? ["1", "23"] : row));
  expect(score(clean, rows)).toBeCloseTo(expected, 5);
});

test.each([11, 2024])(
  "whole files in every dialect and frame are read as they are meant (seed %d)",
  (seed) => {
    const results = filePollutions(seed).map(judged);
    expect(results.filter((result) => result.score < 9.999 || result.silent > 0)).toEqual([]);
  },
);

test("broken rows are arranged again and never wrong in silence", () => {
  const results = rowPollutions(5, 12).map(judged);
  expect(results.filter(({ silent }) => silent > 0)).toEqual([]);
  const mean = results.reduce((sum, result) => sum + result.score, 0) / results.length;
  expect(mean).toBeGreaterThan(9.98);
});
