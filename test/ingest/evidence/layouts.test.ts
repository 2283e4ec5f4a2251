import { expect, test } from "vitest";
import { codes, linesOf, readText } from "../typing/from-text.ts";

const rows = (...lines: string[]): string => `${lines.join("\n")}\n`;

test("a quarter beside its months is a sum", () => {
  const read = readText(rows("Artikel;Jul 2025;Aug 2025;Sep 2025;Q3 2025", "K-7;4;50;6;60", "K-8;1;2;3;6"));
  expect(read.lines.length).toBe(6);
  expect(codes(read)).toContain("period-total");
});

test("a quarter that is no sum of the months beside it stays", () => {
  const read = readText(rows("Artikel;Jul 2025;Aug 2025;Sep 2025;Q4 2025", "K-7;4;50;6;31", "K-8;1;2;3;77"));
  expect(read.lines.length).toBe(8);
});

test("the value of all periods prices none of them", () => {
  const { lines } = readText(rows("Artikel;07/2025;08/2025;09/2025;Gesamtwert", "K-7;4;50;6;120,00"));
  expect([...lines.price.slice(0, 3)]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
});

test("an article that stands in the first of its rows alone holds for all of them", () => {
  const list = rows(
    "Material;Datum;Menge",
    "K-7;05.03.2025;4",
    ";06.03.2025;50",
    "K-8;07.03.2025;6",
    ";08.03.2025;700",
  );
  const byItem = linesOf(readText(list)).map((line) =>
    line
      .split(" ")
      .filter((_, k) => k !== 1)
      .join(" "),
  );
  expect(byItem).toEqual(["K-7 4 issue", "K-7 50 issue", "K-8 6 issue", "K-8 700 issue"]);
});

test("a missing article among rows that repeat theirs is no report: its row is told and left out", () => {
  const list = rows(
    "Material;Datum;Menge",
    "K-7;05.03.2025;4",
    "K-7;06.03.2025;5",
    ";07.03.2025;6",
    "K-7;08.03.2025;7",
  );
  const read = readText(list);
  expect(read.lines.length).toBe(3);
  expect(codes(read)).toContain("row-without-item");
});

test("article numbers that a program wrote as decimals are the whole numbers", () => {
  const read = readText(rows("item,date,quantity", "5120.0,2025-03-05,4", "5121.0,2025-03-06,5"));
  expect(read.lines.items.values).toEqual(["5120", "5121"]);
});

test("article numbers that a spreadsheet made dates of are damaged, told and left out", () => {
  const read = readText(
    rows("Artikelnummer;Datum;Menge", "21-14;05.03.2025;4", "09. Jun;06.03.2025;50", "33-40;07.03.2025;6"),
  );
  expect(read.lines.items.values).toEqual(["21-14", "33-40"]);
  expect(codes(read)).toContain("item-as-date");
});
