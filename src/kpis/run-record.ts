import { defined } from "../defined.ts";
import { UsageError } from "../errors.ts";
import type { Fault } from "../fault.ts";
import type { Bands } from "../forecast.ts";
import type { Light } from "../kpi.ts";
import type { IsoDate } from "../order.ts";
import { type Bucket, type DemandClass, demandClasses } from "../series.ts";
import { type Signal, signalKinds } from "../signal.ts";
import { coverIn, type RunBands, runBands } from "./run-bands.ts";

/** What an order suggestion said, as far as KPIs need it. */
export interface RunSuggestion {
  readonly quantity: number;
  readonly orderBy: IsoDate;
  readonly reorderPoint: number;
  readonly orderUpTo: number;
  readonly onHand: number;
  readonly onOrder: number;
  readonly backorders: number;
  readonly attention: "none" | "review" | "blocked";
}

/** What a run's parameters.csv said of an item, as far as later runs need it. Demand by bucket of the run. */
interface RunParameter {
  /** Demand behind the values that it proposed. */
  readonly fresh: number;
  /** Demand behind the values that were in the ERP. */
  readonly inForce?: number;
  /** Reorder point that was in the ERP. */
  readonly reorderPoint?: number;
}

/** One item of a run. */
export interface RunItem {
  readonly item: string;
  /** Buckets in one season. */
  readonly period: number;
  readonly class?: DemandClass;
  readonly abc?: "A" | "B" | "C";
  readonly group?: string;
  readonly unitCost?: number;
  readonly currency?: string;
  /** Lead time + review, in calendar days; absent where the lead time is unknown. */
  readonly coverDays?: number;
  readonly history: { readonly start: IsoDate; readonly values: Float64Array };
  readonly forecast: {
    readonly start: IsoDate;
    readonly model: string;
    readonly mean: Float64Array;
    /** 95 % quantile of each bucket. */
    readonly upper?: Float64Array;
    readonly cumulative?: RunBands;
  };
  readonly suggestion: RunSuggestion | null;
  readonly parameter?: RunParameter;
  /** What was flagged: the history was cleaned accordingly. */
  readonly signals?: readonly Signal[];
}

/** What a result folder's plan.json holds that KPIs, stabilisation and order stability of later runs need. */
export interface RunRecord {
  readonly version: string;
  readonly asOf: IsoDate;
  readonly bucket: Bucket;
  readonly configHash: string;
  /** The one method that the run was told to use; null or absent: the combination. */
  readonly model?: string | null;
  readonly items: readonly RunItem[];
  readonly rowsRead: number;
  readonly rowsUsed: number;
  /** What earlier runs said of each KPI, oldest first, this run included. */
  readonly trends: Readonly<Record<string, readonly TrendPoint[]>>;
  /** Light and driving items that the run itself wrote for each KPI. */
  readonly written?: Readonly<Record<string, { readonly light: Light; readonly items: readonly string[] }>>;
}

export interface TrendPoint {
  readonly asOf: IsoDate;
  readonly value: number;
  /** What the run measured in; points in another unit than the present one are no course of it. */
  readonly unit?: string;
}

type Defect = Extract<Fault, { readonly code: "not-a-plan" }>["needs"];

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function broken(part: string, needs: Defect, got?: string): never {
  throw new UsageError({ code: "not-a-plan", part, needs, ...defined({ got }) });
}

function text(of: Json, key: string, where: string): string {
  const value = of[key];
  return typeof value === "string" ? value : broken(`${where}${key}`, "text");
}

const numberIn = (of: Json, key: string): number | undefined =>
  typeof of[key] === "number" ? of[key] : undefined;

const word = (of: Json, key: string): string | undefined =>
  typeof of[key] === "string" ? of[key] : undefined;

function numbers(value: unknown, where: string): Float64Array {
  if (value instanceof Float64Array) return value;
  if (!Array.isArray(value)) return broken(where, "numbers");
  return Float64Array.from(value, (one) => (typeof one === "number" ? one : Number.NaN));
}

