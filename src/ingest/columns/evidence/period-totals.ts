import { scanNumberCell } from "../../cells/column-values.ts";
import { numberValue } from "../../cells/numbers.ts";
import type { PeriodHeading } from "../period-heading.ts";
import type { TableProfile } from "../profile.ts";

/** From this share of the rows on a column that sums up its neighbours is their total. */
const proof = 0.9;

/** How long a period is, by its name: 2025 is longer than 2025-H1, than 2025-Q1, than 2025-01, than 2025-W01. */
function lengthOf({ period }: PeriodHeading): number {
  if (period.includes("W")) return 7;
  if (/Q\d/.test(period)) return 91;
  if (/H\d/.test(period)) return 182;
  if (/^\d{4}-\d{2}$/.test(period) || period.startsWith("M")) return 30;
  return /^\d{4}$/.test(period) ? 365 : 1;
}

/** Share of the rows in which `total` is the sum of `parts`; 0 where hardly a row says anything. */
function matches(profile: TableProfile, total: number, parts: readonly number[]): number {
  const valueAt = (cells: readonly string[], column: number): number => {
    const text = cells[column] ?? "";
    const value = text === "" ? 0 : numberValue(scanNumberCell(text), "comma");
    return Number.isNaN(value) ? 0 : value;
  };
  let [rows, hits] = [0, 0];
  for (const cells of profile.head) {
    const sum = parts.reduce((all, column) => all + valueAt(cells, column), 0);
    const value = valueAt(cells, total);
    if (sum === 0 && value === 0) continue;
    rows++;
    if (Math.abs(sum - value) <= 1e-6 * Math.max(1, Math.abs(value))) hits++;
  }
  return rows === 0 ? 0 : hits / rows;
}

/** True for a month of a quarter, or of a year. @example liesIn(april, secondQuarter) // true */
function liesIn({ period, hasYear }: PeriodHeading, whole: PeriodHeading): boolean {
  const [, year = "", month = ""] = /^(?:(\d{4})-|M)(\d{2})$/.exec(period) ?? [];
  const quarter = `Q${Math.ceil(Number(month) / 3)}`;
  const names = hasYear ? [`${year}-${quarter}`, year] : [quarter];
  return month !== "" && names.includes(whole.period);
}

/**
 * The columns of a wide table that are no totals of the others: a quarter beside its months and a month beside its
 * weeks are recognised by their sums, whatever they are called.
 * @example withoutTotals(periods, profile).length // 6 of eight: two quarters are left out
 */
export function withoutTotals(
  periods: readonly PeriodHeading[],
  profile: TableProfile,
): { readonly parts: readonly PeriodHeading[]; readonly totals: readonly PeriodHeading[] } {
  const totals = periods.filter((one, k) => {
    const finer = (other: PeriodHeading | undefined): boolean =>
      other !== undefined && other.measure === one.measure && lengthOf(other) < lengthOf(one);
    const run = (step: 1 | -1): number[] => {
      const columns: number[] = [];
      for (let at = k + step; finer(periods[at]); at += step) columns.push(periods[at]?.column ?? -1);
      return columns;
    };
    return ([-1, 1] as const).some((step) => {
      const columns = run(step);
      // The months of a quarter end where the quarter stands; more of them may stand before.
      const isSum = columns.some(
        (_, n) => n > 0 && matches(profile, one.column, columns.slice(0, n + 1)) >= proof,
      );
      // Of a quarter that has just begun one month is known.
      const next = periods[k + step];
      return (
        isSum ||
        (next !== undefined &&
          liesIn(next, one) &&
          finer(next) &&
          matches(profile, one.column, [next.column]) === 1)
      );
    });
  });
  return { parts: periods.filter((one) => !totals.includes(one)), totals };
}
