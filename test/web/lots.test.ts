import fc from "fast-check";
import { expect, test } from "vitest";
import { isWholePacks, lotFaults, lotRules, nextLot } from "../../api/web/decision/lots.ts";
import { readTyped } from "../../api/web/language.ts";
import { line } from "./line.ts";

test("minimum, pack and maximum stock come from the reasons of the suggestion", () => {
  expect(lotRules(line("A"))).toEqual({ minimumOrder: 50, packSize: 20, maximumStock: 400 });
  expect(lotRules(line("A", { reasons: [] }))).toEqual({});
});

test("a typed quantity is checked against every rule; nothing ordered breaks none", () => {
  expect(lotFaults(100, line("A"))).toEqual([]);
  expect(lotFaults(45, line("A"))).toEqual(["minimum", "pack"]);
  expect(lotFaults(380, line("A"))).toEqual(["maximum"]);
  expect(lotFaults(0, line("A"))).toEqual([]);
  expect(lotFaults(Number.NaN, line("A"))).toEqual(["negative"]);
});

test("packs of decimal fractions are whole where people say they are", () => {
  expect(isWholePacks(0.9, 0.3)).toBe(true);
  expect(isWholePacks(200, 0.04)).toBe(true);
  expect(isWholePacks(0.95, 0.3)).toBe(false);
});

test("the next lot keeps minimum and packs and is the smallest one that does", () => {
  const rules = fc.record({
    minimumOrder: fc.integer({ min: 0, max: 500 }),
    packSize: fc.integer({ min: 1, max: 50 }),
  });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1000 }), rules, (quantity, of) => {
      const lot = nextLot(quantity, of);
      expect(lot % of.packSize).toBe(0);
      expect(lot).toBeGreaterThanOrEqual(Math.max(quantity, of.minimumOrder));
      expect(lot - of.packSize).toBeLessThan(Math.max(quantity, of.minimumOrder));
    }),
    { numRuns: 100 },
  );
});

test("quantities are read as the reader's language writes them, and never guessed", () => {
  expect(readTyped("1.250", ",")).toBe(1250);
  expect(readTyped("1.250,5", ",")).toBe(1250.5);
  expect(readTyped("12,5", ",")).toBe(12.5);
  expect(readTyped("1,250", ".")).toBe(1250);
  expect(readTyped("12.5", ".")).toBe(12.5);
  expect(readTyped(" 80 ", ",")).toBe(80);
  for (const text of ["12.5", "1.25", "-5", "", "abc", "1e3"]) expect(readTyped(text, ",")).toBeUndefined();
});
