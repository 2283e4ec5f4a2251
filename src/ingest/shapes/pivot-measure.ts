import { totalSaid } from "../cells/total-words.ts";
import { measureNamed } from "../cells/words/pivot-words.ts";
import type { Table } from "../table/record.ts";

/**
 * A pivot table in tabular form with the name of what it sums up in place of the heading "Total" of its only column of
 * values; any other table as it is.
 */
export function withPivotMeasure(table: Table): Table {
  const measures = table.preamble.flatMap((line) => measureNamed(line) ?? []);
  const [measure] = measures;
  const last = table.header.length - 1;
  const totals = table.header.filter((heading) => totalSaid(heading.trim()) !== undefined);
  if (measure === undefined || measures.length > 1 || totals.length !== 1) return table;
  if (totalSaid(table.header[last]?.trim() ?? "") === undefined) return table;
  return { ...table, header: table.header.with(last, measure) };
}
