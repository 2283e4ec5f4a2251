import { describe, expect, test } from "vitest";
import { forecastSeries, learnPool } from "../../src/models/index.ts";
import { openPhases } from "../../src/models/series/open-phases.ts";
import type { Series } from "../../src/series.ts";

/** Even noise within ±1, the same on every machine. */
const noise = (t: number): number => ((t * 7919) % 31) / 15 - 1;
const ahead = (series: Omit<Series, "item">, horizon: number) =>
  forecastSeries({ item: "A", ...series }, { horizon, levels: [0.05, 0.95], pool: null });
const month = { bucket: "month", period: 12 } as const;

describe("seasons with empty months", () => {
  /** Skis: demand from October to February, in units that do not matter. */
  const skis = [70, 35, 0, 0, 0, 0, 0, 0, 0, 25, 60, 110];
  const years = (count: number, unit = 1) =>
    Float64Array.from(
      { length: 12 * count },
      (_, t) => Math.round((skis[t % 12] ?? 0) * (1 + 0.1 * noise(t))) * unit,
    );
  for (const unit of [1, 1000])
    for (const count of [2, 3, 6])
      test(`${count} years bring the season back, and nothing between, in units of ${unit}`, () => {
        const { demand, cumulative } = ahead({ ...month, values: years(count, unit) }, 12);
        skis.forEach((usual, k) => {
          const value = (demand.mean[k] ?? 0) / unit;
          if (usual === 0) expect(value).toBe(0);
          else expect(Math.abs(value / usual - 1)).toBeLessThan(0.35);
          if (usual === 0) expect(demand.quantiles[1]?.[k]).toBe(0);
        });
        expect(cumulative.mean[8]).toBeCloseTo(cumulative.mean[2] ?? 0, 6);
        expect(cumulative.mean[11]).toBeCloseTo(
          demand.mean.reduce((sum, value) => sum + value, 0),
          6,
        );
      });
  test("the second season is one before its second year is over", () => {
    for (const length of [22, 23]) {
      const values = Float64Array.from({ length }, (_, t) =>
        t % 12 < 6 ? Math.round([40, 90, 160, 150, 80, 50][t % 12] * (1 + 0.1 * noise(t))) : 0,
      );
      const { mean } = ahead({ ...month, values }, 12).demand;
      mean.forEach((value, k) => {
        const usual = [40, 90, 160, 150, 80, 50][(length + k) % 12] ?? 0;
        if (usual === 0) expect(value).toBe(0);
        else expect(Math.abs(value / usual - 1)).toBeLessThan(0.35);
      });
    }
    // a year and a half of rare demand is no season
    const rare = Float64Array.from({ length: 20 }, (_, t) => ([1, 4, 9, 13, 15].includes(t) ? 7 : 0));
    expect(openPhases(rare, 12)).toBeNull();
  });
  test("two weekends without demand close the weekends, one does not, nor do days between", () => {
    const days = (length: number, isOpen: (day: number) => boolean) =>
      Float64Array.from({ length }, (_, t) => (isOpen(t % 7) ? 30 + (t % 3) : 0));
    const worked = days(15, (day) => day < 5);
    expect(openPhases(worked, 7)).toEqual([true, true, true, true, true, false, false]);
    const { mean } = ahead({ bucket: "day", period: 7, values: worked }, 7).demand;
    expect([mean[4], mean[5]]).toEqual([0, 0]);
    expect(Math.abs(mean[0] - 31)).toBeLessThan(4);
    expect(
      openPhases(
        days(12, (day) => day < 5),
        7,
      ),
    ).toBeNull();
    expect(
      openPhases(
        days(15, (day) => day !== 1 && day !== 4),
        7,
      ),
    ).toBeNull();
    // a few demands that missed the weekends by chance
    expect(openPhases(Float64Array.of(4, 0, 0, 2, 0, 0, 0, 0, 0, 5, 0, 3, 0, 0), 7)).toBeNull();
  });
  test("once a year is once a year", () => {
    const values = Float64Array.from({ length: 41 }, (_, t) => (t % 12 === 4 ? 800 + 20 * noise(t) : 0));
    const { demand } = ahead({ ...month, values }, 12);
    demand.mean.forEach((value, k) => {
      if ((41 + k) % 12 === 4) expect(Math.abs(value / 800 - 1)).toBeLessThan(0.2);
      else expect(value).toBe(0);
    });
  });
  test("weeks of a garden season", () => {
    const week = (t: number) => (t % 52 >= 14 && t % 52 < 30 ? 40 + 10 * noise(t) : 0);
    const values = Float64Array.from({ length: 150 }, (_, t) => week(t));
    const { demand } = ahead({ bucket: "week", period: 52, values }, 40);
    expect(Math.max(...demand.mean.slice(0, 14))).toBe(0);
    expect(demand.mean[20]).toBeGreaterThan(25);
  });
});