function bandsOf(value: unknown, where: string): Bands | undefined {
  if (!isObject(value) || !Array.isArray(value.levels) || !Array.isArray(value.quantiles)) return undefined;
  return {
    mean: numbers(value.mean, `${where}.mean`),
    levels: value.levels.filter((level) => typeof level === "number"),
    quantiles: value.quantiles.map((one) => numbers(one, `${where}.quantiles`)),
  };
}

function suggestionOf(value: unknown): RunSuggestion | null {
  if (!isObject(value)) return null;
  const attention = value.attention;
  return {
    quantity: numberIn(value, "quantity") ?? 0,
    orderBy: typeof value.orderBy === "string" ? value.orderBy : "",
    reorderPoint: numberIn(value, "reorderPoint") ?? 0,
    orderUpTo: numberIn(value, "orderUpTo") ?? 0,
    onHand: numberIn(value, "onHand") ?? 0,
    onOrder: numberIn(value, "onOrder") ?? 0,
    backorders: numberIn(value, "backorders") ?? 0,
    attention: attention === "review" || attention === "blocked" ? attention : "none",
  };
}

const optional = <K extends string, V>(key: K, value: V): { [P in K]?: NonNullable<V> } =>
  (value === undefined ? {} : { [key]: value }) as { [P in K]?: NonNullable<V> };

const seasons: Readonly<Record<Bucket, number>> = { day: 7, week: 52, month: 12, quarter: 4, year: 1 };

/** What later runs need of a row of parameters.csv; undefined where it has nothing of it. */
export function runParameter(row: Readonly<Record<string, unknown>>): [string, RunParameter] | undefined {
  const [item, fresh] = [word(row, "item"), numberIn(row, "basis")];
  if (item === undefined || fresh === undefined) return undefined;
  return [
    item,
    {
      fresh,
      ...optional("inForce", numberIn(row, "basisOld")),
      ...optional("reorderPoint", numberIn(row, "reorderPointOld")),
    },
  ];
}

/** Rows of parameters.csv by item. */
function parametersOf(value: unknown): ReadonlyMap<string, RunParameter> {
  const rows = Array.isArray(value) ? value.filter(isObject) : [];
  return new Map(rows.flatMap((row) => [runParameter(row)].filter((one) => one !== undefined)));
}

/** What later runs need of an item as plan.json has it. @param index its place among the items, for what is broken */
export function runItem(
  value: unknown,
  index: number,
  bucket: Bucket,
  parameters: ReadonlyMap<string, RunParameter>,
): RunItem {
  const where = `items[${index}].`;
  if (!isObject(value)) return broken(where, "object");
  const { history, forecast } = value;
  if (!isObject(history)) return broken(`${where}history`, "present");
  if (!isObject(forecast) || !isObject(forecast.demand)) return broken(`${where}forecast`, "present");
  const suggestion = isObject(value.suggestion) ? value.suggestion : {};
  const upper = bandsOf(forecast.demand, `${where}forecast.demand`);
  const cumulative = bandsOf(forecast.cumulative, `${where}forecast.cumulative`);
  const coverDays = numberIn(value, "coverDays");
  return {
    item: text(value, "item", where),
    period: numberIn(value, "period") ?? seasons[bucket],
    ...optional(
      "class",
      demandClasses.find((one) => one === value.class),
    ),
    ...optional(
      "abc",
      (["A", "B", "C"] as const).find((one) => one === value.abc),
    ),
    ...optional("group", word(value, "group")),
    ...optional("unitCost", numberIn(value, "unitCost") ?? numberIn(suggestion, "unitPrice")),
    ...optional("currency", word(value, "currency") ?? word(suggestion, "currency")),
    ...optional("coverDays", coverDays),
    ...optional("parameter", parameters.get(text(value, "item", where))),
    history: {
      start: text(history, "start", `${where}history.`),
      values: numbers(history.values, `${where}history.values`),
    },
    forecast: {
      start: text(forecast, "start", `${where}forecast.`),
      model: word(forecast, "model") ?? "",
      mean: numbers(forecast.demand.mean, `${where}forecast.demand.mean`),
      ...optional("upper", upper?.quantiles[upper.levels.indexOf(0.95)]),
      ...optional("cumulative", cumulative && runBands(cumulative, coverIn(coverDays, bucket))),
    },
    suggestion: suggestionOf(value.suggestion),
    signals: signalsOf(value.signals),
  };
}

