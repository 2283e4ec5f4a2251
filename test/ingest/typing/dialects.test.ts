import { expect, test } from "vitest";
import { dialects, endingOf, type Grain, grainOf } from "../../../datasets/make/dialects.ts";
import { baseRows } from "../../../datasets/make/torture/torture-case.ts";
import { isoDate } from "../../../src/calendar/date.ts";
import { readOrders } from "../../../src/ingest/orders/orders.ts";
import { bytesSource } from "../../../src/ingest/source.ts";

/** Sums by item and date, or by item and month or in all where the dialect keeps no days. */
function sums(
  rows: readonly { item: string; date: string; quantity: number }[],
  grain: Grain,
): Map<string, number> {
  const found = new Map<string, number>();
  for (const { item, date, quantity } of rows) {
    const key = `${item} ${grain === "line" ? date : grain === "month" ? date.slice(0, 7) : ""}`;
    found.set(key, Math.round(((found.get(key) ?? 0) + quantity) * 100) / 100);
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

test.each(Object.entries(dialects))("T3: %s: the same history comes through", (name, write) => {
  const rows = baseRows();
  const { lines } = readOrders([bytesSource(`history.${endingOf(name)}`, write(rows))]);
  const read = Array.from({ length: lines.length }, (_, k) => ({
    item: lines.items.values[lines.item[k]],
    date: isoDate(lines.day[k]),
    quantity: lines.quantity[k],
  }));
  const grain = grainOf(name);
  expect(sums(read, grain)).toEqual(sums(rows, grain));
});
