import { bareText, cellText, isTypedDate } from "../cells/cells.ts";
import { scanDateCell, scanNumberCell } from "../cells/column-values.ts";
import { isMissing } from "../cells/numbers.ts";
import type { Table } from "../table/record.ts";

/** What the content of a column looks like, over the first `profileRows` records. */
export interface ColumnProfile {
  readonly index: number;
  readonly texts: readonly string[];
  readonly counts: readonly number[];
  /** Cells that are not empty and do not stand for "not given". */
  readonly filled: number;
  /** Shares of the filled cells. */
  readonly numberRate: number;
  readonly dateRate: number;
  readonly samples: readonly string[];
}

/** What the content of a table looks like. */
export interface TableProfile {
  readonly columns: readonly ColumnProfile[];
  readonly records: number;
  /** The first records as read, for evidence between columns. */
  readonly head: readonly (readonly string[])[];
}

/** Records that are looked at before columns are named: all of a small file. */
export const profileRows = 50_000;
const mostTexts = 5_000;
const headRows = 2_000;

/** Looks at the content of a table. */
export function profileTable(table: Table): TableProfile {
  const maps: Map<string, number>[] = table.header.map(() => new Map());
  const head: string[][] = [];
  let records = 0;
  for (const record of table.records()) {
    const cells = record.cells.map((cell, c) => cellText(cell, record.types?.[c]));
    if (head.length < headRows) head.push(cells);
    cells.forEach((text, c) => {
      const texts = maps[c] ?? new Map<string, number>();
      maps[c] = texts;
      const count = texts.get(text);
      if (count !== undefined) texts.set(text, count + 1);
      else if (texts.size < mostTexts) texts.set(text, 1);
    });
    if (++records >= profileRows) break;
  }
  const dense = Array.from(maps, (texts) => texts ?? new Map<string, number>());
  return { columns: dense.map(columnProfile), records, head };
}

function columnProfile(texts: ReadonlyMap<string, number>, index: number): ColumnProfile {
  let [filled, numbers, dates] = [0, 0, 0];
  for (const [text, count] of texts) {
    if (isMissing(text)) continue;
    filled += count;
    const number = scanNumberCell(text);
    if (number.shape !== "unreadable" && number.shape !== "missing" && !isTypedDate(text)) numbers += count;
    if (isDate(text)) dates += count;
  }
  const rate = (part: number): number => (filled === 0 ? 0 : part / filled);
  return {
    index,
    texts: [...texts.keys()],
    counts: [...texts.values()],
    filled,
    numberRate: rate(numbers),
    dateRate: rate(dates),
    samples: [...texts.keys()]
      .filter((text) => text !== "")
      .slice(0, 5)
      .map(bareText),
  };
}

/** A number of four decimals, where "5.2025" may be May: "5.0000", "1.2500". */
const isOfFourDecimals = (text: string): boolean => {
  const [, decimals] = /^\d{1,3}[.,](\d{4})$/.exec(text) ?? [];
  return decimals !== undefined && (Number(decimals) < 1900 || Number(decimals) > 2100);
};

/** True for a text that is a date under some style. "Missing" dates such as 00.00.0000 count as dates. */
function isDate(text: string): boolean {
  if (isTypedDate(text)) return true;
  // Ten digits may be seconds, but mostly are a document number.
  // "01.01.0010" is a place in a list of works.
  if (/^\d{1,2}\.\d{1,2}\.0(?!000)\d{3}$/.test(text)) return false;
  if (/^\d{10}$/.test(text) || isOfFourDecimals(text)) return false;
  const scan = scanDateCell(text);
  if (scan.kind === "missing") return text.length >= 6;
  return scan.kind !== "unreadable" && scan.kind !== "impossible" && scan.kind !== "short";
}

/** True where a column holds whole days, whatever it is called. */
export const hasDays = ({ columns }: TableProfile): boolean =>
  columns.some(({ filled, dateRate, numberRate }) => filled > 0 && dateRate > 0.9 && numberRate < 0.5);
