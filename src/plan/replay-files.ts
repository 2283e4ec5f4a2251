import {
  type Bucket,
  type ByteSource,
  bucketIndex,
  bucketStart,
  dayOf,
  daysOf,
  defined,
  demandOf,
  InputError,
  type Issue,
  type Item,
  type ItemDemand,
  isoDate,
  learnPool,
  mergeMasters,
  type OrderLines,
  planningLevels,
  plantCalendar,
  type ReadOptions,
  type ReplayInput,
  type ReplayItem,
  readItems,
  readOrders,
  type Series,
  seasonOf,
  UsageError,
} from "../../src/index.ts";
import { unpack } from "../threads/packing.ts";
import type { Threads } from "../threads/threads.ts";

/** What a replay is asked for. */
export interface ReplaySettings {
  readonly from: string;
  readonly to: string;
  readonly reviewDays: number;
  readonly target: number;
  readonly holdingRatePerYear: number;
  readonly orderCost: number;
  readonly state: string;
  readonly bucket: Bucket | "auto";
  readonly reading: ReadOptions;
}

/** A unit that waits costs this many times what holding it costs, where no shortage cost is given. */
const waitingFactor = 10;
/** Items that one thread gets at a time. */
const slice = 100;

/** Files as the input of a replay; issues name the items that cannot take part. */
export function replayInput(
  orders: readonly ByteSource[],
  itemFiles: readonly ByteSource[],
  settings: ReplaySettings,
  workers: Threads,
  progress: (label: string, done: number, of: number) => void,
): { input: ReplayInput; issues: Issue[] } {
  const issues: Issue[] = [];
  const masters = itemFiles.flatMap((file) => {
    const found = readItems(file, settings.reading);
    issues.push(...found.issues);
    return found.items;
  });
  const read = readOrders(orders, { ...settings.reading, master: masters });
  issues.push(...read.issues);
  const master = new Map(mergeMasters(read.items, masters).map((item) => [item.item, item]));
  const plant = plantCalendar(settings.state, []);
  const [from, to] = spanOf(
    demandOf(read.lines, master, { horizon: 1, plant, calendar: [], bucket: settings.bucket }),
    settings,
  );
  const known = { asOf: from - 1, horizon: 1, plant, calendar: [] };
  // the bucket is chosen from what was known before the replay
  const { bucket } = demandOf(read.lines, master, { ...known, bucket: settings.bucket });
  const daily = !isByPeriod(read.lines) && bucket !== "day";
  const steps = demandOf(read.lines, master, { ...known, asOf: to, bucket: daily ? "day" : bucket });
  const first = steps.firstBucket;
  const stepOf = (day: number) => (daily ? day : bucketIndex(day, bucket)) - first;
  const daysPerStep = daily || bucket === "day" ? 1 : daysOf[bucket];
  const count = stepOf(from);
  const end = Math.min(stepOf(to), steps.lastBucket - first) + 1;
  if (!(count > 0 && end > count)) throw outside(settings);
  const length = end;
  const items = [...master.values()]
    .filter((item) => item.planning !== "none")
    .flatMap((item) => replayItem(item, steps.items, first, length, daysPerStep, settings, issues));
  if (items.length === 0) throw new InputError({ code: "no-replay-items" });
  const longest = items.reduce((most, { leadSteps }) => Math.max(most, leadSteps), 0);
  const oneBucket = Math.round(daysOf[bucket] / daysPerStep);
  const start = Math.max(count - longest, Math.min(count, 2 * oneBucket));
  const reviewSteps = Math.max(1, Math.round(settings.reviewDays / daysPerStep));
  const horizon = Math.ceil(((longest + reviewSteps) * daysPerStep) / daysOf[bucket]) + (daily ? 6 : 4);
  const base = { items, bucket, daily, first };
  return {
    input: {
      ...base,
      span: { start, count, end, reviewSteps },
      target: settings.target,
      forecastAt: forecaster(base, { start, end, horizon }, workers, progress),
    },
    issues,
  };
}

type Window = Pick<ReplaySettings, "from" | "to">;

const outside = ({ from, to }: Window): UsageError => new UsageError({ code: "span-outside", from, to });

/** First and last day that count: something is known before the first one, and nothing after the last line. */
function spanOf(
  { firstBucket, bucket, asOf }: ReturnType<typeof demandOf>,
  settings: Window,
): [from: number, to: number] {
  const [from, to] = [dayOf(settings.from), Math.min(dayOf(settings.to), asOf)];
  if (from <= bucketStart(firstBucket, bucket) || from > to) throw outside(settings);
  return [from, to];
}

/** True when every line is dated by a period. */
function isByPeriod({ length, byPeriod }: OrderLines): boolean {
  for (let k = 0; k < length; k++) if (byPeriod[k] === 0) return false;
  return length > 0;
}

