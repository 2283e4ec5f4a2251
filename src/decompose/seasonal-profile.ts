/** The yearly season of monthly values. */
export interface SeasonalProfile {
  /** Mean share of each month in its year, from January; 1 is the mean of a year. */
  readonly ratios: readonly number[];
  /** True where the months are ordered alike from year to year: Friedman's test at 5 %. */
  readonly isClear: boolean;
}

/** 95 % point of chi-squared with 11 degrees of freedom. */
const limit = 19.675;

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

/** Ranks from 1, ties at their mean. */
function ranks(values: readonly number[]): number[] {
  return values.map((value) => {
    const below = values.filter((other) => other < value).length;
    const equal = values.filter((other) => other === value).length;
    return below + (equal + 1) / 2;
  });
}

/**
 * Profile of whole years of monthly values, each of twelve from January; undefined below two years, or where a year
 * holds nothing. Friedman (1937), The use of ranks to avoid the assumption of normality, JASA 32: years are blocks,
 * months treatments.
 *
 * @example seasonalProfile([year, year])?.isClear // true for two like years
 */
export function seasonalProfile(years: readonly (readonly number[])[]): SeasonalProfile | undefined {
  const whole = years.filter((year) => year.length === 12 && year.every(Number.isFinite));
  if (whole.length < 2 || whole.some((year) => mean(year) <= 0)) return undefined;
  const shares = whole.map((year) => year.map((value) => value / mean(year)));
  const ranked = whole.map(ranks);
  const months = Array.from({ length: 12 }, (_, k) => k);
  const sums = months.map((k) => ranked.reduce((sum, of) => sum + of[k], 0));
  const n = whole.length;
  const statistic = (12 / (n * 12 * 13)) * sums.reduce((sum, of) => sum + of * of, 0) - 3 * n * 13;
  return { ratios: months.map((k) => mean(shares.map((of) => of[k]))), isClear: statistic > limit };
}
