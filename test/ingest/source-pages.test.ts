import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { bytesSource, readOrders } from "../../src/index.ts";

const folder = join(import.meta.dirname, "..", "..", "docs", "sources");
const pages = readdirSync(folder).filter((name) => name !== "README.md");

/** The lines that a page shows as an example. */
const sampleOf = (page: string): string =>
  /```csv\n([\s\S]*?)```/.exec(readFileSync(join(folder, page), "utf8"))?.[1] ?? "";

test.each(pages)("the example of %s is read whole: item, date and quantity of every line", (page) => {
  const sample = sampleOf(page);
  const rows = sample.trim().split("\n").length - 1;
  expect(rows).toBeGreaterThan(2);
  const { lines, issues } = readOrders([bytesSource("a.csv", new TextEncoder().encode(sample))]);
  expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(lines.length).toBe(rows);
  expect(Array.from(lines.quantity.subarray(0, rows)).every((quantity) => Math.abs(quantity) > 0)).toBe(true);
});

test("the overview leads to every page", () => {
  const overview = readFileSync(join(folder, "README.md"), "utf8");
  expect(pages.filter((page) => !overview.includes(`](${page})`))).toEqual([]);
});
