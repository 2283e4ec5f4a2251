import fc from "fast-check";
import { expect, test } from "vitest";
import { boxCoxed } from "../../src/models/local/box-coxed.ts";
import { ces } from "../../src/models/local/ces.ts";
import { akaikeWeights } from "../../src/models/local/ets/akaike.ts";
import { ets } from "../../src/models/local/ets/ets.ts";
import { damped, holt, ses } from "../../src/models/local/exponential-smoothing.ts";
import { models } from "../../src/models/local/index.ts";
import { stlDamped } from "../../src/models/local/stl-damped.ts";
import { theta } from "../../src/models/local/theta.ts";
import { seriesOf, wave } from "../contracts/model.ts";
import { airPassengers, nile } from "../golden/series.ts";

const train = airPassengers.slice(0, 120);
const test24 = airPassengers.slice(120);

/** Mean absolute percentage error over the last two years of AirPassengers. */
function error(mean: Float64Array): number {
  return mean.reduce((sum, v, h) => sum + Math.abs(v / test24[h] - 1), 0) / mean.length;
}

test("AirPassengers gets growth and a multiplied season, and two years ahead are met within 11 %", () => {
  const fit = ets().fit(seriesOf(train));
  expect(fit.name).toMatch(/^ets\(M,Ad?,M\)$/);
  expect(error(fit.mean(24))).toBeLessThan(0.11);
  for (const model of [theta(), boxCoxed(theta()), ces(), stlDamped(), damped()]) {
    expect(error(model.fit(seriesOf(train)).mean(24)), model.name).toBeLessThan(0.13);
  }
});

test("the Nile gets no growth, and its level lies near the last values", () => {
  const fit = ets({ average: false }).fit(seriesOf(nile, 1));
  expect(fit.name).toBe("ets(A,N,N)");
  // R ets(Nile, "ANN"): alpha .2465, forecast 805.0
  expect(Math.abs(fit.mean(1)[0] - 805)).toBeLessThan(8);
  expect(Math.abs(ses().fit(seriesOf(nile, 1)).mean(1)[0] - 805)).toBeLessThan(8);
});

test("Akaike weights: equal criteria share equally, hopeless ones get nothing", () => {
  expect(akaikeWeights([{ aicc: 1 }, { aicc: 1 }, { aicc: 90 }])).toEqual([0.5, 0.5, 0]);
});

test("values nobody observed are passed over: a gap moves the forecast by little", () => {
  const values = wave(72);
  const gaps = values.map((v, t) => (t === 20 || t === 21 || t === 60 ? Number.NaN : v));
  for (const name of [
    "ets",
    "theta",
    "ces",
    "damped",
    "stl-damped",
    "regression",
    "seasonal-naive",
  ] as const) {
    const whole = models[name].create().fit(seriesOf(values)).mean(12);
    const holed = models[name].create().fit(seriesOf(gaps)).mean(12);
    holed.forEach((v, h) => {
      expect(Math.abs(v / whole[h] - 1), name).toBeLessThan(0.15);
    });
  }
});

test("damped growth ends, linear growth goes on", () => {
  const line = seriesOf(
    Array.from({ length: 40 }, (_, t) => 10 + 3 * t + (t % 2)),
    1,
  );
  const far = (m: ReturnType<typeof holt>) => m.fit(line).mean(200);
  expect(far(holt())[199] - far(holt())[0]).toBeGreaterThan(400);
  expect(far(damped())[199] - far(damped())[0]).toBeLessThan(200);
});

test("seasons of 7, 52 and 53 are found in days and weeks by every seasonal model", () => {
  for (const period of [7, 52, 53]) {
    const values = Array.from(
      { length: 4 * period },
      (_, t) => 50 + 20 * Math.sin((2 * Math.PI * t) / period),
    );
    for (const name of ["theta", "damped", "stl-damped", "regression"] as const) {
      const mean = models[name].create().fit(seriesOf(values, period)).mean(period);
      mean.forEach((v, h) => {
        expect(Math.abs(v - values[h]), `${name} ${period}`).toBeLessThan(3);
      });
    }
  }
});

test("T21: a season of 52 costs no more than six times one of 12 for the same number of values", () => {
  const values = wave(156);
  const cost = (name: keyof typeof models, period: number) => {
    let least = Number.POSITIVE_INFINITY;
    for (let run = 0; run < 7; run++) {
      const start = performance.now();
      for (let i = 0; i < 5; i++) models[name].create().fit(seriesOf(values, period)).mean(12);
      least = Math.min(least, performance.now() - start);
    }
    return least;
  };
  for (const name of ["ets", "theta", "ces", "damped", "stl-damped", "regression"] as const) {
    cost(name, 12);
    expect(cost(name, 52), name).toBeLessThan(6 * cost(name, 12));
  }
});

test("T16: one poisoned value among a thousand leaves the forecasts finite and the rest of the fit in place", () => {
  const values = new Array<number>(1000).fill(5);
  values[500] = 1e9;
  for (const name of Object.keys(models) as (keyof typeof models)[]) {
    const fit = models[name].create().fit(seriesOf(values, 12));
    expect(fit.mean(12).every(Number.isFinite), name).toBe(true);
  }
});

test("forecasts of the past are one step ahead: the last one is what the model said before the last value", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 8, maxLength: 30 }), (raw) => {
      for (const name of ["naive", "seasonal-naive", "mean", "moving-average", "drift"] as const) {
        const whole = models[name].create().fit(seriesOf(raw, 4)).fitted.at(-1)!;
        const then = models[name]
          .create()
          .fit(seriesOf(raw.slice(0, -1), 4))
          .mean(1)[0];
        expect(Math.abs(whole - then)).toBeLessThan(1e-9);
      }
    }),
    { numRuns: 50 },
  );
});

test("three values a thousand times as large give a forecast a thousand times as large", () => {
  const small = theta()
    .fit(seriesOf([37, 32, 31], 1))
    .mean(6);
  const large = theta()
    .fit(seriesOf([37_000, 32_000, 31_000], 1))
    .mean(6);
  large.forEach((v, h) => {
    expect(Math.abs(v / 1000 / small[h] - 1)).toBeLessThan(1e-9);
  });
});
