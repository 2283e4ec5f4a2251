import { expect, test } from "vitest";
import { movementOf } from "../../../src/ingest/cells/movements.ts";
import { periodHeadings } from "../../../src/ingest/columns/period-headings.ts";
import { QuestionError } from "../../../src/ingest/questions.ts";
import { readText } from "../typing/from-text.ts";

const asked = (text: string): string[] => {
  try {
    readText(text, {});
    return [];
  } catch (error) {
    if (!(error instanceof QuestionError)) throw error;
    return error.issues.flatMap(({ code, column, question }) =>
      question === undefined ? [] : [`${code} ${column}`],
    );
  }
};

/** Lines of two articles whose column `heading` holds the words. */
const lines = (heading: string, words: readonly string[], quantities: readonly number[]): string =>
  [
    `Datum;Artikelnr;${heading};Menge`,
    ...words.map(
      (word, k) => `${String(k + 3).padStart(2, "0")}.02.2025;A-${k % 2};${word};${quantities[k]}`,
    ),
  ].join("\n");

const mixed = ["Kran", "Kran", "Rampe", "Rampe", "Kran", "Kran"];

test("words that nobody knows are asked about where the sizes of the lines hang on them", () => {
  expect(asked(lines("Merkmal", mixed, [4, 5, 300, 250, 6, 3]))).toEqual(["column-undecided Merkmal"]);
  expect(asked(lines("Merkmal", mixed, [4, 5, 6, 4, 6, 3]))).toEqual([]);
});

test("words that nobody knows are asked about where the sign or the letters of the document hang on them", () => {
  expect(
    asked(lines("Merkmal", mixed, [-4, -5, 6, 7, -6, -3])).filter((one) => one.includes("Merkmal")),
  ).toEqual(["column-undecided Merkmal"]);
  const documents = mixed.map(
    (word, k) => `0${k + 3}.02.2025;A-${k % 2};${word === "Kran" ? "LS" : "WE"}-${k};${word};5`,
  );
  expect(asked(["Datum;Artikelnr;Beleg;Merkmal;Menge", ...documents].join("\n"))).toEqual([
    "column-undecided Merkmal",
  ]);
});

test("what tells who, where and how asks nothing, nor what each article has one of", () => {
  for (const heading of ["Verkäufer", "Schicht", "Carrier", "Region", "Kundengruppe"])
    expect(asked(lines(heading, mixed, [4, 5, 300, 250, 6, 3]))).toEqual([]);
  expect(asked(lines("Norm", ["DIN", "ISO", "DIN", "ISO", "DIN", "ISO"], [4, 500, 3, 600, 6, 300]))).toEqual(
    [],
  );
});

test("an answer says what the column is", () => {
  const text = lines("Merkmal", mixed, [4, 5, 300, 250, 6, 3]);
  let id = "";
  try {
    readText(text, {});
  } catch (error) {
    if (error instanceof QuestionError)
      id = error.issues.find(({ question }) => question)?.question?.id ?? "";
  }
  expect(readText(text, { answers: { [id]: "nothing" } }).lines.length).toBe(6);
  expect(() => readText(text, { answers: { [id]: "kind" } })).toThrow(QuestionError);
});

test.each([
  ["Izlaz", "issue"],
  ["Çıkış", "issue"],
  ["Bevételezés", "receipt"],
  ["入庫", "receipt"],
  ["출고", "issue"],
  ["Расход", "issue"],
  ["WARENAUSGANG_AUFTRAG", "issue"],
  ["Sales Shipment", "sale"],
  ["Positieve correctie", "adjustment"],
] as const)("%s is %s", (word, kind) => {
  expect(movementOf(word)?.kind).toBe(kind);
});

test("words beside each other that contradict, or take something back, conclude nothing", () => {
  for (const text of ["Wareneingang Warenausgang", "Storno Versand Kunde", "kein Verkauf"])
    expect(movementOf(text)).toBeUndefined();
});

test.each([
  [
    ["янв 2025", "фев 2025", "мар 2025"],
    ["2025-01", "2025-02", "2025-03"],
  ],
  [
    ["Oca 2025", "Şub 2025", "Nis 2025"],
    ["2025-01", "2025-02", "2025-04"],
  ],
  [
    ["2025年1月", "2025年2月", "2025年3月"],
    ["2025-01", "2025-02", "2025-03"],
  ],
  [
    ["2025. jan.", "2025. febr.", "2025. márc."],
    ["2025-01", "2025-02", "2025-03"],
  ],
  [
    ["2022", "2023", "2024"],
    ["2022", "2023", "2024"],
  ],
  [
    ["FY25 P11", "FY25 P12", "FY26 P01"],
    ["#1", "#2", "#3"],
  ],
])("periods of %j", (headings, periods) => {
  expect(periodHeadings(["Artikel", ...headings])?.map(({ period }) => period)).toEqual(periods);
});
