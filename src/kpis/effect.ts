import { bucketsPerYear, daysOf } from "../calendar/bucket.ts";
import type { Kpi } from "../kpi.ts";
import type { CashWeek } from "../suggestion.ts";
import { type Figures, figure } from "./figure.ts";
import type { RunItem, RunRecord } from "./run-record.ts";
import { serviceOf } from "./service.ts";

export interface EffectInput {
  readonly run: RunRecord;
  /** Where prices share one currency: what sums are in. */
  readonly currency?: string;
  readonly cash: readonly CashWeek[];
  /** Targets in percent, and most money for 13 weeks. */
  readonly fillTarget?: number;
  readonly cycleTarget?: number;
  readonly cashLimit?: number;
  /** Cost of one unit short, by item; its price where unknown. */
  readonly backorderCost?: ReadonlyMap<string, number>;
}

interface Part {
  readonly item: string;
  readonly share: number;
}

/** Money of one unit, 1 where sums are in units. */
const worth = (one: RunItem, currency: string | undefined): number =>
  currency === undefined ? 1 : (one.unitCost ?? 1);

/** Expected service of the next lead time + review with the suggested orders, weighted by expected demand. */
function services({ run, currency, backorderCost }: EffectInput) {
  const sum = { demand: 0, short: 0, cycle: 0, weight: 0, cost: 0, items: 0 };
  const short: Part[] = [];
  const open: Part[] = [];
  for (const one of run.items) {
    const { suggestion, forecast } = one;
    if (suggestion === null || forecast.cumulative === undefined) continue;
    const position = suggestion.onHand + suggestion.onOrder - suggestion.backorders + suggestion.quantity;
    const service = serviceOf(
      forecast.cumulative,
      Math.max(one.coverDays ?? 0, 1) / daysOf[run.bucket],
      position,
    );
    if (service === undefined || !(service.demand > 0)) continue;
    const value = worth(one, currency);
    const lost = Math.min(service.shortage, service.demand);
    const cost = lost * (backorderCost?.get(one.item) ?? value);
    sum.items++;
    sum.demand += value * service.demand;
    sum.short += value * lost;
    sum.cycle += value * service.demand * service.cycle;
    sum.cost += cost;
    short.push({ item: one.item, share: cost });
    open.push({ item: one.item, share: value * service.demand * (1 - service.cycle) });
  }
  return { ...sum, shortItems: short, openItems: open };
}

/** Stock beyond a year's demand and beyond the order-up-to level. */
function excess({ run, currency }: EffectInput): { value: number; stock: number; parts: Part[] } {
  let value = 0;
  let stock = 0;
  const parts: Part[] = [];
  for (const one of run.items) {
    const { suggestion, forecast } = one;
    if (suggestion === null) continue;
    const steps = forecast.mean.length;
    const expected = forecast.mean.reduce((total, mean) => total + mean, 0);
    const year = steps > 0 ? (expected / steps) * bucketsPerYear[run.bucket] : 0;
    const over = worth(one, currency) * Math.max(0, suggestion.onHand - Math.max(year, suggestion.orderUpTo));
    stock += worth(one, currency) * suggestion.onHand;
    value += over;
    parts.push({ item: one.item, share: over });
  }
  return { value, stock, parts };
}

/** Cash of the next 13 weeks in the currency of most of it. */
function financing(cash: readonly CashWeek[]): { value: number; currency: string } | undefined {
  const weeks = [...new Set(cash.map(({ week }) => week))].sort().slice(0, 13);
  const totals = new Map<string, number>();
  for (const { week, currency, p50 } of cash) {
    if (weeks.includes(week)) totals.set(currency, (totals.get(currency) ?? 0) + p50);
  }
  const [first] = [...totals].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return first === undefined ? undefined : { currency: first[0], value: first[1] };
}

/** Service, shortages, excess stock and cash (CONTRACT 9, group "effect"): expected, for the next lead time + review. */
export function effect(input: EffectInput, of: Figures): Readonly<Record<string, Kpi>> {
  const found = services(input);
  const known = found.items > 0 && found.demand > 0;
  const unit = input.currency ?? "units";
  const stock = excess(input);
  const stocked = input.run.items.some((one) => one.suggestion !== null);
  const cash = financing(input.cash);
  const fill = input.fillTarget ?? 98;
  const cycle = input.cycleTarget ?? 90;
  const items = found.shortItems;
  return {
    fillRate: figure(
      "fillRate",
      {
        value: known ? 100 * (1 - found.short / found.demand) : null,
        unit: "%",
        limits: [fill, fill - 5],
        moreIsBetter: true,
        headline: true,
        items,
        next: "raise-safety-stock",
      },
      of,
    ),
    cycleService: figure(
      "cycleService",
      {
        value: known ? (100 * found.cycle) / found.demand : null,
        unit: "%",
        limits: [cycle, cycle - 10],
        moreIsBetter: true,
        items: found.openItems,
        next: "raise-safety-stock",
      },
      of,
    ),
    shortageCost: figure(
      "shortageCost",
      { value: known ? found.cost : null, unit, items, next: "order-first" },
      of,
    ),
    excessStock: figure(
      "excessStock",
      {
        value: stocked ? stock.value : null,
        unit,
        limits: [0.1 * stock.stock, 0.25 * stock.stock],
        headline: true,
        items: stock.parts,
        next: "stop-orders",
      },
      of,
    ),
    financingNeed: figure(
      "financingNeed",
      {
        value: cash?.value ?? 0,
        unit: cash?.currency ?? unit,
        ...(input.cashLimit === undefined
          ? {}
          : { limits: [input.cashLimit, 1.1 * input.cashLimit] as const }),
        headline: true,
        items: input.run.items.map((one) => ({
          item: one.item,
          share: worth(one, input.currency) * (one.suggestion?.quantity ?? 0),
        })),
        next: "shift-orders",
      },
      of,
    ),
  };
}
