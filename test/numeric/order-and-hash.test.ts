import fc from "fast-check";
import { expect, test } from "vitest";
import { fnv1a, hashFloat, hashInteger, hashText } from "../../src/numeric/hash.ts";
import { ascending, by } from "../../src/numeric/order.ts";

test("texts sort by code unit, numbers by size with NaN last", () => {
  expect(["ä", "b", "B", "a10", "a9", ""].sort(ascending)).toEqual(["", "B", "a10", "a9", "b", "ä"]);
  expect([10, Number.NaN, 9, -1, Number.NEGATIVE_INFINITY].sort(ascending)).toEqual([
    Number.NEGATIVE_INFINITY,
    -1,
    9,
    10,
    Number.NaN,
  ]);
});

test("ascending is an order: whole, and turned round when its sides are", () => {
  const numbers = fc.double();
  fc.assert(
    fc.property(numbers, numbers, numbers, (a, b, c) => {
      expect(ascending(a, b) + ascending(b, a)).toBe(0);
      if (ascending(a, b) <= 0 && ascending(b, c) <= 0) expect(ascending(a, c)).toBeLessThanOrEqual(0);
    }),
  );
});

test("a later key decides where the earlier ones are equal", () => {
  const rows = [
    { item: "b", row: 1 },
    { item: "a", row: 2 },
    { item: "a", row: 1 },
  ];
  const sorted = rows.toSorted(
    by(
      ({ item }) => item,
      ({ row }) => row,
    ),
  );
  expect(sorted.map(({ item, row }) => `${item}${row}`)).toEqual(["a1", "a2", "b1"]);
});

test("hashes are those of their sources, on every machine", () => {
  // FNV-1a, 32 bits: test vectors of the reference implementation (test_fnv.c)
  expect([fnv1a(""), fnv1a("a"), fnv1a("foobar")]).toEqual([0x811c9dc5, 0xe40c292c, 0xbf9cf968]);
  expect(fnv1a("bar", fnv1a("foo"))).toBe(fnv1a("foobar"));
  expect(hashText("M8-10")).not.toBe(hashText("M8-11"));
  expect(hashText("M8-10", 1)).not.toBe(hashText("M8-10"));
});

test("numbers that are one value hash alike, others do not", () => {
  expect(hashFloat(17, 0.1 + 0.2)).not.toBe(hashFloat(17, 0.3));
  expect(hashFloat(17, Number.NaN)).toBe(hashFloat(17, Number.NaN));
  expect(hashInteger(hashInteger(17, 1), 2)).not.toBe(hashInteger(hashInteger(17, 2), 1));
});
