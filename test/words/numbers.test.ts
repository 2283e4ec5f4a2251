import { expect, test } from "vitest";
import {
  change,
  date,
  decimal,
  money,
  month,
  percent,
  quantity,
  unitPrice,
  week,
} from "../../src/words/numbers.ts";

test("numbers have the marks of the language and as many decimals as asked for", () => {
  expect(decimal(1234567.891, "de", 2)).toBe("1.234.567,89");
  expect(decimal(1234567.891, "en", 2)).toBe("1,234,567.89");
  expect(decimal(-0.004, "de", 2)).toBe("0,00");
  expect(decimal(-12.5, "en", 1)).toBe("\u221212.5");
  expect(decimal(Number.NaN, "de", 0)).toBe("–");
  expect(decimal(999.995, "en", 0)).toBe("1,000");
});

test("quantities show no zeros that say nothing", () => {
  expect([0, 0.125, 1.5, 12.34, 100, 1234.56, 20].map((x) => quantity(x, "de"))).toEqual([
    "0",
    "0,125",
    "1,5",
    "12,3",
    "100",
    "1.235",
    "20",
  ]);
});

test("amounts carry their currency on the side of the language", () => {
  expect(money(1234.5, "EUR", "de")).toBe("1.234,50\u00a0€");
  expect(money(1234.5, "EUR", "en")).toBe("€1,234.50");
  expect(money(-5, "USD", "en", 0)).toBe("\u2212$5");
  expect(money(5, "CHF", "en", 0)).toBe("5\u00a0CHF");
  expect(money(5, undefined, "de")).toBe("5,00");
});

test("a unit price below one shows what two decimals would hide", () => {
  expect([0.0503, 0.5, 12.345].map((x) => unitPrice(x, "EUR", "de"))).toEqual([
    "0,0503\u00a0€",
    "0,50\u00a0€",
    "12,35\u00a0€",
  ]);
});

test("shares and changes are percent", () => {
  expect(percent(0.982, "de")).toBe("98,2\u00a0%");
  expect(percent(0.98, "en")).toBe("98%");
  expect(change(0.4, "en")).toBe("+40%");
  expect(change(-0.052, "de")).toBe("\u22125,2\u00a0%");
});

test("dates, months and weeks are written as people of the language do", () => {
  expect(date("2026-03-07", "de")).toBe("07.03.2026");
  expect(date("2026-03-07", "en")).toBe("7 Mar 2026");
  expect(date("soon", "en")).toBe("soon");
  expect(month("2026-03-07", "de")).toBe("Mär 26");
  expect(week("2026-W05", "de")).toBe("KW\u00a005/2026");
});
