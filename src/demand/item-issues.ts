import type { Issue } from "../issue.ts";
import type { Item } from "../item.ts";
import { type Adder, namesUpTo } from "../total.ts";
import type { Demand } from "./index.ts";

const named = 5;

/** Names of the first few, for a sentence. */
const few = ({ count, first }: { readonly count: number; readonly first: readonly string[] }) =>
  `${first.join(", ")}${count > named ? ", …" : ""}`;

/** Items that stand in only one of the two places, history or master data: one issue each way. */
export function missingIssues(demand: Demand, master: ReadonlyMap<string, Item>, adder: Adder): Issue[] {
  const known = new Set(demand.items.map(({ item }) => item));
  const silent = adder.addUp(
    "names-silent",
    namesUpTo(named),
    [...master.keys()].filter((item) => !known.has(item)),
  );
  const unknown = adder.addUp(
    "names-unknown",
    namesUpTo(named),
    demand.items.map(({ item }) => item).filter((item) => !master.has(item)),
  );
  const issues: Issue[] = [];
  if (silent.count > 0) {
    issues.push({ code: "item-without-history", severity: "info", count: silent.count, text: few(silent) });
  }
  if (unknown.count > 0) {
    issues.push({
      code: "item-without-master-data",
      severity: "warning",
      count: unknown.count,
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
export function strangerIssues({ items }: Demand, beside: Beside, adder: Adder): Issue[] {
  const known = new Set(items.map(({ item }) => item));
  const kinds = [
    ["open-orders", beside.openOrders],
    ["requirements", beside.requirements],
    ["decisions", beside.decisions],
  ] as const;
  return kinds.flatMap(([kind, rows]): Issue[] => {
    const strangers = adder.addUp(
      `names-${kind}`,
      namesUpTo(named),
      [...new Set(rows.map(({ item }) => item))].filter((item) => !known.has(item)),
    );
    if (strangers.count === 0) return [];
    return [
      {
        code: "rows-of-unknown-items",
        severity: "warning",
        of: kind,
        count: strangers.count,
        text: few(strangers),
      },
    ];
  });
}
