/** Cells of a row that hold more than blanks. */
export const filledCells = (cells: readonly string[]): number => {
  let filled = 0;
  for (const cell of cells) if (cell.trim() !== "") filled++;
  return filled;
};

/** True for a row of nothing but blanks. */
export const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === "");

/** A line of dashes or equal signs, with or without pipes and plus signs between them. */
export function isRule(text: string): boolean {
  if (/^\*{5,}$/.test(text.trim())) return true;
  // No nested repetition: a long rule with one foreign character must not cost exponential time.
  if (!/^[-=_\s|+*]+$/.test(text)) return false;
  const runs = text.split(/[\s|+*]+/).filter((run) => run !== "");
  return runs.length > 0 && runs.every((run) => run.length >= 3);
}
