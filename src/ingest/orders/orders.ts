import { defined } from "../../defined.ts";
import { countOf, type Issue } from "../../issue.ts";
import type { Item, Supplier } from "../../item.ts";
import { type OrderLines, orderLines } from "../../order.ts";
import { capped, issuesOfACode } from "../capped-issues.ts";
import { normaliseHeading } from "../cells/heading-key.ts";
import { checkMap } from "../columns/check-map.ts";
import { synonymsOf } from "../columns/synonyms.ts";
import { issueList, rowRanges, shortText } from "../issue-list.ts";
import { naming } from "../named-errors.ts";
import { isBlocking, QuestionError, refuseOpenQuestions } from "../questions.ts";
import type { InputCount, ReadOptions } from "../read-options.ts";
import type { ByteSource } from "../source.ts";
import type { CodedTable } from "../typed/coded-table.ts";
import { joinHead, withoutLines } from "../typed/join-tables.ts";
import { decideStyles, type Styles } from "../typed/styles.ts";
import { numberColumn } from "../typed/typed-columns.ts";
import { foldLines } from "./append-lines.ts";
import { damagedItems } from "./damaged-items.ts";
import { overlapping } from "./duplicates.ts";
import { reportVariants } from "./item-variants.ts";
import { keepLines } from "./keep-lines.ts";
import { settleUnits } from "./mixed-units.ts";
import { type LineKinds, lineKindsOf } from "./movement-of-line.ts";
import { type OrderFile, openOrderFile, readOrderFile } from "./order-file.ts";
import { itemsInOrders, suppliersInOrders } from "./order-master.ts";

export interface OrdersRead {
  readonly lines: OrderLines;
  /** Master data from item columns inside the orders files. */
  readonly items: Item[];
  /** Suppliers that the lines name, with their names. */
  readonly suppliers: Supplier[];
  readonly inputs: InputCount[];
  readonly issues: Issue[];
}

/** A table ready to be folded. */
interface Ready {
  readonly source: ByteSource;
  readonly coded: CodedTable;
  readonly styles: Styles;
  readonly kinds: LineKinds;
  readonly header: readonly string[];
  /** Rows left out before folding: lines without a head. */
  readonly issues: readonly Issue[];
}

/**
 * Reads order histories: any dialect, long or wide, one table or heads and lines in two. Rows that cannot count
 * are issues; a question that must be answered first, or nothing usable, throws (QuestionError carries the issues).
 */
