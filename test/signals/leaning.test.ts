import { expect, test } from "vitest";
import { random } from "../../src/numeric/random.ts";
import { type Candidates, control, detect } from "../../src/signals/index.ts";

const signalsOf = (items: readonly { readonly found: Candidates }[]) => control(items, { fdr: 0.05 });

/** Demand that wanders around its level: errors lean on their predecessors by `rho`; `shift` from the middle on. */
function wandering(normal: () => number, length: number, rho: number, shift: number): Float64Array {
  let error = 0.3 * normal();
  return Float64Array.from({ length }, (_, t) => {
    const value = 200 * Math.exp(error) * (2 * t < length ? 1 : shift);
    error = rho * error + Math.sqrt(1 - rho * rho) * 0.3 * normal();
    return value;
  });
}

const count = (items: number, limit: number, rho: number, shift: number): number => {
  const { normal } = random(20 + Math.round(10 * rho));
  let found = 0;
  for (let k = 0; k < items; k++) {
    const values = wandering(normal, 52, rho, shift);
    if (detect({ series: { item: "A", bucket: "week", period: 52, values } }).p <= limit) found++;
  }
  return found;
};

test("a year of weeks that wander is flagged hardly more often than its p-values say", () => {
  // 300 items at .005 are 1.5 by chance; 17 of them were flagged at a correlation of .5
  for (const rho of [0, 0.3, 0.5]) expect(count(300, 0.005, rho, 1)).toBeLessThanOrEqual(9);
});

test("and a shift of it that is clear is still found", () => {
  expect(count(60, 0.005, 0, 2.2)).toBeGreaterThanOrEqual(50);
});

test("a panel whose errors lean says so of each of its items: few of its flags are none", () => {
  const { normal } = random(71);
  const items = Array.from({ length: 300 }, (_, k) => {
    const values = wandering(normal, 60, 0.6, k % 6 === 0 ? 2.5 : 1);
    return {
      changed: k % 6 === 0,
      found: detect({ series: { item: String(k), bucket: "month", period: 12, values } }),
    };
  });
  const signals = signalsOf(items);
  const flagged = items.filter((_, k) => signals[k].length > 0);
  const wrong = flagged.filter(({ changed }) => !changed);
  expect(flagged.length - wrong.length).toBeGreaterThanOrEqual(25);
  expect(wrong.length).toBeLessThanOrEqual(flagged.length / 6);
});

test("a panel whose errors do not lean finds more than each of its items alone", () => {
  const { normal } = random(72);
  const items = Array.from({ length: 200 }, (_, k) => ({
    found: detect({
      series: {
        item: String(k),
        bucket: "week",
        period: 52,
        values: wandering(normal, 52, 0, k % 5 === 0 ? 1.6 : 1),
      },
    }),
  }));
  const few = items.slice(0, 40);
  const alone = signalsOf(few).flat().length;
  const together = signalsOf(items).slice(0, 40).flat().length;
  expect(together).toBeGreaterThanOrEqual(alone);
});
