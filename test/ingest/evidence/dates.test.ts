import { expect, test } from "vitest";
import { areEvenings, isHalfSwapped, isYearFirst } from "../../../src/ingest/cells/date-kinds.ts";
import { scanDate } from "../../../src/ingest/cells/dates.ts";
import { linesOf, readText } from "../typing/from-text.ts";

const listOf = (dates: readonly string[]): string =>
  `item,date,quantity\n${dates.map((date, k) => `K-7,${date},${k + 1}`).join("\n")}\n`;
const daysOf = (dates: readonly string[]): string[] =>
  linesOf(readText(listOf(dates))).map((line) => line.split(" ")[1] ?? "");

test.each(["-", ".", "/"])("two digits each, the year first, with %s between", (mark) => {
  const dates = ["24-11-04", "24-11-19", "24-12-28", "25-01-30"].map((date) => date.replaceAll("-", mark));
  expect(daysOf(dates)).toEqual(["2024-11-04", "2024-11-19", "2024-12-28", "2025-01-30"]);
});

test("the day first stays the day first, however few years there are", () => {
  expect(isYearFirst(["04.11.24", "19.11.24", "28.12.24", "30.01.25"])).toBe(false);
});

test("midnights of Central Europe in UTC are the next day", () => {
  const dates = ["2025-02-28T23:00:00Z", "2025-06-30T22:00:00Z", "2025-07-14T22:00:00Z"];
  expect(daysOf(dates)).toEqual(["2025-03-01", "2025-07-01", "2025-07-15"]);
  expect(areEvenings(["2025-02-28T23:00:00Z", "2025-06-30T21:30:00Z", "2025-07-14T22:00:00Z"])).toBe(false);
});

test("real dates up to the twelfth beside texts of later days are half swapped", () => {
  const typed = (iso: string): string => `\u0002${iso}`;
  const late = ["14.01.2025", "25.01.2025"];
  expect(isHalfSwapped([typed("2025-03-01"), typed("2025-04-02"), ...late])).toBe(true);
  expect(isHalfSwapped([typed("2025-03-21"), typed("2025-04-02"), ...late])).toBe(false);
});

test.each([
  ["Jul-25-25", "2025-07-25"],
  ["Jul 25 2025", "2025-07-25"],
  ["2025-Jul-25", "2025-07-25"],
])("the name of a month in any place: %s", (text, day) => {
  expect(daysOf([text, text])).toEqual([day, day]);
});

test("posting periods have three digits, those after the twelfth belong to it", () => {
  expect(scanDate("013.2024")).toEqual(scanDate("2024-M12"));
});
