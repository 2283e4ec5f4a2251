import { expect, test } from "vitest";
import { dayNumber, isoDate } from "../../../src/calendar/date.ts";
import {
  addDateEvidence,
  type DateHints,
  datevPeriod,
  decideDateStyle,
  noDateEvidence,
} from "../../../src/ingest/cells/date-style.ts";
import { resolveDate, scanDate, serialDay } from "../../../src/ingest/cells/dates.ts";

/** Date of a text in a column made of it and of further texts; a period is marked by "~". */
function inColumn(text: string, others: readonly string[] = [], hints: DateHints = {}): string {
  const own = noDateEvidence();
  for (const each of [text, ...others]) addDateEvidence(own, scanDate(each));
  const found = resolveDate(scanDate(text), decideDateStyle(own, noDateEvidence(), hints));
  return "problem" in found ? found.problem : `${found.byPeriod ? "~" : ""}${isoDate(found.day)}`;
}
test.each<[string, readonly string[], string]>([
  ["31.12.2025", [], "2025-12-31"],
  ["31.12.25", [], "2025-12-31"],
  ["2025-12-31", [], "2025-12-31"],
  ["20251231", [], "2025-12-31"],
  ["31122025", [], "2025-12-31"],
  ["01.03.2016", [], "2016-03-01"],
  ["01-03-2016", [], "ambiguous"],
  ["01-03-2016", ["13-03-2016"], "2016-03-01"],
  ["03/04/2025", ["03/14/2025"], "2025-03-04"],
  ["03/04/2025", ["14/03/2025"], "2025-04-03"],
  ["03/03/2025", [], "2025-03-03"],
  ["12.31.2025", ["01.02.2025", "14.03.2025"], "impossible"],
  ["12.31.2025", ["11.30.2025"], "2025-12-31"],
  ["03/14/2025", ["14/03/2025", "15/03/2025", "16/03/2025", "17/03/2025"], "impossible"],
  ["03/14/2025", ["14/03/2025"], "ambiguous"],
  ["202503", [], "~2025-03-31"],
  ["03.2025", [], "~2025-03-31"],
  ["2025-03", [], "~2025-03-31"],
  ["KW 12/2025", [], "~2025-03-23"],
  ["2025W12", [], "~2025-03-23"],
  ["2025-W12", [], "~2025-03-23"],
  ["2025-W12-1", [], "2025-03-17"],
  ["KW 02/2012", [], "~2012-01-15"],
  ["12.2025", ["14.2025"], "~2025-03-23"],
  ["Okt 2026", [], "~2026-10-31"],
  ["März 2025", [], "~2025-03-31"],
  ["Oct-26", [], "~2026-10-31"],
  ["Q3/2026", [], "~2026-09-30"],
  ["2026-Q3", [], "~2026-09-30"],
  ["3. Quartal 2026", [], "~2026-09-30"],
  ["2-Jun-06", [], "2006-06-02"],
  ["2. Juni 2006", [], "2006-06-02"],
  ["Jun 2, 2006", [], "2006-06-02"],
  ["00.00.0000", [], "missing"],
  ["01.01.1900", [], "missing"],
  ["31.12.9999", [], "open"],
  ["99991231", [], "open"],
  ["45000", [], "2023-03-15"],
  ["45000.999988", [], "2023-03-15"],
  ["45000,999988", [], "2023-03-15"],
  ["60", [], "unreadable"],
  ["1772319600000", [], "2026-03-01"],
  ["1787608800000", [], "2026-08-25"],
  ["31.02.2025", [], "impossible"],
  ["KW 53/2025", [], "impossible"],
  ["KW 53/2026", [], "~2027-01-03"],
  ["2026-03-01T00:00:00Z", [], "2026-03-01"],
  ["2010-12-01 08:26:00", [], "2010-12-01"],
  ["2011-05-14 00:00:00.000", [], "2011-05-14"],
  ["01.03.2025 14:22", [], "2025-03-01"],
  ["Mo, 03.03.2025", [], "2025-03-03"],
  ["not captured", [], "unreadable"],
  ["NULL", [], "missing"],
])("the column reads %j beside %j as %j", (text, others, value) => {
  expect(inColumn(text, others)).toBe(value);
});

test("a heading that says week reads 12.2025 as a week", () => {
  expect(inColumn("12.2025", [], { week: true })).toBe("~2025-03-23");
});

test("workbooks of the 1904 system are 1462 days off, day 60 of the 1900 system does not exist", () => {
  expect(isoDate(serialDay(45000, "1900"))).toBe("2023-03-15");
  expect(isoDate(serialDay(43538, "1904"))).toBe("2023-03-15");
  expect(isoDate(serialDay(61, "1900"))).toBe("1900-03-01");
  expect(serialDay(60, "1900")).toBeNaN();
  expect(isoDate(serialDay(59, "1900"))).toBe("1900-02-28");
});

test("a DATEV date takes its year from the meta line, across a fiscal year end too", () => {
  const meta = `"EXTF";700;21;"Buchungsstapel";13;20260131;;"RE";"";"";1;2;20250701;4;20250701;20260630;"Stapel"`;
  const period = datevPeriod([meta]);
  if (period === undefined) throw new Error("no period");
  expect(inColumn("0503", [], { period })).toBe("2026-03-05");
  expect(inColumn("503", [], { period })).toBe("2026-03-05");
  expect(inColumn("3107", [], { period })).toBe("2025-07-31");
  expect(inColumn("3013", [], { period })).toBe("impossible");
});

// ISO weeks.
test.each([
  ["2015-W53", "~2016-01-03"],
  ["2020-W53", "~2021-01-03"],
  ["2021-W52", "~2022-01-02"],
  ["2025-W01", "~2025-01-05"],
])("T9: ISO week %s ends on %s", (text, value) => {
  expect(inColumn(text)).toBe(value);
});

test("T5 and T10: no time zone moves a day", () => {
  const before = process.env.TZ;
  const texts = ["2026-03-01T00:00:00Z", "1772319600000", "01.03.2026 23:59", "46082", "KW 12/2025"];
  const wanted = ["2026-03-01", "2026-03-01", "2026-03-01", "2026-03-01", "~2025-03-23"];
  try {
    for (const zone of ["UTC", "Europe/Berlin", "America/New_York", "Pacific/Kiritimati"]) {
      process.env.TZ = zone;
      expect(texts.map((text) => inColumn(text))).toEqual(wanted);
    }
  } finally {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  }
});

test("T5: every day of a leap year is itself in four ways of writing", () => {
  const first = dayNumber(2024, 1, 1);
  for (let day = first; day < first + 366; day++) {
    const iso = isoDate(day);
    const [year, month, date] = iso.split("-");
    const texts = [iso, `${date}.${month}.${year}`, `${year}${month}${date}`, String(day + 25_569)];
    expect(texts.map((text) => inColumn(text))).toEqual([iso, iso, iso, iso]);
  }
});
