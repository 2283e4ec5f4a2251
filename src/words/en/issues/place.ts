import type { Place } from "../../../issue.ts";
import type { Hint } from "../../issue-sentences.ts";

/** Beginning of a sentence about a row, a column, an item: what of them is known. */
function place({ row, column, item }: Place): string {
  const parts = [
    row === undefined ? "" : `row ${row}`,
    column === undefined ? "" : `column "${column}"`,
    item === undefined ? "" : `item ${item}`,
  ].filter((part) => part !== "");
  return parts.length === 0 ? "" : `${parts.join(", ")}: `;
}

/** A sentence that begins with the place. */
export const at =
  <I extends Place>(sentence: (issue: I, hint: Hint) => string) =>
  (issue: I, hint: Hint): string =>
    `${place(issue)}${sentence(issue, hint)}`;
