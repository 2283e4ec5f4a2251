import fc from "fast-check";
import { dayOf, isoDate } from "../../src/calendar/date.ts";
import { type Forecast, planningLevels } from "../../src/forecast.ts";
import type { Item } from "../../src/item.ts";
import { forecastSeries } from "../../src/models/index.ts";
import { type ReplenishOptions, type SuggestRequest, suggestOne } from "../../src/replenish/index.ts";
import type { Suggestion } from "../../src/suggestion.ts";
import { plant } from "./shop.ts";

export const cases = { numRuns: Number(process.env.PROVE_CASES ?? 80), seed: 7 };

/** Monthly demand of every kind: steady, rare, lumpy, growing, whole or not. */
const history = fc
  .tuple(
    fc.array(fc.nat(60), { minLength: 6, maxLength: 36 }),
    fc.constantFrom(0, 0.5, 0.85),
    fc.constantFrom(1, 0.25, 40),
    fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 36, maxLength: 36 }),
  )
  .map(([values, rare, scale, dice]) =>
    Float64Array.from(values, (value, k) => (dice[k] < rare ? 0 : value * scale)),
  );

const today = fc.integer({ min: dayOf("2025-01-01"), max: dayOf("2025-12-28") });
/** One item of any kind on any day of 2025. */
export const shop = fc.record({
  values: history,
  today,
  onHand: fc.nat(400),
  leadTimeDays: fc.nat(120),
  leadTimeSdDays: fc.constantFrom(0, 0, 5),
  reviewDays: fc.constantFrom(1, 7, 14),
  minimumOrder: fc.constantFrom(0, 0, 10, 75),
  packSize: fc.constantFrom(0, 1, 12, 0.3),
  unitCost: fc.constantFrom(0.4, 12, 900),
  orderCost: fc.constantFrom(0, 5),
  target: fc.constantFrom(0.8, 0.9, 0.95, 0.98, 0.99),
  serviceType: fc.constantFrom("fill" as const, "cycle" as const),
});
export type Shop = typeof shop extends fc.Arbitrary<infer T> ? T : never;

export function requestOf(
  { values, today: day, target, packSize, ...item }: Shop,
  changes: Partial<Item> = {},
): SuggestRequest {
  const start = new Date(Date.UTC(2025, 0 - values.length, 1)).toISOString().slice(0, 10);
  return {
    series: { item: "A1", bucket: "month", start, period: 12, values },
    item: {
      item: "A1",
      ...item,
      ...(packSize > 0 ? { packSize } : {}),
      serviceLevel: target,
      ...changes,
    },
    openOrders: [],
    asOf: isoDate(Math.max(day, dayOf("2025-01-01"))),
  };
}

const forecasts = new WeakMap<Float64Array, Forecast>();

export function suggestionOf(request: SuggestRequest, options?: ReplenishOptions): Suggestion {
  const { series } = request;
  const known = forecasts.get(series.values);
  const forecast = known ?? forecastSeries(series, { horizon: 12, levels: planningLevels, pool: null });
  forecasts.set(series.values, forecast);
  const { suggestion } = suggestOne(request, forecast, plant, options);
  if (suggestion === null) throw new Error("no suggestion");
  return suggestion;
}
