import { describe, expect, test } from "vitest";
import { forecastSeries } from "../../../src/models/index.ts";
import { passedEvent } from "../../../src/models/series/passed-event.ts";

/** Even noise within ±1, the same on every machine. */
const noise = (t: number): number => ((t * 7919) % 31) / 15 - 1;
const around = (size: number, length: number, event: (t: number) => number = () => 1): Float64Array =>
  Float64Array.from({ length }, (_, t) => Math.round(size * (1 + 0.1 * noise(t)) * event(t)));
const during =
  (from: number, to: number, factor: number) =>
  (t: number): number =>
    t >= from && t < to ? factor : 1;
const meanOf = (values: Float64Array): number => {
  const { demand } = forecastSeries(
    { item: "A", bucket: "month", period: 12, values },
    { horizon: 6, levels: [0.05, 0.95], pool: null },
  );
  return demand.mean.reduce((sum, value) => sum + value / 6, 0);
};

describe("bad months that passed", () => {
  for (const factor of [0, 0.15, 6])
    for (const length of [2, 4, 6])
      test(`leave the forecast where it was: ${length} months at ${factor} of the usual`, () => {
        const from = 32 - length;
        expect(passedEvent(around(100, 36, during(from, 32, factor)))).toEqual({ from, to: 32 });
        expect(Math.abs(meanOf(around(100, 36, during(from, 32, factor))) / 100 - 1)).toBeLessThan(0.06);
      });
  test("are none where they still last, came twice, or where few pieces may be none by chance", () => {
    expect(passedEvent(around(100, 36, during(32, 36, 0.1)))).toBeNull();
    expect(passedEvent(around(100, 36, (t) => (t % 12 === 7 || t % 12 === 8 ? 0.1 : 1)))).toBeNull();
    expect(passedEvent(Float64Array.of(1, 2, 1, 1, 3, 2, 1, 1, 2, 0, 0, 1, 2, 1, 1))).toBeNull();
    expect(passedEvent(around(100, 10, during(6, 8, 0.1)))).toBeNull();
  });
  test("of wild demand are demand", () => {
    const wild = Float64Array.from({ length: 36 }, (_, t) => 10 ** (1 + (t % 5) / 2));
    expect(passedEvent(wild)).toBeNull();
  });
});