function replayItem(
  item: Item,
  demands: readonly ItemDemand[],
  first: number,
  length: number,
  daysPerStep: number,
  settings: ReplaySettings,
  issues: Issue[],
): ReplayItem[] {
  const found = demandByName(demands).get(item.item);
  const unitCost = item.unitCost ?? found?.price;
  if (
    item.leadTimeDays === undefined ||
    !(item.leadTimeDays >= 0) ||
    unitCost === undefined ||
    !(unitCost > 0)
  ) {
    issues.push({
      ...(item.leadTimeDays === undefined
        ? { code: "lead-time-missing" as const }
        : { code: "price-not-positive" as const, value: item.unitCost ?? 0 }),
      severity: "warning",
      item: item.item,
    });
    return [];
  }
  const demand = new Float64Array(length);
  let whole = true;
  for (const [k, value] of (found?.values ?? []).entries()) {
    const at = (found?.start ?? 0) - first + k;
    if (at < length && value > 0) {
      demand[at] = value;
      whole &&= Number.isInteger(value);
    }
  }
  const rate = item.holdingRatePerYear ?? settings.holdingRatePerYear;
  const holdingPerStep = (unitCost * rate * daysPerStep) / 365.2425;
  const { minimumOrder, packSize, maximumStock, reorderPoint, backorderCost } = item;
  return [
    {
      item: item.item,
      demand,
      leadSteps: Math.ceil(item.leadTimeDays / daysPerStep - 1e-9),
      unitCost,
      holdingPerStep,
      orderCost: item.orderCost ?? settings.orderCost,
      shortCost: backorderCost ?? 0,
      waitingPerStep: backorderCost === undefined ? waitingFactor * holdingPerStep : 0,
      whole,
      ...(minimumOrder !== undefined && minimumOrder > 0 ? { minimumOrder } : {}),
      ...(packSize !== undefined && packSize > 0 ? { packSize } : {}),
      ...(maximumStock !== undefined && maximumStock > 0 ? { maximumStock } : {}),
      ...defined({ reorderPoint }),
    },
  ];
}

const named = new WeakMap<readonly ItemDemand[], Map<string, ItemDemand>>();

function demandByName(demands: readonly ItemDemand[]): Map<string, ItemDemand> {
  const known = named.get(demands) ?? new Map(demands.map((one) => [one.item, one]));
  named.set(demands, known);
  return known;
}

/**
 * Forecasts on threads, from what was known before a step; what the items share is learned anew twice a year. The
 * items of the master data were there from the file's first day: no demand before their first line is a fact.
 */
function forecaster(
  { items, bucket, daily, first }: Pick<ReplayInput, "items" | "bucket" | "daily" | "first">,
  { start, end, horizon }: { start: number; end: number; horizon: number },
  workers: Threads,
  progress: (label: string, done: number, of: number) => void,
): ReplayInput["forecastAt"] {
  const relearn = Math.round((daily ? 1 : 1 / daysOf[bucket]) * 183);
  let learned = Number.NEGATIVE_INFINITY;
  const firstBucket = daily ? bucketIndex(first + daysBefore(first, bucket), bucket) : first;
  const sums = daily ? items.map(({ demand }) => inBuckets(demand, first, firstBucket, bucket)) : [];
  const origin = isoDate(bucketStart(firstBucket, bucket));
  const seriesAt = (k: number, step: number): Series => {
    const length = daily ? bucketIndex(first + step, bucket) - firstBucket : step;
    const values = (daily ? sums[k] : items[k].demand).slice(0, length);
    return { item: items[k].item, bucket, start: origin, period: seasonOf[bucket], values };
  };
  return async (step, asked) => {
    progress("forecasts", Math.max(0, step - start), end - start);
    if (asked.length === 0) return [];
    if (step - learned >= relearn) {
      const panel = items.map((_, k) => seriesAt(k, step)).filter(({ values }) => values.some((x) => x > 0));
      await workers.broadcast({ kind: "pool", pool: learnPool(panel, { horizon }) });
      learned = step;
    }
    const jobs = Array.from({ length: Math.ceil(asked.length / slice) }, (_, j) => ({
      kind: "forecast" as const,
      series: asked.slice(j * slice, (j + 1) * slice).map((k) => seriesAt(k, step)),
      options: { horizon, levels: planningLevels },
    }));
    const answers = await workers.run(jobs);
    return answers.flatMap((answer) => (answer.kind === "forecast" ? unpack(answer.packed) : []));
  };
}

/** Days until the first whole bucket when the file begins inside one. */
function daysBefore(first: number, bucket: Bucket): number {
  const index = bucketIndex(first, bucket);
  return bucketStart(index, bucket) === first ? 0 : bucketStart(index + 1, bucket) - first;
}

/** Daily demand as buckets from `firstBucket` on. */
function inBuckets(demand: Float64Array, first: number, firstBucket: number, bucket: Bucket): Float64Array {
  const sums = new Float64Array(
    Math.max(0, bucketIndex(first + demand.length - 1, bucket) - firstBucket + 1),
  );
  for (const [k, value] of demand.entries()) {
    const at = bucketIndex(first + k, bucket) - firstBucket;
    if (value > 0 && at >= 0) sums[at] = sums[at] + value;
  }
  return sums;
}
