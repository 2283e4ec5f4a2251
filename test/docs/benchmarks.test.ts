import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { workshop } from "../../benchmarks/page/ordering.ts";
import { tables } from "../../benchmarks/page/tables.ts";

const root = join(import.meta.dirname, "..", "..");
const folder = join(root, "benchmarks");
const page = readFileSync(join(folder, "README.md"), "utf8");

test("the five tables of the page of benchmarks say what the stored results say", () => {
  expect(Object.keys(tables)).toHaveLength(5);
  const stale = Object.entries(tables).filter(([name, table]) => {
    const [, shown] = page.split(new RegExp(`<!-- /?${name} -->`));
    return shown?.trim() !== table();
  });
  expect(stale.map(([name]) => `${name}: npm run bench -- table --page`).join("\n")).toBe("");
});

test("the page of benchmarks leads to every page of details, and each of them back", () => {
  const linked = [...page.matchAll(/\]\((docs\/[^)#]+)/g)].map(([, to = ""]) => to);
  const there = readdirSync(join(folder, "docs")).map((file) => `docs/${file}`);
  expect([...new Set(linked)].sort()).toEqual(there.sort());
  for (const file of there) expect(readFileSync(join(folder, file), "utf8")).toContain("(../README.md)");
  expect(existsSync(join(folder, "results", "replay-werkstatt.json"))).toBe(true);
});

test("what the front pages say a buyer of the bundled example gains is what was replayed", () => {
  const { own, ours } = workshop();
  const thousands = (x: number) => Math.round(x / 1000);
  const percent = (x: number) => (100 * x).toFixed(1);
  const more = Math.round(100 * (ours.orderLines / own.orderLines - 1));
  const stock = [ours, own].map(({ averageStockValue }) => `${thousands(averageStockValue)},000`);
  const year = [ours, own].map(({ totalCost }) => `${thousands(totalCost)},000`);
  const english = readFileSync(join(root, "README.md"), "utf8");
  expect(english).toContain(`${stock[0]} EUR of stock instead of ${stock[1]}`);
  expect(english).toContain(`fill of ${percent(ours.fillRate)} % instead of ${percent(own.fillRate)} %`);
  expect(english).toContain(`a year's cost of ${year[0]} EUR instead of ${year[1]}`);
  expect(english).toContain(`${more} % more order lines`);
  const german = readFileSync(join(root, "README.de.md"), "utf8").replaceAll(/(\d)[.](\d{3})/g, "$1,$2");
  expect(german).toContain(`${stock[0]} € Bestand statt ${stock[1]} €`);
  expect(german).toContain(`${more} % mehr Bestellzeilen`);
});
