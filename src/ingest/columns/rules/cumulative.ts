import type { Issue } from "../../../issue.ts";
import { keyPattern, normaliseHeading } from "../../cells/heading-key.ts";
import { type Answers, answerTo } from "../../questions.ts";
import { numbersOfColumn } from "../evidence/column-numbers.ts";
import type { PeriodHeading, Step } from "../period-heading.ts";
import type { TableProfile } from "../profile.ts";

/** Words of figures that hold all those before them in a year. */
const words = keyPattern(
  /(kum$|kumul|cumul|^cum$|cum$|ytd|yeartodate|aufgelaufen|progressiv|acumulad|acumulat|narast|runningtotal)/,
);
/** So many rows and periods that never fall are no chance. */
const fewestRows = 5;
const fewestPeriods = 6;

/** Rows of figures that never fall from period to period of a year, and how many rows there are that tell. */
function rises(periods: readonly PeriodHeading[], profile: TableProfile): { rows: number; all: boolean } {
  const columns = periods.map((period) => ({
    year: period.hasYear ? period.period.slice(0, 4) : "",
    of: numbersOfColumn(profile, period.column),
  }));
  let [rows, all] = [0, true];
  for (const cells of profile.head) {
    const figures = columns
      .map(({ year, of }) => ({ year, value: of(cells) }))
      .filter(({ value }) => value > 0);
    const grows = figures.some(({ value }, k) => k > 0 && value > (figures[k - 1]?.value ?? value));
    if (!grows) continue;
    rows++;
    all &&= figures.every(
      ({ year, value }, k) =>
        k === 0 || year !== figures[k - 1]?.year || value >= (figures[k - 1]?.value ?? 0),
    );
  }
  return { rows, all };
}

/**
 * Whether the figures of a wide table hold those before them: where the headings say so and no row falls, or as the
 * user says; asked where no row of many ever falls, or where the headings say so and rows fall.
 */
export function cumulative(
  header: readonly string[],
  periods: readonly PeriodHeading[],
  profile: TableProfile,
  print: string,
  answers: Answers | undefined,
): Step<boolean> {
  if (periods.length < 3) return { found: false, issues: [] };
  const id = `cumulative:${print}`;
  const answer = answerTo(answers, id);
  if (answer === "cumulative" || answer === "as-they-are")
    return { found: answer === "cumulative", issues: [] };
  const isNamed = periods.every(({ column }) => words.test(normaliseHeading(header[column] ?? "").key));
  const { rows, all } = rises(periods, profile);
  const column = header[periods[0]?.column ?? -1] ?? "";
  if (isNamed && all && rows > 0)
    return { found: true, issues: [{ code: "periods-cumulative", severity: "info", column }] };
  const isLikely = all && rows >= fewestRows && periods.length >= fewestPeriods;
  if (!isNamed && !isLikely) return { found: false, issues: [] };
  const question = { id, candidates: ["cumulative", "as-they-are"] };
  const issue: Issue = { code: "periods-cumulative-unclear", severity: "error", column, question };
  return { found: false, issues: [issue] };
}
