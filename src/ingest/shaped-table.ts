import { withCodedGroups } from "./shapes/coded-groups.ts";
import { withDatedBlocks } from "./shapes/dated-blocks.ts";
import { withDittoMarks } from "./shapes/ditto-marks.ts";
import { withFilledKeys } from "./shapes/filled-keys.ts";
import { withGroups } from "./shapes/group-rows.ts";
import { withItemBlocks } from "./shapes/item-blocks.ts";
import { withItemsInCells } from "./shapes/items-in-cell.ts";
import { withJoinedDecimals } from "./shapes/joined-decimals.ts";
import { withNamedItemsAcross } from "./shapes/named-across.ts";
import { withoutNeighbours } from "./shapes/neighbours.ts";
import { withNestedGroups } from "./shapes/nested-groups.ts";
import { withNestedLabels } from "./shapes/nested-labels.ts";
import { withPivotMeasure } from "./shapes/pivot-measure.ts";
import { withPlainDates } from "./shapes/plain-dates.ts";
import { withBalancedWays } from "./shapes/running-balances.ts";
import { withSecondHeadings } from "./shapes/second-headings.ts";
import { withSectionTitles } from "./shapes/section-titles.ts";
import { withoutSummedRows } from "./shapes/summed-rows.ts";
import { withTitledBlocks } from "./shapes/titled-blocks.ts";
import { withTitledItem } from "./shapes/titled-items.ts";
import { withYearBlocks } from "./shapes/year-blocks.ts";
import type { Table } from "./table/record.ts";

/** What brings a table whose rows and headings are arranged otherwise into one line a row, in this order. */
const shapers: readonly ((table: Table) => Table)[] = [
  withDittoMarks,
  withItemsInCells,
  withNamedItemsAcross,
  withPivotMeasure,
  withNestedLabels,
  withSecondHeadings,
  withJoinedDecimals,
  withItemBlocks,
  withTitledBlocks,
  withoutNeighbours,
  withYearBlocks,
  withNestedGroups,
  withCodedGroups,
  withSectionTitles,
  withGroups,
  withDatedBlocks,
  withTitledItem,
  withPlainDates,
  withoutSummedRows,
  withFilledKeys,
  withBalancedWays,
];

/** A table as it stands, with what stands above, beside or between its rows in columns of their own. */
export const shapedTable = (table: Table): Table => shapers.reduce((shaped, shape) => shape(shaped), table);
