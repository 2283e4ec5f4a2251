import { defined } from "../../defined.ts";
import type { Issue } from "../../issue.ts";
import { scanNumberCell } from "../cells/column-values.ts";
import { fingerprint, normaliseHeading } from "../cells/heading-key.ts";
import { isMissing, numberValue } from "../cells/numbers.ts";
import { totalSaid } from "../cells/total-words.ts";
import { shortText } from "../issue-list.ts";
import { type Answers, answerTo } from "../questions.ts";
import type { Table, TableRecord } from "../table/record.ts";
import { periodHeadings } from "./period-headings.ts";
import type { TableProfile } from "./profile.ts";
import { synonymsOf } from "./synonyms.ts";

/** Fewer rows than these prove nothing. */
const fewest = 3;
/** Fewer columns than these are no list of items. */
const fewestItems = 2;
/** From this share of headings with digits on they are numbers of items. */
const mostlyCodes = 0.8;
/** From this share of the rows on a column that sums up all others is no item. */
const proof = 0.9;

/** A table whose headings are its items. */
interface ItemsAcross {
  /** With a line for each item and day, where it is sure that they are items. */
  readonly table?: Table;
  readonly issues: readonly Issue[];
}

/** Columns of a table that holds days in one column and numbers in all others, under headings that no field has. */
function columnsOf(
  header: readonly string[],
  profile: TableProfile,
): { date: number; items: number[] } | undefined {
  const days = profile.columns.filter(({ dateRate, numberRate }) => dateRate > 0.9 && numberRate < 0.5);
  const [day] = days;
  if (day === undefined || days.length > 1 || day.filled < profile.records || profile.records < fewest)
    return undefined;
  const others = profile.columns.filter(({ index }) => index !== day.index);
  const named = new Set(synonymsOf("orders").map(({ key }) => key));
  const isItem = others.every(({ index, filled, numberRate }) => {
    const { key } = normaliseHeading(header[index] ?? "");
    return key !== "" && !named.has(key) && (filled === 0 || numberRate > 0.95);
  });
  const keys = new Set(others.map(({ index }) => (header[index] ?? "").trim()));
  if (
    !isItem ||
    others.length < fewestItems ||
    keys.size < others.length ||
    periodHeadings(header) !== undefined
  )
    return undefined;
  const columns = others.map(({ index }) => index);
  const sums = sumColumns(profile, columns);
  const items = columns.filter(
    (column, k) => totalSaid((header[column] ?? "").trim()) !== "whole" && sums[k] !== true,
  );
  return { date: day.index, items };
}

/** For each of these columns whether it holds the sum of all others in nearly every row, whatever it is called. */
function sumColumns({ head }: TableProfile, columns: readonly number[]): boolean[] {
  const rows = new Uint32Array(columns.length);
  const hits = new Uint32Array(columns.length);
  for (const cells of head) {
    const values = columns.map((column) => {
      const text = cells[column] ?? "";
      return isMissing(text) ? 0 : numberValue(scanNumberCell(text), "comma");
    });
    const all = values.reduce((sum, value) => sum + value, 0);
    values.forEach((total, k) => {
      const others = all - total;
      if (total === 0 && others === 0) return;
      rows[k] = (rows[k] ?? 0) + 1;
      if (Math.abs(total - others) <= 1e-6 * Math.max(1, Math.abs(total))) hits[k] = (hits[k] ?? 0) + 1;
    });
  }
  return Array.from(rows, (count, k) => count >= fewest && (hits[k] ?? 0) >= proof * count);
}

/** A letter and a digit behind it, or three digits. */
function isCode(heading: string): boolean {
  const letter = heading.search(/\p{L}/u);
  return /\d{3}/.test(heading) || (letter >= 0 && /\d/.test(heading.slice(letter)));
}

/**
 * A table with days down and items across, as lines of day, item and quantity: surely where the headings are codes,
 * else as the user says; undefined for other tables.
 */
export function itemsAcross(
  table: Table,
  profile: TableProfile,
  answers: Answers | undefined,
): ItemsAcross | undefined {
  const { header } = table;
  const found = columnsOf(header, profile);
  if (found === undefined) return undefined;
  const { date, items } = found;
  const names = items.map((column) => (header[column] ?? "").trim());
  const id = `across:${fingerprint(header)}`;
  const answer = answerTo(answers, id);
  if (answer === "no") return undefined;
  const text = shortText(names.join(", "));
  const isSure = names.filter(isCode).length >= mostlyCodes * names.length;
  if (!isSure && answer !== "items") {
    const question = { id, candidates: ["items", "no"] };
    return { issues: [{ code: "items-across-unclear", severity: "error", text, question }] };
  }
  function* records(): Generator<TableRecord> {
    for (const { row, cells, types } of table.records())
      for (const [k, column] of items.entries()) {
        const text = cells[column] ?? "";
        if (isMissing(text) || /^[-+]?0+([.,]0+)?$/.test(text.trim())) continue;
        const own = types === undefined ? undefined : Uint8Array.of(types[date] ?? 0, 0, types[column] ?? 0);
        yield { row, cells: [cells[date] ?? "", names[k] ?? "", text], ...defined({ types: own }) };
      }
  }
  const lines: Table = {
    ...table,
    header: [header[date] ?? "", "item", "quantity"],
    records: () => ({ [Symbol.iterator]: records }),
    footerLines: () => table.footerLines(),
    issues: () => table.issues(),
  };
  return { table: lines, issues: [{ code: "items-across", severity: "info", text }] };
}
