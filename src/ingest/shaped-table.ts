import { withDatedBlocks } from "./dated-blocks.ts";
import { withGroups } from "./group-rows.ts";
import { withItemBlocks } from "./item-blocks.ts";
import { withJoinedDecimals } from "./joined-decimals.ts";
import { withoutNeighbours } from "./neighbours.ts";
import { withPlainDates } from "./plain-dates.ts";
import { withoutSummedRows } from "./summed-rows.ts";
import type { Table } from "./table/record.ts";
import { withTitledItem } from "./titled-items.ts";
import { withYearBlocks } from "./year-blocks.ts";

/** What brings a table whose rows and headings are arranged otherwise into one line a row, in this order. */
const shapers: readonly ((table: Table) => Table)[] = [
  withJoinedDecimals,
  withItemBlocks,
  withoutNeighbours,
  withYearBlocks,
  withGroups,
  withDatedBlocks,
  withTitledItem,
  withPlainDates,
  withoutSummedRows,
];

/** A table as it stands, with what stands above, beside or between its rows in columns of their own. */
export const shapedTable = (table: Table): Table => shapers.reduce((shaped, shape) => shape(shaped), table);
