import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..", "..");
const text = (path: string): string => readFileSync(join(root, path), "utf8");
const english = text("README.md");
const german = text("README.de.md");

/** Rows of the stored accuracy figures, by set, part and model. */
const rows = text("benchmarks/results/accuracy.csv")
  .split("\n")
  .map((line) =>
    Array.from(line.matchAll(/"([^"]*)"|([^,]+)|(?<=,)(?=,)/g), ([, quoted, plain]) => quoted ?? plain ?? ""),
  );
const mase = (set: string, part: string, model: RegExp): number =>
  Number(rows.find(([a, b, name = ""]) => a === set && b === part && model.test(name))?.[6]);

/** By how many percent our error is smaller than that of another. */
const closer = (model: RegExp): number =>
  Math.round(100 * (1 - mase("m3", "ALL", /^bedarf$/) / mase("m3", "ALL", model)));

test("what both front pages say of errors is what was measured", () => {
  const erpnext = closer(/^"?ERPNext/);
  const odoo = closer(/^"?Odoo.*12 months/);
  expect(english).toContain(`${erpnext} % closer than those of ERPNext, ${odoo} % closer than Odoo's`);
  expect(german).toContain(`${erpnext} % näher als die von ERPNext, ${odoo} % näher als Odoos`);
  expect(erpnext).toBeGreaterThan(33);
  expect(english).toContain(`/ ${mase("m3", "ALL", /^bedarf$/).toFixed(3)} |`);
});

test("what both front pages say of stock at equal fill is what was replayed", () => {
  const found: unknown = JSON.parse(text("benchmarks/results/replay-min-max.json"));
  const shares = (found as Record<string, unknown>[])
    .filter(({ set }) => String(set).startsWith("spares"))
    .map((row) => Number(row["stock at equal fill"] ?? row.stockAtEqualFill ?? row.stock));
  expect(shares.length).toBeGreaterThan(1);
  const less = shares.map((share) => Math.round(100 * (1 - share))).sort((a, b) => a - b);
  expect(english).toContain(`${less[0]} to ${less.at(-1)} % less stock at equal fill`);
  expect(german).toContain(`${less[0]} bis ${less.at(-1)} % weniger Bestand`);
});

test("every page that a document of the front leads to is there", () => {
  for (const file of ["README.md", "README.de.md", "docs/page.md", "docs/sources/README.md"]) {
    const links = [...text(file).matchAll(/\]\((?!https?:|#|mailto:)([^)#]+)/g)].map(([, to = ""]) => to);
    expect(links.length).toBeGreaterThan(1);
    expect(links.filter((to) => !existsSync(join(root, dirname(file), to)))).toEqual([]);
  }
});
