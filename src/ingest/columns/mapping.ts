import type { Issue } from "../../issue.ts";
import { fingerprint, normaliseHeading } from "../cells/heading-key.ts";
import { type Candidate, candidatesOf } from "./candidates.ts";
import { adjusted } from "./context-rules.ts";
import { type Field, type FileKind, fieldsOf, fieldTypes, isField, requiredOf } from "./fields.ts";
import { withoutHeadings } from "./headerless.ts";
import type { ColumnProfile, TableProfile } from "./profile.ts";

/** Which column holds which field. */
export interface Mapping {
  readonly kind: FileKind;
  readonly fingerprint: string;
  readonly fields: ReadonlyMap<Field, number>;
  /** Confidence by column, for columns that hold a field. */
  readonly confidence: ReadonlyMap<number, number>;
  readonly exact: ReadonlySet<Field>;
  /** Questions and notes about columns. */
  readonly issues: readonly Issue[];
}

export interface MappingOptions {
  /** Overrides: field -> heading; "items.onHand" only where the file holds items or item columns. */
  readonly map?: Readonly<Record<string, string>>;
  readonly answers?: Readonly<Record<string, string>>;
  /** Identifiers known from other files: the item column is the one that holds them. */
  readonly knownItems?: ReadonlySet<string>;
  /** Columns read in another way (periods of a wide table, year and month of a date) and the fields they give. */
  readonly apart?: { readonly columns: ReadonlySet<number>; readonly fields: readonly Field[] };
}

/** From this confidence on a heading that is no known synonym is taken. */
const sure = 0.75;
const margin = 0.15;
const core = new Set<Field>(["item", "date", "quantity"]);

/** Column that a user names: by heading, by its normalised form, else by its number from 1. */
export function columnNamed(name: string, header: readonly string[], width: number): number {
  const bare = name.trim();
  const literal = header.findIndex((heading) => heading.trim() === bare);
  if (literal >= 0) return literal;
  const { key } = normaliseHeading(bare);
  const same = header.findIndex((heading) => normaliseHeading(heading).key === key && key !== "");
  if (same >= 0) return same;
  const number = /^(?:column|spalte|col)?\s*(\d+)$/i.exec(bare);
  const index = number === null ? -1 : Number(number[1]) - 1;
  return index >= 0 && index < width ? index : -1;
}

function overrides(kind: FileKind, options: MappingOptions, header: readonly string[], width: number) {
  const fixed = new Map<Field, number>();
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
    if (column >= 0) fixed.set(field, column);
  }
  return fixed;
}

/** Finds the columns of a file by headings, content and what the user said. */
export function mapColumns(
  kind: FileKind,
  header: readonly string[],
  profile: TableProfile,
  options: MappingOptions = {},
): Mapping {
  const width = Math.max(header.length, profile.columns.length);
  const print = fingerprint(header.length > 0 ? header : profile.columns.map((_, c) => `#${c + 1}`));
  const fixed = overrides(kind, options, header, width);
  for (const field of options.answers === undefined ? [] : fieldsOf[kind]) {
    const answer = options.answers?.[`column:${field}:${print}`];
    const column = answer === undefined ? -1 : columnNamed(answer, header, width);
    if (column >= 0 && !fixed.has(field)) fixed.set(field, column);
  }
  const candidates = adjusted(
    kind,
    header,
    profile,
    header.length > 0 ? candidatesOf(kind, header, profile.columns) : withoutHeadings(kind, profile),
    options.knownItems,
  );
  const stock = minimumStock(kind, header, print, options.answers);
  candidates.push(...stock.candidates);
  const mapped = assigned(kind, header, profile, print, fixed, candidates, options.apart);
  return { ...mapped, issues: [...mapped.issues, ...stock.issues] };
}