describe("days of a business that closes", () => {
  const days = (open: readonly number[], length: number) =>
    Float64Array.from({ length }, (_, t) => Math.round((open[t % 7] ?? 0) * (1 + 0.15 * noise(t))));
  for (const [name, open] of [
    ["weekends", [30, 28, 33, 31, 40, 0, 0]],
    ["Sundays", [30, 28, 33, 31, 40, 55, 0]],
  ] as const)
    test(`${name} get no demand`, () => {
      const { demand } = ahead({ bucket: "day", period: 7, values: days(open, 44) }, 14);
      demand.mean.forEach((value, k) => {
        const usual = open[(44 + k) % 7] ?? 0;
        if (usual === 0) expect(value).toBe(0);
        else expect(Math.abs(value / usual - 1)).toBeLessThan(0.4);
      });
    });
});

describe("sums of days of a business closed at weekends", () => {
  /** Even numbers between 0 and 1, by item. */
  const randomOf = (item: number) => {
    let seed = 7 + 7919 * item;
    return () => {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      return seed / 2 ** 32;
    };
  };
  const item = (i: number): Series => {
    const random = randomOf(i);
    const size = 10 + 90 * random();
    const day = (t: number) =>
      t % 7 < 5 ? Math.round(size * (0.4 + 0.4 * (random() + random() + random()))) : 0;
    return {
      item: `I${i}`,
      bucket: "day",
      period: 7,
      values: Float64Array.from({ length: 140 + 14 }, (_, t) => day(t)),
    };
  };
  test("are covered as often as promised, whatever the panel's other days say", () => {
    const panel = Array.from({ length: 32 }, (_, i) => item(i));
    const known = panel.map((one) => ({ ...one, values: one.values.subarray(0, 140) }));
    const pool = learnPool(known, { horizon: 14 });
    let inside = 0;
    let width = 0;
    known.forEach((one, i) => {
      const { cumulative } = forecastSeries(one, { horizon: 14, levels: [0.1, 0.9], pool });
      for (const week of [7, 14]) {
        const came = panel[i].values.subarray(140, 140 + week).reduce((sum, value) => sum + value, 0);
        const [low, high] = cumulative.quantiles.map((row) => row[week - 1]);
        if (came >= low && came <= high) inside++;
        width += (high - low) / cumulative.mean[week - 1] / 64;
      }
    });
    // independent days of a spread of 20 %: a fortnight is within 8 % in eight of ten cases
    expect(inside / 64).toBeGreaterThan(0.7);
    expect(inside / 64).toBeLessThan(0.92);
    expect(width).toBeLessThan(0.26);
  });
});

describe("chance is no season", () => {
  test("of slow movers hardly any is taken for one, of one shape or another", () => {
    let taken = 0;
    let seed = 11;
    const random = () => {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      return seed / 2 ** 32;
    };
    for (let item = 0; item < 400; item++) {
      const share = 0.1 + 0.4 * random();
      const values = Float64Array.from({ length: 24 + Math.floor(36 * random()) }, () =>
        random() < share ? 3 : 0,
      );
      if (openPhases(values, 12) !== null) taken++;
    }
    expect(taken).toBeLessThanOrEqual(2);
  });
  test("a demand in the quiet time, and a single cycle, keep all phases", () => {
    const garden: number[] = Array.from({ length: 48 }, (_, t) => (t % 12 < 4 ? 50 : 0));
    expect(openPhases(Float64Array.from(garden), 12)?.filter((open) => open)).toHaveLength(4);
    garden[45] = 12;
    expect(openPhases(Float64Array.from(garden), 12)?.[9]).toBe(true);
    expect(openPhases(Float64Array.from(garden.slice(0, 20)), 12)).toBeNull();
  });
});

