import { defined } from "../../defined.ts";
import { countOf, type Issue } from "../../issue.ts";
import type { Item, Supplier } from "../../item.ts";
import { by } from "../../numeric/order.ts";
import { type OrderLines, orderLines } from "../../order.ts";
import { checkMap } from "../columns/check-map.ts";
import { columnUses } from "../columns/column-uses.ts";
import { capped } from "../issue-list.ts";
import { naming } from "../named-errors.ts";
import { QuestionError, refuseOpenQuestions } from "../questions.ts";
import type { InputCount, ReadOptions } from "../read-options.ts";
import type { ByteSource } from "../source.ts";
import { type AppendedFile, appendFile } from "./append-lines.ts";
import { reportVariants } from "./item-variants.ts";
import { settleUnits } from "./mixed-units.ts";
import { openOrderFile } from "./order-file.ts";
import { asLinesOrHeads, type OrderHeads } from "./order-heads.ts";
import { itemsInOrders, suppliersInOrders } from "./order-master.ts";
import { countOnce } from "./overlap.ts";
import { typedFiles } from "./typed-file.ts";
import { plausibility } from "./whole/plausibility.ts";

/** What order histories say. */
export interface OrdersRead {
  readonly lines: OrderLines;
  /** Master data from item columns inside the orders files. */
  readonly items: Item[];
  /** Suppliers that the lines name, with their names. */
  readonly suppliers: Supplier[];
  /** One a source, in their order. */
  readonly inputs: InputCount[];
  readonly issues: Issue[];
}

/**
 * Reads order histories: any dialect, long or wide, one table or heads and lines in two. Rows that cannot count are
 * issues. Throws InputError for what is no table, QuestionError (with the issues) where a question must be answered
 * first or no line can be used.
 * @example readOrders([bytesSource("orders.csv", bytes)]).lines.length // 1200
 */
export function readOrders(sources: readonly ByteSource[], options: ReadOptions = {}): OrdersRead {
  // 1. Each file by itself: its table, its columns, long or wide.
  const opened = sources.map((source) => naming(source.name, () => openOrderFile(source, options)));
  const files = asLinesOrHeads(opened);
  checkMap(options.map, files);
  let issues = files.flatMap((file) => file.issues);
  refuseOpenQuestions(issues);
  // 2. Its cells as codes of their texts; how its numbers and dates are written, what its lines are.
  const { heads, typed } = typedFiles(files, options);
  issues = [...issues, ...[...heads, ...typed].flatMap((file) => file.issues)];
  refuseOpenQuestions(issues);
  // 3. Its lines appended to the history.
  const lines = orderLines(4096);
  const appended = typed.map((file) => appendFile(file, lines, options));
  issues = [...issues, ...appended.flatMap((file) => file.issues)];
  if (lines.length === 0) throw nothingUsable(issues);
  const [first] = typed;
  const doubts = plausibility(appended, lines, first?.coded.mapping.fingerprint ?? "", options);
  issues = [...issues, ...doubts];
  refuseOpenQuestions(doubts);
  // 4. All lines together: one that several files bring counts once; one name and one unit an item.
  const repeated = countOnce(lines, restsOf(appended));
  const variants = reportVariants(lines, options);
  const units = settleUnits(lines, options);
  refuseOpenQuestions(units.open);
  // 5. What the same tables say about items and suppliers.
  const masters = typed.map((file) => itemsInOrders(file, options.byLocation === true));
  const ofMasters = masters.flatMap((master) => master.issues);
  return {
    lines,
    items: joinedItems(masters.flatMap(({ items }) => items)),
    suppliers: suppliersInOrders(typed.map(({ coded }) => coded)),
    inputs: inputsOf(sources, heads, appended, repeated.counts).map((input, k) => {
      const file = opened[k];
      return file === undefined ? input : { ...input, columns: columnUses(file) };
    }),
    issues: [...issues, ...repeated.issues, ...capped(variants), ...capped(units.issues), ...ofMasters],
  };
}

/** Hashes of what the unnamed columns of all lines hold, where every file has them. */
function restsOf(files: readonly AppendedFile[]): Int32Array | undefined {
  const parts = files.flatMap(({ rest }) => rest ?? []);
  if (parts.length < files.length) return undefined;
  const rests = new Int32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    rests.set(part, at);
    at += part.length;
  }
  return rests;
}

/** One item of the items that several files bring; where they differ the file whose name sorts last counts. */
function joinedItems(items: readonly Item[]): Item[] {
  const byItem = new Map<string, Item>();
  const sorted = [...items].sort(
    by(
      ({ item }) => item,
      ({ file }) => file ?? "",
    ),
  );
  for (const item of sorted) {
    const key = `${item.item}\u0000${item.location ?? ""}`;
    byItem.set(key, { ...byItem.get(key), ...item });
  }
  return [...byItem.values()];
}

function inputsOf(
  sources: readonly ByteSource[],
  heads: readonly OrderHeads[],
  appended: readonly AppendedFile[],
  repeated: readonly number[],
): InputCount[] {
  const counts = new Map<ByteSource, InputCount>(heads.map(({ source, input }) => [source, input]));
  appended.forEach(({ source, input }, k) => {
    const more = repeated[k] ?? 0;
    counts.set(source, more === 0 ? input : { ...input, repeated: more });
  });
  return sources.map((source) => counts.get(source) ?? { file: source.name, lines: 0, used: 0 });
}

function nothingUsable(issues: readonly Issue[]): QuestionError {
  const counts = new Map<string, number>();
  for (const issue of issues)
    if (issue.severity !== "info") counts.set(issue.code, (counts.get(issue.code) ?? 0) + countOf(issue));
  const [first] = [...counts].sort(
    by(
      ([, count]) => -count,
      ([code]) => code,
    ),
  );
  const most = first === undefined ? undefined : { code: first[0], rows: first[1] };
  return new QuestionError({ code: "nothing-usable", ...defined({ most }) }, issues);
}
