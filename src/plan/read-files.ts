import { withoutEndless } from "../calendar/endless.ts";
import { defined } from "../defined.ts";
import { mergeMasters } from "../demand/master-data.ts";
import {
  type ByteSource,
  type FileKind,
  type InputCount,
  type ItemsRead,
  type OrdersRead,
  type ReadOptions,
  readCalendar,
  readDecisions,
  readItems,
  readOpenOrders,
  readOrders,
  readRequirements,
  readSuppliers,
} from "../ingest/index.ts";
import { capped } from "../ingest/issue-list.ts";
import type { Issue } from "../issue.ts";
import type { Item, Supplier } from "../item.ts";
import type { PlanInputFile } from "../result.ts";
import { byPlace } from "./by-place.ts";
import type { PlanInput } from "./input.ts";
import { lastDemandDay, type Volumes, volumesOf } from "./last/volumes.ts";

/** The opened files of a run by kind; several files of one kind count together. */
export type PlanFiles = Readonly<Partial<Record<FileKind, readonly ByteSource[]>>>;

/** What the files of a run say, as `plan` takes it, and how much it is. */
export interface FilesRead
  extends Omit<PlanInput, "version" | "configHash" | "previous" | "pool" | "answers"> {
  readonly volumes: Volumes;
  /** The last day of a line of demand that a day dates, not a period; absent where there is none. */
  readonly lastDay?: number;
}

/** A file and what one of the readers made of it. */
interface FileRead<T> {
  readonly source: ByteSource;
  readonly found: T;
}

interface Found {
  readonly issues: readonly Issue[];
  readonly inputs: readonly InputCount[];
}

/**
 * Reads the files of a run: order lines, master data, what is open, required and decided. `describe` says what a
 * plan shows of a file: its hash is the caller's, who knows where its bytes lie. Inputs and issues come in the order
 * of the kinds. Throws InputError when a file cannot be used, QuestionError when something must be answered first.
 */
export function readFiles(
  files: PlanFiles,
  reading: ReadOptions,
  describe: (source: ByteSource, count: InputCount) => PlanInputFile,
): FilesRead {
  const read = <T extends Found>(
    kind: FileKind,
    reader: (source: ByteSource, options: ReadOptions) => T,
  ): FileRead<T>[] => (files[kind] ?? []).map((source) => ({ source, found: reader(source, reading) }));
  const { orders: orderFiles = [] } = files;
  const { orders, masters } = readHistory(orderFiles, files.items ?? [], reading);
  const suppliers = read("suppliers", readSuppliers);
  const openOrders = read("open-orders", readOpenOrders);
  const requirements = read("requirements", readRequirements);
  const calendar = read("calendar", readCalendar);
  const decisions = read("decisions", readDecisions);
  const others: FileRead<Found>[] = [
    ...masters,
    ...suppliers,
    ...openOrders,
    ...requirements,
    ...calendar,
    ...decisions,
  ];
  const open = withoutEndless(calendar.flatMap(({ found }) => found.entries));
  const found = {
    items: masters.flatMap(({ found }) => found.items),
    suppliers: mergeSuppliers(
      orders.suppliers,
      suppliers.flatMap(({ found }) => found.suppliers),
    ),
    openOrders: openOrders.flatMap(({ found }) => found.openOrders),
    requirements: requirements.flatMap(({ found }) => found.requirements),
    calendar: open.entries,
    decisions: decisions.flatMap(({ found }) => found.decisions),
    issues: [
      ...orders.issues,
      ...withoutBrought(masters).flatMap(({ found }) => found.issues),
      ...others.slice(masters.length).flatMap(({ found }) => found.issues),
      ...capped(open.issues),
    ],
  };
  const rows =
    reading.byLocation === true
      ? { ...found, ...byPlace(orders.lines, orders.items, found) }
      : { ...found, items: mergeMasters(orders.items, found.items) };
  return {
    ...rows,
    takeLines: givenAway(orders.lines),
    inputs: [
      ...orders.inputs.map((count, k) => describe(orderFiles[k], count)),
      ...others.flatMap(({ source, found }) => found.inputs.map((count) => describe(source, count))),
    ],
    volumes: volumesOf(orders.lines, { ...rows, items: found.items }),
    ...defined({ lastDay: lastDemandDay(orders.lines) }),
  };
}

/** What an item lacks, and the field that another file may have it in. */
const lacks: Readonly<Partial<Record<Issue["code"], "onHand" | "leadTimeDays">>> = {
  "missing-stock": "onHand",
  "missing-lead-time": "leadTimeDays",
};

