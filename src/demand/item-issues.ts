import type { Issue } from "../issue.ts";
import type { Item } from "../item.ts";
import type { Demand } from "./index.ts";

/** Names of the first few, for a sentence. */
const few = (names: readonly string[]) => `${names.slice(0, 5).join(", ")}${names.length > 5 ? ", …" : ""}`;

/** Items that stand in only one of the two places, history or master data: one issue each way. */
export function missingIssues(demand: Demand, master: ReadonlyMap<string, Item>): Issue[] {
  const known = new Set(demand.items.map(({ item }) => item));
  const silent = [...master.keys()].filter((item) => !known.has(item)).sort();
  const unknown = demand.items.map(({ item }) => item).filter((item) => !master.has(item));
  const issues: Issue[] = [];
  if (silent.length > 0) {
    issues.push({ code: "item-without-history", severity: "info", count: silent.length, text: few(silent) });
  }
  if (unknown.length > 0) {
    issues.push({
      code: "item-without-master-data",
      severity: "warning",
      count: unknown.length,
      text: few(unknown),
    });
  }
  return issues;
}

/** Files beside the orders whose rows name items. */
interface Beside {
  readonly openOrders: readonly { readonly item: string }[];
  readonly requirements: readonly { readonly item: string }[];
  readonly decisions: readonly { readonly item: string }[];
}

/** Rows of other files whose items are not planned: they count for nothing, and that is said. */
export function strangerIssues({ items }: Demand, beside: Beside): Issue[] {
  const known = new Set(items.map(({ item }) => item));
  const kinds = [
    ["open-orders", beside.openOrders],
    ["requirements", beside.requirements],
    ["decisions", beside.decisions],
  ] as const;
  return kinds.flatMap(([kind, rows]): Issue[] => {
    const strangers = [...new Set(rows.map(({ item }) => item))].filter((item) => !known.has(item)).sort();
    if (strangers.length === 0) return [];
    return [
      {
        code: "rows-of-unknown-items",
        severity: "warning",
        of: kind,
        count: strangers.length,
        text: few(strangers),
      },
    ];
  });
}
