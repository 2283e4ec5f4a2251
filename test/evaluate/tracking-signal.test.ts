import { expect, test } from "vitest";
import { trackingSignal, trackingSignals } from "../../src/evaluate/tracking-signal.ts";

test("Trigg's signal equals the worked values, and is 0 where no error ever occurred", () => {
  const actual = [100, 110, 90, 120, 130, 125];
  const forecast = [105, 105, 100, 105, 110, 112];
  const errors = actual.map((a, t) => a - forecast[t]);
  const expected = [-0.1, 0.01, -0.173636, 0.099302, 0.330102, 0.434717];
  trackingSignals(errors).forEach((signal, t) => {
    expect(signal).toBeCloseTo(expected[t], 6);
  });
  expect(trackingSignal(errors)).toBeCloseTo(0.434717, 6);
  expect(trackingSignal([0, 0, 0])).toBe(0);
  expect(trackingSignal([])).toBe(0);
});
