import { createHash } from "node:crypto";
import {
  type ByteSource,
  defined,
  type InputCount,
  type IsoDate,
  type Issue,
  type Item,
  type ItemsRead,
  mergeMasters,
  type OrderLines,
  type OrdersRead,
  type Plan,
  type PlanInput,
  type PlanInputFile,
  type PlanOptions,
  type Pool,
  plan,
  poolToJson,
  type ReadOptions,
  type RunRecord,
  readCalendar,
  readDecisions,
  readItems,
  readOpenOrders,
  readOrders,
  readRequirements,
  readSuppliers,
  type Supplier,
} from "../../src/index.ts";
import { isReduced } from "../jobs/tables.ts";
import type { Threads } from "../threads/threads.ts";
import { workersOf } from "../threads/workers.ts";
import { sha256 } from "./files.ts";
import { version } from "./version.ts";

/** The files of a run, already opened. Several files of one kind count together. */
export interface PlanSources {
  readonly orders: readonly ByteSource[];
  readonly items?: readonly ByteSource[];
  readonly suppliers?: readonly ByteSource[];
  readonly openOrders?: readonly ByteSource[];
  readonly requirements?: readonly ByteSource[];
  readonly calendar?: readonly ByteSource[];
  readonly decisions?: readonly ByteSource[];
}

export interface RunSettings {
  readonly options: PlanOptions;
  readonly map?: Readonly<Record<string, string>>;
  readonly answers?: Readonly<Record<string, string>>;
  /** The last run, or how to find it once as-of is known. */
  readonly previous?: (asOf: IsoDate) => RunRecord | undefined;
  readonly pool?: Pool | null;
  readonly progress?: (label: string, done: number, of: number) => void;
}

/** Rows, items, quantity and value by kind of input: what a volume guard compares. */
export type Volumes = Readonly<Record<string, Readonly<Record<string, number>>>>;

export interface RunOutcome {
  readonly plan: Plan;
  readonly pool: Pool | null;
  readonly volumes: Volumes;
}

/** Hash of everything that shapes a plan besides its files. */
export function configHash(settings: RunSettings): string {
  const { options, map, answers } = settings;
  const canonical = JSON.stringify({
    options: sorted(options),
    map: sorted(map ?? {}),
    answers: sorted(answers ?? {}),
  });
  return createHash("sha256").update(canonical).digest("hex").slice(0, 16);
}

function sorted(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}

/** Suppliers that the order lines name, under what the suppliers files say of them. */
function mergeSuppliers(fromOrders: readonly Supplier[], fromFiles: readonly Supplier[]): Supplier[] {
  if (fromFiles.length === 0) return [...fromOrders];
  const names = new Map(fromOrders.map((one) => [one.supplier, one]));
  return fromFiles.map((one) => ({ ...names.get(one.supplier), ...one }));
}

interface Found {
  readonly issues: readonly Issue[];
  readonly inputs: readonly InputCount[];
}

/** The files of a run, read; the order lines can be taken once, so that nothing holds them while forecasts are made. */
interface ReadRun extends Omit<PlanInput, "version" | "configHash" | "previous" | "pool" | "answers"> {
  readonly volumes: Volumes;
}

function readRun(sources: PlanSources, settings: RunSettings): ReadRun {
  const reading: ReadOptions = {
    ...defined({ map: settings.map, answers: settings.answers }),
  };
  const counted: [source: ByteSource, count: InputCount][] = [];
  const issues: Issue[] = [];
  const read = <T extends Found>(
    files: readonly ByteSource[] | undefined,
    reader: (source: ByteSource, options: ReadOptions) => T,
  ): T[] =>
    (files ?? []).map((file) => {
      const found = reader(file, reading);
      issues.push(...found.issues);
      for (const count of found.inputs) counted.push([file, count]);
      return found;
    });
  settings.progress?.("orders", 0, 1);
  const { orders, masters } = readHistory(sources, reading);
  const items: Item[] = read(sources.items, (file) => masters.get(file) as ItemsRead).flatMap(
    (found) => found.items,
  );
  settings.progress?.("orders", 1, 1);
  issues.unshift(...orders.issues);
  counted.unshift(...orders.inputs.map((count, k): [ByteSource, InputCount] => [sources.orders[k], count]));
  const named = read(sources.suppliers, readSuppliers).flatMap((found) => found.suppliers);
  const suppliers = mergeSuppliers(orders.suppliers, named);
  const openOrders = read(sources.openOrders, readOpenOrders).flatMap((found) => found.openOrders);
  const requirements = read(sources.requirements, readRequirements).flatMap((found) => found.requirements);
  const calendar = read(sources.calendar, readCalendar).flatMap((found) => found.entries);
  const decisions = read(sources.decisions, readDecisions).flatMap((found) => found.decisions);
  const inputs = counted.map(([source, count]) => inputOf(source, count));
  const volumes = {
    orders: volumeOf(orders.lines),
    ...Object.fromEntries(
      Object.entries({ items, suppliers, "open-orders": openOrders, requirements })
        .filter(([, rows]) => rows.length > 0)
        .map(([kind, rows]) => [kind, { rows: rows.length }]),
    ),
  };
  return {
    takeLines: once(orders.lines),
    items: mergeMasters(orders.items, items),
    suppliers,
    openOrders,
    requirements,
    calendar,
    decisions,
    inputs,
    issues,
    volumes,
  };
}

