import type { RawRecord } from "../records.ts";
import { gapCount } from "../xlsx/gaps.ts";
import { columnName } from "../xlsx/number-cell.ts";

/** Columns of a sheet: as far as its first or most of its rows reach, since empty cells at the end are not stored. */
export function sheetWidth(rows: readonly RawRecord[]): number {
  const widths = rows.map(({ cells }) => cells.length);
  const first = Math.max(0, ...widths.slice(0, 10));
  // a lone long row further down is a note beside the table
  const sorted = [...widths].sort((x, y) => x - y);
  return Math.max(first, sorted[Math.ceil(sorted.length * 0.98) - 1] ?? 0);
}

export function* padded(rows: Iterable<RawRecord>, width: number): Generator<RawRecord> {
  const gaps = gapCount(columnName);
  for (const raw of rows) {
    if (raw.cells.length >= width || raw.types === undefined) {
      yield raw;
      continue;
    }
    gaps.add(width - raw.cells.length, raw.cells.length, width - 1);
    const types = new Uint8Array(width);
    types.set(raw.types);
    yield { row: raw.row, cells: [...raw.cells, ...new Array(width - raw.cells.length).fill("")], types };
  }
}
