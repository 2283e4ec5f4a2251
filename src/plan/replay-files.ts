import { bucketIndex, bucketStart, daysOf, daysPerYear } from "../calendar/bucket.ts";
import { dayOf } from "../calendar/date.ts";
import { plantCalendar } from "../calendar/parties.ts";
import { defined } from "../defined.ts";
import { type Demand, type DemandOptions, demandOf, type ItemDemand } from "../demand/index.ts";
import { mergeMasters } from "../demand/master-data.ts";
import { InputError, UsageError } from "../errors.ts";
import type { ItemsRead, OrdersRead, ReadOptions } from "../ingest/index.ts";
import type { Issue } from "../issue.ts";
import type { Item } from "../item.ts";
import type { IsoDate, OrderLines } from "../order.ts";
import {
  holdingPerUnitYear,
  lostShareOf,
  type ReplayInput,
  type ReplayItem,
  shortageCostOf,
} from "../replenish/index.ts";
import type { Bucket } from "../series.ts";
import { byPlace } from "./by-place.ts";
import { unsaid } from "./issues.ts";
import { type PlanFiles, readHistory } from "./read-files.ts";
import { knownForecasts, type ReplayForecaster, sameThreadForecaster } from "./replay-forecasts.ts";

/** What a replay is asked for. */
export interface ReplaySettings {
  /** First and last day that count. */
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly reviewDays: number;
  /** Fill rate, in (0, 1). */
  readonly target: number;
  readonly holdingRatePerYear: number;
  /** Cost of one order line. */
  readonly orderCost: number;
  /** Public holidays of the own plant, e.g. "DE-BY". */
  readonly state: string;
  readonly bucket: Bucket | "auto";
  readonly reading: ReadOptions;
}

/** A unit that waits costs this many times what holding it costs, where no shortage cost is given. */
const waitingFactor = 10;

/**
 * Files as the input of a replay; issues name the items that cannot take part. Throws UsageError when the days asked
 * for lie outside the history, InputError when no item can take part.
 * @param forecaster makes the forecasts; absent: the calling thread
 * @param progress told how far the forecasts are, in steps of the replay
 */
export function replayFiles(
  files: Pick<PlanFiles, "orders" | "items">,
  settings: ReplaySettings,
  forecaster: ReplayForecaster = sameThreadForecaster(),
  progress: (done: number, of: number) => void = () => {},
): { input: ReplayInput; issues: Issue[] } {
  const { orders, masters } = readHistory(files.orders ?? [], files.items ?? [], settings.reading);
  const { items: master, issues: read } = masterOf(
    orders,
    masters.map(({ found }) => found),
    settings.reading.byLocation === true,
  );
  const axis = replayAxis(orders.lines, new Map(master.map((item) => [item.item, item])), settings);
  const found = replayItems(master, axis, settings);
  const { items } = found;
  if (items.length === 0) throw new InputError({ code: "no-replay-items" });
  const { bucket, daily, first, daysPerStep, count, end } = axis;
  const longest = items.reduce((most, { leadSteps }) => Math.max(most, leadSteps), 0);
  const oneBucket = Math.round(daysOf[bucket] / daysPerStep);
  const start = Math.max(count - longest, Math.min(count, 2 * oneBucket));
  const reviewSteps = Math.max(1, Math.round(settings.reviewDays / daysPerStep));
  const horizon = Math.ceil(((longest + reviewSteps) * daysPerStep) / daysOf[bucket]) + (daily ? 6 : 4);
  const forecastAt = knownForecasts({ items, bucket, daily, first }, horizon, forecaster, (step) =>
    progress(Math.max(0, step - start), end - start),
  );
  return {
    input: {
      items,
      bucket,
      daily,
      first,
      span: { start, count, end, reviewSteps },
      target: settings.target,
      forecastAt,
    },
    issues: [...read, ...unsaid(found.issues, read)],
  };
}

/** Master data of every item, or of every item at every place, and what was said of the files. */
function masterOf(
  orders: OrdersRead,
  masters: readonly ItemsRead[],
  isByLocation: boolean,
): { items: readonly Item[]; issues: readonly Issue[] } {
  const items = masters.flatMap((found) => found.items);
  const issues = [...masters.flatMap((found) => found.issues), ...orders.issues];
  if (!isByLocation) return { items: mergeMasters(orders.items, items), issues };
  const others = { openOrders: [], requirements: [], calendar: [], decisions: [] };
  return byPlace(orders.lines, orders.items, { items, ...others, issues });
}

/** The steps of a replay: buckets, or days where the lines have their days. */
interface ReplayAxis {
  /** Bucket of the forecasts. */
  readonly bucket: Bucket;
  readonly daily: boolean;
  readonly daysPerStep: number;
  /** Day number, or number of the bucket, of step 0. */
  readonly first: number;
  /** First step that counts, and the one after the last. */
  readonly count: number;
  readonly end: number;
  /** Demand by step. */
  readonly demands: readonly ItemDemand[];
}

