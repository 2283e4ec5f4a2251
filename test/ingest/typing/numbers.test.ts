import { expect, test } from "vitest";
import {
  addEvidence,
  decideNumberStyle,
  type NumberStyle,
  noEvidence,
  numberValue,
  scanNumber,
} from "../../../src/ingest/cells/numbers.ts";

/** Value of a text in a column made of it and of further texts. */
function inColumn(text: string, others: readonly string[] = []): number | string {
  const own = noEvidence();
  for (const each of [text, ...others]) addEvidence(own, scanNumber(each));
  const style = decideNumberStyle(own, noEvidence());
  const value = numberValue(scanNumber(text), style);
  return style === "ambiguous" ? "ask" : value;
}
test.each<[string, readonly string[], number | string]>([
  ["1.234,50", [], 1234.5],
  ["1,234.56", [], 1234.56],
  ["1'234.50", [], 1234.5],
  ["1\u2019234.50", [], 1234.5],
  ["1\u00a0234,50", [], 1234.5],
  ["1\u202f234,50", [], 1234.5],
  ["5.972,00", [], 5972],
  ["1.886", ["5.972,00"], 1886],
  ["1.234", ["2.345", "12.000"], "ask"],
  ["1,234", ["2,345"], "ask"],
  ["5,00-", [], -5],
  ["12-", [], -12],
  ["(5,00)", [], -5],
  ["-5", [], -5],
  ["\u22125,5", [], -5.5],
  ["1.234,50 EUR", [], 1234.5],
  ["€ 1.234,50", [], 1234.5],
  ["1,5E+03", [], 1500],
  ["1.4999999999999999E-2", [], 0.014999999999999999],
  ["4.4000000000000004", [], 4.4],
  ["'12", [], 12],
  ["12 Stk", [], 12],
  ["1.234.567", [], 1234567],
  ["1,234,567", [], 1234567],
  ["1,50,000", [], 150000],
  ["12,34,567.50", [], 1234567.5],
  ["1.234", ["0.5"], 1.234],
  ["1,234", ["0,5"], 1.234],
  ["0.123", [], 0.123],
  ["1234.567", [], 1234.567],
  [",5", [], 0.5],
  ["1.23", ["1.234,50"], Number.NaN],
  ["1.23", ["2,50"], "ask"],
  ["1.23", ["1.234,50", "7,5"], Number.NaN],
  ["12.-", [], 12],
])("the column reads %j beside %j as %j", (text, others, value) => {
  expect(inColumn(text, others)).toBe(value);
});

test.each(["#NV", "#WERT!", "k.A.", "-", "NULL", "", " "])("%j is missing, not zero", (text) => {
  expect(scanNumber(text).shape).toBe("missing");
});

test.each(["not captured", "1.23.4", "1.2,3,4", "12,34,56", "a1b", "1 2", "9 to 5", "x"])(
  "%j is unreadable",
  (text) => {
    expect(scanNumber(text).shape).toBe("unreadable");
  },
);

test("a cell against the style of its column is flagged, not used", () => {
  const texts = ["1.234,50", "2,5", "7,25", "8,5", "9,5", "1.23"];
  const own = noEvidence();
  for (const text of texts) addEvidence(own, scanNumber(text));
  const style = decideNumberStyle(own, noEvidence());
  expect(style).toBe("comma");
  expect(numberValue(scanNumber("1.23"), style)).toBeNaN();
});

test("the other columns of the file settle a column that only has groups", () => {
  const file = { ...noEvidence(), comma: 9 };
  const own = { ...noEvidence(), dotGroup: 3 };
  expect(decideNumberStyle(own, file)).toBe("comma");
  expect(numberValue(scanNumber("1.250"), "comma")).toBe(1250);
});

test("currency, percent, unit and exponent beside a number are kept", () => {
  expect(scanNumber("1.234,50 EUR").currency).toBe("EUR");
  expect(scanNumber("$12.50").currency).toBe("USD");
  expect(scanNumber("98 %").percent).toBe(true);
  expect(scanNumber("12 Stk").suffix).toBe("Stk");
  expect(scanNumber("1,5E+03").scientific).toBe(true);
});

test.each<NumberStyle>(["comma", "point"])(
  "plain whole numbers need no style, %s reads them all the same",
  (style) => {
    expect(numberValue(scanNumber("1250"), style)).toBe(1250);
    expect(numberValue(scanNumber("1250"), undefined)).toBe(1250);
  },
);

test("a long cell of digits and separators takes no time", () => {
  const evil = `${"1.".repeat(500_000)}x`;
  const start = performance.now();
  expect(scanNumber(evil).shape).toBe("unreadable");
  expect(performance.now() - start).toBeLessThan(50);
});
