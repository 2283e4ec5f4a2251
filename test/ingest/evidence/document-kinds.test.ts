import { expect, test } from "vitest";
import { linesOf, questionOf, readText } from "../typing/from-text.ts";

/** Rows "number;item;quantity" as a file of order lines, a day each. */
const listed = (heading: string, rows: readonly string[]): string =>
  [
    `Datum;${heading};Artikel;Menge`,
    ...rows.map((row, k) => `${String(k + 1).padStart(2, "0")}.01.2025;${row}`),
  ].join("\n");

const sold = (numbers: readonly string[]): string[] =>
  [12, 3, 40].flatMap((quantity, k) => numbers.map((number) => `${number}${k + 1};A-${k};${quantity}`));

const open = (text: string) =>
  questionOf(text)?.issues.filter(({ question, severity }) => question && severity === "error") ?? [];

test("one sale by the letters of three documents is not counted three times: it is asked which counts", () => {
  for (const [heading, numbers] of [
    ["Belegnummer", ["AB-", "LS-", "RE-"]],
    ["Document No.", ["SO00010", "DN00020", "INV00030"]],
    ["Vorgang", ["2025-AB-", "2025-LS-", "2025-RG-"]],
  ] as const) {
    const text = listed(heading, sold(numbers));
    const [asked, ...more] = open(text);
    expect([asked?.code, asked?.column, more.length]).toEqual(["stages-repeated", heading, 0]);
    const { id = "", candidates = [] } = asked?.question ?? {};
    expect(candidates.length).toBe(4);
    const read = readText(text, { answers: { [id]: candidates[1] ?? "" } });
    expect(linesOf(read).map((line) => line.split(" ")[2])).toEqual(["12", "3", "40"]);
  }
});

test("letters of documents tell what comes in and what goes out", () => {
  const both = listed("Beleg", ["WE-1;A;200", "WA-2;A;14", "WA-3;A;22"]);
  expect(linesOf(readText(both)).map((line) => line.split(" ")[3])).toEqual(["receipt", "issue", "issue"]);
  const unknown = open(listed("Beleg", ["WE-1;A;200", "WA-2;A;14", "XY-3;A;22"]));
  expect(unknown.map(({ code, text }) => `${code} ${text}`)).toEqual(["kind-unknown XY"]);
  const unsigned = open(listed("Rechnung", ["RE-1;A;20", "GS-2;A;4", "RE-3;B;22"]));
  expect(unsigned.map(({ code, text }) => `${code} ${text}`)).toEqual(["kind-unknown GS"]);
});

test("letters of branches, of one sort of document and of signed credit notes ask nothing", () => {
  for (const rows of [
    ["BER-1;A;12", "MUC-1;A;12", "BER-2;B;3", "MUC-2;B;3"],
    ["RE-1;A;12", "RE-2;B;3"],
    ["RE-1;A;12", "GS-2;A;-3", "RE-3;B;5"],
    ["AB-1;A;12", "RE-2;A;7", "AB-3;B;5", "RE-4;C;9"],
  ])
    expect(linesOf(readText(listed("Belegnummer", rows))).length).toBe(rows.length);
});

test("a kit and its components are not left out as lines of no item: it is asked what the type of a line says", () => {
  const rows = (kit: string, part: string, item: string): string =>
    `Date,Order,Line type,SKU,Qty
2025-02-03,1,${kit},SET-1,2
2025-02-03,1,${part},BOLT,8
2025-02-14,2,${kit},SET-1,3
2025-02-14,2,${part},BOLT,12
2025-02-18,3,${item},BOLT,5`;
  for (const [kit, part, item] of [
    ["KIT", "COMP", "ITEM"],
    ["Setartikel", "Komponente", "Artikel"],
  ] as const) {
    const [asked] = open(rows(kit, part, item));
    expect([asked?.code, asked?.column]).toEqual(["column-undecided", "Line type"]);
  }
  const texts = readText(rows("Comment", "Text", "Item"));
  expect(linesOf(texts)).toEqual(["BOLT 2025-02-18 5 issue"]);
});
