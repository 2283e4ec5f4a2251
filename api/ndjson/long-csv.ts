import {
  type Bucket,
  bucketIndex,
  bucketStart,
  dayOf,
  isoDate,
  type Series,
  seasonOf,
  UsageError,
} from "../../src/index.ts";

interface Point {
  readonly index: number;
  readonly value: number;
}

/** Bucket of dates by their smallest distance: 1 day, 7 days, a month, a quarter, a year. */
function bucketOf(days: readonly number[]): Bucket {
  const sorted = [...new Set(days)].sort((a, b) => a - b);
  let gap = Number.POSITIVE_INFINITY;
  for (let k = 1; k < sorted.length; k++) gap = Math.min(gap, sorted[k] - sorted[k - 1]);
  if (gap >= 360 && Number.isFinite(gap)) return "year";
  if (gap >= 80 && Number.isFinite(gap)) return "quarter";
  if (gap >= 28) return "month";
  return gap >= 7 ? "week" : "day";
}

/**
 * Series of a long CSV `unique_id,ds,y` (any column order, further columns ignored), items in the order they come.
 * Dates without a row are not observed; an empty y neither.
 */
export function seriesOfLongCsv(text: string, period: number | undefined): Series[] {
  const [head = "", ...lines] = text.trimEnd().split(/\r?\n/);
  const delimiter = [";", "\t"].find((one) => head.includes(one)) ?? ",";
  const columns = cellsOf(head, delimiter);
  const [id, ds, y] = ["unique_id", "ds", "y"].map((name) => columns.indexOf(name)) as [
    number,
    number,
    number,
  ];
  if (id < 0 || ds < 0 || y < 0) throw new UsageError({ code: "csv-without-columns" });
  const days = new Map<string, { day: number; value: number }[]>();
  lines.forEach((line, k) => {
    if (line.trim() === "") return;
    const cells = cellsOf(line, delimiter);
    const day = dayOf((cells[ds] ?? "").slice(0, 10));
    const value = cells[y] === "" ? Number.NaN : Number(cells[y]);
    if (Number.isNaN(day)) throw new UsageError({ code: "csv-date", line: k + 2, got: cells[ds] ?? "" });
    if (cells[y] !== "" && !Number.isFinite(value))
      throw new UsageError({ code: "csv-number", line: k + 2, got: cells[y] ?? "" });
    const item = cells[id] ?? "";
    const list = days.get(item) ?? [];
    list.push({ day, value });
    days.set(item, list);
  });
  return [...days].map(([item, points]) => regular(item, points, period));
}

function regular(
  item: string,
  points: readonly { day: number; value: number }[],
  period: number | undefined,
): Series {
  const bucket = bucketOf(points.map(({ day }) => day));
  const placed: Point[] = points.map(({ day, value }) => ({ index: bucketIndex(day, bucket), value }));
  const first = placed.reduce((least, { index }) => Math.min(least, index), Number.POSITIVE_INFINITY);
  const last = placed.reduce((most, { index }) => Math.max(most, index), Number.NEGATIVE_INFINITY);
  const values = new Float64Array(last - first + 1).fill(Number.NaN);
  for (const { index, value } of placed) values[index - first] = value;
  return {
    item,
    bucket,
    start: isoDate(bucketStart(first, bucket)),
    period: period ?? seasonOf[bucket],
    values,
  };
}

/** Cells of a line, quotes taken off; a delimiter inside quotes is text. */
function cellsOf(line: string, delimiter: string): string[] {
  const cells: string[] = [];
  let cell = "";
  let isQuoted = false;
  for (let k = 0; k < line.length; k++) {
    const sign = line[k];
    if (sign === '"' && isQuoted && line[k + 1] === '"') cell += line[++k];
    else if (sign === '"') isQuoted = !isQuoted;
    else if (sign === delimiter && !isQuoted) {
      cells.push(cell.trim());
      cell = "";
    } else cell += sign;
  }
  return [...cells, cell.trim()];
}

/** True for text that begins with a CSV heading rather than with JSON. */
export const isLongCsv = (text: string): boolean =>
  !/^\s*[[{]/.test(text) && /^[^\n]*\bunique_id\b/.test(text);