/** What a file brought: all its rows, also those that a later file of its source brought anew. */
function inputOf(source: ByteSource, count: InputCount): PlanInputFile {
  if (!isReduced(source)) return { ...count, sha256: sha256(source) };
  const { whole, replaced } = source;
  return {
    ...count,
    sha256: sha256(whole),
    lines: count.lines + replaced,
    used: count.used + replaced,
    repeated: (count.repeated ?? 0) + replaced,
  };
}

/** Items of a file that the history knows. */
const sharedItems = ({ items }: ItemsRead, history: ReadonlySet<string>): number =>
  new Set(items.flatMap(({ item }) => (history.has(item) ? [item] : []))).size;

/** Below this share of common items a file of master data is taken to speak of another number of the items. */
const strangers = 0.1;

/**
 * Master data first: they tell the units, and which spelling of an item number is right. A file that hardly has an item
 * in common with the history is read again by the number that the history uses.
 */
function readHistory(
  { orders: files, items: itemFiles = [] }: PlanSources,
  reading: ReadOptions,
): { orders: OrdersRead; masters: ReadonlyMap<ByteSource, ItemsRead> } {
  const masters = new Map(itemFiles.map((file) => [file, readItems(file, reading)]));
  const ordersBy = () =>
    readOrders(files, { ...reading, master: [...masters.values()].flatMap(({ items }) => items) });
  const orders = ordersBy();
  const history = new Set(orders.lines.items.values);
  let isChanged = false;
  for (const [file, found] of masters) {
    const shared = sharedItems(found, history);
    if (shared >= strangers * Math.min(found.items.length, history.size)) continue;
    const again = readItems(file, { ...reading, knownItems: history });
    if (sharedItems(again, history) <= shared) continue;
    masters.set(file, again);
    isChanged = true;
  }
  return { masters, orders: isChanged ? ordersBy() : orders };
}

/** Hands a value over to the first who asks and forgets it. */
function once<T>(value: T): () => T {
  let held: { readonly value: T } | undefined = { value };
  return () => {
    if (held === undefined) throw new Error("the order lines were taken already");
    const taken = held.value;
    held = undefined;
    return taken;
  };
}

/** Reads the files of a run and plans them. A question that must be answered first is a QuestionError. */
export async function runPlan(
  sources: PlanSources,
  settings: RunSettings,
  threads: Threads,
): Promise<RunOutcome> {
  const { volumes, ...files } = readRun(sources, settings);
  const made = await plan(
    {
      version,
      ...files,
      configHash: configHash(settings),
      ...defined({ answers: settings.answers, previous: settings.previous, pool: settings.pool }),
    },
    settings.options,
    workersOf(threads, settings.progress),
  );
  return { ...made, volumes };
}

function volumeOf(lines: OrderLines): Record<string, number> {
  let quantity = 0;
  let value = 0;
  for (let k = 0; k < lines.length; k++) {
    const amount = Math.abs(lines.quantity[k]);
    quantity += amount;
    if (lines.price[k] > 0) value += amount * lines.price[k];
  }
  const round = (number: number) => Number(number.toPrecision(9));
  return {
    rows: lines.length,
    items: lines.items.values.length,
    quantity: round(quantity),
    value: round(value),
  };
}

/** pool.json of a run. */
export const poolBytes = (pool: Pool): Uint8Array => new TextEncoder().encode(poolToJson(pool));
