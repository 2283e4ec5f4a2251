import { germanDates, grouped, trailingMinus } from "../dialects/styles.ts";
import { delimited } from "../dialects/text-table.ts";
import { serialOf, workbook } from "../dialects/workbook.ts";
import type { HistoryRow } from "../dialects.ts";
import { cp1252, utf8 } from "../encode.ts";
import { headings, recordsOf, replaced } from "./text-cases.ts";
import { baseRows, type ExpectedIssue, linesOf, type TortureCase } from "./torture-case.ts";

type Changes = readonly (readonly [row: number, column: string, text: string])[];

const semicolon = { delimiter: ";" };
const file = (records: readonly (readonly string[])[]) =>
  cp1252(delimited([headings, ...records], semicolon));

interface Parts {
  readonly rows?: readonly HistoryRow[];
  readonly records?: readonly string[][];
  readonly changes?: Changes;
  readonly issues?: readonly ExpectedIssue[];
  readonly bytes?: (records: readonly string[][]) => Uint8Array;
}

/** A case from the base history with single cells changed; `rows` is what a reader must find. */
function made(
  name: string,
  trap: string,
  { rows = baseRows(), records = recordsOf(rows), changes = [], issues = [], bytes = file }: Parts,
): TortureCase {
  return { file: name, trap, bytes: bytes(replaced(records, changes)), lines: linesOf(rows), issues };
}

/** The base history with the rows at these lines of the file changed. */
const changedRows = (changes: Readonly<Record<number, Partial<HistoryRow>>>): HistoryRow[] =>
  baseRows().map((row, k) => ({ ...row, ...changes[k + 2] }));

const without = (rows: readonly HistoryRow[], ...lines: number[]) =>
  rows.filter((_, k) => !lines.includes(k + 2));

function missingValues(name: string, trap: string, first: string, second: string): TortureCase {
  const parts = {
    changes: [
      [5, "Menge", first],
      [8, "Einzelpreis", second],
    ] as Changes,
  };
  const issues = [
    { row: 5, column: "Menge", text: "quantity missing, line not used" },
    { row: 8, column: "Einzelpreis", text: "price missing, never 0" },
  ];
  const { bytes } = made(name, trap, parts);
  const lines = baseRows().map((row, k) => {
    const { price, ...rest } = linesOf([row])[0];
    return k + 2 === 8 || price === undefined ? rest : { ...rest, price };
  });
  return { file: name, trap, bytes, lines: lines.filter((_, k) => k + 2 !== 5), issues };
}

/** Two-digit years, null dates, serial numbers: traps 12, 13, 28. */
function dateCases(): TortureCase[] {
  const rows = baseRows();
  const withSerials = recordsOf(rows, { date: (date) => String(serialOf(date, false)) });
  const noDate = "00.00.0000";
  return [
    made("12-serial-dates-1900.csv", "five-digit serial numbers of Excel as dates", {
      records: withSerials,
      issues: [{ column: "Buchungsdatum", text: "serial numbers read as dates of the 1900 system" }],
    }),
    {
      file: "12-serial-dates-1904.xlsx",
      trap: "a workbook of the 1904 date system",
      bytes: workbook(
        [
          headings,
          ...rows.map((row) => [
            row.order,
            row.line,
            { date: row.date },
            row.item,
            "",
            row.quantity,
            row.unit,
            row.price,
          ]),
        ],
        true,
      ),
      lines: linesOf(rows),
      issues: [],
    },
    made("13-two-digit-years.csv", "years of two digits", {
      records: recordsOf(rows, { date: (date) => germanDates(date).replace(/\.20(\d\d)$/, ".$1") }),
      issues: [{ column: "Buchungsdatum", text: "two-digit years, pivot stated" }],
    }),
    {
      ...made("28-null-dates.csv", "00.00.0000 is missing, 31.12.9999 is an open end", {
        changes: [
          [4, "Buchungsdatum", noDate],
          [9, "Buchungsdatum", "31.12.9999"],
        ],
      }),
      lines: linesOf(without(rows, 4, 9)),
      issues: [
        { row: 4, column: "Buchungsdatum", text: "no date, line not used" },
        { row: 9, column: "Buchungsdatum", text: "open end, not a date, line not used" },
      ],
    },
  ];
}

