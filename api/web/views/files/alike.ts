import type { Issue } from "../../shapes.ts";

/** An issue with the other rows of which the same is said. */
export interface Alike {
  readonly issue: Issue;
  /** How many other rows; more than `rows` where a report names only some. */
  readonly others: number;
  readonly rows: readonly number[];
}

/**
 * Issues that say the same of many rows of a column stand together, where the first of them stands. What asks something
 * stands alone. Beyond a thousand a file says only how many more there are: they count along.
 * @param counts how often each code stands in the whole file
 */
export function alikeTogether(
  issues: readonly Issue[],
  counts: Readonly<Record<string, number>>,
): readonly Alike[] {
  const further = new Map<string, number>();
  for (const issue of issues)
    if (issue.code === "more-like-this") further.set(issue.of, (further.get(issue.of) ?? 0) + issue.count);
  const named = issues.filter(
    (issue) => issue.code !== "more-like-this" || !issues.some(({ code }) => code === issue.of),
  );
  const groups = Map.groupBy(named, (issue) => {
    const { code, severity, column = "", row, question } = issue;
    return row === undefined || question !== undefined ? issue : `${severity} ${code} ${column}`;
  });
  const ofCode = Map.groupBy(groups.values(), ([first]) => first?.code);
  return [...groups.values()].flatMap(([issue, ...others]) => {
    if (issue === undefined) return [];
    const isOnly = ofCode.get(issue.code)?.length === 1 && others.length > 0;
    const counted = (counts[issue.code] ?? 0) + (further.get(issue.code) ?? 0);
    const count = Math.max(others.length, isOnly ? counted - 1 : 0);
    return [{ issue, others: count, rows: others.flatMap(({ row }) => row ?? []) }];
  });
}
