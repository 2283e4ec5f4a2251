import { expect, test } from "vitest";
import {
  trackingLimit,
  trackingSignal,
  trackingSignals,
  trackingTail,
} from "../../src/evaluate/tracking-signal.ts";
import { random } from "../../src/numeric/random.ts";

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

test("five of a hundred unbiased items pass the limit, whatever the number of errors, and the tail says five percent there", () => {
  const { normal } = random(1);
  for (const n of [4, 6, 12, 18, 30, 60]) {
    let alarms = 0;
    for (let path = 0; path < 4000; path++) {
      const signal = trackingSignal(Float64Array.from({ length: n }, normal));
      if (Math.abs(signal) > trackingLimit(n)) alarms++;
    }
    // 200 expected, standard deviation 14
    expect(Math.abs(alarms - 200)).toBeLessThan(45);
    expect(trackingTail(trackingLimit(n), n)).toBeCloseTo(0.05, 3);
  }
  expect(trackingLimit(3)).toBe(1);
  expect(trackingTail(0.668, 60)).toBeCloseTo(0.01, 3);
  expect(trackingTail(-0.786, 60)).toBeCloseTo(0.001, 4);
});
