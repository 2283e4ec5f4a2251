import fc from "fast-check";
import { expect, test } from "vitest";
import { exactSum, exactTotal, mergeInto, roundedSum } from "../../src/numeric/exact-sum.ts";
import { random } from "../../src/numeric/random.ts";

const numRuns = Number(process.env.PROVE_CASES ?? 200);

/** A finite double as a whole number of 2^-1074. */
function unitsOf(value: number): bigint {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  const bits = view.getBigUint64(0);
  const exponent = Number((bits >> 52n) & 0x7ffn);
  const mantissa = (bits & ((1n << 52n) - 1n)) | (exponent > 0 ? 1n << 52n : 0n);
  const size = mantissa << BigInt(Math.max(1, exponent) - 1);
  return bits >> 63n === 1n ? -size : size;
}

/** The oracle: exact integers, rounded half to even to 53 bits by hand. */
function nearest(values: readonly number[]): number {
  const total = values.reduce((sum, value) => sum + unitsOf(value), 0n);
  const size = total < 0n ? -total : total;
  const drop = BigInt(Math.max(0, size.toString(2).length - 53));
  const half = drop === 0n ? 0n : 1n << (drop - 1n);
  const rest = size & ((1n << drop) - 1n);
  let kept = size >> drop;
  if (drop > 0n && (rest > half || (rest === half && (kept & 1n) === 1n))) kept += 1n;
  // in two steps, since 2^(drop - 1074) alone may be beyond the largest double
  const result = Number(kept) * 2 ** -52 * 2 ** (Number(drop) - 1022);
  return total < 0n ? -result : result;
}

const anything = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.double({ min: -1e6, max: 1e6, noNaN: true }),
  fc.constantFrom(
    5e-324,
    -5e-324,
    2 ** -1022,
    2 ** 53,
    1 + 2 ** -52,
    Number.MAX_VALUE,
    -Number.MAX_VALUE,
    0,
    -0,
  ),
);

test("a sum is the nearest double to the true one", () => {
  fc.assert(
    fc.property(fc.array(anything, { maxLength: 40 }), (values) => {
      expect(exactTotal(values)).toBe(nearest(values));
    }),
    { numRuns: 5 * numRuns },
  );
  // halfway between two doubles: to the even one, unless a crumb says otherwise
  expect(exactTotal([1, 2 ** -53])).toBe(1);
  expect(exactTotal([1, 2 ** -53, 5e-324])).toBe(1 + 2 ** -52);
  expect(exactTotal([1 + 2 ** -52, 2 ** -53])).toBe(1 + 2 ** -51);
  expect(exactTotal([2 ** 1023, 2 ** 1023, -(2 ** 1023)])).toBe(2 ** 1023);
  expect(exactTotal([Number.MAX_VALUE, Number.MAX_VALUE])).toBe(Number.POSITIVE_INFINITY);
});

test("order and grouping change no bit", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(anything, fc.nat(6), fc.nat()), { maxLength: 60 }), (rows) => {
      const whole = exactTotal(rows.map(([value]) => value));
      const parts = Array.from({ length: 7 }, () => exactSum());
      for (const [value, part] of [...rows].sort((a, b) => a[2] - b[2]))
        mergeInto(parts[part], exactSum([value]));
      const total = parts.reduce((sum, part) => {
        mergeInto(sum, part);
        return sum;
      });
      expect(roundedSum(total)).toBe(whole);
    }),
    { numRuns },
  );
});

test("merging leaves the other sum as it was, and a sum goes on after it was rounded", () => {
  const a = exactSum([0.1, 1e16]);
  const b = exactSum([0.2]);
  mergeInto(a, b);
  mergeInto(a, b);
  expect(roundedSum(a)).toBe(nearest([0.1, 1e16, 0.2, 0.2]));
  expect(roundedSum(b)).toBe(0.2);
  mergeInto(a, exactSum([-1e16]));
  expect(roundedSum(a)).toBe(0.5);
});

test("what is not finite stays so, nothing is 0", () => {
  expect(exactTotal([])).toBe(0);
  expect(exactTotal([-0])).toBe(0);
  expect(exactTotal([3, -3])).toBe(0);
  expect(exactTotal([1, Number.POSITIVE_INFINITY])).toBe(Number.POSITIVE_INFINITY);
  expect(exactTotal([Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])).toBeNaN();
  expect(exactTotal([1, Number.NaN])).toBeNaN();
});

test("more additions than a place can take at once stay exact", () => {
  const { uniform } = random(3);
  const values = Float64Array.from(
    { length: 1_200_000 },
    () => (uniform() - 0.5) * 2 ** Math.floor(60 * uniform()),
  );
  expect(exactTotal(values)).toBe(nearest(Array.from(values)));
  expect(exactTotal(new Float64Array(510_000).fill(2 ** 32 - 1))).toBe(510_000 * (2 ** 32 - 1));
});