describe("weeks that stand out every year", () => {
  const start = "2021-01-04";
  /** A fair in one week, works holidays in another. */
  const weeks = (length: number, share: number) =>
    Float64Array.from({ length }, (_, t) => {
      const factor = t % 52 === 20 ? 3.5 : t % 52 === 31 ? 0.3 : 1;
      return 200 * factor * (1 + share * noise(t));
    });
  for (const share of [0.02, 0.15])
    for (const dated of [{}, { start }])
      test(`come back as high and as low as they were, noise of ${share}, ${"start" in dated ? "dated" : "without dates"}`, () => {
        const { demand } = ahead({ bucket: "week", period: 52, ...dated, values: weeks(166, share) }, 26);
        expect(demand.mean[20 + 156 - 166]).toBeGreaterThan(550);
        expect(demand.quantiles[1]?.[20 + 156 - 166]).toBeGreaterThan(650);
        expect(demand.mean[31 + 156 - 166]).toBeLessThan(90);
        expect(demand.mean[5]).toBeLessThan(250);
      });
  test("a peak that moves with Christmas is found there, and one that does not by its number", () => {
    const christmas = (t: number) => {
      const monday = new Date(Date.parse("2019-01-07") + t * 7 * 864e5);
      const day = (other: Date) => Math.floor((other.getTime() - monday.getTime()) / 864e5);
      const off = day(new Date(Date.UTC(monday.getUTCFullYear(), 11, 24)));
      return off >= 0 && off < 7;
    };
    const values = Float64Array.from({ length: 300 }, (_, t) => (christmas(t) ? 480 : 120 + 5 * noise(t)));
    const { demand } = ahead({ bucket: "week", period: 52, start: "2019-01-07", values }, 26);
    demand.mean.forEach((value, k) => {
      if (christmas(300 + k)) expect(value).toBeGreaterThan(400);
      else expect(value).toBeLessThan(160);
    });
  });
  test("a week in which nothing ever happens stays nearly empty, in a history of ten years as well", () => {
    const values = Float64Array.from({ length: 530 }, (_, t) => (t % 52 === 20 ? 0 : 200 + 10 * noise(t)));
    const { demand } = ahead({ bucket: "week", period: 52, values }, 26);
    expect(demand.mean[540 - 530]).toBeLessThan(20);
    expect(demand.mean[541 - 530]).toBeGreaterThan(150);
  });
  test("one year alone proves nothing", () => {
    const values = Float64Array.from({ length: 166 }, (_, t) => (t === 124 ? 800 : 200 + 10 * noise(t)));
    const { demand } = ahead({ bucket: "week", period: 52, start, values }, 26);
    expect(Math.max(...demand.mean)).toBeLessThan(300);
  });
});

const firstMonday = Date.UTC(2021, 0, 4);
const weeks = (length: number, of: (t: number) => number): Series => ({
  item: "A",
  bucket: "week",
  start: "2021-01-04",
  period: 52,
  values: Float64Array.from({ length }, (_, t) => Math.round(of(t) * (1 + 0.04 * noise(t)))),
});
const meanOf = (series: Series, horizon: number): number[] => [
  ...forecastSeries(series, { horizon, levels: [0.5], pool: null }).demand.mean,
];

/** Number of the week of the year, as the calendar counts it. */
function weekNumber(t: number): number {
  const thursday = new Date(firstMonday + (7 * t + 3) * 86_400_000);
  const first = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  return 1 + Math.floor((thursday.getTime() - first) / (7 * 86_400_000));
}

for (const [length, factor] of [
  [8, 0.08],
  [12, 0.2],
  [7, 3.5],
  [8, 2.3],
  [10, 0.45],
] as const)
  test(`${length} weeks at ${factor} of the usual, a year ago, do not come again`, () => {
    const series = weeks(120, (t) => (t >= 74 && t < 74 + length ? 400 * factor : 400));
    for (const mean of meanOf(series, 20)) expect(Math.abs(mean / 400 - 1)).toBeLessThan(0.12);
  });

test("a peak of weeks 41 to 43 keeps its numbers, though the last of them lies as far from Christmas each year", () => {
  const factor = (t: number) => [2, 3, 4][weekNumber(t) - 41] ?? 1;
  const series = weeks(160, (t) => 200 * factor(t));
  meanOf(series, 52).forEach((mean, k) => {
    expect(mean / (200 * factor(160 + k))).toBeGreaterThan(0.75);
    expect(mean / (200 * factor(160 + k))).toBeLessThan(1.25);
  });
});
