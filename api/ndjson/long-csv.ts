import {
  bucketIndex,
  bucketOfSpacing,
  bucketStart,
  dayOf,
  isoDate,
  type Series,
  seasonOf,
  UsageError,
} from "../../src/index.ts";
import { csvCells, delimiterOf } from "./csv-cells.ts";

const longColumns = ["unique_id", "ds", "y"] as const;

interface Point {
  readonly index: number;
  readonly value: number;
}

/**
 * Series of a long CSV `unique_id,ds,y` (any column order, further columns ignored), items in the order they come.
 * Dates without a row are not observed; an empty y neither.
 */
export function seriesOfLongCsv(text: string, period: number | undefined): Series[] {
  const [head = "", ...lines] = text.trimEnd().split(/\r?\n/);
  const delimiter = delimiterOf(head);
  const columns = csvCells(head, delimiter);
  const [id = 0, ds = 0, y = 0] = longColumns.map((name) => columns.indexOf(name));
  const days = new Map<string, { day: number; value: number }[]>();
  lines.forEach((line, k) => {
    if (line.trim() === "") return;
    const cells = csvCells(line, delimiter);
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
  const bucket = bucketOfSpacing(points.map(({ day }) => day));
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

/** True for text that begins with the heading of a long CSV rather than with JSON or another table. */
export function isLongCsv(text: string): boolean {
  const [head = ""] = text.trimStart().split("\n", 1);
  const columns = csvCells(head, delimiterOf(head));
  return longColumns.every((name) => columns.includes(name));
}
