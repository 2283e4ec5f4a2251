import { expect, test } from "vitest";
import { learnPool } from "../../../src/models/index.ts";
import { random } from "../../../src/numeric/random.ts";
import type { Series } from "../../../src/series.ts";

/** What the regression of rates counts in a panel of 60 items by five years of months. */
function sharesOf(demand: (t: number, uniform: () => number, k: number) => number) {
  const panel = Array.from({ length: 60 }, (_, k): Series => {
    const { uniform } = random(`shares ${k}`);
    const values = Float64Array.from({ length: 60 }, (_, t) => demand(t, uniform, k));
    return { item: `I${k}`, bucket: "month", period: 12, values };
  });
  return learnPool(panel, { horizon: 6 })?.parts[0].rates.shares;
}

test("what all items live through alike keeps the regression of rates its half", () => {
  const shares = sharesOf((t, uniform, k) => {
    const age = t - ((k * 7) % 50);
    return age >= 0 && age < 18 && uniform() < 0.5 ? 1 + Math.floor(3 * uniform()) : 0;
  });
  expect(shares).toEqual({ frequent: 0.5, rare: 0.5 });
});

test("rare lumps that nothing foretells are left to what each item says by itself", () => {
  const shares = sharesOf((_, uniform, k) =>
    uniform() < 0.04 + 0.002 * (k % 20) ? Math.ceil(120 * uniform() ** 3) : 0,
  );
  expect(shares?.rare).toBeLessThan(0.2);
});
