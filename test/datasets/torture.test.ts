import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Expected, tortureCases, tortureFiles } from "../../datasets/make/torture.ts";

const folder = join(import.meta.dirname, "..", "..", "datasets", "torture");
const latin = (file: string) => new TextDecoder("windows-1252").decode(readFileSync(join(folder, file)));

test("the generator makes the bundled bytes again, and there is no file besides", () => {
  const made = tortureFiles();
  expect(readdirSync(folder).sort()).toEqual(["README.md", ...made.keys()].sort());
  for (const [name, bytes] of made) expect(readFileSync(join(folder, name)).equals(bytes), name).toBe(true);
});

test("every trap of the list from 1 to 36 has a file", () => {
  const numbers = new Set(tortureCases().map(({ file }) => Number(file.slice(0, 2))));
  expect([...numbers]).toEqual(Array.from({ length: 36 }, (_, k) => k + 1));
});

test("every expected row lies inside its file", () => {
  for (const { file, issues } of tortureCases()) {
    const lines = latin(file).split(/\r\n|\r|\n/).length - 1;
    for (const { row } of issues) if (row !== undefined) expect(row <= lines, `${file} ${row}`).toBe(true);
  }
});

test("the printed traps are what the ledgers say", () => {
  const expected = (file: string) =>
    JSON.parse(readFileSync(join(folder, `${file}.expect.json`), "utf8")) as Expected;
  const row = (file: string, line: number) => latin(file).split("\r\n")[line - 1];
  expect(row("06-exponent.csv", 6)).toContain(";1,5E+03;");
  expect(expected("06-exponent.csv").lines[4].quantity).toBe(1500);
  expect(row("05-thousands.csv", 9)).toContain(";1.234;ST");
  expect(expected("05-thousands.csv").lines[7].quantity).toBe(1234);
  expect(row("07-trailing-minus.csv", 11)).toContain(";5,00-;");
  expect(expected("07-trailing-minus.csv").lines[9].quantity).toBe(-5);
  expect(row("27-calendar-weeks.csv", 2)).toContain(";KW 02/2012;");
  expect(expected("27-calendar-weeks.csv").lines[0].date).toBe("2012-01-15");
  expect(latin("35-week-53.csv")).toContain(";KW 53/2020;");
  expect(expected("35-week-53.csv").lines.map(({ date }) => date)).toContain("2021-01-03");
  expect(expected("35-week-53.csv").lines).toHaveLength(23);
  expect(row("23-price-unit.csv", 2)).toContain(";2,52;100");
  expect(expected("23-price-unit.csv").lines[0].price).toBe(0.0252);
  expect(row("09-excel-errors.csv", 5)).toContain(";#NV;");
  expect(expected("09-excel-errors.csv").lines).toHaveLength(23);
  expect(expected("09-excel-errors.csv").lines[5].price).toBeUndefined();
});
