import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { packed, unpacked } from "../../api/stages/state.ts";

const folder = mkdtempSync(join(tmpdir(), "bedarf-packed-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const through = (value: unknown): unknown => {
  const path = join(folder, "one");
  writeFileSync(path, packed("part", value));
  return unpacked("part", path);
};

test("data come back as they were: numbers of every kind, lists, maps, typed arrays, texts that look like marks", () => {
  const value = {
    numbers: [0, -0, 1, 1.5, -3, 2 ** 40, Number.NaN, Number.POSITIVE_INFINITY],
    map: new Map<unknown, unknown>([
      ["a", { p: 1 }],
      [2, [3]],
    ]),
    typed: Float64Array.of(1, 2),
    texts: ["", "\u0000", "\u0000\u0000x", "a"],
    nothing: [null, undefined, true],
  };
  expect(through(value)).toEqual(value);
});

test("a whole number has the same bytes however the engine holds it", () => {
  const asDouble = Float64Array.of(1, 2.5);
  const held = [...asDouble].slice(0, 1);
  expect(packed("sums", { p: held })).toEqual(packed("sums", { p: [1] }));
});