/** "Mindestbestand" is the safety stock in one house and the reorder point in the next: it is asked for. */
function minimumStock(
  kind: FileKind,
  header: readonly string[],
  print: string,
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

function assigned(
  kind: FileKind,
  header: readonly string[],
  profile: TableProfile,
  print: string,
  fixed: ReadonlyMap<Field, number>,
  candidates: readonly Candidate[],
  apart: MappingOptions["apart"],
): Mapping {
  if (apart === undefined) return assign(kind, header, profile, print, fixed, candidates, requiredOf[kind]);
  const others = candidates.filter(
    ({ column, field }) => !apart.columns.has(column) && !apart.fields.includes(field),
  );
  const required = requiredOf[kind].filter((field) => !apart.fields.includes(field));
  return assign(kind, header, profile, print, fixed, others, required);
}

/** Headings that stand over several columns: each column is kept, the first one counts. */
export function repeatedHeadings(header: readonly string[], row: number): Issue[] {
  const seen = new Set<string>();
  return header.flatMap((heading) => {
    const bare = heading.trim();
    if (bare === "" || !seen.has(bare)) {
      seen.add(bare);
      return [];
    }
    return [{ code: "heading-repeated", severity: "info" as const, row, column: bare, text: bare }];
  });
}

/** True for a column whose content fits a field that no heading names. */
function mayHold(field: Field, column: ColumnProfile): boolean {
  if (column.filled === 0) return false;
  if (fieldTypes[field] === "date") return column.dateRate > 0.5;
  if (fieldTypes[field] === "number") return column.numberRate > 0.5 && column.dateRate < 0.9;
  return column.dateRate < 0.5;
}

function assign(
  kind: FileKind,
  header: readonly string[],
  profile: TableProfile,
  print: string,
  fixed: ReadonlyMap<Field, number>,
  candidates: readonly Candidate[],
  required: readonly Field[],
): Mapping {
  const fields = new Map(fixed);
  const taken = new Set(fixed.values());
  const confidence = new Map<number, number>([...taken].map((column) => [column, 1]));
  const exact = new Set<Field>(fixed.keys());
  const issues: Issue[] = [];
  const importance = (field: Field): number => {
    const at = requiredOf[kind].indexOf(field);
    return at < 0 ? 10 + fieldsOf[kind].indexOf(field) : at;
  };
  const ordered = [...candidates].sort(
    (a, b) =>
      Number(b.exact) - Number(a.exact) ||
      b.score - a.score ||
      importance(a.field) - importance(b.field) ||
      a.rank - b.rank ||
      a.column - b.column,
  );
  const name = (column: number): string => {
    const heading = header[column]?.trim() ?? "";
    const repeated = header.some((other, k) => k !== column && other.trim() === heading);
    return heading === "" || repeated ? `column ${column + 1}` : heading;
  };
  const ask = (field: Field, columns: readonly number[]): void => {
    const question = { id: `column:${field}:${print}`, candidates: columns.map(name) };
    issues.push({ code: "column-unclear", severity: "error", field, question });
  };
  for (const candidate of ordered) {
    const { field, column, score } = candidate;
    if (fields.has(field) || taken.has(column)) continue;
    const rivals = ordered.filter(
      (other) => other.field === field && other.column !== column && !taken.has(other.column),
    );
    if (core.has(field) || field === "action") {
      const rival = rivals.find((other) => other.exact === candidate.exact);
      const close = rival !== undefined && score - rival.score < margin && rival.rank === candidate.rank;
      if ((!candidate.exact && score < sure) || (score < 0.5 && candidate.exact) || close) continue;
      const passed = rivals.filter(
        (other) => other.exact && other.score >= sure && other.rank !== candidate.rank,
      );
      if (!candidate.exact)
        issues.push({
          code: "column-guessed",
          severity: "info",
          field,
          column: name(column),
          confidence: score,
        });
      else if (passed.length > 0) {
        const text = [...new Set(passed.map((other) => name(other.column)))].join(", ");
        issues.push({ code: "column-chosen", severity: "info", field, column: name(column), text });
      }
    } else if (score < (candidate.exact ? 0.5 : 0.8)) continue;
    else if (!candidate.exact) {
      // Master data inside an orders file are taken by their exact headings only.
      if (kind === "orders" && header.length > 0) continue;
      issues.push({
        code: "column-guessed",
        severity: "info",
        field,
        column: name(column),
        confidence: score,
      });
    }
    fields.set(field, column);
    taken.add(column);
    confidence.set(column, score);
    if (candidate.exact) exact.add(field);
  }
  for (const field of required) {
    if (fields.has(field)) continue;
    const named = ordered.find((other) => other.field === field && other.exact && !taken.has(other.column));
    if (named !== undefined && named.score < 0.5) {
      const text = profile.columns[named.column]?.samples[0] ?? "";
      issues.push({ code: "column-unreadable", severity: "error", field, column: name(named.column), text });
      continue;
    }
    const open = ordered.filter((other) => other.field === field && !taken.has(other.column));
    const likely = profile.columns.filter((column) => !taken.has(column.index) && mayHold(field, column));
    const columns = open.length > 0 ? open.map(({ column }) => column) : likely.map(({ index }) => index);
    ask(field, [...new Set(columns)].slice(0, 12));
  }
  return { kind, fingerprint: print, fields, confidence, exact, issues };
}
