import fc from "fast-check";
import { expect, test } from "vitest";
import { dayOf, weekday } from "../../src/calendar/date.ts";
import { workCalendar } from "../../src/calendar/work-calendar.ts";
import { shutdownDays } from "../../src/replenish/demand/usual-days.ts";

const first = dayOf("2025-01-01");

test("a shutdown is five shut weekdays in a row or more, counted wherever the stretch begins and ends", () => {
  const closures = [
    { from: dayOf("2025-08-04"), to: dayOf("2025-08-22") },
    { from: dayOf("2025-06-02"), to: dayOf("2025-06-05") },
  ];
  const calendar = workCalendar("DE", closures);
  const within = (from: string, to: string) => shutdownDays(calendar, dayOf(from), dayOf(to));
  expect(within("2025-07-01", "2025-09-30")).toBe(15);
  // four closed days and single holidays are none
  expect(within("2025-05-01", "2025-06-30")).toBe(0);
  expect(within("2025-08-18", "2025-08-31")).toBe(5);
  // a stretch that an end cuts is the same shutdown
  expect(within("2025-08-19", "2025-08-31")).toBe(4);
  expect(within("2025-08-21", "2025-08-21")).toBe(1);
  expect(within("2025-08-31", "2025-08-01")).toBe(0);
});

test("the days of shutdowns are those that a walk over all weekdays finds", () => {
  const closure = fc.record({ at: fc.nat(300), days: fc.nat(24) });
  fc.assert(
    fc.property(fc.array(closure, { maxLength: 4 }), fc.nat(300), fc.nat(80), (closed, at, length) => {
      const calendar = workCalendar(
        "DE",
        closed.map(({ at: from, days }) => ({ from: first + from, to: first + from + days })),
      );
      const [from, to] = [first + at, first + at + length];
      const week = Array.from({ length: length + 81 }, (_, k) => from - 40 + k).filter(
        (day) => weekday(day) <= 5,
      );
      const marked = week
        .map((day) => (calendar.isOpen(day) ? " " : "x"))
        .join("")
        .replaceAll(/x{5,}/g, (run) => "S".repeat(run.length));
      const inside = week.filter((day, k) => day >= from && day <= to && marked[k] === "S");
      expect(shutdownDays(calendar, from, to)).toBe(inside.length);
    }),
    { numRuns: 200, seed: 5 },
  );
});