/** Files of master data that do not complain of a column, a stock or a lead time which another of them has. */
const withoutBrought = (masters: readonly FileRead<ItemsRead>[]): FileRead<ItemsRead>[] => {
  if (masters.length < 2) return [...masters];
  const known = masters.map(({ found }) => {
    const withField = (field: keyof Item) =>
      new Set(found.items.flatMap((item) => (item[field] === undefined ? [] : [item.item])));
    return { onHand: withField("onHand"), leadTimeDays: withField("leadTimeDays") };
  });
  const brings = ({ found }: FileRead<ItemsRead>, field: string): boolean =>
    found.items.some((item) => item[field as keyof Item] !== undefined);
  return masters.map((one) => {
    const isElsewhere = (issue: Issue): boolean => {
      const { item = "" } = issue;
      const field = lacks[issue.code];
      return masters.some(
        (other, k) =>
          other !== one &&
          ((issue.code === "column-missing" && brings(other, issue.field)) ||
            (field !== undefined && known[k]?.[field].has(item) === true)),
      );
    };
    return {
      ...one,
      found: { ...one.found, issues: one.found.issues.filter((issue) => !isElsewhere(issue)) },
    };
  });
};

/** Suppliers that the order lines name, under what the suppliers files say of them. */
function mergeSuppliers(fromOrders: readonly Supplier[], fromFiles: readonly Supplier[]): Supplier[] {
  if (fromFiles.length === 0) return [...fromOrders];
  const names = new Map(fromOrders.map((one) => [one.supplier, one]));
  return fromFiles.map((one) => ({ ...names.get(one.supplier), ...one }));
}

/** Below this share of common items a file of master data is taken to speak of another number of the items. */
const leastShared = 0.1;

/** Items of a file that the history knows. */
const sharedItems = ({ items }: ItemsRead, history: ReadonlySet<string>): number =>
  new Set(items.flatMap(({ item }) => (history.has(item) ? [item] : []))).size;

/**
 * Master data first: they tell the units, and which spelling of an item number is right. A file that hardly has an item
 * in common with the history is read again by the number that the history uses.
 */
export function readHistory(
  orderFiles: readonly ByteSource[],
  itemFiles: readonly ByteSource[],
  reading: ReadOptions,
): { orders: OrdersRead; masters: readonly FileRead<ItemsRead>[] } {
  const first = itemFiles.map((source) => ({ source, found: readItems(source, reading) }));
  const ordersBy = (masters: readonly FileRead<ItemsRead>[]) =>
    readOrders(orderFiles, { ...reading, master: masters.flatMap(({ found }) => found.items) });
  const orders = ordersBy(first);
  const history = new Set(orders.lines.items.values);
  const masters = first.map((master) => {
    const { source, found } = master;
    const shared = sharedItems(found, history);
    if (shared >= leastShared * Math.min(found.items.length, history.size)) return master;
    const again = readItems(source, { ...reading, knownItems: history });
    return sharedItems(again, history) > shared ? { source, found: again } : master;
  });
  const isChanged = masters.some((master, k) => master !== first[k]);
  return {
    masters: masters.map((master) => withoutMatch(master, history)),
    orders: isChanged ? ordersBy(masters) : orders,
  };
}

/** Fewer items than these may miss each other by chance. */
const fewestItems = 3;

/** A file of master data that has hardly an item in common with the history says so. */
function withoutMatch(
  { source, found }: FileRead<ItemsRead>,
  history: ReadonlySet<string>,
): FileRead<ItemsRead> {
  const { items } = found;
  const shared = sharedItems(found, history);
  const size = Math.min(items.length, history.size);
  if (size < fewestItems || shared >= leastShared * size) return { source, found };
  const text = items
    .filter(({ item }) => !history.has(item))
    .slice(0, 3)
    .map(({ item }) => item)
    .join(", ");
  const issue: Issue = {
    code: "items-unknown",
    severity: "warning",
    file: source.name,
    count: items.length,
    shared,
    text,
  };
  return { source, found: { ...found, issues: [...found.issues, issue] } };
}

/** Hands a value to the first who asks and keeps it no longer: nothing holds it while the rest of a run goes on. */
function givenAway<T>(value: T | undefined): () => T {
  let held = value;
  return () => {
    const taken = held;
    held = undefined;
    if (taken === undefined) throw new Error("the order lines were taken already");
    return taken;
  };
}
