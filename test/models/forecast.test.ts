import { expect, test } from "vitest";
import { printedLevels } from "../../src/forecast.ts";
import { forecastPanel } from "../../src/models/index.ts";
import type { Series } from "../../src/series.ts";

const monthly = (item: string, values: number[]): Series => ({
  item,
  bucket: "month",
  period: 12,
  values: Float64Array.from(values),
});

test("every series of a panel gets a finite mean and ordered quantiles", () => {
  const panel = [monthly("A", [3, 4, 5, 4, 3, 4, 5, 6]), monthly("B", []), monthly("C", [0, 0, 0])];
  for (const forecast of forecastPanel(panel, { horizon: 3, levels: printedLevels })) {
    expect(forecast.demand.mean).toHaveLength(3);
    for (let k = 0; k < 3; k++) {
      const column = forecast.demand.quantiles.map((q) => q[k] as number);
      expect(column.every(Number.isFinite)).toBe(true);
      expect([...column].sort((a, b) => a - b)).toEqual(column);
    }
  }
});
