import { expect, test } from "vitest";
import { plantCalendar } from "../../src/calendar/parties.ts";
import { eventsOf } from "../../src/demand/events.ts";
import type { CalendarEntry } from "../../src/item.ts";

const entry = (more: Partial<CalendarEntry>): CalendarEntry => ({
  from: "2025-03-01",
  to: "2025-03-05",
  kind: "promotion",
  ...more,
});

const plant = plantCalendar("DE", []);

test("an item has the events of itself, its group and everybody, in the order of the calendar", () => {
  const calendar = [
    entry({ scope: "bolts", factor: 2 }),
    entry({ item: "A", factor: 3 }),
    entry({ kind: "plant-closure" }),
    entry({ kind: "event", factor: 4 }),
    entry({ item: "B", scope: "bolts", factor: 5 }),
    entry({ item: "A", scope: "nuts", factor: 6 }),
  ];
  const factors = (item: string, group?: string) =>
    eventsOf(calendar, item, group, plant).map(({ factor }) => factor);
  expect(factors("A", "bolts")).toEqual([2, 3, 4, 6]);
  expect(factors("A")).toEqual([3, 4, 6]);
  expect(factors("B", "nuts")).toEqual([4, 5]);
  expect(factors("C", "bolts")).toEqual([2, 4]);
  expect(eventsOf(calendar, "A", undefined, plant)[1]).toEqual({
    from: "2025-03-01",
    to: "2025-03-05",
    kind: "event",
    factor: 4,
  });
});

test("the events of many items are looked up, not searched for item by item", () => {
  const many = 20_000;
  const calendar = Array.from({ length: many }, (_, k) => entry({ item: `I${k}`, factor: k }));
  const begun = process.cpuUsage();
  const found = calendar.map((_, k) => eventsOf(calendar, `I${k}`, "g", plant).length);
  expect(process.cpuUsage(begun).user / 1e6).toBeLessThan(2);
  expect(found.every((length) => length === 1)).toBe(true);
});

test("closures of the own plant are nobody's working days, those of suppliers, other states and one item's source are theirs", () => {
  const closed = { from: "2025-03-03", to: "2025-03-07" };
  const calendar = [
    entry({ ...closed, kind: "plant-closure" }),
    entry({ from: "2025-03-12", to: "2025-03-12", kind: "holiday" }),
    entry({ from: "2025-03-17", to: "2025-03-21", kind: "holiday", state: "DE-BY" }),
    entry({ ...closed, kind: "plant-closure", supplier: "S" }),
    entry({ ...closed, kind: "plant-closure", item: "A" }),
    entry({ ...closed, kind: "supplier-closure" }),
  ];
  const days = eventsOf(calendar, "A", undefined, plantCalendar("DE-NW", calendar));
  expect(days).toEqual([
    { ...closed, kind: "closure" },
    { from: "2025-03-12", to: "2025-03-12", kind: "closure" },
  ]);
});
