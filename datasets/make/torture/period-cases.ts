import { bucketEnd, bucketIndex } from "../../../src/calendar/bucket.ts";
import { dayOf, isoDate } from "../../../src/calendar/date.ts";
import { periodStart, sums, weekName } from "../dialects/history-row.ts";
import { germanDates } from "../dialects/styles.ts";
import { delimited } from "../dialects/text-table.ts";
import { cp1252 } from "../encode.ts";
import { german } from "./text-cases.ts";
import { baseRows, type TortureCase } from "./torture-case.ts";

const semicolon = { delimiter: ";" };

/** Consumption by calendar week; a line counts on the last day of its week. Traps 27 and 35. */
function weeks(
  file: string,
  trap: string,
  [base, moved]: readonly [base: string, moved: string],
  wrong?: string,
): TortureCase {
  const shift = dayOf(moved) - dayOf(base);
  const rows = baseRows()
    .filter(({ quantity }) => quantity > 0)
    .map((row) => ({ ...row, date: isoDate(dayOf(row.date) + shift) }));
  const records = rows.map((row) => [
    row.item,
    weekName(isoDate(mondayOfDay(row.date))),
    german(row.quantity, 2),
  ]);
  if (wrong !== undefined) records.splice(3, 0, ["0004711", wrong, "7,00"]);
  return {
    file,
    trap,
    bytes: cp1252(delimited([["Artikelnummer", "Kalenderwoche", "Menge"], ...records], semicolon)),
    lines: rows.map(({ item, date, quantity }) => ({ item, date: isoDate(mondayOfDay(date) + 6), quantity })),
    issues:
      wrong === undefined
        ? []
        : [{ row: 5, column: "Kalenderwoche", text: `${wrong} does not exist, line not used` }],
  };
}

const mondayOfDay = (date: string): number => bucketEnd(bucketIndex(dayOf(date), "week"), "week") - 6;

/** One row an article, one column a month. Trap 36. */
function wide(): TortureCase {
  const all = sums(
    baseRows().filter(({ quantity }) => quantity > 0),
    "month",
  );
  const months = [...new Set([...all.values()].flatMap((own) => [...own.keys()]))].sort((a, b) => a - b);
  const head = [
    "Artikelnummer",
    "Bezeichnung",
    ...months.map((month) => germanDates(periodStart(month, "month")).slice(3)),
  ];
  const records = [...all].map(([item, own]) => [
    item,
    "Servomotor",
    ...months.map((month) => (own.has(month) ? german(own.get(month)!, 2) : "")),
  ]);
  return {
    file: "36-wide-months.csv",
    trap: "one column a month, empty where nothing was consumed",
    bytes: cp1252(delimited([head, ...records], semicolon)),
    lines: [...all].flatMap(([item, own]) =>
      [...own]
        .sort(([a], [b]) => a - b)
        .map(([month, quantity]) => ({ item, date: isoDate(bucketEnd(month, "month")), quantity })),
    ),
    issues: [{ text: "one column a month read as lines" }],
  };
}

/** Lines dated by a period: traps 27, 35, 36. The pairs of dates move the base history to the year that is wanted. */
export const periodCases = (): TortureCase[] => [
  weeks("27-calendar-weeks.csv", "KW 02/2012 is the week of Monday 2012-01-09", ["2025-01-05", "2012-01-11"]),
  weeks(
    "35-week-53.csv",
    "week 53 of 2020 exists, week 53 of 2025 does not",
    ["2025-01-18", "2020-12-30"],
    "KW 53/2025",
  ),
  wide(),
];