/** Demand by step up to the last day that counts; the bucket is chosen from what was known before the replay. */
function replayAxis(
  lines: OrderLines,
  master: ReadonlyMap<string, Item>,
  settings: ReplaySettings,
): ReplayAxis {
  const usual: Omit<DemandOptions, "bucket"> = {
    horizon: 1,
    plant: plantCalendar(settings.state, []),
    calendar: [],
  };
  const [from, to] = spanOf(demandOf(lines, master, { ...usual, bucket: settings.bucket }), settings);
  const { bucket } = demandOf(lines, master, { ...usual, asOf: from - 1, bucket: settings.bucket });
  const daily = !isByPeriod(lines) && bucket !== "day";
  const steps = demandOf(lines, master, { ...usual, asOf: to, bucket: daily ? "day" : bucket });
  const first = steps.firstBucket;
  const stepOf = (day: number) => (daily ? day : bucketIndex(day, bucket)) - first;
  const count = stepOf(from);
  const end = Math.min(stepOf(to), steps.lastBucket - first) + 1;
  if (!(count > 0 && end > count)) throw outside(settings);
  const daysPerStep = daily || bucket === "day" ? 1 : daysOf[bucket];
  return { bucket, daily, daysPerStep, first, count, end, demands: steps.items };
}

type Days = Pick<ReplaySettings, "from" | "to">;

const outside = ({ from, to }: Days): UsageError => new UsageError({ code: "span-outside", from, to });

/** First and last day that count: something is known before the first one, and nothing after the last line. */
function spanOf({ firstBucket, bucket, asOf }: Demand, settings: Days): [from: number, to: number] {
  const [from, to] = [dayOf(settings.from), Math.min(dayOf(settings.to), asOf)];
  if (from <= bucketStart(firstBucket, bucket) || from > to) throw outside(settings);
  return [from, to];
}

/** True when every line is dated by a period. */
function isByPeriod({ length, byPeriod }: OrderLines): boolean {
  for (let k = 0; k < length; k++) if (byPeriod[k] === 0) return false;
  return length > 0;
}

/** Items that can take part; an issue for each that lacks a lead time or a price. */
function replayItems(
  master: readonly Item[],
  axis: ReplayAxis,
  settings: ReplaySettings,
): { items: ReplayItem[]; issues: Issue[] } {
  const demands = new Map(axis.demands.map((demand) => [demand.item, demand]));
  const items: ReplayItem[] = [];
  const issues: Issue[] = [];
  for (const item of master) {
    if (item.planning === "none") continue;
    const demand = demands.get(item.item);
    const { leadTimeDays, unitCost = demand?.price } = item;
    if (leadTimeDays === undefined || !(leadTimeDays >= 0)) {
      issues.push({ code: "missing-lead-time", severity: "warning", item: item.item });
    } else if (unitCost === undefined || !(unitCost > 0)) {
      issues.push({ code: "price-not-positive", severity: "warning", item: item.item, value: unitCost ?? 0 });
    } else items.push(replayItem({ ...item, leadTimeDays, unitCost }, demand, axis, settings));
  }
  return { items, issues };
}

const aboveZero = (x: number | undefined) => (x !== undefined && x > 0 ? x : undefined);

function replayItem(
  item: Item & { readonly leadTimeDays: number; readonly unitCost: number },
  demand: ItemDemand | undefined,
  { daysPerStep, first, end }: ReplayAxis,
  settings: ReplaySettings,
): ReplayItem {
  const { unitCost, reorderPoint } = item;
  const [short, lostShare] = [shortageCostOf(item), lostShareOf(item)];
  const values = demandBySteps(demand, first, end);
  const holding = holdingPerUnitYear(item, settings.holdingRatePerYear) ?? 0;
  const holdingPerStep = (holding * daysPerStep) / daysPerYear;
  return {
    item: item.item,
    demand: values,
    leadSteps: Math.ceil(item.leadTimeDays / daysPerStep - 1e-9),
    unitCost,
    holdingPerStep,
    orderCost: item.orderCost ?? settings.orderCost,
    shortCost: short ?? 0,
    waitingPerStep: short === undefined ? waitingFactor * holdingPerStep : 0,
    whole: values.every(Number.isInteger),
    ...(lostShare > 0 ? { lostShare } : {}),
    ...defined({
      minimumOrder: aboveZero(item.minimumOrder),
      packSize: aboveZero(item.packSize),
      maximumStock: aboveZero(item.maximumStock),
      reorderPoint,
    }),
  };
}

/** Demand of an item on `length` steps from bucket `first` on; what nobody observed counts as none. */
function demandBySteps(demand: ItemDemand | undefined, first: number, length: number): Float64Array {
  const steps = new Float64Array(length);
  if (demand === undefined) return steps;
  for (const [k, value] of demand.values.entries()) {
    const at = demand.start - first + k;
    if (at < length && value > 0) steps[at] = value;
  }
  return steps;
}
