import { numbersOfColumn } from "../evidence/column-numbers.ts";
import type { PeriodHeading } from "../period-heading.ts";
import type { TableProfile } from "../profile.ts";

/** Figures of parts that are not 0 in as many rows and periods prove that a measure is their sum. */
const fewest = 3;

/**
 * The measure that in every row and period is the sum of all others: "Gesamt" beside "Shop" and "Amazon"; undefined
 * where there is none.
 */
export function summedMeasure(
  periods: readonly PeriodHeading[],
  measures: readonly string[],
  profile: TableProfile,
): string | undefined {
  if (measures.length < 3) return undefined;
  const times = [...Map.groupBy(periods, ({ period }) => period).values()];
  if (times.some((own) => own.length !== measures.length)) return undefined;
  const numbers = new Map(periods.map(({ column }) => [column, numbersOfColumn(profile, column)]));
  const figure = (cells: readonly string[], column: number): number => numbers.get(column)?.(cells) || 0;
  return measures.find((measure) => {
    let telling = 0;
    const isSum = profile.head.every((cells) =>
      times.every((own) => {
        const parts = own.filter((one) => one.measure !== measure).map(({ column }) => figure(cells, column));
        const whole = own.find((one) => one.measure === measure)?.column ?? -1;
        if (parts.filter((value) => value !== 0).length > 1) telling++;
        return Math.abs(figure(cells, whole) - parts.reduce((sum, value) => sum + value, 0)) < 1e-6;
      }),
    );
    return isSum && telling >= fewest;
  });
}
