import { expect, test } from "vitest";
import { predecessorsOf } from "../../src/demand/lineage.ts";
import type { Issue } from "../../src/issue.ts";
import type { Item } from "../../src/item.ts";

const byName = (rows: readonly (readonly [string, string?])[]) =>
  new Map(
    rows.map(([item, successor]): [string, Item] => [
      item,
      successor === undefined ? { item } : { item, successor },
    ]),
  );

test("a chain of 60,000 replaced items is walked once, whichever end the file begins with", () => {
  const rows = Array.from({ length: 60_000 }, (_, k): [string, string] => [`P${k}`, `P${k + 1}`]);
  for (const order of [rows, [...rows].reverse()]) {
    const issues: Issue[] = [];
    const begun = performance.now();
    const found = predecessorsOf(byName(order), issues);
    expect(performance.now() - begun).toBeLessThan(2000);
    expect(issues).toEqual([]);
    expect(found.size).toBe(60_000);
    expect(found.get("P777")).toMatchObject([{ item: "P776" }]);
  }
});

test("everything that leads into a circle is said, what only stands beside it is not", () => {
  const issues: Issue[] = [];
  const found = predecessorsOf(
    byName([
      ["tail", "b"],
      ["a", "b"],
      ["b", "c"],
      ["c", "a"],
      ["own", "own"],
      ["x", "y"],
      ["w", "y"],
      ["y"],
    ]),
    issues,
  );
  expect(issues.map(({ code, item }) => [code, item])).toEqual(
    ["tail", "a", "b", "c"].map((item) => ["successor-circle", item]),
  );
  expect([...found].map(([item, before]) => [item, before.map((one) => one.item)])).toEqual([
    ["y", ["x", "w"]],
  ]);
});
