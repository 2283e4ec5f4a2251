import { normaliseHeading } from "../cells/heading-key.ts";
import { areDays } from "../columns/day-headings.ts";
import { areWeekdays } from "../columns/headings/weekdays.ts";
import { areNumbered } from "../columns/numbered-headings.ts";
import { periodHeadings, yearNamed } from "../columns/period-headings.ts";
import { filledCells } from "../table/blank-rows.ts";
import { reshaped, type Table, type TableRecord } from "../table/record.ts";

/** Rows by which blocks are recognised. */
const sampleRows = 1000;
const heading = "Jahr";
/** Months or weeks of a year with several measures each are no more columns. */
const widest = 300;

/** The year that a row alone names for the rows below it: "2025", "Absatz 2025"; undefined for other rows. */
function yearAbove({ cells }: TableRecord): string | undefined {
  if (filledCells(cells) !== 1) return undefined;
  const text = (cells.find((cell) => cell.trim() !== "") ?? "").trim();
  return text.length > 40 ? undefined : yearNamed([text.replace(/\.0$/, "")])?.toString();
}

/** True for months or weeks across that do not say of which year they are. */
function leavesYearOpen({ header }: Table): boolean {
  const periods = periodHeadings(header);
  if (periods === undefined || areNumbered(periods) || areDays(periods) || areWeekdays(periods)) return false;
  return (
    periods.every(({ hasYear }) => !hasYear) &&
    !header.some((each) => normaliseHeading(each).key === normaliseHeading(heading).key)
  );
}

/**
 * A table of months or weeks across in blocks one below the other, each under a line with its year alone, as a table
 * whose rows name their year; any other table as it is.
 */
export function withYearBlocks(table: Table): Table {
  if (table.header.length < 3 || table.header.length > widest || !leavesYearOpen(table)) return table;
  const first = yearNamed([...table.preamble, ...(table.sheet === undefined ? [] : [table.sheet])]);
  let [years, rows] = [0, 0];
  for (const record of table.records()) {
    if (yearAbove(record) !== undefined) years++;
    else if (years === 0 && first === undefined) return table;
    if (++rows >= sampleRows) break;
  }
  return years === 0 ? table : withYears(table, first?.toString() ?? "");
}

/** A table with a column of the years that stand above its rows. */
function withYears(table: Table, first: string): Table {
  function* records(): Generator<TableRecord> {
    let year = first;
    for (const record of table.records()) {
      const named = yearAbove(record);
      if (named !== undefined) year = named;
      else {
        const types = record.types === undefined ? {} : { types: Uint8Array.of(...record.types, 0) };
        yield { row: record.row, cells: [...record.cells, year], ...types };
      }
    }
  }
  return reshaped(table, [...table.header, heading], records, {
    code: "rows-of-groups",
    severity: "info",
    row: table.headerRow,
    text: first,
  });
}
