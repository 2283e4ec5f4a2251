import { family } from "./family.ts";
import { type MeasuredItem, type MeasuredRun, measuredRunOf, unitOf } from "./measured.ts";
import { coverIn } from "./run-bands.ts";
import { serviceOf } from "./service.ts";
import type { Addition, Counted } from "./tally.ts";

type Sum = "items" | "demand" | "short" | "cycle" | "cost";

/** Expected service of an item with its suggested order, over the next lead time + review. */
function expectedOf(item: MeasuredItem, { bucket }: MeasuredRun): Addition<Sum, "cost" | "open"> | null {
  const now = measuredRunOf(item);
  if (now === undefined || now.suggestion === null || now.forecast.cumulative === undefined) return null;
  const { onHand, onOrder, backorders, quantity } = now.suggestion;
  const service = serviceOf(
    now.forecast.cumulative,
    coverIn(now.coverDays, bucket),
    onHand + onOrder - backorders + quantity,
  );
  if (service === undefined || !(service.demand > 0)) return null;
  const { worth, backorderCost = worth } = item;
  const { demand, shortage, cycle } = service;
  const short = Math.min(shortage, demand);
  const cost = short * backorderCost;
  return {
    sums: { items: 1, demand: worth * demand, short: worth * short, cycle: worth * demand * cycle, cost },
    shares: { cost, open: worth * demand * (1 - cycle) },
  };
}

/** NaN where no item has an expected demand. */
const whereKnown = ({ items, demand }: Counted<Sum, never>["sums"], value: number): number =>
  items > 0 && demand > 0 ? value : Number.NaN;

/** Expected service and shortages, weighted by expected demand. */
export const expectedService = family({
  sums: ["items", "demand", "short", "cycle", "cost"],
  drivers: ["cost", "open"],
  tallies: { service: expectedOf },
  figures: {
    fillRate: ({ service: { sums, drivers } }, { fillTarget }) => ({
      value: whereKnown(sums, 100 * (1 - sums.short / sums.demand)),
      unit: "%",
      limits: [fillTarget, fillTarget - 5],
      moreIsBetter: true,
      headline: true,
      items: drivers.cost,
      next: "raise-safety-stock",
    }),
    cycleService: ({ service: { sums, drivers } }, { cycleTarget }) => ({
      value: whereKnown(sums, (100 * sums.cycle) / sums.demand),
      unit: "%",
      limits: [cycleTarget, cycleTarget - 10],
      moreIsBetter: true,
      items: drivers.open,
      next: "raise-safety-stock",
    }),
    shortageCost: ({ service: { sums, drivers } }, { currency }) => ({
      value: whereKnown(sums, sums.cost),
      unit: unitOf(currency),
      items: drivers.cost,
      next: "order-first",
    }),
  },
});
