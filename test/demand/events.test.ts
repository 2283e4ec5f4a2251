import { expect, test } from "vitest";
import { eventsOf } from "../../src/demand/events.ts";
import type { CalendarEntry } from "../../src/item.ts";

const entry = (more: Partial<CalendarEntry>): CalendarEntry => ({
  from: "2025-03-01",
  to: "2025-03-05",
  kind: "promotion",
  ...more,
});

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
    eventsOf(calendar, item, group).map(({ factor }) => factor);
  expect(factors("A", "bolts")).toEqual([2, 3, 4, 6]);
  expect(factors("A")).toEqual([3, 4, 6]);
  expect(factors("B", "nuts")).toEqual([4, 5]);
  expect(factors("C", "bolts")).toEqual([2, 4]);
  expect(eventsOf(calendar, "A", undefined)[1]).toEqual({
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
  for (let k = 0; k < many; k++) expect(eventsOf(calendar, `I${k}`, "g")).toHaveLength(1);
  expect(process.cpuUsage(begun).user / 1e6).toBeLessThan(2);
});
