import fc from "fast-check";
import { expect, test } from "vitest";
import { abcClasses } from "../../src/demand/abc.ts";
import { steadyForecasts } from "../../src/models/stability/steady.ts";
import { emptyGram, gramWriter } from "../../src/models/panel/gram.ts";
import { learnedSample } from "../../src/models/pool/sample.ts";
import type { Candidates } from "../../src/signals/candidate.ts";
import { alarmsWithin } from "../../src/signals/life/alarms.ts";
import { controlOf } from "../../src/signals/life/control.ts";
import { keepsTotalContract } from "../contracts/total.ts";

const share = fc.double({ min: 0, max: 1, noNaN: true });
const money = fc.double({ min: 0.01, max: 5e5, noNaN: true });
const name = fc.integer({ min: 0, max: 9999 }).map((k) => `P-${k}`);
const named = <T extends { item: string }>(one: fc.Arbitrary<T>) =>
  fc.uniqueArray(one, { maxLength: 25, selector: ({ item }) => item });

const found = fc
  .record({ item: name, p: share, value: money, currency: fc.constantFrom("EUR", "CHF"), at: fc.nat(20) })
  .map(
    ({ item, p, value, currency, at }): Candidates => ({
      item,
      bucket: "week",
      length: 60,
      price: 3,
      currency,
      value,
      p: p ** 6,
      candidates: [
        {
          kind: "spike",
          at: 38 + at,
          pAsOf: [p ** 6],
          p: p ** 6,
          weighted: p ** 6,
          direction: "up",
          size: 1,
          quantity: value / 7,
        },
      ],
    }),
  );
const probes = fc.sample(found, { numRuns: 20, seed: 4 });
keepsTotalContract("control of false discoveries", controlOf({ fdr: 0.2 }), named(found), (signalsOf) =>
  probes.map(signalsOf),
);

const alarmed = fc
  .record({ item: name, isPriced: fc.boolean(), impacts: fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 3 }) })
  .map(({ impacts, ...one }) => ({
    ...one,
    signals: impacts.map((impact) => ({
      kind: "spike" as const,
      at: "2025-01-01",
      seen: "2025-01-01",
      state: "open" as const,
      direction: "up" as const,
      size: 1,
      p: 0.001,
      q: 0.01,
      impact,
      impactUnit: "EUR",
    })),
  }));
const names = Array.from({ length: 400 }, (_, k) => `P-${k * 25}`);
keepsTotalContract("budget for alarms", alarmsWithin(4), named(alarmed), (within) =>
  fc.sample(alarmed, { numRuns: 60, seed: 2 }).map(within),
);

const annual = fc.record({ quantity: money, value: fc.oneof(money, fc.constant(7)) });
keepsTotalContract("classes by value", abcClasses, fc.array(annual, { maxLength: 30 }), (classOf) =>
  [0, 0.5, 7, 80, 1e3, 2e4, 4e5].map((value) => classOf({ quantity: 1, value })),
);

keepsTotalContract("sample that is learned from", learnedSample(5), fc.uniqueArray(name), (isLearned) =>
  names.map(isLearned),
);

test("of few items all are learned from, of many exactly so many", () => {
  const sample = learnedSample(50);
  const chosen = (count: number) => {
    const items = names.slice(0, count);
    const sum = sample.empty();
    for (const item of items) sample.add(sum, item);
    return items.filter(sample.finish(sum)).length;
  };
  expect([50, 51, 400].map(chosen)).toEqual([50, 50, 50]);
});

const flat = (mean: number) => ({ mean: Float64Array.of(mean, mean), levels: [], quantiles: [] });
const steady = fc
  .record({ item: name, class: fc.constantFrom("smooth", "erratic"), values: fc.array(money, { minLength: 8, maxLength: 8 }) })
  .map(({ item, class: of, values }) => ({
    item,
    class: of,
    series: { item, bucket: "month" as const, start: "2024-01-01", period: 12, values: Float64Array.from(values) },
    forecast: {
      item,
      model: "combination",
      start: "2024-09-01",
      demand: flat(values[7]),
      cumulative: flat(values[7]),
      backtest: [4, 5, 6].map((length) => ({ length, ...flat(values[length - 1]) })),
    },
  }));
const earlier = { start: "2024-08-01", mean: [5, 6, 7] };
const drawn = fc.sample(steady, { numRuns: 12, seed: 3 });
keepsTotalContract(
  "weights of steady forecasts",
  steadyForecasts(() => earlier, "month", "auto"),
  fc.array(steady, { maxLength: 25 }),
  (steadied) => drawn.map((one) => steadied(one).demand.mean),
);

test("sums of the panel that would no longer be exact are refused", () => {
  const gram = emptyGram(1, 1);
  const writer = gramWriter(gram);
  writer.add(Float64Array.of(20_000), Float64Array.of(1), 1);
  writer.flush();
  writer.add(Float64Array.of(20_000), Float64Array.of(1), 1);
  expect(() => writer.flush()).toThrow(/exact only below/);
});
