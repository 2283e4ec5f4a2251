import { InputError } from "../../../errors.ts";
import { sheetGaps } from "../../limits.ts";

/** Counts the cells that a sheet leaves out, and refuses a sheet that is hardly anything else. */
export function gapCount(nameOf: (column: number) => string) {
  let left = 0;
  let held = 0;
  return {
    /** `gap` cells are filled in beside `cells` that are there; `column` is the last one. */
    add(gap: number, cells: number, column: number): void {
      held += cells;
      left += Math.max(0, gap);
      if (left > sheetGaps.most && left > sheetGaps.perCell * held)
        throw new InputError({ code: "sheet-mostly-empty", column: nameOf(column) });
    },
  };
}
