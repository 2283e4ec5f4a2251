import { expect, test } from "vitest";
import { QuestionError } from "../../../src/ingest/questions.ts";
import { linesOf, readText, readTexts } from "../typing/from-text.ts";

const rows = (count: number, row: (k: number) => string): string =>
  Array.from({ length: count }, (_, k) => row(k)).join("\n");
const day = (k: number): string => `2025-01-${String((k % 28) + 1).padStart(2, "0")}`;
const codesOf = (text: string): string[] => readText(text, {}).issues.map(({ code }) => code);

test("a file of which half the rows cannot be used is asked about, and read once that is answered", () => {
  const text = `item,date,quantity\n${rows(12, (k) => `A-${k % 2},${k < 7 ? "soon" : day(k)},${k + 1}`)}\n`;
  let id = "";
  try {
    readText(text, {});
  } catch (error) {
    if (!(error instanceof QuestionError)) throw error;
    const issue = error.issues.find(({ code }) => code === "half-left-out");
    expect(issue).toMatchObject({ count: 7, lines: 12 });
    id = issue?.question?.id ?? "";
  }
  expect(readText(text, { answers: { [id]: "go-on" } }).lines.length).toBe(5);
});

test("totals and cancelled lines are left out for good reason", () => {
  const text = `item,date,quantity,status\n${rows(12, (k) => `A-${k % 2},${day(k)},${k + 1},${k < 8 ? "cancelled" : "shipped"}`)}\n`;
  expect(codesOf(text)).not.toContain("half-left-out");
});

test("one day in all lines, and one line of each article, are told", () => {
  expect(codesOf(`item,date,quantity\n${rows(24, (k) => `A-${k % 3},2025-03-31,${k + 1}`)}\n`)).toContain(
    "all-on-one-day",
  );
  expect(codesOf(`item,date,quantity\n${rows(24, (k) => `A-${k},${day(k)},${k + 1}`)}\n`)).toContain(
    "items-once-each",
  );
  const usual = codesOf(`item,date,quantity\n${rows(24, (k) => `A-${k % 3},${day(k)},${k + 1}`)}\n`);
  expect(usual).not.toContain("all-on-one-day");
  expect(usual).not.toContain("items-once-each");
});

test("what multiplies says which column is price and amount, whatever the headings say", () => {
  const text =
    "Datum;Artikel;Menge;Betrag;Preis\n03.01.2025;A;4;2,50;10,00\n04.01.2025;A;6;2,50;15,00\n05.01.2025;B;3;3,00;9,00\n";
  expect([...readText(text, {}).lines.price.slice(0, 3)]).toEqual([2.5, 2.5, 3]);
  const misled =
    "Date,Product,Quantity,Units,Amount\n2025-01-03,A,2.50,4,10.00\n2025-01-04,A,2.50,6,15.00\n2025-01-05,B,3.10,11,34.10\n2025-01-06,B,3.10,2,6.20\n";
  expect(() => readText(misled, {})).toThrow(QuestionError);
  const packs =
    "Datum;Artikel;Kolli;Inhalt Kolli;Menge\n03.01.2025;A;2;50;100\n04.01.2025;A;3;50;150\n05.01.2025;B;4;10;40\n";
  expect(linesOf(readText(packs, {})).map((line) => line.split(" ")[2])).toEqual(["100", "150", "40"]);
});

test("decimals behind a bare comma of a comma file are put together", () => {
  const text =
    "Date,Item,Quantity,Price,Amount\n2025-01-03,A,4,2,50,10,00\n2025-01-04,A,6,2,75,16,50\n2025-01-05,B,11,3,10,34,10\n";
  const read = readText(text, {});
  expect([...read.lines.price.slice(0, 3)]).toEqual([2.5, 2.75, 3.1]);
  expect(read.issues.map(({ code }) => code)).toContain("decimals-joined");
});

test("a history of receipts alone says that nothing of it is demand", () => {
  const text = `date,item,quantity,movement type\n${rows(4, (k) => `${day(k)},A-${k % 2},${k + 1},Receipt`)}\n`;
  expect(codesOf(text)).toContain("no-demand");
  expect(codesOf(text.replace("Receipt", "Issue"))).not.toContain("no-demand");
});

const sales = (many: number, of: (k: number) => string) =>
  `item,date,quantity,kind\n${Array.from({ length: many }, (_, k) => of(k)).join("\n")}\n`;
const late = (k: number) =>
  `2025-${String((k % 12) + 1).padStart(2, "0")}-${String((k % 27) + 1).padStart(2, "0")}`;

test("receipts or returns beyond all demand are told; a ledger that balances is not", () => {
  const kinds = (inward: number, kind: string) =>
    codesOf(
      sales(40, (k) =>
        k % 2 === 0 ? `I${k % 3},${late(k)},10,issue` : `I${k % 3},${late(k)},${inward},${kind}`,
      ),
    );
  expect(kinds(12, "receipt")).not.toContain("receipts-outweigh");
  expect(kinds(40, "receipt")).toContain("receipts-outweigh");
  expect(kinds(2, "return")).not.toContain("returns-outweigh");
  expect(kinds(8, "return")).toContain("returns-outweigh");
});

test("a file whose lines are a thousand times those of the others is told, one of another size of order is not", () => {
  const file = (year: number, factor: (k: number) => number) =>
    sales(60, (k) => `I${k % 6},${year}${late(k).slice(4)},${(3 + (k % 5)) * factor(k)},issue`);
  const apart = (factor: (k: number) => number) =>
    readTexts([file(2024, () => 1), file(2025, factor)]).issues.filter(({ code }) => code === "file-scaled");
  expect(apart(() => 1000)).toMatchObject([
    { file: "a.csv", factor: 0.001, count: 6 },
    { file: "b.csv", factor: 1000, count: 6 },
  ]);
  expect(apart(() => 2)).toEqual([]);
  expect(apart((k) => (k % 6 < 3 ? 1000 : 1))).toEqual([]);
});
