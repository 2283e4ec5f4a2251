import type { Issue } from "../../issue.ts";
import type { Candidate } from "./candidates.ts";
import { uniqueLabel } from "./column-names.ts";
import { isOtherThing, onlyDate, onlyNumber, onlyText, totalOfRow } from "./evidence/only-columns.ts";
import { type Field, type FileKind, fieldsOf, requiredOf } from "./fields.ts";
import type { Columns, Mapping } from "./mapping.ts";
import type { TableProfile } from "./profile.ts";
import { hopeless, missing, readable, sameNumbers } from "./rules/no-column.ts";

/** From this confidence on a heading that is no known synonym is taken for a field that a file cannot do without. */
const sure = 0.75;
/** And for another field, which nobody would be asked for. */
const surer = 0.8;
/** A rival as near as this leaves it open which of two columns is meant. */
const margin = 0.15;
/** Fields that are asked for rather than taken with a doubt. */
const asked = new Set<Field>(["item", "date", "quantity", "action"]);

/** Candidates in the order in which they are looked at: known headings first, then the likelier. */
function byLikelihood(kind: FileKind, candidates: readonly Candidate[]): Candidate[] {
  const importance = (field: Field): number => {
    const at = requiredOf[kind].indexOf(field);
    return at < 0 ? 10 + fieldsOf[kind].indexOf(field) : at;
  };
  return [...candidates].sort(
    (a, b) =>
      Number(b.exact) - Number(a.exact) ||
      b.score - a.score ||
      importance(a.field) - importance(b.field) ||
      a.rank - b.rank ||
      a.column - b.column,
  );
}

/** Whether a candidate is taken, given the columns that are still free for its field. */
function isTaken(candidate: Candidate, rivals: readonly Candidate[], mayGuess: boolean): boolean {
  const { field, exact, score, rank } = candidate;
  if (!asked.has(field)) return exact ? score >= readable : mayGuess && score >= surer;
  const rival = rivals.find((other) => other.exact === exact);
  const isClose = rival !== undefined && score - rival.score < margin && rival.rank === rank;
  return !isClose && score >= (exact ? readable : sure);
}

/** True for two columns that hold the same in every row; under two headings not one thing alone. */
const isCopy = ({ header, profile: { head } }: Columns, one: number, other: number): boolean =>
  header[one] !== undefined &&
  (header[one] === header[other] || new Set(head.map((cells) => cells[one])).size > 1) &&
  head.length > 1 &&
  head.every((cells) => cells[one] === cells[other]);

/** True for a column without a text below its heading, in a table that has rows: it holds nothing that is asked for. */
const isEmpty = ({ profile: { columns, records } }: Columns, column: number): boolean =>
  records > 0 && columns[column]?.filled === 0;

/** True for an empty column where another one of the same meaning is filled, of the article also its name. */
function isPassedOver(
  columns: Columns,
  { field, column }: Candidate,
  open: readonly Candidate[],
  all: readonly Candidate[],
): boolean {
  if (!asked.has(field) || !isEmpty(columns, column)) return false;
  const names = field === "item" ? all.filter((one) => one.field === "name") : [];
  return [...open, ...names].some((one) => !isEmpty(columns, one.column));
}

/** What is said about a column that is taken: nothing where its heading leaves no doubt. */
function noteOn(candidate: Candidate, rivals: readonly Candidate[], header: readonly string[]): Issue[] {
  const { field, exact, score, rank } = candidate;
  const column = uniqueLabel(header, candidate.column);
  if (!exact) return [{ code: "column-guessed", severity: "info", field, column, confidence: score }];
  const passed = rivals.filter((other) => other.exact && other.score >= sure && other.rank !== rank);
  if (!asked.has(field) || passed.length === 0) return [];
  const text = [...new Set(passed.map((other) => uniqueLabel(header, other.column)))].join(", ");
  return [{ code: "column-chosen", severity: "info", field, column, text }];
}