/** Number styles: traps 5 to 8, 15, 17, 32. */
function numberCases(): TortureCase[] {
  const rows = baseRows();
  const withBlanks = (text: string, k: number) => text.replace(".", k % 2 === 0 ? "\u00A0" : "\u202F");
  const blanks = recordsOf(rows).map((cells, k) =>
    cells.map((cell, c) => (c === 5 || c === 7 ? withBlanks(cell, k) : cell)),
  );
  const apostrophes = recordsOf(rows).map((cells, k) =>
    cells.map((cell, c) => (k % 3 === 0 && (c === 3 || c === 5) ? `'${cell}` : cell)),
  );
  const returns = changedRows({ 7: { quantity: -3 }, 20: { quantity: -1250 } });
  return [
    made("05-thousands.csv", "1.234,50 and 1.234 in one column: the point groups", {
      rows: changedRows({ 6: { quantity: 1234.5 }, 9: { quantity: 1234 }, 12: { quantity: 1_250_000 } }),
      changes: [
        [9, "Menge", "1.234"],
        [12, "Menge", "1.250.000"],
      ],
    }),
    made("06-exponent.csv", "1,5E+03 is 1500", {
      rows: changedRows({ 6: { quantity: 1500 } }),
      changes: [[6, "Menge", "1,5E+03"]],
      issues: [{ row: 6, column: "Menge", text: "number in exponent form, digits may be lost" }],
    }),
    made("07-trailing-minus.csv", "5,00- is -5", {
      rows: changedRows({ 11: { quantity: -5 } }),
      records: recordsOf(changedRows({ 11: { quantity: -5 } }), { number: trailingMinus }),
    }),
    made("08-apostrophe-numbers.csv", "an apostrophe before numbers that were text", {
      records: apostrophes,
      issues: [{ text: "apostrophes before numbers and articles left out" }],
    }),
    made("15-negative-returns.csv", "negative quantities are returns", { rows: returns }),
    made("17-blank-thousands.csv", "no-break and narrow no-break blanks between groups", {
      records: blanks,
      bytes: (records) => utf8(delimited([headings, ...records], semicolon)),
    }),
    made("32-swiss-numbers.csv", "1'234.50", { records: recordsOf(rows, { number: grouped("'", ".") }) }),
  ];
}

/** Cells that are no values, and articles: traps 9, 14, 23, 33. */
function cellCases(): TortureCase[] {
  const zeros = baseRows().map((row, k) => ({ ...row, item: ["0815", "815", "0004711"][k % 3] }));
  const perHundred = baseRows().map((row) => ({ ...row, price: Math.round(row.price * 100) / 10_000 }));
  const head = [...headings, "Preiseinheit"];
  const records = recordsOf(baseRows()).map((cells, k) => [...cells, k % 2 === 0 ? "100" : "1"]);
  return [
    missingValues("09-excel-errors.csv", "#NV and #WERT! are missing values", "#NV", "#WERT!"),
    made("14-leading-zeros.csv", "0815 and 815 are two articles", {
      rows: zeros,
      issues: [{ text: "0815 and 815 differ only in leading zeros" }],
    }),
    {
      file: "23-price-unit.csv",
      trap: "the price is for 100 pieces where the price unit says so",
      bytes: cp1252(delimited([head, ...records], semicolon)),
      lines: linesOf(baseRows()).map((line, k) =>
        k % 2 === 0 ? { ...line, price: perHundred[k].price } : line,
      ),
      issues: [],
    },
    missingValues("33-literal-null.csv", "NULL is a missing value", "NULL", "NULL"),
  ];
}

export const valueCases = (): TortureCase[] => [...numberCases(), ...dateCases(), ...cellCases()];
