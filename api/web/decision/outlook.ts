import {
  bucketDates,
  bucketIndex,
  charts,
  dayOf,
  defined,
  isoDate,
  lineAmount,
  orderFrom,
  type Suggestion,
} from "../../../src/index.ts";
import type { ItemWhole, PlanView } from "../shapes.ts";

/** What of an item decides how long a stock lasts. */
export type Outlooked = Pick<ItemWhole, "coverDays" | "suggestion"> & {
  readonly forecast: Pick<ItemWhole["forecast"], "start" | "cumulative">;
};

/** An item as another of its sources delivers it: sooner or later, and as much sooner or later the next time. */
export function seenFrom(view: Outlooked, supplier: string | undefined): Outlooked {
  const { suggestion, coverDays } = view;
  const order = suggestion === null ? null : orderFrom(suggestion, supplier);
  if (suggestion === null || order === null || order === suggestion || coverDays === undefined) return view;
  const later = dayOf(order.receiptBy) - dayOf(suggestion.receiptBy);
  return { ...view, suggestion: order, coverDays: Math.max(1, coverDays + later) };
}

/** The plan of an item, as far as pictures need it. */
export function planStockOf(plan: PlanView, view: Pick<ItemWhole, "openOrders">): charts.PlanStock {
  const asOf = plan.asOf ?? "";
  return {
    asOf,
    stockDate: plan.summary?.stockDate ?? asOf,
    bucket: plan.summary?.bucket ?? "month",
    openOrders: view.openOrders,
  };
}

/** Cumulative demand of each level from today on, one value a day: what the stock has to cover. */
interface Outlook {
  /** Day number of today. */
  readonly today: number;
  readonly levels: readonly number[];
  /** `demand[k][d]`: demand of level k in the first d days. */
  readonly demand: readonly Float64Array[];
  readonly mean: Float64Array;
}

/** Demand by day: each bucket spread evenly over its days. */
export function outlookOf(plan: charts.PlanStock, view: Outlooked): Outlook {
  const today = charts.todayOf(plan);
  const { cumulative, start } = view.forecast;
  const first = dayOf(start);
  const count = cumulative.mean.length;
  const starts = bucketDates(bucketIndex(first, plan.bucket), count + 1, plan.bucket).map(dayOf);
  const last = (starts[count] ?? first) - 1;
  const perDay = (values: readonly number[]): Float64Array => {
    const daily = new Float64Array(Math.max(1, last - today + 1));
    const until = (day: number): number => {
      if (day < first) return 0;
      const k = starts.findIndex((from, j) => j < count && day < (starts[j + 1] ?? from));
      if (k < 0) return values[count - 1] ?? 0;
      const before = k === 0 ? 0 : (values[k - 1] ?? 0);
      const [from = 0, to = 1] = [starts[k], starts[k + 1]];
      return before + ((day - from + 1) / (to - from)) * ((values[k] ?? 0) - before);
    };
    const gone = until(today);
    for (let day = 0; day < daily.length; day++) daily[day] = Math.max(0, until(today + day) - gone);
    return daily;
  };
  return {
    today,
    levels: cumulative.levels,
    demand: cumulative.quantiles.map(perDay),
    mean: perDay(cumulative.mean),
  };
}

/** First day on which demand exceeds `stock`; undefined where the forecast does not reach that far. */
export function lastsUntil(demand: Float64Array, stock: number, today: number): string | undefined {
  const day = demand.findIndex((needed) => needed > stock + 1e-9);
  return day < 0 ? undefined : isoDate(today + day);
}

/**
 * Probability that `stock` covers the demand of the first `days` days: between the levels of the forecast, so never
 * beyond its outermost ones.
 */
export function coverProbability({ levels, demand }: Outlook, stock: number, days: number): number {
  const needed = demand.map((path) => path[Math.min(days, path.length - 1)] ?? 0);
  const above = needed.findIndex((need) => need > stock);
  if (above < 0) return levels.at(-1) ?? 1;
  if (above === 0) return stock >= 0 ? (levels[0] ?? 0) * (stock / Math.max(needed[0] ?? 1, 1e-9)) : 0;
  const [low = 0, high = 1] = [needed[above - 1], needed[above]];
  const [from = 0, to = 1] = [levels[above - 1], levels[above]];
  return from + ((stock - low) / Math.max(high - low, 1e-9)) * (to - from);
}

/** What a quantity would do, beside what it costs. */
export interface QuantityEffect {
  readonly stock: number;
  /** From this day on goods are missing until the order comes: how long it lasts holds from then on. */
  readonly emptyFrom?: string;
  readonly lastsMean?: string;
  /** In 19 of 20 cases. */
  readonly lastsSafe?: string;
  readonly covered: number;
  readonly coverDays: number;
  readonly amount?: number;
}

/** The day from which goods are missing, on average, until an order of today comes; undefined where they last until then. */
const emptyFromOf = ({ runsOutOn, receiptBy }: Suggestion): string | undefined =>
  runsOutOn !== undefined && runsOutOn < receiptBy ? runsOutOn : undefined;

/**
 * When a stock ends if `quantity` is ordered, in keeping with the day that the plan says for no order: the course of
 * demand is scaled to end on that day. Where goods are missing before it comes, it covers what was missing first.
 */
function lastsWith(
  path: Float64Array,
  { suggestion, stock, today }: { suggestion: Suggestion; stock: number; today: number },
  quantity: number,
  known: string | undefined,
): string | undefined {
  if (known === undefined) return lastsUntil(path, stock + quantity, today);
  if (quantity > 0 && emptyFromOf(suggestion) !== undefined) {
    const end = lastsUntil(path, stock + quantity, today);
    return end === undefined || end > suggestion.receiptBy ? end : known;
  }
  if (quantity <= 0 || known < suggestion.receiptBy) return known;
  const then = path[Math.min(path.length - 1, Math.max(0, dayOf(known) - today))] ?? 0;
  const scale = then > 0 && stock > 0 ? stock / then : 1;
  return lastsUntil(
    path.map((demand) => demand * scale),
    stock + quantity,
    today,
  );
}

/** Effect of ordering `quantity`: stock after receipt, how long it lasts, how sure, and the money. */
export function effectOf(
  plan: charts.PlanStock,
  view: Outlooked,
  quantity: number,
): QuantityEffect | undefined {
  const { suggestion } = view;
  if (suggestion === null) return undefined;
  const outlook = outlookOf(plan, view);
  const stock = suggestion.onHand + suggestion.onOrder - suggestion.backorders;
  const coverDays = view.coverDays ?? dayOf(suggestion.receiptBy) - outlook.today;
  const safe = outlook.demand.at(-1) ?? outlook.mean;
  const about = { suggestion, stock, today: outlook.today };
  const lastsMean = lastsWith(outlook.mean, about, quantity, suggestion.runsOutOn);
  const lastsSafe = lastsWith(safe, about, quantity, suggestion.safeUntil);
  const emptyFrom = quantity > 0 ? emptyFromOf(suggestion) : undefined;
  return {
    stock: stock + quantity,
    ...defined({ emptyFrom, lastsMean, lastsSafe }),
    covered: coverProbability(outlook, stock + quantity, coverDays),
    coverDays,
    ...(suggestion.unitPrice === undefined ? {} : { amount: lineAmount(suggestion.unitPrice, quantity) }),
  };
}
