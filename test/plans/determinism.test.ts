import { expect, test } from "vitest";
import { csv, planOf } from "./run.ts";

/** Three years of two dozen items, several lines a month. */
function history(): (string | number)[][] {
  const rows: (string | number)[][] = [];
  for (let m = 0; m < 36; m++) {
    for (let k = 0; k < 24; k++) {
      if (k % 5 === 4 && (m * 7 + k) % 4 !== 0) continue;
      const day = String(2 + ((k * 5 + m) % 26)).padStart(2, "0");
      const date = `${2022 + Math.floor(m / 12)}-${String((m % 12) + 1).padStart(2, "0")}-${day}`;
      rows.push([`I${k}`, date, Math.round(10 * (5 + k + 3 * Math.sin(m + k))) / 10, "sale", `S${m}-${k}`]);
    }
  }
  return rows;
}

const heading = ["item", "date", "quantity", "kind", "order"];
const master = csv("items.csv", [
  ["item", "onHand", "leadTimeDays", "unitCost", "minimumOrder", "packSize", "supplier"],
  ...Array.from({ length: 24 }, (_, k) => [`I${k}`, 5 * (k % 4), 14 + k, 2 + k, 10, 5, `V${k % 3}`]),
]);

test("the order of rows changes no item, suggestion or KPI", async () => {
  const rows = history();
  const shuffled = rows
    .map((row, k) => ({ row, key: (k * 7919) % 1009 }))
    .sort((a, b) => a.key - b.key)
    .map(({ row }) => row);
  const [a, b] = [
    await planOf({ orders: [csv("orders.csv", [heading, ...rows])], items: [master] }),
    await planOf({ orders: [csv("orders.csv", [heading, ...shuffled])], items: [master] }),
  ];
  expect(JSON.stringify(b.items)).toBe(JSON.stringify(a.items));
  expect(JSON.stringify(b.baskets)).toBe(JSON.stringify(a.baskets));
  expect(JSON.stringify(b.kpis)).toBe(JSON.stringify(a.kpis));
});

test("T6: the same file twice changes nothing, an overlapping export adds only what is new", async () => {
  const rows = history();
  const items = [master];
  const once = await planOf({ orders: [csv("orders.csv", [heading, ...rows])], items });
  const twice = await planOf({
    orders: [csv("orders.csv", [heading, ...rows]), csv("again.csv", [heading, ...rows])],
    items,
  });
  const overlapping = await planOf({
    orders: [csv("old.csv", [heading, ...rows.slice(0, 600)]), csv("new.csv", [heading, ...rows.slice(400)])],
    items,
  });
  expect(JSON.stringify(twice.items)).toBe(JSON.stringify(once.items));
  expect(JSON.stringify(overlapping.items)).toBe(JSON.stringify(once.items));
});
