import { bareText } from "../cells/cells.ts";
import { isUnit } from "../cells/units.ts";
import type { Candidate } from "./candidates.ts";
import { knownKinds } from "./candidates.ts";
import { isRowNumber } from "./evidence/item-column.ts";
import type { FileKind } from "./fields.ts";
import type { ColumnProfile, TableProfile } from "./profile.ts";

const share = (column: ColumnProfile, test: (text: string) => boolean): number => {
  let hits = 0;
  let all = 0;
  column.texts.forEach((text, k) => {
    if (text === "") return;
    all += column.counts[k];
    if (test(bareText(text))) hits += column.counts[k];
  });
  return all === 0 ? 0 : hits / all;
};

const hasDecimals = (text: string): boolean => /[.,]\d{1,2}$/.test(text);
const clock = (text: string): boolean => /^\d{1,2}:\d{2}(:\d{2})?$/.test(text);
const code = (text: string): boolean => /^[\p{L}\d][\p{L}\d._/-]{2,24}$/u.test(text) && /\d/.test(text);

/** True when every text of `from` goes with one text of `to`: a number and the name of the same thing. */
function determines(profile: TableProfile, from: number, to: number): boolean {
  const seen = new Map<string, string>();
  for (const cells of profile.head) {
    const [a, b] = [cells[from] ?? "", cells[to] ?? ""];
    const known = seen.get(a);
    if (known !== undefined && known !== b) return false;
    seen.set(a, b);
  }
  return seen.size > 1;
}

/** True for a column that changes where the day does and nowhere else, over several rows: it is of the document. */
function isOfDocument({ columns, head }: TableProfile, column: ColumnProfile): boolean {
  const changes = (index: number): boolean[] =>
    head.slice(1).map((cells, k) => (cells[index] ?? "") !== (head[k]?.[index] ?? ""));
  const own = changes(column.index);
  return (
    own.includes(true) &&
    own.includes(false) &&
    columns.some(
      ({ index, dateRate }) => dateRate > 0.9 && changes(index).every((turns, k) => turns === own[k]),
    )
  );
}

/** True for a column that stands in the table twice. */
const isTwin = ({ columns, head }: TableProfile, column: number): boolean =>
  columns.some(
    ({ index }) => index !== column && head.every((cells) => (cells[index] ?? "") === (cells[column] ?? "")),
  );

/** How much a column looks like an item number, 0 to 1. */
function itemLook(profile: TableProfile, column: ColumnProfile): number {
  if (column.filled === 0 || column.dateRate > 0.8 || share(column, clock) > 0.5) return 0;
  const codes = share(column, code);
  if (codes < 0.9) return 0;
  const mixed = share(column, (text) => /^0\d|\p{L}/u.test(text));
  const widths = new Set(column.texts.map((text) => bareText(text).length));
  const named = profile.columns.some(
    (other) =>
      other.index !== column.index &&
      other.numberRate < 0.2 &&
      other.dateRate < 0.2 &&
      other.texts.length > 1 &&
      other.texts.length >= column.texts.length / 3 &&
      determines(profile, column.index, other.index),
  );
  const unique = profile.records >= 8 && column.texts.length === profile.records;
  if (isOfDocument(profile, column)) return 0;
  return (
    0.3 + (mixed > 0.5 ? 0.35 : 0) + (named ? 0.3 : 0) + (widths.size === 1 ? 0.1 : 0) - (unique ? 0.25 : 0)
  );
}

/**
 * Candidates of a file without a heading line, from its content alone: dates, whole texts that look like item
 * numbers, and the one column of numbers that is left. Only orders are read this way.
 */
export function withoutHeadings(kind: FileKind, profile: TableProfile): Candidate[] {
  if (kind !== "orders") return [];
  const { columns } = profile;
  const candidate = (field: Candidate["field"], column: number, score: number): Candidate => ({
    column,
    field,
    score: Math.min(0.9, score),
    rank: 900_000,
    exact: false,
  });
  const dates = columns.filter(
    (column) => column.dateRate > 0.9 && share(column, (t) => t.length >= 6) > 0.9,
  );
  const items = columns
    .map((column) => ({ index: column.index, look: itemLook(profile, column) }))
    .filter(({ look }) => look > 0.3);
  const best = items.reduce((top, each) => (each.look > top.look ? each : top), { index: -1, look: 0 });
  const numbers = columns.filter(
    (column) =>
      column.numberRate > 0.9 &&
      column.index !== best.index &&
      !dates.includes(column) &&
      !isOfDocument(profile, column) &&
      share(column, clock) < 0.1 &&
      share(column, (text) => /^0\d/.test(text)) < 0.05,
  );
  const kinds = columns.filter(
    (column) => knownKinds(column) > 0.9 && column.texts.length < 30 && column.numberRate < 0.5,
  );
  const units = columns.filter((column) => share(column, isUnit) > 0.9 && column.numberRate < 0.5);
  // "… 5;ST;12,50": the number before the unit is the quantity, the one behind it the price.
  const unit = units.length === 1 ? (units[0]?.index as number) : -1;
  const beside = numbers.some(({ index }) => index === unit - 1);
  const prices = numbers.filter(({ index }) => beside && index > unit);
  const decimals = (at: number): number =>
    numbers.reduce((found, column) => (column.index === at ? share(column, hasDecimals) : found), 0);
  const quantityScore = (index: number): number => {
    if (beside) return index === unit - 1 ? 0.85 : 0.4;
    // A position, or the number that ties a line to its head, is offered last.
    const isKey = isRowNumber(profile.head, index) || isTwin(profile, index);
    // Prices have decimals oftener than quantities.
    return isKey && numbers.length > 1 ? 0.4 : numbers.length === 1 ? 0.8 : 0.6 - 0.1 * decimals(index);
  };
  const rivals = items.filter(({ index, look }) => index !== best.index && best.look - look < 0.2);
  return [
    ...dates.map(({ index }) => candidate("date", index, dates.length === 1 ? 0.85 : 0.6)),
    ...items.map(({ index, look }) =>
      candidate("item", index, rivals.length > 0 ? 0.5 + 0.1 * look : look + 0.25),
    ),
    ...numbers.map(({ index }) => candidate("quantity", index, quantityScore(index))),
    ...(prices.length === 1 ? prices.map(({ index }) => candidate("price", index, 0.8)) : []),
    ...kinds.map(({ index }) => candidate("kind", index, 0.8)),
    ...units.map(({ index }) => candidate("unit", index, 0.8)),
  ];
}
