import { exactTotal } from "../numeric/exact-sum.ts";
import { normalTail } from "../numeric/normal.ts";
import { by } from "../numeric/order.ts";

/** What a forecast said at each step of its way, and what came: one item and bucket. */
export interface OverrideCell {
  readonly item: string;
  readonly group?: string;
  readonly reason?: string;
  readonly by?: string;
  readonly naive: number;
  readonly statistical: number;
  /** After the planner's change; absent where nobody changed it. */
  readonly override?: number;
  /** What was planned with in the end. */
  readonly final: number;
  readonly actual: number;
}

/** Value that a step added, as WAPE points: positive = the error fell. */
export interface StepValue {
  readonly step: "statistical" | "override" | "final";
  readonly by: "all" | "reason" | "group" | "person";
  readonly key: string;
  readonly cells: number;
  readonly wapeBefore: number;
  readonly wapeAfter: number;
  readonly valueAdded: number;
  /** P of a difference this clear by chance (Wilcoxon signed ranks over the cells). */
  readonly p: number;
  /** stop: it does harm beyond chance; keep: it helps beyond chance; watch: not settled. */
  readonly advice: "stop" | "keep" | "watch";
}

export interface OverrideOptions {
  /** Figures for each person: off unless the works council agreed. */
  readonly people?: boolean;
  /** Cells below which nothing is advised. */
  readonly fewest?: number;
}

/**
 * Two-sided p of Wilcoxon's signed-rank test, zeros left out, ties sharing ranks, normal approximation with
 * continuity correction (exact enough from about 10 differences on).
 * @example signedRank([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) < 0.01 // true
 */
export function signedRank(differences: readonly number[]): number {
  const used = differences.filter((d) => d !== 0).sort((a, b) => Math.abs(a) - Math.abs(b));
  const n = used.length;
  if (n < 5) return 1;
  let plus = 0;
  let ties = 0;
  for (let from = 0; from < n; ) {
    let to = from;
    while (to < n && Math.abs(used[to]) === Math.abs(used[from])) to++;
    const rank = (from + to + 1) / 2;
    for (let k = from; k < to; k++) if (used[k] > 0) plus += rank;
    ties += (to - from) ** 3 - (to - from);
    from = to;
  }
  const mean = (n * (n + 1)) / 4;
  const deviation = Math.sqrt((n * (n + 1) * (2 * n + 1)) / 24 - ties / 48);
  const z = Math.max(0, Math.abs(plus - mean) - 0.5) / deviation;
  return normalTail(z);
}

interface Pair {
  readonly before: number;
  readonly after: number;
  readonly actual: number;
}

/** What each step started from and made of it; undefined where the step did not happen. */
function pairOf(cell: OverrideCell, step: StepValue["step"]): Pair | undefined {
  const { naive, statistical, override, final, actual } = cell;
  if (step === "statistical") return { before: naive, after: statistical, actual };
  if (step === "override")
    return override === undefined ? undefined : { before: statistical, after: override, actual };
  return { before: override ?? statistical, after: final, actual };
}

function stepValue(
  step: StepValue["step"],
  by: StepValue["by"],
  key: string,
  pairs: readonly Pair[],
  fewest: number,
): StepValue | undefined {
  const volume = exactTotal(pairs.map(({ actual }) => Math.abs(actual)));
  if (pairs.length === 0 || !(volume > 0)) return undefined;
  const wape = (of: (pair: Pair) => number) =>
    (100 * exactTotal(pairs.map((pair) => Math.abs(of(pair) - pair.actual)))) / volume;
  const wapeBefore = wape(({ before }) => before);
  const wapeAfter = wape(({ after }) => after);
  const p = signedRank(
    pairs.map(({ before, after, actual }) => Math.abs(before - actual) - Math.abs(after - actual)),
  );
  const settled = p < 0.05 && pairs.length >= fewest;
  const valueAdded = wapeBefore - wapeAfter;
  return {
    step,
    by,
    key,
    cells: pairs.length,
    wapeBefore,
    wapeAfter,
    valueAdded,
    p,
    advice: settled ? (valueAdded < 0 ? "stop" : "keep") : "watch",
  };
}

/**
 * Forecast value added as a stair: naive -> statistical -> override -> final (Gilliland), for all cells, and for the
 * override by reason and group; by person only where that is switched on. The worst steps come first.
 */
export function overrideValue(cells: readonly OverrideCell[], options: OverrideOptions = {}): StepValue[] {
  const fewest = options.fewest ?? 10;
  const rows: (StepValue | undefined)[] = (["statistical", "override", "final"] as const).map((step) =>
    stepValue(
      step,
      "all",
      "",
      cells.flatMap((cell) => pairOf(cell, step) ?? []),
      fewest,
    ),
  );
  const split = (part: StepValue["by"], keyOf: (cell: OverrideCell) => string | undefined) => {
    const parts = new Map<string, Pair[]>();
    for (const cell of cells) {
      const pair = pairOf(cell, "override");
      const key = keyOf(cell);
      if (pair === undefined || key === undefined) continue;
      parts.set(key, [...(parts.get(key) ?? []), pair]);
    }
    for (const [key, pairs] of [...parts].sort(by(([key]) => key))) {
      rows.push(stepValue("override", part, key, pairs, fewest));
    }
  };
  split("reason", ({ reason }) => reason);
  split("group", ({ group }) => group);
  if (options.people === true) split("person", ({ by }) => by);
  return rows
    .filter((row) => row !== undefined)
    .sort(
      by(
        ({ valueAdded }) => valueAdded,
        ({ step }) => step,
      ),
    );
}