/** Most items have none: one list for all of them. */
const noSignals: readonly Signal[] = [];

const signalsOf = (value: unknown): readonly Signal[] =>
  Array.isArray(value) && value.length > 0 ? value.flatMap((one) => signalOf(one) ?? []) : noSignals;

function signalOf(value: unknown): Signal | undefined {
  if (!isObject(value)) return undefined;
  const { at, seen, impactUnit } = value;
  const kind = signalKinds.find((one) => one === value.kind);
  if (kind === undefined || typeof at !== "string" || typeof seen !== "string") return undefined;
  return {
    kind,
    at,
    seen,
    state: value.state === "open" ? "open" : "past",
    direction: value.direction === "down" ? "down" : "up",
    size: numberIn(value, "size") ?? 0,
    p: numberIn(value, "p") ?? 1,
    q: numberIn(value, "q") ?? 1,
    impact: numberIn(value, "impact") ?? 0,
    impactUnit: typeof impactUnit === "string" ? impactUnit : "",
    ...optional("firstAt", word(value, "firstAt")),
    ...optional("firstSize", numberIn(value, "firstSize")),
    ...optional("escalated", word(value, "escalated")),
    ...optional(
      "answer",
      (["confirmed", "closed", "snoozed"] as const).find((one) => one === value.answer),
    ),
    ...optional("returns", word(value, "returns")),
    ...optional("until", word(value, "until")),
  };
}

const lights: readonly Light[] = ["green", "amber", "red", "none"];

function writtenOf(kpis: unknown): NonNullable<RunRecord["written"]> {
  const out: Record<string, { light: Light; items: string[] }> = {};
  for (const group of isObject(kpis) ? Object.values(kpis) : []) {
    for (const [name, kpi] of Object.entries(isObject(group) ? group : {})) {
      const light = isObject(kpi) ? lights.find((one) => one === kpi.light) : undefined;
      if (!isObject(kpi) || light === undefined || !Array.isArray(kpi.items)) continue;
      out[name] = { light, items: kpi.items.filter((item) => typeof item === "string") };
    }
  }
  return out;
}

function trendsOf(kpis: unknown): Record<string, TrendPoint[]> {
  const out: Record<string, TrendPoint[]> = {};
  for (const group of isObject(kpis) ? Object.values(kpis) : []) {
    for (const [name, kpi] of Object.entries(isObject(group) ? group : {})) {
      if (!isObject(kpi)) continue;
      const trend = Array.isArray(kpi.trend) ? kpi.trend.filter(isObject) : [];
      const unit = word(kpi, "unit");
      out[name] = trend.flatMap(({ asOf, value }) =>
        typeof asOf === "string" && typeof value === "number" ? [{ asOf, value, ...defined({ unit }) }] : [],
      );
    }
  }
  return out;
}

/**
 * The part of a plan.json that later runs need. Throws a UsageError that says in one line what is missing when it
 * is none.
 */
export function runRecord(planJson: unknown): RunRecord {
  if (!isObject(planJson)) return broken("it", "object");
  const name = text(planJson, "bucket", "");
  const bucket = (Object.keys(seasons) as Bucket[]).find((one) => one === name);
  if (bucket === undefined) return broken("bucket", "bucket", name);
  if (!Array.isArray(planJson.items)) return broken("items", "present");
  const inputs = Array.isArray(planJson.inputs) ? planJson.inputs.filter(isObject) : [];
  const sum = (key: string) => inputs.reduce((total, input) => total + (numberIn(input, key) ?? 0), 0);
  const parameters = parametersOf(planJson.parameters);
  return {
    version: typeof planJson.version === "string" ? planJson.version : "",
    asOf: text(planJson, "asOf", ""),
    bucket,
    configHash: typeof planJson.configHash === "string" ? planJson.configHash : "",
    model: isObject(planJson.options) ? (word(planJson.options, "model") ?? null) : null,
    items: planJson.items.map((item, index) => runItem(item, index, bucket, parameters)),
    rowsRead: sum("lines"),
    rowsUsed: sum("used"),
    trends: trendsOf(planJson.kpis),
    written: writtenOf(planJson.kpis),
  };
}
