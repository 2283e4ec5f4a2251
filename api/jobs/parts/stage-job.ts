import { readFileSync } from "node:fs";
import {
  type Issue,
  type ListRow,
  type Plan,
  planRows,
  type StageName,
  type TableRow,
} from "../../../src/index.ts";
import { writeFolder } from "../../run/files.ts";
import { joined, settled } from "../../stages/join.ts";
import { chunks, mergedRows, partTables, rowFile, rowsOfPart } from "../../stages/rows.ts";
import { runPart } from "../../stages/run-part.ts";
import { type PartState, type PartSums, packed, type Shared, unpacked } from "../../stages/state.ts";
import { rowLines, rowsName } from "../made/list-rows.ts";
import { addedUp, type Figures, figuresOf, questionsOf, summaryOf } from "../made/summary.ts";
import type { PlanEnd } from "../plan-job.ts";
import type { SaidAtCut } from "./cut.ts";

/** Everything that the process of a step needs: a part that goes through a stage, or the sums of all of them. */
export interface StageSpec {
  readonly stage: StageName;
  /** The stage after it, of a join. */
  readonly next?: StageName;
  /** Where the results go. */
  readonly folder: string;
  readonly shared: string;
  readonly state?: string;
  readonly sums?: readonly string[];
}

/** Name, before its ending, of what a part has come to. */
export const partStem = "part";

/** Lists of a plan whose rows lie with its parts, in the order in which a plan says them. */
const listsOfItems = ["items", "forecasts", "signals", "suggestions"];
const listsOfParts = [...listsOfItems, "baskets", "openOrders", "issues", "parameters"];

const listFile = (stem: string, kind: string): string => `${stem}.${kind}.list`;
const figuresFile = (stem: string): string => `${stem}.figures.json`;

/** What the last stage makes of a part: what is read of it when the plan is put together. */
export const settledNames: readonly string[] = [
  `${partStem}.part`,
  `${partStem}.sums`,
  figuresFile(partStem),
  ...partTables.map((name) => rowFile(partStem, name)),
  ...listsOfParts.map((kind) => listFile(partStem, kind)),
];

/** What a part counts and asks. */
interface PartSaid {
  readonly figures: Figures;
  readonly questions: readonly Issue[];
}

/** A row of a list with what it is sorted by among those of other parts. */
type SortedRow = TableRow & { readonly ordered: boolean; readonly json: string };

const sortedRow = ({ kind, item, ordered, json }: ListRow): SortedRow => {
  if (item !== null) return { item, ordered, json };
  const { supplier, currency } = JSON.parse(json) as { supplier?: string; currency?: string };
  return { ...(kind === "baskets" ? { supplier, currency } : {}), ordered, json };
};

/** What is said of the items of a part, as the lists of the store hold it. */
function listsOfPart(plan: Plan): [name: string, rows: Iterable<Uint8Array>][] {
  const rows = new Map(listsOfParts.map((kind): [string, SortedRow[]] => [kind, []]));
  for (const row of planRows(plan))
    if (row.kind !== "issues" || row.item !== null) rows.get(row.kind)?.push(sortedRow(row));
  // rows of an item stay in their order
  const key = ({ item, supplier, currency }: SortedRow) =>
    item === undefined ? `${supplier} ${currency}` : String(item);
  return [...rows].map(([kind, all]) => [
    listFile(partStem, kind),
    chunks(all.sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0))),
  ]);
}

function saidOf(plan: Plan): Uint8Array {
  const issues = plan.issues.filter(({ item }) => item !== undefined);
  const said: PartSaid = { figures: figuresOf(plan, issues), questions: questionsOf(issues) };
  return Buffer.from(JSON.stringify(said));
}

/** Does a step of a plan in parts: run again it writes the same bytes. */
export async function runStageJob({
  stage,
  next,
  folder,
  shared: path,
  state,
  sums,
}: StageSpec): Promise<void> {
  const shared = unpacked<Shared>("shared", path);
  if (state === undefined) {
    const known = joined(shared, sums ?? [], stage, next ?? null);
    writeFolder(folder, new Map([["shared", packed("shared", known)]]));
    return;
  }
  const made = await runPart(shared, unpacked<PartState>("part", state), stage);
  const own: PartSums = { stage, sums: made.sums };
  const files = new Map<string, Uint8Array | Iterable<Uint8Array>>([
    [`${partStem}.part`, packed("part", made.state)],
    [`${partStem}.sums`, packed("sums", own)],
  ]);
  if (made.plan !== undefined) {
    for (const [table, rows] of rowsOfPart(made.plan)) files.set(rowFile(partStem, table), rows);
    for (const [name, rows] of listsOfPart(made.plan)) files.set(name, rows);
    files.set(figuresFile(partStem), saidOf(made.plan));
  }
  writeFolder(folder, files);
}

/** Everything that the process needs that puts a plan together whose parts are done. */
export interface FinishSpec {
  /** Where the results go. */
  readonly folder: string;
  readonly shared: string;
  /** What the last stage made of each part, without the endings. */
  readonly stems: readonly string[];
  /** What was known when the plan was cut. */
  readonly said: string;
}

/** The rows of all lists of a plan: those of its parts merged item by item, then what is said of all items. */
function* listRows(stems: readonly string[], said: Plan, named: readonly ListRow[]): Generator<ListRow> {
  const merged = function* (kind: string): Generator<ListRow> {
    for (const { item, ordered, json } of mergedRows(stems.map((stem) => listFile(stem, kind))))
      yield {
        kind,
        item: item === undefined ? null : String(item),
        ordered: ordered === true,
        json: String(json),
      };
  };
  for (const kind of listsOfItems) yield* merged(kind);
  const ofAll = { ...said, items: [], issues: said.issues.filter(({ item }) => item === undefined) };
  for (const row of planRows(ofAll)) if (row.kind === "issues" || !listsOfParts.includes(row.kind)) yield row;
  for (const kind of listsOfParts) if (!listsOfItems.includes(kind)) yield* merged(kind);
  yield* named;
}

/** Puts the parts of a plan together: the result folder of tables, and the rows of all lists. */
export async function runFinishJob({ folder, shared, stems, said: path }: FinishSpec): Promise<PlanEnd> {
  const known = joined(
    unpacked<Shared>("shared", shared),
    stems.map((stem) => `${stem}.sums`),
    "settle",
    null,
  );
  const { said, contents } = await settled(known, stems);
  writeFolder(folder, contents);
  const { named, ...atCut } = JSON.parse(readFileSync(path, "utf8")) as SaidAtCut;
  writeFolder(folder, new Map([[rowsName, rowLines(listRows(stems, said, named))]]));
  const parts = stems.map((stem) => JSON.parse(readFileSync(figuresFile(stem), "utf8")) as PartSaid);
  const ofAll = said.issues.filter(({ item }) => item === undefined);
  const figures = addedUp([
    ...parts.map((part) => part.figures),
    { items: 0, orderLines: 0, signals: 0, issues: ofAll.length, lacking: 0 },
  ]);
  return {
    state: "done",
    asOf: said.asOf,
    summary: summaryOf(said, figures),
    questions: [...questionsOf(ofAll), ...parts.flatMap(({ questions }) => questions)],
    ...atCut,
  };
}
