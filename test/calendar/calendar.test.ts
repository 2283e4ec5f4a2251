import { describe, expect, test } from "vitest";
import { bucketIndex, bucketStart, buckets, isoWeekName, mondayOf } from "../../src/calendar/bucket.ts";
import { civil, dayNumber, dayOf, isoDate, weekday } from "../../src/calendar/date.ts";
import { easter, holidays } from "../../src/calendar/holidays.ts";
import type { Region } from "../../src/calendar/regions.ts";
import { workCalendar } from "../../src/calendar/work-calendar.ts";
import { dayInZone } from "../../src/calendar/zone.ts";

const months = (region: Region, year: number) =>
  Array.from({ length: 12 }, (_, m) =>
    workCalendar(region).count(
      bucketStart((year - 1970) * 12 + m, "month"),
      bucketStart((year - 1970) * 12 + m + 1, "month") - 1,
    ),
  );

describe("civil dates", () => {
  test("agree with the platform's calendar from 1900 to 2100", () => {
    for (let day = -25567; day < 47482; day += 1) {
      const date = new Date(day * 86_400_000);
      expect(isoDate(day)).toBe(date.toISOString().slice(0, 10));
      if (weekday(day) !== (date.getUTCDay() || 7)) throw new Error(isoDate(day));
    }
  });
  test("dates that do not exist have no day number", () => {
    expect(dayOf("2025-02-29")).toBeNaN();
    expect(dayOf("2025-2-3")).toBeNaN();
    expect(civil(dayOf("2024-02-29"))).toEqual({ year: 2024, month: 2, day: 29 });
  });
});

describe("buckets", () => {
  test("every day lies in the bucket that its index names", () => {
    for (const bucket of buckets) {
      for (let day = 10_000; day < 25_000; day += 7) {
        const index = bucketIndex(day, bucket);
        expect(bucketStart(index, bucket)).toBeLessThanOrEqual(day);
        expect(bucketStart(index + 1, bucket)).toBeGreaterThan(day);
      }
    }
  });
  test("T9: ISO weeks over the year change", () => {
    expect(isoWeekName(dayOf("2021-01-03"))).toBe("2020-W53");
    expect(isoWeekName(dayOf("2026-12-31"))).toBe("2026-W53");
    expect(isoDate(mondayOf(2026, 53))).toBe("2026-12-28");
    expect(mondayOf(2025, 53)).toBeNaN();
  });
});

describe("working days", () => {
  test("match the golden table of German states", () => {
    expect(months("DE-NW", 2024)).toEqual([22, 21, 20, 21, 19, 20, 23, 22, 21, 22, 20, 20]);
    expect(months("DE-NW", 2025)).toEqual([22, 20, 21, 20, 20, 19, 23, 21, 22, 22, 20, 21]);
    expect(months("DE-NW", 2026)).toEqual([21, 20, 22, 20, 18, 21, 23, 21, 22, 22, 21, 22]);
    expect(months("DE-BY", 2025)).toEqual([21, 20, 21, 20, 20, 19, 23, 21, 22, 22, 20, 21]);
    expect(months("DE-BY", 2026)).toEqual([20, 20, 22, 20, 18, 21, 23, 21, 22, 22, 21, 22]);
    expect(months("DE-BE", 2024)).toEqual([22, 21, 19, 21, 20, 20, 23, 22, 21, 22, 21, 20]);
    expect(months("DE-BE", 2025)).toEqual([22, 20, 21, 20, 19, 20, 23, 21, 22, 22, 20, 21]);
    expect(months("DE-BE", 2026)).toEqual([21, 20, 22, 20, 18, 22, 23, 21, 22, 22, 21, 22]);
    expect(months("DE-SN", 2025)).toEqual([22, 20, 21, 20, 20, 20, 23, 21, 22, 21, 19, 21]);
  });
  test("match the number of public holidays of every state in 2025", () => {
    const counts: Partial<Record<Region, number>> = {
      "DE-BB": 12,
      "DE-BE": 11,
      "DE-BW": 12,
      "DE-BY": 12,
      "DE-HB": 10,
      "DE-HE": 10,
      "DE-HH": 10,
      "DE-MV": 11,
      "DE-NI": 10,
      "DE-NW": 11,
      "DE-RP": 11,
      "DE-SH": 10,
      "DE-SL": 12,
      "DE-SN": 11,
      "DE-ST": 11,
      "DE-TH": 11,
    };
    for (const [region, count] of Object.entries(counts)) {
      expect([region, holidays(region as Region, 2025).length]).toEqual([region, count]);
    }
  });
  test("Easter", () => {
    expect(isoDate(easter(2025))).toBe("2025-04-20");
    expect(isoDate(easter(2026))).toBe("2026-04-05");
  });
  test("closures close, and adding open days steps over them", () => {
    const calendar = workCalendar("DE", [{ from: dayOf("2026-12-24"), to: dayOf("2026-12-31") }]);
    expect(calendar.isOpen(dayOf("2026-12-28"))).toBe(false);
    expect(isoDate(calendar.add(dayOf("2026-12-23"), 1))).toBe("2027-01-04");
    expect(isoDate(calendar.add(dayOf("2027-01-04"), -1))).toBe("2026-12-23");
    expect(isoDate(calendar.previous(dayOf("2026-12-27")))).toBe("2026-12-23");
    expect(calendar.count(dayOf("2026-12-20"), dayOf("2027-01-04"))).toBe(4);
  });
});

test("T10: epoch milliseconds of local midnight are the day in Berlin", () => {
  expect(isoDate(dayInZone(1787608800000))).toBe("2026-08-25");
  expect(dayInZone(1787608800000, "UTC")).toBe(dayNumber(2026, 8, 24));
});
