import type { Issue } from "../../issue.ts";
import { ascending } from "../../numeric/order.ts";
import { keyPattern, normaliseHeading } from "../cells/heading-key.ts";
import { measureNamed } from "../cells/words/pivot-words.ts";
import { type Answers, answerTo } from "../questions.ts";
import { areDays } from "./day-headings.ts";
import { figureCounts } from "./evidence/state-words.ts";
import { quartersOf } from "./headings/half-years.ts";
import { areWeekdays, inWeek } from "./headings/weekdays.ts";
import { yearCandidates, yearColumn } from "./headings/years.ts";
import { areNumbered, datedFrom, lastPeriodsOf } from "./numbered-headings.ts";
import type { PeriodHeading, Step } from "./period-heading.ts";
import type { TableProfile } from "./profile.ts";
import { balancedMeasure, outOf } from "./rules/balanced-measure.ts";
import { cumulative } from "./rules/cumulative.ts";
import { doneWords } from "./rules/no-column.ts";
import { lessReturned } from "./rules/returned-periods.ts";
import { summedMeasure } from "./rules/summed-measure.ts";
import { synonymsOf } from "./synonyms.ts";

/** How a wide table becomes lines: its quantity columns with their periods, and where their year stands. */
export interface WidePlan {
  /** Every column whose heading names a period. */
  readonly periods: readonly PeriodHeading[];
  /** Those of them that hold the quantity; none while it is open which do. */
  readonly quantities: readonly PeriodHeading[];
  /** Column of the year, where headings name months or weeks only and a column holds it; of the month of days. */
  readonly yearColumn: number | undefined;
  /** Column of the year of such a month, where it stands in one of its own. */
  readonly yearOfMonth?: number | undefined;
  /** Each figure of a year holds those before it: what is read is the difference. */
  readonly isCumulative?: boolean;
  /** Year of all periods, where the user said it. */
  readonly year: number | undefined;
  /** What was found, and the questions that must be answered before a line is read. */
  readonly issues: readonly Issue[];
}

function isQuantity(measure: string): boolean {
  const { key } = normaliseHeading(measure);
  return synonymsOf("orders").some((synonym) => synonym.field === "quantity" && synonym.key === key);
}

/** The answer by which the figures of all measures are added up: they are those of customers, places or channels. */
const everything = "all";

/** Words of figures that nobody adds up. */
const ofFigures = keyPattern(
  /(plan|soll|budget|forecast|prognos|vorjahr|previous|last year|prior|stock|bestand|return|retour|wert|value|umsatz|revenue|betrag|amount|price|preis|cost|kosten|percent|abw|diff|delta|kum|cum|ytd|total|gesamt)/,
);
/** True for names that are no known figure, so that they may be those of customers, places or channels. */
const areNames = (measures: readonly string[]): boolean =>
  measures.every((name) => figureCounts(name) === undefined && !ofFigures.test(name) && !isStage(name));
/** "Bestellt" beside "Geliefert" are the same pieces. */
const isStage = (name: string): boolean => doneWords.test(normaliseHeading(name).key);

/** True where figures of another name stand in periods that the chosen one has none of: it is not all there is. */
function leavesOut(periods: readonly PeriodHeading[], chosen: string): boolean {
  const own = new Set(periods.flatMap(({ measure, period }) => (measure === chosen ? [period] : [])));
  const others = periods.flatMap(({ measure, period }) =>
    measure !== chosen && !own.has(period) ? [measure] : [],
  );
  // Periods that no word says anything of may belong to the word before them.
  return others.length > 0 && (chosen === "" ? areNames(others) : others.includes(""));
}

/** Which of several measures ("Menge 01.2025" beside "Wert 01.2025") is the quantity; undefined while it is open. */
function measureOf(
  header: readonly string[],
  periods: readonly PeriodHeading[],
  print: string,
  answers: Answers | undefined,
  profile: TableProfile,
): Step<string | undefined> {
  const measures = [...new Set(periods.map(({ measure }) => measure))].sort(ascending);
  const answer = answerTo(answers, `measure:${print}`);
  // "Summe von Menge" is the quantity.
  const bare = (measure: string): string => measureNamed(measure) ?? measure;
  const own = measures.filter((measure) => figureCounts(bare(measure)) === true);
  const named = own.length > 0 ? own : measures.filter((measure) => isQuantity(bare(measure)));
  const likely =
    measures.length === 1 ? measures : named.length === 0 ? measures.filter((one) => one === "") : named;
  const whole =
    likely.length === 0
      ? (balancedMeasure(periods, measures, profile) ??
        summedMeasure(periods, measures, profile) ??
        outOf(measures))
      : undefined;
  const likeliest = likely.length === 1 && !leavesOut(periods, likely[0] ?? "") ? likely[0] : whole;
  const found =
    answer === everything || (answer !== undefined && measures.includes(answer)) ? answer : likeliest;
  if (found === undefined) {
    const candidates = named.length > 1 ? named : areNames(measures) ? [everything, ...measures] : measures;
    const question = { id: `measure:${print}`, candidates };
    const text = measures.join(", ");
    return { found, issues: [{ code: "measure-unclear", severity: "error", text, question }] };
  }
  if (measures.length === 1) return { found, issues: otherFigures(header, periods, found, print, answers) };
  const column = header[periods.find(({ measure }) => measure === found)?.column ?? -1] ?? "";
  return { found, issues: [{ code: "measure-chosen", severity: "info", text: found, column }] };
}

