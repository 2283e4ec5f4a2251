import { expect, test } from "vitest";
import { adjusted } from "../../src/signals/control.ts";

// R 4.2.2, p.adjust(p, "BH")
const p = [0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216];
const bh = [0.01, 0.04, 0.084, 0.084, 0.084, 0.1, 0.105714, 0.216, 0.216, 0.216];

test("adjusted p-values equal R's Benjamini-Hochberg", () => {
  adjusted(p).forEach((q, i) => {
    expect(q).toBeCloseTo(bh[i], 6);
  });
});

test("a heavier item is rejected earlier, at the cost of the others", () => {
  const weighted = adjusted(p, [0.5, 0.5, 5.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5]);
  expect(weighted[2]).toBeLessThan(bh[2]);
  expect(weighted[0]).toBeGreaterThan(bh[0]);
});
