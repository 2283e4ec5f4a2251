import type { IssueCode } from "../../../../../src/index.ts";
import type { Issue } from "../../../shapes.ts";

/** The items that lack a stock, and those that lack a lead time. */
export interface Lack {
  readonly stock: readonly string[];
  readonly leadTime: readonly string[];
}

/** True for an issue that says it of all items: no master data at all. */
const isOfAll = (issue: Issue, count: number): boolean =>
  issue.code === "item-without-master-data" && issue.count >= count;

/** Items that lack something, by what they lack: a column that one file lacks another may have. */
export function lacking(issues: readonly Issue[], items: readonly string[]): Lack {
  const those = (own: IssueCode): readonly string[] => {
    if (issues.some((issue) => isOfAll(issue, items.length))) return items;
    const named = new Set(
      issues.flatMap(({ code, item }) => (code === own && item !== undefined ? [item] : [])),
    );
    return items.filter((item) => named.has(item));
  };
  return {
    stock: those("missing-stock"),
    leadTime: those("missing-lead-time"),
  };
}