/** Asks about columns of periods that all say to hold money, a stock or a plan. */
function otherFigures(
  header: readonly string[],
  periods: readonly PeriodHeading[],
  measure: string,
  print: string,
  answers: Answers | undefined,
): readonly Issue[] {
  const id = `figures:${print}`;
  // A heading in comparable letters has lost the "e" at its end.
  const isOther = figureCounts(measure) === false || figureCounts(`${measure}e`) === false;
  if (!isOther || answerTo(answers, id) === "demand") return [];
  const text = header[periods[0]?.column ?? -1] ?? "";
  return [
    {
      code: "figures-unclear",
      severity: "error",
      text,
      of: "other",
      question: { id, candidates: ["demand"] },
    },
  ];
}

/** The periods with their dates: those that are only counted (t01, t02 …) once the user says which one is the last. */
function datedPeriods(
  header: readonly string[],
  periods: readonly PeriodHeading[],
  print: string,
  answers: Answers | undefined,
  titled: Titled,
): Step<readonly PeriodHeading[]> {
  if (timeColumn(header, periods) >= 0) return { found: periods, issues: [] };
  if (areDays(periods)) return daysOf(periods, titled.month ?? answerTo(answers, `month:${print}`), print);
  if (areWeekdays(periods))
    return daysOfWeek(periods, titled.week ?? answerTo(answers, `week:${print}`), print);
  if (periods.some(({ period }) => quartersOf(period) !== undefined))
    return inQuarters(header, periods, print, answers);
  if (!areNumbered(periods)) return { found: periods, issues: [] };
  const last = answerTo(answers, `last-period:${print}`);
  const dated = last === undefined ? undefined : datedFrom(periods, last);
  if (dated !== undefined) return { found: dated, issues: [] };
  const ends = [periods[0], periods.at(-1)].map((period) => header[period?.column ?? -1] ?? "");
  const question = { id: `last-period:${print}`, candidates: lastPeriodsOf(ends[1] ?? "") };
  const issue: Issue = { code: "periods-numbered", severity: "error", text: ends.join(" … "), question };
  return { found: periods, issues: [issue] };
}

/** Halves of years are no buckets: whether each may be spread over its two quarters is asked. */
function inQuarters(
  header: readonly string[],
  periods: readonly PeriodHeading[],
  print: string,
  answers: Answers | undefined,
): Step<readonly PeriodHeading[]> {
  const halves = periods.flatMap((one): readonly PeriodHeading[] => {
    const quarters = quartersOf(one.period);
    return quarters === undefined
      ? [one]
      : quarters.map((period) => ({ ...one, period, share: 1 / quarters.length }));
  });
  const id = `half-years:${print}`;
  if (answerTo(answers, id) === "evenly") return { found: halves, issues: [] };
  const text = header[periods.find(({ period }) => quartersOf(period) !== undefined)?.column ?? -1] ?? "";
  const question = { id, candidates: ["evenly"] };
  return { found: halves, issues: [{ code: "half-years", severity: "error", text, question }] };
}

/** What a title says of the time of a table. */
interface Titled {
  readonly month: string | undefined;
  readonly week: string | undefined;
  readonly year: number | undefined;
  /** First year of a fiscal year: 2024 of "2024/25". */
  readonly firstYear: number | undefined;
  /** Names of the file, of which one may say the year. */
  readonly names: readonly string[];
}

const weeks = ["2025-W01", "2025-W52", "2026-W01", "2026-W52"];

/** Days of a week with their dates; its year may be open. */
function daysOfWeek(
  periods: readonly PeriodHeading[],
  week: string | undefined,
  print: string,
): Step<readonly PeriodHeading[]> {
  if (week !== undefined && /^((19|20)\d{2}-)?W\d{2}$/.test(week))
    return { found: inWeek(periods, week), issues: [] };
  const question = { id: `week:${print}`, candidates: weeks };
  return { found: periods, issues: [{ code: "week-unclear", severity: "error", question }] };
}

