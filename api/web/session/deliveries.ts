import type { OpenOrder } from "../shapes.ts";

/** What asks for a call to the supplier, the most pressing first. */
const callOrder = ["expedite", "confirm", "postpone", "cancel", "keep"] as const;
export type Advice = (typeof callOrder)[number];

/** Open orders by what is to be done about them, each group by its day. */
export const byAdvice = (rows: readonly OpenOrder[]): readonly (readonly [Advice, readonly OpenOrder[]])[] =>
  callOrder.flatMap((advice) => {
    const own = rows
      .filter((row) => row.advice === advice)
      .toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : a.item < b.item ? -1 : 1));
    return own.length === 0 ? [] : [[advice, own] as const];
  });

/** How many orders should be brought forward, and how many are overdue and want a new date. */
export const calls = (
  rows: readonly OpenOrder[],
): { readonly expedite: number; readonly confirm: number } => ({
  expedite: rows.filter(({ advice }) => advice === "expedite").length,
  confirm: rows.filter(({ advice }) => advice === "confirm").length,
});
