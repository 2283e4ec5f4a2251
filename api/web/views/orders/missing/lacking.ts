import type { IssueCode } from "../../../../../src/index.ts";
import type { Issue } from "../../../shapes.ts";

/** The items that lack a stock, and those that lack a lead time. */
export interface Lack {
  readonly stock: readonly string[];
  readonly leadTime: readonly string[];
}

/** True for an issue that says it of all items: a column that no file has, or no master data at all. */
const isOfAll = (issue: Issue, field: string, count: number): boolean =>
  (issue.code === "column-missing" && issue.field === field) ||
  (issue.code === "item-without-master-data" && issue.count >= count);

/** Items that lack something, by what they lack. */
export function lacking(issues: readonly Issue[], items: readonly string[]): Lack {
  const those = (own: IssueCode, field: string): readonly string[] => {
    if (issues.some((issue) => isOfAll(issue, field, items.length))) return items;
    const named = new Set(
      issues.flatMap(({ code, item }) => (code === own && item !== undefined ? [item] : [])),
    );
    return items.filter((item) => named.has(item));
  };
  return {
    stock: those("missing-stock", "onHand"),
    leadTime: those("missing-lead-time", "leadTimeDays"),
  };
}
