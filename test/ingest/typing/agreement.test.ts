import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { isoDate } from "../../../src/calendar/date.ts";
import type { FileKind } from "../../../src/ingest/columns/fields.ts";
import { type Inspection, inspect } from "../../../src/ingest/inspect.ts";
import { readCalendar } from "../../../src/ingest/master/calendar-entries.ts";
import { readDecisions } from "../../../src/ingest/master/decisions.ts";
import { readItems } from "../../../src/ingest/master/items.ts";
import { readOpenOrders } from "../../../src/ingest/master/open-orders.ts";
import { readRequirements } from "../../../src/ingest/master/requirements.ts";
import { readSuppliers } from "../../../src/ingest/master/suppliers.ts";
import { type OrdersRead, readOrders } from "../../../src/ingest/orders/orders.ts";
import { QuestionError } from "../../../src/ingest/questions.ts";
import type { ReadOptions } from "../../../src/ingest/read-options.ts";
import { type ByteSource, bytesSource } from "../../../src/ingest/source.ts";
import { openTable } from "../../../src/ingest/table/open-table.ts";
import type { Issue, IssueCode } from "../../../src/issue.ts";
import { decode } from "../../../src/order.ts";
import { file } from "./from-text.ts";

/** What is decided about columns before a line is read. */
const aboutColumns = new Set<IssueCode>([
  "heading-repeated",
  "column-unclear",
  "column-unreadable",
  "column-guessed",
  "column-chosen",
  "minimum-stock-unclear",
  "wide-layout",
  "measure-chosen",
  "measure-unclear",
  "periods-numbered",
  "half-years",
  "figures-unclear",
  "year-unclear",
  "date-from-due",
]);

type Reader = (source: ByteSource, options: ReadOptions) => { readonly issues: readonly Issue[] };

const readers: Readonly<Record<FileKind | "unknown", Reader>> = {
  orders: (source, options) => readOrders([source], options),
  unknown: (source, options) => readOrders([source], options),
  items: readItems,
  suppliers: readSuppliers,
  "open-orders": readOpenOrders,
  requirements: readRequirements,
  calendar: readCalendar,
  decisions: readDecisions,
};

/** Issues about columns as texts, without the row that only one of the two gives. */
const notesOf = (issues: readonly Issue[]): string[] =>
  issues
    .filter(({ code }) => aboutColumns.has(code))
    .map(({ row: _row, ...issue }) => JSON.stringify(Object.entries(issue).sort()))
    .sort();

function issuesOfReading(read: () => { readonly issues: readonly Issue[] }): readonly Issue[] {
  try {
    return read().issues;
  } catch (error) {
    if (error instanceof QuestionError) return error.issues;
    throw error;
  }
}

/** Answers every question with a candidate that answers no other one, as long as new questions come. */
function answersTo(source: ByteSource, pick: (candidates: readonly string[]) => string | undefined) {
  const answers: Record<string, string> = {};
  // a list of another kind is refused as a history, by both
  if (!["orders", "unknown"].includes(inspect(source, {}).kind)) return answers;
  for (let round = 0; round < 4; round++)
    for (const { question } of issuesOfReading(() => readOrders([source], { answers }))) {
      const given = Object.values(answers);
      const answer = pick((question?.candidates ?? []).filter((candidate) => !given.includes(candidate)));
      if (question !== undefined && answer !== undefined) answers[question.id] ??= answer;
    }
  return answers;
}

function expectEqualNotes(source: ByteSource, options: ReadOptions): Inspection {
  const shown = inspect(source, options);
  const read = issuesOfReading(() => readers[shown.kind](source, options));
  expect(notesOf(shown.issues), source.name).toEqual(notesOf(read));
  return shown;
}

const bundled = ["test/fixtures/typing", "datasets/torture", "datasets/werkstatt"].flatMap((folder) => {
  const path = join(import.meta.dirname, "../../..", folder);
  return readdirSync(path)
    .filter((name) => /\.(csv|txt|tsv|xlsx)$/.test(name) && !name.includes("lagerbewegungen"))
    .map((name) => bytesSource(name, readFileSync(join(path, name))));
});

test("inspect notes and asks about the columns of every bundled file what its reader notes and asks", () => {
  expect(bundled.length).toBeGreaterThan(60);
  for (const source of bundled) expectEqualNotes(source, {});
});

/** A column of a generated table: its heading and its cell in a row. */
type Column = readonly [heading: string, cell: (row: number) => string];

const pad = (number: number): string => String(number).padStart(2, "0");
const day = (row: number): string => `2025-${pad(1 + (row % 12))}-${pad(1 + ((row * 7) % 28))}`;
const column =
  (cell: (row: number) => string) =>
  (...headings: string[]): fc.Arbitrary<Column> =>
    fc.constantFrom(...headings).map((heading) => [heading, cell]);

