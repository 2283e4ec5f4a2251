import { saysTakenBack } from "../evidence/less-returns.ts";
import type { PeriodHeading } from "../period-heading.ts";

/**
 * The periods of a measure with the columns of what came back beside them, where each has one ("Jan 2025 Sold" beside
 * "Jan 2025 Returned"); as they are where none, several or only some have one.
 */
export function lessReturned(
  periods: readonly PeriodHeading[],
  own: readonly PeriodHeading[],
): readonly PeriodHeading[] {
  const measure = own[0]?.measure ?? "";
  const measures = [...new Set(periods.map((one) => one.measure))].filter(
    (other) => other !== measure && saysTakenBack(other),
  );
  const [back] = measures;
  if (back === undefined || measures.length > 1 || /(^| )net/.test(measure) || saysTakenBack(measure))
    return own;
  const columns = new Map(
    periods.filter((one) => one.measure === back).map(({ period, column }) => [period, column]),
  );
  return own.every(({ period }) => columns.has(period))
    ? own.map((one) => ({ ...one, less: columns.get(one.period) ?? -1 }))
    : own;
}