export function readOrders(sources: readonly ByteSource[], options: ReadOptions = {}): OrdersRead {
  const files = joinable(sources.map((source) => naming(source.name, () => openOrderFile(source, options))));
  if (options.map !== undefined)
    checkMap(
      options.map,
      files.map(({ table, profile }) => ({ header: table.header, width: profile.columns.length })),
    );
  const issues: Issue[] = files.flatMap((file) => file.issues);
  const asked = (found: readonly Issue[]) => found.filter(isBlocking);
  refuseOpenQuestions(asked(issues), issues);

  const counts = new Map<ByteSource, { lines: number; used: number }>();
  const ready = prepare(files, options, issues, counts);
  refuseOpenQuestions(asked(issues), issues);

  const lines = orderLines(4096);
  const masterIds = (options.master ?? []).map(({ item }) => item);
  const rests: Int32Array[] = [];
  const inputs = new Map<ByteSource, InputCount>();
  for (const { source, coded, styles, kinds, issues: before } of ready) {
    const file = lines.files.push(coded.file) - 1;
    const list = issueList(coded.file, issuesOfACode);
    for (const issue of before) list.add(issue);
    const first = lines.length;
    const damaged = damagedItems(coded, masterIds, options.answers);
    issues.push(...damaged.issues.map((issue) => ({ ...issue, file: coded.file })));
    const used = foldLines(coded, styles, kinds, file, lines, list, damaged.restored);
    if (coded.rest !== undefined) rests.push(restsOf(coded, lines, first));
    inputs.set(source, {
      file: coded.file,
      lines: coded.records,
      used,
    });
    issues.push(...coded.table.issues(), ...list.list());
    if (coded.filledDown > 0)
      issues.push({ code: "filled-down", severity: "info", file: coded.file, count: coded.filledDown });
  }
  const inputsOf = (source: ByteSource): InputCount => {
    const own = inputs.get(source);
    if (own !== undefined) return own;
    return { file: source.name, ...(counts.get(source) ?? { lines: 0, used: 0 }) };
  };
  if (lines.length === 0) throw nothingUsable(issues);
  if (ready.length > 1) {
    const repeated = mergeOverlap(lines, rests.length === ready.length ? rests : undefined, issues);
    for (const [k, { source }] of ready.entries()) {
      const count = inputs.get(source);
      const more = repeated[k] ?? 0;
      if (count !== undefined && more > 0) inputs.set(source, { ...count, repeated: more });
    }
  }
  const known = options.master === undefined ? undefined : new Set(options.master.map(({ item }) => item));
  issues.push(...capped(reportVariants(lines, known, options.answers)));
  const units = settleUnits(
    lines,
    new Map((options.master ?? []).map((item) => [item.item, item])),
    options.answers,
  );
  if (units.keep.includes(0)) keepLines(lines, units.keep);
  issues.push(...capped(units.issues));
  const ofItems: Issue[] = [];
  const items = joinedItems(ready.flatMap(({ coded, styles }) => itemsInOrders(coded, styles, ofItems)));
  issues.push(...capped(ofItems));
  return {
    lines,
    items,
    suppliers: suppliersInOrders(ready.map(({ coded }) => coded)),
    inputs: sources.map(inputsOf),
    issues,
  };
}

/** Heads serve only beside details, which take their dates from them; else each file stands for itself. */
function joinable(files: readonly OrderFile[]): readonly OrderFile[] {
  const heads = files.some(({ role }) => role === "head");
  const details = files.some(({ role }) => role === "detail");
  const shared = sharedKey(files);
  return files.map((file) => {
    if (!heads || !details || file.role === "lines") return { ...file, role: "lines" };
    const issues = file.issues.filter(({ code }) => code !== "column-unclear" && code !== "date-from-due");
    const column = file.table.header.findIndex((heading) => normaliseHeading(heading).key === shared);
    const fields = new Map(file.named.fields);
    if (column >= 0) fields.set("order", column);
    return { ...file, mapping: { ...file.named, fields }, issues };
  });
}

/** The order number that heads and lines share by its heading (Sage: BelID beside Belegnummer). */
function sharedKey(files: readonly OrderFile[]): string | undefined {
  const keysOf = (file: OrderFile) => file.table.header.map((heading) => normaliseHeading(heading).key);
  const numbers = new Set(synonymsOf("orders").flatMap(({ field, key }) => (field === "order" ? [key] : [])));
  const [first, ...others] = files.filter(({ role }) => role !== "lines").map(keysOf);
  return first?.find((key) => numbers.has(key) && others.every((keys) => keys.includes(key)));
}

function prepare(
  files: readonly OrderFile[],
  options: ReadOptions,
  issues: Issue[],
  counts: Map<ByteSource, { lines: number; used: number }>,
): Ready[] {
  const several = files.filter(({ role }) => role !== "head").length > 1;
  const sameHeadings =
    new Set(files.filter(({ role }) => role !== "head").map(({ mapping }) => mapping.fingerprint)).size === 1;
  const heads = files
    .filter(({ role }) => role === "head")
    .map((file) => ({ file, coded: naming(file.source.name, () => readOrderFile(file, false)) }));
  return files
    .filter(({ role }) => role !== "head")
    .map((file) => {
      let coded = naming(file.source.name, () => readOrderFile(file, several && sameHeadings));
      let header: readonly string[] = file.table.header;
      const before: Issue[] = [];
      for (const head of file.role === "detail" ? heads : []) {
        const joined = joinHead(coded, head.coded);
        coded = joined.coded;
        header = [...header, ...head.file.table.header];
        for (let k = 0; k < coded.length; k++)
          if (joined.orphans[k] === 1)
            before.push({ code: "order-without-head", severity: "warning", row: coded.rows[k] });
        coded = before.length === 0 ? coded : withoutLines(coded, joined.orphans);
        counts.set(head.file.source, { lines: head.coded.records, used: joined.headsUsed });
        for (const row of joined.repeated)
          issues.push({ code: "order-head-repeated", severity: "warning", file: head.coded.file, row });
        issues.push(...head.coded.table.issues());
      }
      const styles = decideStyles(coded, options.answers);
      const quantities = numberColumn(coded, styles, "quantity").values ?? new Float64Array();
      const kinds = lineKindsOf(coded, header, quantities, options.answers);
      issues.push(...[...styles.issues, ...kinds.issues].map((issue) => ({ ...issue, file: coded.file })));
      return { source: file.source, coded, styles, kinds, header, issues: before };
    });
}

