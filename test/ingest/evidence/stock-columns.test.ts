import { expect, test } from "vitest";
import { readItems } from "../../../src/ingest/master/items.ts";
import { file, linesOf, readText } from "../typing/from-text.ts";

const stockOf = (text: string) =>
  readItems(file(text, "items.csv")).items.map(({ item, onHand }) => `${item} ${onHand}`);

test("of a whole, what is blocked and what is left, the last is the stock", () => {
  const text = "Artikel;Bestand gesamt;davon gesperrt;verfügbar\nA;100;60;40\nB;20;0;20\nC;9;4;5\n";
  expect(stockOf(text)).toEqual(["A 40", "B 20", "C 5"]);
});

test("of several places and their sum, the sum is the stock; unknown columns without a word of it are none", () => {
  const text = "Part Number;Leeds;Hull;York;All sites\nA;10;20;3;33\nB;0;5;0;5\n";
  expect(stockOf(text)).toEqual(["A 33", "B 5"]);
  expect(stockOf(text.replace("All sites", "Foo"))).toEqual(["A undefined", "B undefined"]);
});

test("the newest stock counts, whatever the day is called", () => {
  const text = "SKU;On hand;Extracted\nA;100;2025-04-30\nA;40;2025-05-31\nB;20;2025-04-30\nB;33;2025-05-31\n";
  expect(stockOf(text)).toEqual(["A 40", "B 33"]);
});

test("months of two digits and weeks of the East are headings of periods", () => {
  const months = "Teil;11/24;12/24;01/25;Q;02/25\nT;1;2;3;6;4\nU;10;0;30;40;5\n";
  expect(linesOf(readText(months)).filter((line) => line.startsWith("T"))).toEqual([
    "T 2024-11-30 1 issue",
    "T 2024-12-31 2 issue",
    "T 2025-01-31 3 issue",
    "T 2025-02-28 4 issue",
  ]);
  expect(linesOf(readText("物料编码;第1周;第2周;第3周;年份\nC;3;4;5;2025\n"))[0]).toBe(
    "C 2025-01-05 3 issue",
  );
});

test("a column of names that holds codes is the item, where nothing else is", () => {
  expect(linesOf(readText("Nimike;Pvm;Määrä\nF-1;3.2.2025;5\nF-2;13.2.2025;6\n"))[0]).toBe(
    "F-1 2025-02-03 5 issue",
  );
});
