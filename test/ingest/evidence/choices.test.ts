import { expect, test } from "vitest";
import { movementOf } from "../../../src/ingest/cells/movements.ts";
import { periodHeadings } from "../../../src/ingest/columns/period-headings.ts";
import { QuestionError } from "../../../src/ingest/questions.ts";
import { linesOf, readText } from "../typing/from-text.ts";

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

test("sales and refunds in a column of receipts are movements; its cancelled lines do not count beside it", () => {
  const read = readText(
    "Date,SKU,Receipt type,Quantity,Status\n2025-01-03,A,Sale,4,Closed\n2025-01-17,A,Refund,1,Closed\n2025-02-19,B,Sale,11,Closed\n2025-02-20,B,Sale,70,Cancelled\n",
    {},
  );
  expect([...read.lines.quantity.slice(0, read.lines.length)]).toEqual([4, -1, 11]);
});

test("a quotation in a column of document types does not count, a reason for a rejection takes its line out", () => {
  const documents = readText(
    "Vorgang;Beleg;Datum;Kunde;Artikelnummer;Menge\nAuftrag;1;03.01.2025;K1;A;4\nAngebot;2;17.01.2025;K2;A;250\nAuftrag;3;19.02.2025;K1;B;11\n",
    {},
  );
  expect([...documents.lines.quantity.slice(0, documents.lines.length)]).toEqual([4, 11]);
  const rejected = readText(
    "Verkaufsbeleg;Material;Auftragsmenge;Angelegt am;Absagegrund\n1;A;4;03.01.2025;\n2;A;250;17.01.2025;Z1\n3;B;11;19.02.2025;\n",
    {},
  );
  expect([...rejected.lines.quantity.slice(0, rejected.lines.length)]).toEqual([4, 11]);
});

test("plan beside actual and money beside pieces are left out, in long and in wide lists", () => {
  const wide = readText(
    "Artikel;Kennzahl;01/2025;02/2025;03/2025\nA;Absatz;4;5;6\nA;Umsatz;400;500;600\n",
    {},
  );
  expect(wide.lines.quantity.slice(0, wide.lines.length).reduce((sum, one) => sum + one, 0)).toBe(15);
  const long = readText(
    "Month,Product,Version,Units\n2025-01,A,Actual,4\n2025-01,A,Budget,40\n2025-02,A,Actual,6\n",
    {},
  );
  expect([...long.lines.quantity.slice(0, long.lines.length)]).toEqual([4, 6]);
});

test("a flag headed by a way says it, and what came in is no quantity sold", () => {
  const flag = readText(
    "datum;artikelnummer;eingang;menge\n03.01.2025;A;0;4\n17.01.2025;A;1;250\n19.02.2025;B;0;11\n",
    {},
  );
  expect(linesOf(flag).filter((line) => line.endsWith("issue"))).toHaveLength(2);
  const ledger = readText(
    "Date,SKU,Quantity In,Quantity Out\n2025-01-03,A,0,4\n2025-01-17,A,250,0\n2025-02-19,B,0,11\n",
    {},
  );
  expect(linesOf(ledger).map((line) => line.split(" ")[2])).toEqual(["4", "0", "11"]);
});

test("long numbers that hardly change are no running balance", () => {
  const units =
    "id_order_unit;ts_created;id_offer;ean;price;revenue\n1;2025-01-03;A;4006381333931;2,50;2,20\n2;2025-01-03;A;4006381333931;2,50;2,20\n3;2025-02-19;B;4006381333948;3,00;2,70\n";
  expect(asked(units).some((one) => one.startsWith("column-unclear"))).toBe(true);
});

test("numbered values are offered as the quantity where no price stands beside them", () => {
  const offered = (headings: string): readonly string[] => {
    const rows = Array.from(
      { length: 12 },
      (_, k) => `0${1 + (k % 9)}.03.2025;K-${k % 4};${3 + k};${5 + 2 * k};${9.5 + k}`,
    );
    try {
      readText([headings, ...rows].join("\n"), {});
      return [];
    } catch (error) {
      if (!(error instanceof QuestionError)) throw error;
      return error.issues.flatMap(({ question }) => question?.candidates ?? []);
    }
  };
  expect(offered("Datum;Artikelnr;Wert 1;Wert 2;Wert 3")).toEqual(["Wert 1", "Wert 2", "Wert 3"]);
  expect(offered("Datum;Artikelnr;Amount1;Amount2;Amount3")).toEqual(["Amount1", "Amount2", "Amount3"]);
  expect(offered("Datum;Artikelnr;Wert1;Wert2;Stückpreis")).toEqual([]);
});
