import fc from "fast-check";
import { expect, test } from "vitest";
import { dialects, endingOf, grainOf, type HistoryRow } from "../../../datasets/make/dialects.ts";
import { isoDate } from "../../../src/calendar/date.ts";
import { movedQuantity } from "../../../src/ingest/cells/movements.ts";
import {
  addEvidence,
  decideNumberStyle,
  noEvidence,
  numberValue,
  scanNumber,
} from "../../../src/ingest/cells/numbers.ts";
import { type OrdersRead, readOrders } from "../../../src/ingest/orders/orders.ts";
import { QuestionError } from "../../../src/ingest/questions.ts";
import { bytesSource } from "../../../src/ingest/source.ts";
import { linesOf, questionOf, readText, readTexts } from "./from-text.ts";

const cases = Number(process.env.PROVE_CASES ?? 60);

const row = fc.record({
  order: fc.integer({ min: 1, max: 9999 }).map((n) => `B${String(n).padStart(6, "0")}`),
  line: fc.constantFrom("10", "20", "30"),
  item: fc.constantFrom("0815", "0012003", "A-47/11", "1E5", "00012", "MÜ 7"),
  date: fc.integer({ min: 19_800, max: 20_400 }).map(isoDate),
  quantity: fc
    .integer({ min: -3_000, max: 900_000 })
    .filter((n) => n !== 0)
    .map((n) => n / 100),
  unit: fc.constant("ST"),
  price: fc.integer({ min: 1, max: 5_000_000 }).map((n) => n / 100),
});
const histories: fc.Arbitrary<HistoryRow[]> = fc
  .array(row, { minLength: 30, maxLength: 60 })
  .map((rows) => rows.map((each, k) => ({ ...each, order: `${each.order}${k}` })));

const triples = (rows: readonly { item: string; date: string; quantity: number }[]): string[] =>
  rows.map(({ item, date, quantity }) => `${item}|${date}|${quantity}`).sort();

function read({ lines }: OrdersRead) {
  return Array.from({ length: lines.length }, (_, k) => ({
    item: lines.items.values[lines.item[k]],
    date: isoDate(lines.day[k]),
    quantity: lines.quantity[k],
  }));
}

test("any history through any dialect comes back cell by cell, or the file asks", () => {
  const writers = Object.entries(dialects).filter(([name]) => grainOf(name) === "line");
  let asked = 0;
  fc.assert(
    fc.property(histories, fc.constantFrom(...writers), (rows, [name, write]) => {
      try {
        const found = readOrders([bytesSource(`h.${endingOf(name)}`, write(rows))]);
        expect(triples(read(found))).toEqual(triples(rows));
      } catch (error) {
        if (!(error instanceof QuestionError)) throw error;
        asked++;
      }
    }),
    { numRuns: cases, seed: 36 },
  );
  expect(asked).toBeLessThan(cases / 20);
});

test("the order of rows changes neither lines nor issues but for their row numbers", () => {
  const cell = fc.constantFrom("", "k.A.", "5", "1.250,5", "-3", "2,5", "4,01E+12", "x");
  const date = fc.constantFrom("31.01.2025", "13.02.2025", "31.02.2025", "", "01.03.25");
  const item = fc.constantFrom("A1", "0815", "815", "", "4,01235E+12", "Summe");
  fc.assert(
    fc.property(fc.array(fc.tuple(item, date, cell), { minLength: 3, maxLength: 12 }), (rows) => {
      const text = (of: readonly (readonly string[])[]) =>
        [
          "Artikelnummer;Datum;Menge",
          "A1;31.01.2025;5",
          "A1;31.01.2025;1,5",
          ...of.map((cells) => cells.join(";")),
          "A9;31.01.2025;1,5",
          "",
        ].join("\n");
      const question = questionOf(text(rows));
      expect(questionOf(text([...rows].reverse()))?.message).toBe(question?.message);
      if (question !== undefined) return;
      const [a, b] = [readText(text(rows)), readText(text([...rows].reverse()))];
      expect(linesOf(a).sort()).toEqual(linesOf(b).sort());
      const codes = ({ issues }: OrdersRead) =>
        issues.map(({ code, text: of }) => `${code} ${of ?? ""}`).sort();
      expect(codes(a)).toEqual(codes(b));
    }),
    { numRuns: cases, seed: 7 },
  );
});

test("a file read twice, or beside a part of itself, gives the lines of the file", () => {
  const line = fc.tuple(
    fc.constantFrom("A", "B"),
    fc.integer({ min: 1, max: 3 }),
    fc.integer({ min: 1, max: 3 }),
  );
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 20 }), fc.nat(19), (rows, cut) => {
      const text = (of: typeof rows) =>
        `item,date,quantity\n${of.map(([item, day, quantity]) => `${item},2025-01-0${day},${quantity}`).join("\n")}\n`;
      const whole = linesOf(readText(text(rows))).sort();
      expect(linesOf(readTexts([text(rows), text(rows)])).sort()).toEqual(whole);
      const part = rows.slice(0, 1 + (cut % rows.length));
      expect(linesOf(readTexts([text(part), text(rows)])).sort()).toEqual(whole);
    }),
    { numRuns: cases, seed: 11 },
  );
});

test("every number written in a style is read back from a column of that style", () => {
  const styles = [
    { group: ".", point: "," },
    { group: ",", point: "." },
    { group: "'", point: "." },
    { group: "\u00a0", point: "," },
    { group: "", point: "," },
    { group: "", point: "." },
  ];
  fc.assert(
    fc.property(
      fc.constantFrom(...styles),
      fc.array(fc.integer({ min: -1e9, max: 1e9 }), { minLength: 1 }),
      ({ group, point }, cents) => {
        const write = (value: number): string => {
          const [whole = "", tail = ""] = Math.abs(value / 100)
            .toFixed(2)
            .split(".");
          return `${value < 0 ? "-" : ""}${whole.replace(/\B(?=(\d{3})+$)/g, group)}${point}${tail}`;
        };
        const scans = cents.map((value) => scanNumber(write(value)));
        const own = noEvidence();
        for (const scan of scans) addEvidence(own, scan);
        const style = decideNumberStyle(own, noEvidence());
        expect(scans.map((scan) => numberValue(scan, style))).toEqual(cents.map((value) => value / 100 + 0));
      },
    ),
    { numRuns: cases * 3, seed: 5 },
  );
});

test("a reversal is never positive and an issue taken out is never negative, whatever the sign in the file", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999 }), fc.boolean(), (amount, signed) => {
      const raw = signed ? -amount : amount;
      expect(movedQuantity(raw, { kind: "issue", reversal: false }, signed)).toBe(amount);
      expect(movedQuantity(-raw, { kind: "issue", reversal: true }, signed)).toBe(-amount);
      expect(movedQuantity(raw, { kind: "return", reversal: false }, signed)).toBe(-amount);
    }),
    { numRuns: cases, seed: 3 },
  );
});
