import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { chunks, mergedRows } from "../../api/stages/rows.ts";

const folder = mkdtempSync(join(tmpdir(), "bedarf-rows-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const parts = 1500;
const name = (k: number) => `I${String(k).padStart(6, "0")}`;

/** Rows of part `k` of so many, items taken in turns, each with a list of so many numbers. */
function* rowsOf(k: number, count: number, numbers: number) {
  for (let i = 0; i < count; i++) yield { item: name(i * parts + k), values: new Float64Array(numbers).fill(i) };
}

const written = (k: number, count: number, numbers: number): string => {
  const path = join(folder, `${k}.rows`);
  writeFileSync(path, Buffer.concat([...chunks(rowsOf(k, count, numbers))]));
  return path;
};

test("rows of 1,500 parts are merged item by item, with no more files open than for one", () => {
  const paths = Array.from({ length: parts }, (_, k) => written(k, 3, 1));
  const open = () => (process.platform === "linux" ? readdirSync("/proc/self/fd").length : 0);
  const before = open();
  const seen: string[] = [];
  let most = 0;
  for (const row of mergedRows(paths)) {
    if (seen.length % 500 === 0) most = Math.max(most, open() - before);
    seen.push(String(row.item));
  }
  expect(seen).toEqual(Array.from({ length: 3 * parts }, (_, k) => name(k)));
  expect(most).toBeLessThan(10);
});

test("what is held of a part is about 64 KB, however long its rows are", () => {
  for (const numbers of [1, 1000]) {
    const sizes = [...chunks(rowsOf(0, 500, numbers))].slice(1, -1).map(({ length }) => length);
    expect(Math.max(...sizes, 0)).toBeLessThan(130_000);
    expect([...mergedRows([written(0, 500, numbers)])]).toEqual([...rowsOf(0, 500, numbers)]);
  }
});