const item = column((row) => `A-${100 + (row % 5)}`)(
  "Artikelnummer",
  "Item No.",
  "Material",
  "ArtNr",
  "id",
  "foo",
);
const quantity = column((row) => String(3 + row))(
  "Menge",
  "Quantity",
  "Verbrauch",
  "Bestellmenge",
  "Qty",
  "Wert",
);
const date = column(day)("Datum", "Buchungsdatum", "Posting Date", "bar");
const due = column((row) => `2026-${day(row).slice(5)}`)("Liefertermin", "Due Date", "Wareneingang");
const year = column(() => "2025")("Jahr", "Year");
const month = column((row) => day(row).slice(5, 7))("Monat", "Month", "Periode");
const others: fc.Arbitrary<Column>[] = [
  due,
  column((row) => `${row}.50`)("Preis", "Nettopreis"),
  column((row) => `B${1000 + row}`)("Bestellnummer", "Belegnr."),
  column((row) => `Schraube M${row % 5}`)("Bezeichnung", "Text"),
  column((row) => String(700 + row * 3))("Bestand", "Menge 2", "Spalte"),
];

const periods = fc
  .tuple(
    fc.constantFrom<(month: number) => string>(
      (n) => `${pad(n)}/2025`,
      (n) => `Menge 2025-${pad(n)}`,
      (n) => ["Jan", "Feb", "Mär", "Apr", "Mai", "Jun", "Jul"][n - 1],
      (n) => `t${pad(n)}`,
    ),
    fc.integer({ min: 3, max: 7 }),
    fc.boolean(),
  )
  .map(([heading, count, hasValues]) =>
    Array.from({ length: count }, (_, k): Column[] => [
      [heading(k + 1), (row) => String((row * 3 + k) % 4)],
      ...(hasValues ? [[heading(k + 1).replace("Menge", "Wert"), () => "7"] as const] : []),
    ]).flat(),
  );

/** Long tables, wide ones, ones with their date in parts, and ones that are a little of several. */
const tables: fc.Arbitrary<Column[]> = fc
  .tuple(
    item,
    fc.oneof(
      fc.tuple(quantity, date),
      fc.tuple(quantity, due),
      fc.tuple(quantity, year, month),
      fc.tuple(quantity, year, month, date),
      periods,
      fc.tuple(year, periods).map(([first, rest]) => [first, ...rest]),
      fc.tuple(date, periods).map(([first, rest]) => [first, ...rest]),
      fc.tuple(quantity, date, periods).map(([one, two, rest]) => [one, two, ...rest]),
    ),
    fc.subarray(others).chain((some) => fc.tuple(...some)),
  )
  .map(([first, layout, more]) => [first, ...layout, ...more])
  .chain((columns) => fc.shuffledSubarray(columns, { minLength: columns.length }));

const texts = fc
  .tuple(tables, fc.integer({ min: 2, max: 14 }), fc.boolean())
  .map(([columns, rows, hasHeader]) => {
    const header = hasHeader ? [columns.map(([heading]) => heading).join(";")] : [];
    const body = Array.from({ length: rows }, (_, row) => columns.map(([, cell]) => cell(row)).join(";"));
    return `${[...header, ...body].join("\n")}\n`;
  });

/** Every line stands in the cells of its row that `shown` names for item, quantity and date. */
function expectEqualCells(source: ByteSource, shown: Inspection, { lines }: OrdersRead): void {
  const rows = new Map([...openTable(source).records()].map(({ row, cells }) => [row, cells]));
  const indexes = (field: string) => shown.columns.flatMap((one) => (one.field === field ? [one.index] : []));
  for (let k = 0; k < lines.length; k++) {
    const cellsOf = (field: string) => indexes(field).map((index) => rows.get(lines.row[k])?.[index]);
    expect(cellsOf("item")).toEqual([decode(lines.items, lines.item[k])]);
    expect(cellsOf("quantity").map(Number)).toContain(Math.abs(lines.quantity[k]));
    const found = isoDate(lines.day[k]);
    const dates = cellsOf("date");
    // a year or a month of its own is the beginning of its last day
    if (dates.length === 1) expect(found.startsWith(dates[0] ?? "none")).toBe(true);
    else expect(found.split("-")).toEqual(expect.arrayContaining(dates));
  }
}

test("inspect and readOrders find the same columns in any table, asked or answered", () => {
  let readable = 0;
  fc.assert(
    fc.property(texts, fc.boolean(), (text, isLast) => {
      const source = file(text);
      const answers = answersTo(source, (candidates) => candidates.at(isLast ? -1 : 0));
      for (const options of [{}, { answers }]) {
        const shown = inspect(source, options);
        if (shown.kind !== "orders" && shown.kind !== "unknown") continue;
        expectEqualNotes(source, options);
        let read: OrdersRead;
        try {
          read = readOrders([source], options);
        } catch (error) {
          if (!(error instanceof QuestionError)) throw error;
          continue;
        }
        readable++;
        expectEqualCells(source, shown, read);
      }
    }),
    { numRuns: Number(process.env.PROVE_CASES ?? 40), seed: 13 },
  );
  expect(readable).toBeGreaterThan(30);
});
