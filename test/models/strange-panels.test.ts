import { describe, expect, it } from "vitest";
import { forecastSeries, learnPool, type Series } from "../../src/index.ts";
import { random } from "../../src/numeric/random.ts";

/** Months of a plain yearly wave with noise. */
function wavy(
  item: string,
  months: number,
  size: number,
  noise: number,
): { series: Series; ahead: number[] } {
  const { normal } = random(item);
  const mean = (t: number) => 200 * (1 + size * Math.sin((2 * Math.PI * t) / 12));
  const values = Float64Array.from({ length: months }, (_, t) => mean(t) * Math.exp(noise * normal()));
  return {
    series: { item, bucket: "month", period: 12, values },
    ahead: Array.from({ length: 6 }, (_, k) => mean(months + k)),
  };
}

function meanError(months: number, size: number, noise: number): number {
  const items = Array.from({ length: 20 }, (_, i) => wavy(`item ${i}`, months, size, noise));
  const errors = items.map(({ series, ahead }) => {
    const { mean } = forecastSeries(series, { horizon: 6, levels: [0.5], pool: null }).demand;
    return ahead.reduce((sum, value, k) => sum + Math.abs(value - mean[k]) / 200 / 6, 0);
  });
  return errors.reduce((sum, error) => sum + error / errors.length, 0);
}

describe("a season that two or three years show", () => {
  it("is in the forecast though a criterion would deny it", () => {
    for (const months of [24, 28, 33]) expect(meanError(months, 0.4, 0.1)).toBeLessThan(0.13);
  });
  it("is not made up of noise", () => {
    for (const months of [24, 28, 33]) expect(meanError(months, 0, 0.25)).toBeLessThan(0.12);
  });
});

describe("what all series of a panel lived through", () => {
  /** Forty items at 100, closed for four months that ended ten months ago. */
  const panel = Array.from({ length: 40 }, (_, i): Series => {
    const { normal } = random(`closed ${i}`);
    const values = Float64Array.from(
      { length: 48 },
      (_, t) =>
        (t >= 34 && t < 38 ? 8 : 100) *
        (1 + 0.2 * Math.sin((2 * Math.PI * t) / 12)) *
        Math.exp(0.12 * normal()),
    );
    return { item: `closed ${i}`, bucket: "month", period: 12, values };
  });

  it("is one experience: closed months of last year do not come again", () => {
    const pool = learnPool(panel, { horizon: 6 });
    const error = panel.reduce((sum, series) => {
      const { mean } = forecastSeries(series, { horizon: 6, levels: [0.5], pool }).demand;
      return (
        sum +
        mean.reduce(
          (of, value, k) => of + Math.abs(value / (100 * (1 + 0.2 * Math.sin((2 * Math.PI * k) / 12))) - 1),
          0,
        ) /
          6 /
          panel.length
      );
    }, 0);
    expect(error).toBeLessThan(0.2);
  });
});

describe("a panel's regressions", () => {
  it("have no share where every origin shows them to be hopeless: returns as large as sales", () => {
    const panel = Array.from({ length: 100 }, (_, i): Series => {
      const { normal } = random(`returned ${i}`);
      const values = Float64Array.from({ length: 36 }, () => Math.round(20 * (0.6 + normal())));
      return { item: `returned ${i}`, bucket: "month", period: 12, values };
    });
    const [part] = learnPool(panel, { horizon: 6 })?.parts ?? [];
    expect(part.shares.pooled ?? 0).toBe(0);
    expect(part.shares.ets).toBeGreaterThan(0.1);
  });
});

describe("a level that a panel taught", () => {
  it("is left by the items that left it", () => {
    const panel = Array.from({ length: 60 }, (_, i): Series => {
      const { normal } = random(`moved ${i}`);
      const values = Float64Array.from(
        { length: 36 },
        (_, t) => 100 * (i % 3 === 0 && t >= 33 ? 1.8 : 1) * Math.exp(0.1 * normal()),
      );
      return { item: `moved ${i}`, bucket: "month", period: 12, values };
    });
    const pool = learnPool(panel, { horizon: 6 });
    const means = panel
      .filter((_, i) => i % 3 === 0)
      .map((series) => forecastSeries(series, { horizon: 1, levels: [0.5], pool }).demand.mean[0]);
    expect(means.reduce((sum, mean) => sum + mean / means.length, 0)).toBeGreaterThan(142);
  });
});
