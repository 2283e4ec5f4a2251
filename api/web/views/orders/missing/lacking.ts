import type { Issue } from "../../../shapes.ts";

/** The items that lack a stock, and those that lack a lead time. */
export interface Lack {
  readonly stock: readonly string[];
  readonly leadTime: readonly string[];
}

/** Items that lack something, by what they lack; a fault that concerns the whole file counts for all of them. */
export function lacking(issues: readonly Issue[], items: readonly string[]): Lack {
  const those = (own: readonly string[], field: string): readonly string[] => {
    const whole = issues.some((issue) => issue.code === "column-missing" && issue.field === field);
    const named = new Set(issues.flatMap(({ code, item }) => (own.includes(code) ? [item ?? "*"] : [])));
    return whole || named.has("*") ? items : items.filter((item) => named.has(item));
  };
  return {
    stock: those(["missing-stock", "master-data-missing"], "onHand"),
    leadTime: those(["missing-lead-time", "master-data-missing"], "leadTimeDays"),
  };
}
