import { expect, test } from "vitest";
import { adida, imapa } from "../../src/models/local/adida.ts";
import { croston, sba, sbj } from "../../src/models/local/croston.ts";
import { tsb } from "../../src/models/local/tsb.ts";
import { seriesOf } from "../contracts/model.ts";

const y = seriesOf([0, 0, 5, 0, 0, 3, 0, 4, 0, 0, 0, 6], 1);
const next = (model: { fit: (s: typeof y) => { mean: (h: number) => Float64Array } }) =>
  model.fit(y).mean(1)[0];

test("Croston, SBA and SBJ: R forecast, tsintermittent and the start before the first demand", () => {
  expect(next(croston())).toBeCloseTo(1.610631229, 9);
  expect(next(croston({ start: "mean" }))).toBeCloseTo(1.694764695, 9);
  expect(next(croston({ start: "mean", variant: "sba" }))).toBeCloseTo(1.61002646, 9);
  expect(next(croston({ start: "mean", variant: "sbj" }))).toBeCloseTo(1.605566553, 9);
  expect(next(croston({ start: "before" }))).toBeCloseTo(1.685322247, 9);
  expect(next(croston({ start: "before", variant: "sba" }))).toBeCloseTo(1.601056135, 9);
  expect(next(croston({ start: "before", variant: "sbj" }))).toBeCloseTo(1.596621076, 9);
  expect(next(sba())).toBeCloseTo(0.95 * 1.610631229, 9);
  expect(next(sbj())).toBeCloseTo((18 / 19) * 1.610631229, 9);
});

test("TSB: tsintermittent, and the start before the first period", () => {
  expect(next(tsb())).toBeCloseTo(1.636672452, 8);
  expect(next(tsb({ start: "before" }))).toBeCloseTo(1.589392179, 8);
});

test("without demand TSB dies down and Croston does not", () => {
  const ended = seriesOf([...y.values, ...new Array<number>(24).fill(0)], 1);
  expect(tsb().fit(ended).mean(1)[0]).toBeLessThan(0.15);
  expect(croston().fit(ended).mean(1)[0]).toBeCloseTo(1.610631229, 9);
});

test("ADIDA with aggregates of 3 and smoothing .1, and IMAPA as the mean over sizes 1 to 3", () => {
  // aggregates 5, 3, 4, 6: 4.848 / 3
  expect(next(adida({ size: 3, alpha: 0.1 }))).toBeCloseTo(1.616, 12);
  const parts = [1, 2, 3].map((size) => next(adida({ size, alpha: 0.1 })));
  expect(next(imapa({ alpha: 0.1 }))).toBeCloseTo((parts[0] + parts[1] + parts[2]) / 3, 12);
});

test("forecasts of the past know nothing of the future", () => {
  for (const model of [croston(), adida({ size: 3, alpha: 0.1 })]) {
    const whole = model.fit(y).fitted;
    for (let t = 4; t < 12; t++) {
      const then = model.fit({ ...y, values: y.values.slice(0, t) }).mean(1)[0];
      expect(whole[t]).toBeCloseTo(then, 12);
    }
  }
});
