import { ascending } from "../../../../src/index.ts";
import type { WorkLine } from "../../session/work-line.ts";

/** By what the plan is taken apart. */
export const partsBy = ["supplier", "group", "owner"] as const;
export type PartsBy = (typeof partsBy)[number];

/** What a supplier, a group or an owner has of the plan. */
export interface Part {
  /** Empty for lines without one. */
  readonly name: string;
  /** Suggested money by currency. */
  readonly sums: readonly (readonly [currency: string, sum: number])[];
  readonly lines: number;
  readonly shortages: number;
  readonly decided: number;
}

interface Tally {
  readonly sums: Map<string, number>;
  lines: number;
  shortages: number;
  decided: number;
}

const partOf = (name: string, { sums, lines, shortages, decided }: Tally): Part => ({
  name,
  sums: [...sums].sort(([a, x], [b, y]) => y - x || ascending(a, b)),
  lines,
  shortages,
  decided,
});

const emptyTally = (): Tally => ({ sums: new Map(), lines: 0, shortages: 0, decided: 0 });

/** The parts of a plan that order something or miss it, most money first. */
export function partsOf(lines: readonly WorkLine[], by: PartsBy): Part[] {
  const tallies = new Map<string, Tally>();
  for (const line of lines) {
    const { quantity, amount, currency = "", kind, decided } = line;
    if (quantity <= 0 && kind !== "shortage") continue;
    const name = line[by] ?? "";
    const tally = tallies.get(name) ?? emptyTally();
    tallies.set(name, tally);
    if (quantity > 0) tally.lines++;
    if (quantity > 0 && amount !== undefined)
      tally.sums.set(currency, (tally.sums.get(currency) ?? 0) + amount);
    if (decided !== undefined) tally.decided++;
    else if (kind === "shortage") tally.shortages++;
  }
  const most = ({ sums }: Part): number => sums[0]?.[1] ?? 0;
  return [...tallies]
    .map(([name, tally]) => partOf(name, tally))
    .sort((a, b) => most(b) - most(a) || b.lines - a.lines || ascending(a.name, b.name));
}

/** Several parts as one. */
export function sumOfParts(parts: readonly Part[]): Part {
  const all = emptyTally();
  for (const { sums, lines, shortages, decided } of parts) {
    for (const [currency, sum] of sums) all.sums.set(currency, (all.sums.get(currency) ?? 0) + sum);
    all.lines += lines;
    all.shortages += shortages;
    all.decided += decided;
  }
  return partOf("", all);
}