/** The hashes of a table, for the lines that were used. */
function restsOf(coded: CodedTable, lines: OrderLines, first: number): Int32Array {
  const rest = coded.rest ?? new Int32Array();
  const out = new Int32Array(lines.length - first);
  let at = 0;
  for (let k = first; k < lines.length; k++) {
    while (coded.rows[at] !== lines.row[k]) at++;
    out[k - first] = rest[at++];
  }
  return out;
}

/** More repeated lines than this are told in one issue. */
const repeatedOneByOne = 5;

/** Lets lines that several files bring count once; how many fell out of each file. */
function mergeOverlap(
  lines: OrderLines,
  rests: readonly Int32Array[] | undefined,
  issues: Issue[],
): readonly number[] {
  let joined: Int32Array | undefined;
  if (rests !== undefined) {
    joined = new Int32Array(lines.length);
    let at = 0;
    for (const part of rests) {
      joined.set(part, at);
      at += part.length;
    }
  }
  const keep = overlapping(lines, joined);
  const repeated = lines.files.map((): number[] => []);
  for (let k = 0; k < lines.length; k++) if (keep[k] === 0) repeated[lines.file[k]]?.push(k);
  const dropped = repeated.map(({ length }) => length);
  if (dropped.every((count) => count === 0)) return dropped;
  repeated.forEach((places, f) => {
    issues.push(...repeatedIssues(lines, places, lines.files[f]));
  });
  keepLines(lines, keep);
  return dropped;
}

/** Lines that another file brings too: each by itself where they are few, else one issue with their rows. */
function repeatedIssues(lines: OrderLines, places: readonly number[], file: string): Issue[] {
  const code = "line-in-other-file";
  if (places.length <= repeatedOneByOne) {
    return places.map((k) => {
      const item = lines.items.values[lines.item[k]];
      return { code, severity: "info", file, row: lines.row[k], item };
    });
  }
  const rows = places.map((k) => lines.row[k]).sort((a, b) => a - b);
  const text = shortText(rowRanges(rows));
  return [{ code, severity: "info", file, row: rows[0], lines: rows.length, text }];
}

/** One item of the items that several files bring; where they differ the file whose name sorts last counts. */
function joinedItems(items: readonly Item[]): Item[] {
  const byItem = new Map<string, Item>();
  const sorted = [...items].sort(
    (a, b) => byCodeUnit(a.item, b.item) || byCodeUnit(a.file ?? "", b.file ?? ""),
  );
  for (const item of sorted) byItem.set(item.item, { ...byItem.get(item.item), ...item });
  return [...byItem.values()];
}

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function nothingUsable(issues: readonly Issue[]): QuestionError {
  const counts = new Map<string, number>();
  for (const issue of issues)
    if (issue.severity !== "info") counts.set(issue.code, (counts.get(issue.code) ?? 0) + countOf(issue));
  const [first] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const most = first === undefined ? undefined : { code: first[0], rows: first[1] };
  return new QuestionError({ code: "nothing-usable", ...defined({ most }) }, issues);
}
