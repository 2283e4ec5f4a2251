import { expect, test } from "vitest";
import { random } from "../../src/numeric/random.ts";
import { detect } from "../../src/signals/index.ts";

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
