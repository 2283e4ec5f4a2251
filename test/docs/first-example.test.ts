import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readItems } from "../../src/ingest/master/items.ts";
import { readOrders } from "../../src/ingest/orders/orders.ts";
import { bytesSource } from "../../src/ingest/source.ts";

const root = join(import.meta.dirname, "..", "..");
const source = (name: string, rows: readonly string[]) =>
  bytesSource(name, new TextEncoder().encode(`${rows.join("\n")}\n`));

/** The two files that a front page shows side by side: the lines, and the articles to their right. */
function shownIn(page: string): { readonly orders: readonly string[]; readonly items: readonly string[] } {
  const rows = readFileSync(join(root, page), "utf8").split("\n");
  const from = rows.findIndex((row) => row.startsWith("Artikelnummer;Buchungsdatum"));
  const shown = rows.slice(from, rows.indexOf("```", from)).filter((row) => row !== "…");
  const pairs = shown.map((row) => row.split(/ {3,}/));
  return {
    orders: pairs.flatMap(([order]) => order ?? []),
    items: pairs.flatMap(([, item]) => item ?? []),
  };
}

test("the files that the front page shows first are read as they are meant", () => {
  const { orders, items } = shownIn("README.md");
  expect(orders.length).toBeGreaterThan(2);
  const master = readItems(source("artikel.csv", items)).items;
  expect(master[0]).toMatchObject({
    item: "0004711",
    onHand: 18,
    leadTimeDays: 14,
    packSize: 25,
    unitCost: 3.4,
  });
  const { lines } = readOrders([source("bestellungen.csv", orders)], { master });
  expect([...lines.quantity.slice(0, 2)]).toEqual([12, 9]);
});