/** The column of the months of days, or of the weeks of weekdays; -1 where there is none. */
function timeColumn(header: readonly string[], periods: readonly PeriodHeading[]): number {
  const keys = header.map((heading) => normaliseHeading(heading).key);
  if (areDays(periods)) return keys.indexOf("monat");
  return areWeekdays(periods) ? keys.indexOf("woche") : -1;
}

const months = ["2025-01", "2025-12", "2026-01", "2026-12"];

/** Days of a month with their dates. */
function daysOf(
  periods: readonly PeriodHeading[],
  month: string | undefined,
  print: string,
): Step<readonly PeriodHeading[]> {
  if (month !== undefined && /^(19|20)\d{2}-(0[1-9]|1[0-2])$/.test(month)) {
    const dated = periods.map((one) => ({
      ...one,
      period: `${month}-${one.period.slice(1)}`,
      hasYear: true,
    }));
    return { found: dated, issues: [] };
  }
  const text = `1 … ${periods.length}`;
  const question = { id: `month:${print}`, candidates: months };
  const issue: Issue = { code: "month-unclear", severity: "error", text, question };
  return { found: periods, issues: [issue] };
}

/** True for months or weeks in their order, so that no year ends between them. */
const inOneYear = (periods: readonly PeriodHeading[]): boolean =>
  periods.every(({ period }, k) => k === 0 || period >= (periods[k - 1]?.period ?? ""));

/** Months or weeks without a year that run over its end once, as those of a fiscal year do: the later ones are of the next. */
function overYears(periods: readonly PeriodHeading[]): readonly PeriodHeading[] {
  if (periods.some(({ hasYear }) => hasYear)) return periods;
  const ends = periods.flatMap(({ period }, k) =>
    k > 0 && period < (periods[k - 1]?.period ?? "") ? [k] : [],
  );
  const [end = 0] = ends;
  const isOnce = ends.length === 1 && (periods.at(-1)?.period ?? "") < (periods[0]?.period ?? "");
  return isOnce ? periods.map((one, k) => (k < end ? one : { ...one, yearsLater: 1 })) : periods;
}

/** Where the year of periods that name none stands: in a column, or in an answer. */
function yearOf(
  header: readonly string[],
  periods: readonly PeriodHeading[],
  print: string,
  answers: Answers | undefined,
  titled: Titled,
  profile: TableProfile,
): Step<Pick<WidePlan, "yearColumn" | "year" | "yearOfMonth">> {
  const answer = answerTo(answers, `year:${print}`);
  const isAnswer = answer !== undefined && /^(19|20)\d{2}$/.test(answer);
  const year = isAnswer ? Number(answer) : inOneYear(periods) ? titled.year : titled.firstYear;
  const time = timeColumn(header, periods);
  const ofYear = yearColumn(header, profile);
  if (time >= 0)
    return {
      found: { yearColumn: time, year: undefined, yearOfMonth: ofYear < 0 ? undefined : ofYear },
      issues: [],
    };
  if (periods.every(({ hasYear }) => hasYear) || areDays(periods) || areWeekdays(periods))
    return { found: { yearColumn: undefined, year }, issues: [] };
  const found = { yearColumn: ofYear < 0 ? undefined : ofYear, year };
  if (ofYear >= 0 || year !== undefined) return { found, issues: [] };
  const first = periods.slice(0, 3).map((period) => header[period.column]);
  const question = { id: `year:${print}`, candidates: yearCandidates(titled.names, false) };
  const issue: Issue = { code: "year-unclear", severity: "error", text: first.join(", "), question };
  return { found, issues: [issue] };
}

/**
 * Decides which period columns hold the quantity and to which year they belong. `print` is the fingerprint of the
 * headings, on which questions and answers hang; `titled` what a title says of month and year.
 */
export function planWide(
  header: readonly string[],
  periods: readonly PeriodHeading[],
  print: string,
  answers: Answers | undefined,
  titled: Titled,
  profile: TableProfile,
): WidePlan {
  const measure = measureOf(header, periods, print, answers, profile);
  const ofMeasure = lessReturned(
    periods,
    periods.filter((period) => measure.found === everything || period.measure === measure.found),
  );
  const dated = datedPeriods(header, ofMeasure, print, answers, titled);
  const quantities = overYears(dated.found);
  const year = yearOf(header, quantities.length > 0 ? quantities : periods, print, answers, titled, profile);
  const column = header[quantities[0]?.column ?? -1] ?? "";
  const layout: Issue = { code: "wide-layout", severity: "info", column, periods: quantities.length };
  const running = cumulative(header, quantities, profile, print, answers);
  const steps = [...measure.issues, ...dated.issues, ...year.issues, ...running.issues];
  return { periods, quantities, ...year.found, isCumulative: running.found, issues: [layout, ...steps] };
}
