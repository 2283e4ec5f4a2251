import { filledCells, isBlank } from "./blank-rows.ts";
import { isSureHeading, stands } from "./heading.ts";
import type { Layout } from "./layout.ts";
import type { RawRecord } from "./records.ts";
import { likelihood } from "./shape.ts";

/** Rows that are looked at before the end of a table is believed. */
const lookAhead = 4;

/** Raw records with a look at the next ones, in memory of a few rows. */
export interface Peekable {
  next(): RawRecord | undefined;
  /** The following records (blank ones left out), at most `lookAhead`. */
  ahead(): readonly RawRecord[];
}

/** Gives records one by one with a look ahead. */
export function peekable(raws: Iterable<RawRecord>): Peekable {
  const iterator = raws[Symbol.iterator]();
  const waiting: RawRecord[] = [];
  let done = false;
  const pull = (): boolean => {
    if (done) return false;
    const step = iterator.next();
    if (step.done === true) {
      done = true;
      return false;
    }
    waiting.push(step.value);
    return true;
  };
  return {
    next: () => (waiting.length > 0 || pull() ? waiting.shift() : undefined),
    ahead() {
      while (waiting.length < lookAhead + 2 && pull());
      return waiting.filter(({ cells }) => !isBlank(cells)).slice(0, lookAhead);
    },
  };
}

/**
 * Whether a second table begins at `raw`: rows of one other width with a heading on top or a blank line before,
 * or, in the same width after a blank line, a heading above rows that do not look like this table's.
 */
export function beginsSecondTable(
  raw: RawRecord,
  ahead: readonly RawRecord[],
  layout: Layout,
  afterBlank: boolean,
): boolean {
  const { cells } = raw;
  const other = cells.length;
  if (other < 2 || filledCells(cells) < 2) return false;
  if (other === layout.width) {
    return (
      afterBlank &&
      stands(cells, layout.shapes) &&
      ahead.length > 0 &&
      ahead.every((row) => misfits(row, layout))
    );
  }
  if (ahead.length < 2 || ahead.some((row) => row.cells.length !== other)) return false;
  const sure = isSureHeading(
    cells,
    ahead.map((row) => row.cells),
  );
  return (sure || stands(cells, layout.shapes)) && (afterBlank || ahead.length >= 3);
}

/** Whether a row looks unlike the rows of the table in most of its cells. */
function misfits(row: RawRecord, layout: Layout): boolean {
  if (row.cells.length !== layout.width) return true;
  const bad = layout.shapes.filter((shape, i) => likelihood(shape, row.cells[i]) < -4).length;
  return bad * 2 > layout.width;
}
