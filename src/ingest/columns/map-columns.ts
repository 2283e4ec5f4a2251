import type { Issue } from "../../issue.ts";
import { fingerprint, normaliseHeading } from "../cells/heading-key.ts";
import { assign } from "./assign.ts";
import { type Candidate, candidatesOf } from "./candidates.ts";
import { columnNamed } from "./column-names.ts";
import { adjusted } from "./context-rules.ts";
import { outOfLedger } from "./evidence/balance.ts";
import { type Field, type FileKind, fieldsOf, isField, requiredOf } from "./fields.ts";
import { withoutHeadings } from "./headerless.ts";
import { monthHeading, namesQuarters, namesWeeks } from "./headings/dates.ts";
import type { Columns, Mapping, MappingOptions } from "./mapping.ts";
import { hasDays, type TableProfile } from "./profile.ts";
import { readable } from "./rules/no-column.ts";

/** The columns of a table, before they are named. */
const columnsOf = (kind: FileKind, header: readonly string[], profile: TableProfile): Columns => ({
  kind,
  header,
  profile,
  fingerprint: fingerprint(header.length > 0 ? header : profile.columns.map((_, c) => `#${c + 1}`)),
});

/** Fields whose column the user named, and is there: by `--map`, else by an answer. */
export const saidFields = (
  kind: FileKind,
  header: readonly string[],
  profile: TableProfile,
  options: MappingOptions,
): ReadonlyMap<Field, number> => saidColumns(columnsOf(kind, header, profile), options);

function saidColumns({ kind, header, profile, fingerprint: print }: Columns, options: MappingOptions) {
  const width = Math.max(header.length, profile.columns.length);
  const said = new Map<Field, number>();
  for (const [name, heading] of Object.entries(options.map ?? {})) {
    const [prefix, rest] = name.includes(".") ? (name.split(".", 2) as [string, string]) : [undefined, name];
    const field = rest.trim();
    const here =
      prefix === undefined
        ? kind === "orders"
        : prefix === kind ||
          (prefix === "openOrders" && kind === "open-orders") ||
          (prefix === "items" && kind === "orders");
    if (!here || !isField(field) || !fieldsOf[kind].includes(field)) continue;
    const column = columnNamed(heading, header, width);
    if (column >= 0) said.set(field, column);
  }
  for (const field of options.answers === undefined ? [] : fieldsOf[kind]) {
    const answer = options.answers?.[`column:${field}:${print}`];
    const column = answer === undefined ? -1 : columnNamed(answer, header, width);
    if (column >= 0 && !said.has(field)) said.set(field, column);
  }
  return said;
}

/** The number of a week, a month or a quarter beside a column of days: it is no date. */
function isPartOfDay({ field, column, score }: Candidate, { header, profile }: Columns): boolean {
  const { key } = normaliseHeading(header[column] ?? "");
  const isPart = namesWeeks(key) || namesQuarters(key) || monthHeading.test(key);
  return field === "date" && isPart && score < readable && hasDays(profile);
}

/** Finds the columns of a file by headings, content and what the user said. */
export function mapColumns(
  kind: FileKind,
  header: readonly string[],
  profile: TableProfile,
  options: MappingOptions = {},
): Mapping {
  const columns = columnsOf(kind, header, profile);
  const found =
    header.length > 0 ? candidatesOf(kind, header, profile.columns) : withoutHeadings(kind, profile);
  const stock = minimumStock(columns, options.answers);
  const { apart = { columns: new Set<number>(), fields: [] }, knownItems } = options;
  const isWide = apart.fields.includes("quantity");
  const named = adjusted(columns, found, { knownItems, isWide });
  const candidates = [...named, ...stock.candidates, ...ofLedger(columns, found, named)];
  const mapped = assign(
    columns,
    saidColumns(columns, options),
    candidates.filter((one) => !apart.fields.includes(one.field) && !isPartOfDay(one, columns)),
    requiredOf[kind].filter((field) => !apart.fields.includes(field)),
    apart.columns,
  );
  return { ...mapped, issues: [...mapped.issues, ...stock.issues] };
}

/** What went out of a stock ledger is the quantity, where no heading names one and the balance proves it. */
function ofLedger(
  { kind, header, profile }: Columns,
  found: readonly Candidate[],
  named: readonly Candidate[],
): Candidate[] {
  if (kind !== "orders" || found.some(({ field, exact }) => field === "quantity" && exact)) return [];
  const isItem = ({ field, exact }: Candidate): boolean => field === "item" && exact;
  const items = [...new Set([...found, ...named].filter(isItem).map(({ column }) => column))];
  const column = (items.length === 0 ? [undefined] : items)
    .map((item) => outOfLedger(profile, header, item))
    .find((out) => out !== undefined);
  return column === undefined ? [] : [{ column, field: "quantity", score: 1, rank: 0, exact: true }];
}

/** "Mindestbestand" is the safety stock in one house and the reorder point in the next: it is asked for. */
function minimumStock(
  { kind, header, fingerprint: print }: Columns,
  answers: MappingOptions["answers"],
): { candidates: Candidate[]; issues: Issue[] } {
  const column = header.findIndex((text) => /^mindest(lager)?bestand$/.test(normaliseHeading(text).key));
  if (kind !== "items" || column < 0) return { candidates: [], issues: [] };
  const id = `minimum-stock:${print}`;
  const answer = answers?.[id];
  if (answer === "safetyStock" || answer === "reorderPoint")
    return { candidates: [{ column, field: answer, score: 1, rank: 0, exact: true }], issues: [] };
  const question = { id, candidates: ["safetyStock", "reorderPoint"] };
  const name = header[column];
  return {
    candidates: [],
    issues: [{ code: "minimum-stock-unclear", severity: "warning", column: name, question }],
  };
}