/** What was delivered is the quantity where nothing says what was ordered or is open: no other column counts. */
function deliveredAlone(columns: Columns, received: number | undefined): number | undefined {
  if (received === undefined) return undefined;
  const isOther = ({ index, numberRate, dateRate }: TableProfile["columns"][number]): boolean =>
    index !== received &&
    numberRate >= 0.9 &&
    dateRate < 0.9 &&
    !isOtherThing("quantity", columns.header[index] ?? "");
  return columns.profile.columns.some(isOther) ? undefined : received;
}

/**
 * The quantity where no heading names it: the only numbers that are left, those that several columns repeat, or the
 * total of each row; undefined where another column may be meant.
 */
function quantityLeft(
  columns: Columns,
  open: readonly Candidate[],
  { amount, received }: { amount: number | undefined; received: number | undefined },
  isFree: (column: number) => boolean,
): number | undefined {
  const same = sameNumbers(columns, isFree);
  const column =
    onlyNumber(columns, isFree) ??
    deliveredAlone(columns, received) ??
    same ??
    totalOfRow(columns, (at) => isFree(at) || at === amount);
  return column === same || open.every((other) => other.column === column) ? column : undefined;
}

/**
 * Gives each field its column: what the user said (`fixed`) first, then the candidates by likelihood, but none of the
 * columns `apart`. What is guessed or chosen among several is noted; a field of `required` without a column becomes a
 * question.
 */
export function assign(
  columns: Columns,
  fixed: ReadonlyMap<Field, number>,
  candidates: readonly Candidate[],
  required: readonly Field[],
  apart: ReadonlySet<number>,
): Mapping {
  const { kind, header, fingerprint } = columns;
  const fields = new Map(fixed);
  const confidence = new Map<number, number>([...fixed.values()].map((column) => [column, 1]));
  const exact = new Set<Field>(fixed.keys());
  const issues: Issue[] = [];
  const isFree = (column: number): boolean => !confidence.has(column) && !apart.has(column);
  const ordered = byLikelihood(kind, candidates);
  const openFor = (field: Field): Candidate[] =>
    ordered.filter((candidate) => candidate.field === field && isFree(candidate.column));
  // Master data inside an orders file are taken by their exact headings only.
  const mayGuess = kind !== "orders" || header.length === 0;
  for (const candidate of ordered) {
    const { field, column } = candidate;
    if (fields.has(field) || !isFree(column)) continue;
    if (isPassedOver(columns, candidate, openFor(field), ordered)) continue;
    const rivals = openFor(field).filter(
      (other) => other.column !== column && !isCopy(columns, column, other.column),
    );
    if (!isTaken(candidate, rivals, mayGuess)) continue;
    issues.push(...noteOn(candidate, rivals, header));
    fields.set(field, column);
    confidence.set(column, candidate.score);
    if (candidate.exact) exact.add(field);
  }
  const guess = (field: Field, at: number): void => {
    fields.set(field, at);
    confidence.set(at, sure);
    const column = uniqueLabel(header, at);
    issues.push({ code: "column-guessed", severity: "info", field, column, confidence: sure });
  };
  if (kind === "orders" && required.includes("quantity") && !fields.has("quantity")) {
    const [amount, received] = [fields.get("amount"), fields.get("receivedQuantity")];
    const column = quantityLeft(columns, openFor("quantity"), { amount, received }, isFree);
    if (column !== undefined) {
      for (const field of ["amount", "receivedQuantity"] as const)
        if (fields.get(field) === column) fields.delete(field);
      guess("quantity", column);
    }
  }
  const day = required.includes("date") && !fields.has("date") ? onlyDate(columns, isFree) : undefined;
  if (
    kind === "orders" &&
    day !== undefined &&
    openFor("date").every(({ column, score }) => column === day || score < hopeless)
  )
    guess("date", day);
  const item =
    required.includes("item") && !fields.has("item") ? onlyText(columns, isFree, apart) : undefined;
  if (item !== undefined) guess("item", item);
  for (const field of required)
    if (!fields.has(field))
      issues.push(
        missing(field, columns, openFor(field), isFree, {
          amount: fields.get("amount"),
          name: fields.get("name"),
          price: fields.get("price"),
          mayBePieces: kind === "orders" && fields.has("item") && fields.has("date"),
        }),
      );
  return { kind, fingerprint, fields, confidence, exact, issues };
}
