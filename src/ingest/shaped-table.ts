import { withDatedBlocks } from "./dated-blocks.ts";
import { withGroups } from "./group-rows.ts";
import { withItemBlocks } from "./item-blocks.ts";
import { withJoinedDecimals } from "./joined-decimals.ts";
import { withoutNeighbours } from "./neighbours.ts";
import { withPlainDates } from "./plain-dates.ts";
import { withSecondHeadings } from "./second-headings.ts";
import { withCodedGroups } from "./shapes/coded-groups.ts";
import { withDittoMarks } from "./shapes/ditto-marks.ts";
import { withFilledKeys } from "./shapes/filled-keys.ts";
import { withNamedItemsAcross } from "./shapes/named-across.ts";
import { withNestedGroups } from "./shapes/nested-groups.ts";
import { withNestedLabels } from "./shapes/nested-labels.ts";
import { withPivotMeasure } from "./shapes/pivot-measure.ts";
import { withBalancedWays } from "./shapes/running-balances.ts";
import { withSectionTitles } from "./shapes/section-titles.ts";
import { withoutSummedRows } from "./shapes/summed-rows.ts";
import { withTitledBlocks } from "./shapes/titled-blocks.ts";
import type { Table } from "./table/record.ts";
import { withTitledItem } from "./titled-items.ts";
import { withYearBlocks } from "./year-blocks.ts";

/** What brings a table whose rows and headings are arranged otherwise into one line a row, in this order. */
const shapers: readonly ((table: Table) => Table)[] = [
  withDittoMarks,
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
