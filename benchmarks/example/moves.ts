// What moved between two results of the bundled example, by what the later one's reasons say:
// `npm run bench -- werkstatt moves EARLIER LATER` (result folders of `bedarf plan` over datasets/werkstatt, the earlier one
// made by an older checkout) prints the table of docs/ordering.md.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Suggestion } from "../../src/index.ts";

interface Row {
  readonly item: string;
  readonly suggestion: Suggestion | null;
}

const rowsOf = (folder: string): Row[] =>
  (JSON.parse(readFileSync(join(folder, "plan.json"), "utf8")) as { items: Row[] }).items;

/** Why a line moved, the first that its reasons name. */
const causes: readonly (readonly [code: string, why: string])[] = [
  ["blocked", "blocked until somebody has settled a question"],
  ["covers-closure", "a shutdown has to be bridged"],
  ["supply-late", "supply that comes too late no longer counts"],
  ["level-cut", "level cut to three times what was ever used"],
  ["level-at-maximum", "the maximum stock limits the level"],
  ["lead-time-outlier", "single late deliveries no longer rule the lead time"],
  ["buffer-class", "the class reaches its target together"],
];

/** Prints what moved; exit code 2 without two folders. */
export function moves([earlier, later]: readonly string[]): number {
  if (earlier === undefined || later === undefined) return 2;
  const before = new Map(rowsOf(earlier).map(({ item, suggestion }) => [item, suggestion]));
  const counts = new Map<string, number[]>();
  const sums = { lines: [0, 0], amount: [0, 0] };
  for (const { item, suggestion: now } of rowsOf(later)) {
    const then = before.get(item) ?? null;
    for (const [k, one] of [then, now].entries()) {
      sums.lines[k] = (sums.lines[k] ?? 0) + (one !== null && one.quantity > 0 ? 1 : 0);
      sums.amount[k] = (sums.amount[k] ?? 0) + (one?.amount ?? 0);
    }
    if (then === null || now === null || then.quantity === now.quantity) continue;
    const codes = new Set(now.reasons.map(({ code }) => code as string));
    const why =
      causes.find(([code]) => codes.has(code))?.[1] ?? "level or forecast moved, no reason names why";
    const row = counts.get(why) ?? [0, 0];
    counts.set(why, [(row[0] ?? 0) + 1, (row[1] ?? 0) + (now.amount ?? 0) - (then.amount ?? 0)]);
  }
  const table = [...counts].map(([why, [n = 0, change = 0]]) => `| ${why} | ${n} | ${change.toFixed(0)} |`);
  process.stdout.write(
    `# What moved on the bundled example\n\n${sums.lines.join(" -> ")} order lines, ${sums.amount.map((one) => one.toFixed(0)).join(" -> ")} EUR.\n\n| lines whose quantity moved because | lines | EUR |\n|---|---|---|\n${table.join("\n")}\n`,
  );
  return 0;
}
