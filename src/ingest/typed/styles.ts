import { defined } from "../../defined.ts";
import type { Issue } from "../../issue.ts";
import { ascending } from "../../numeric/order.ts";
import { bareText, isTypedDate, isTypedNumber } from "../cells/cells.ts";
import { dateEvidence, numberEvidence, type Texts } from "../cells/column-values.ts";
import { areEvenings, areRewritten, isHalfSwapped, isYearFirst, swappedText } from "../cells/date-kinds.ts";
import { type DateHints, datevPeriod, decideDateStyle, noDateEvidence } from "../cells/date-style.ts";
import { type DateStyle, scanDate } from "../cells/dates.ts";
import { normaliseHeading } from "../cells/heading-key.ts";
import {
  decideNumberStyle,
  type NumberEvidence,
  type NumberStyle,
  noEvidence,
  scanNumber,
} from "../cells/numbers.ts";
import { unitCode } from "../cells/units.ts";
import { columnLabel } from "../columns/column-names.ts";
import { type Field, fieldTypes } from "../columns/fields.ts";
import { shortText } from "../issue-list.ts";
import { type Answers, answerTo } from "../questions.ts";
import type { CodedTable } from "./coded-table.ts";

type ColumnNumberStyle = NumberStyle | "ambiguous" | undefined;

/** How the columns of a table write numbers and dates. */
export interface Styles {
  readonly numbers: ReadonlyMap<Field, ColumnNumberStyle>;
  readonly dates: ReadonlyMap<Field, DateStyle>;
  /** Open questions, and what was assumed. */
  readonly issues: readonly Issue[];
}

/** Heading of a field's column, else its number; of a wide table the first of its columns. */
export function columnName(coded: CodedTable, field: Field): string | undefined {
  if (coded.wide !== undefined && (field === "date" || field === "quantity")) return coded.wide;
  const index = coded.mapping.fields.get(field);
  return index === undefined ? undefined : columnLabel(coded.table.header, index);
}

const weekHeading =
  /^(kw|kalenderwoche|woche|week|isowoche|isoweek|cw|calendarweek|jahrwoche|wochejahr|semaine|semana|settimana|vecka|uge|uke|tydzien|tyden|tyzden|viikko|hafta)|(woche|week|kw|wk|semaine|semana|settimana)$/;

const monthHeading = /^(monat|month|kalendermonat|periode|period|buchungsperiode|jahrmonat|yearmonth)/;

function add<T extends { [key in keyof T]: number }>(to: T, from: T): void {
  for (const key of Object.keys(to) as (keyof T)[]) to[key] = (to[key] + from[key]) as T[keyof T];
}

/** Evidence of the number columns that hold no field (totals, amounts). */
function otherNumbers(coded: CodedTable): NumberEvidence {
  const evidence = noEvidence();
  const mapped = new Set(coded.mapping.fields.values());
  for (const column of coded.profile.columns) {
    if (mapped.has(column.index) || column.numberRate < 0.95 || column.dateRate > 0.5) continue;
    add(evidence, numberEvidence(column));
  }
  return evidence;
}

/** What the columns of a type prove about their style, and what they prove together with the file's other columns. */
interface Evidence<T> {
  readonly own: ReadonlyMap<Field, T>;
  readonly file: T;
}

/** Collects the evidence of every column of a type; `file` holds what other columns prove already. */
function evidenceOf<T extends { [key in keyof T]: number }>(
  coded: CodedTable,
  type: "number" | "date",
  prove: (column: Texts) => T,
  file: T,
): Evidence<T> {
  const own = new Map<Field, T>();
  for (const [field, column] of coded.columns) if (fieldTypes[field] === type) own.set(field, prove(column));
  for (const evidence of own.values()) add(file, evidence);
  return { own, file };
}

/** Heading of a field's column as questions name it. */
const keyOf = (coded: CodedTable, field: Field): string =>
  normaliseHeading(columnName(coded, field) ?? field).key;

/** True where a house writes 04.03.2025 between semicolons: its comma is the decimal sign. */
function isGermanHouse({ columns, table }: CodedTable): boolean {
  const days = (columns.get("date")?.texts ?? []).filter((text) => text !== "");
  const areGerman = days.every((text) => /^\d{1,2}\.\d{1,2}\.\d{4}/.test(text));
  return table.delimiter === ";" && days.length > 0 && areGerman;
}

/** True where such a house writes 12,000 and 9,000: a comma for decimals, of which all are noughts. */
function writesComma(coded: CodedTable, field: Field): boolean {
  const texts = (coded.columns.get(field)?.texts ?? []).filter((text) => text.includes(","));
  return texts.length > 1 && texts.every((text) => /^-?\d{1,3},000-?$/.test(text)) && isGermanHouse(coded);
}

/** A number that reads as thousands or as a decimal of three digits, and its unit: "1.200", "1,250 Stk". */
const groupOrDecimal = /^\s*-?\d{1,3}[.,]\d{3}-?\s*(\p{L}*\.?)\s*$/u;

/**
 * True where "1.200" cannot be a decimal, as it counts pieces: the unit stands behind each such number, or all lines
 * are in it, and smaller numbers of the column are whole ("14"). Where every number has three digits behind its sign
 * ("24,800", "13,250") or all decimals are noughts ("12.000") nothing is known, nor of commas of a German house.
 */
function countsPieces(coded: CodedTable, field: Field): boolean {
  if (field !== "quantity" && field !== "onHand") return false;
  const units = (coded.columns.get("unit")?.texts ?? []).filter((text) => text !== "");
  const areAllPieces = units.length > 0 && units.every((text) => unitCode(bareText(text)) === "ST");
  const texts = coded.columns.get(field)?.texts ?? [];
  const groups = texts.filter((text) => /[.,]/.test(text));
  return (
    texts.some((text) => /^\D*[1-9]\d{0,2}\D*$/.test(text)) &&
    !(groups.some((text) => text.includes(",")) && isGermanHouse(coded)) &&
    groups.some((text) => !/[.,]000/.test(text)) &&
    new Set(groups.map((text) => text.includes("."))).size === 1 &&
    groups.every((text) => {
      const unit = groupOrDecimal.exec(text)?.[1];
      return unit !== undefined && (unit === "" ? areAllPieces : unitCode(unit) === "ST");
    })
  );
}

/**
 * True where no unit is known and "1.200" stands beside "350": who writes whole numbers without decimals does not write
 * 1.2 with a nought behind. Numbers above a thousand without a point speak against it.
 */
function isRound(coded: CodedTable, field: Field): boolean {
  const texts = (coded.columns.get(field)?.texts ?? []).filter((text) => !isTypedNumber(text));
  const isWhole = coded.columns.has("unit") || texts.some((text) => /,\d|\d{4}/.test(text));
  return (
    !isWhole &&
    texts.some((text) => /^-?[1-9]\d{0,2}$/.test(text)) &&
    texts.some((text) => /^-?[1-9]\d{0,2}\.(?!000)\d\d0$/.test(text))
  );
}

/** True where each number has three noughts behind its sign: "12.000", "6.000": hardly all are whole thousands. */
function endInNoughts(coded: CodedTable, field: Field): boolean {
  const texts = (coded.columns.get(field)?.texts ?? []).filter((text) => text !== "");
  return texts.length > 1 && texts.every((text) => /^\s*-?\d{1,3}[.,]000-?\s*(\p{L}*\.?)\s*$/u.test(text));
}

/** How numbers are written that read both ways, by what they count and by the house that writes them. */
function unclearStyle(coded: CodedTable, field: Field, evidence: NumberEvidence): ColumnNumberStyle {
  if (writesComma(coded, field)) return "comma";
  if (isRound(coded, field)) return "comma";
  return (countsPieces(coded, field) ? fromAnswer("thousands", evidence) : undefined) ?? "ambiguous";
}

/** Decides how each number column is written; a column that nothing settles becomes a question. */
function numberStyles(coded: CodedTable, answers: Answers | undefined): Pick<Styles, "numbers" | "issues"> {
  const { own, file } = evidenceOf(coded, "number", numberEvidence, otherNumbers(coded));
  const numbers = new Map<Field, ColumnNumberStyle>();
  const issues: Issue[] = [];
  for (const [field, evidence] of own) {
    const id = `number-style:${coded.mapping.fingerprint}:${keyOf(coded, field)}`;
    const found = decideNumberStyle(evidence, file);
    const decided = found !== "ambiguous" ? found : unclearStyle(coded, field, evidence);
    const answered = decided === "ambiguous" ? fromAnswer(answerTo(answers, id), evidence) : undefined;
    const style = answered ?? decided;
    numbers.set(field, style);
    if (style !== "ambiguous") continue;
    const text = sample(coded, field, (each) => /-group|comma|point/.test(scanNumber(each).shape));
    const areDecimals =
      (evidence.commaGroup > evidence.dotGroup && isGermanHouse(coded)) || endInNoughts(coded, field);
    const candidates = areDecimals ? ["decimal", "thousands"] : ["thousands", "decimal"];
    const question = { id, candidates };
    const severity = field === "quantity" ? "error" : "warning";
    issues.push({ code: "number-style-unclear", severity, field, ...place(coded, field), text, question });
  }
  return { numbers, issues };
}

/** True where an item stands in several rows: which of them holds is told by their days. */
const repeatsItems = ({ columns, length }: CodedTable): boolean =>
  (columns.get("item")?.texts.length ?? length) < length;

/** Decides how each date column is written; an open order of day and month becomes a question. */
function dateStyles(coded: CodedTable, answers: Answers | undefined): Pick<Styles, "dates" | "issues"> {
  const { own, file } = evidenceOf(coded, "date", dateEvidence, noDateEvidence());
  const period = datevPeriod(coded.table.preamble);
  const dates = new Map<Field, DateStyle>();
  const issues: Issue[] = [];
  const print = coded.mapping.fingerprint;
  for (const [field, evidence] of own) {
    const key = keyOf(coded, field);
    const orderId = `date-order:${print}:${key}`;
    const systemId = `date-system:${print}`;
    const order = answerTo(answers, orderId);
    const system = answerTo(answers, systemId);
    const texts = coded.columns.get(field)?.texts ?? [];
    const halfSwapped = isHalfSwapped(texts) || areRewritten(texts);
    const swappedId = `date-swapped:${print}:${key}`;
    const swapped = answerTo(answers, swappedId);
    const hints: DateHints = {
      week: weekHeading.test(key),
      month: monthHeading.test(key),
      ...(order === "dmy" || order === "mdy" ? { order } : isYearFirst(texts) ? { order: "ymd" } : {}),
      ...(areEvenings(texts) ? { evening: true } : {}),
      ...(halfSwapped && swapped === "swapped" ? { swapped: true } : {}),
      ...(system === "1904" ? { system } : {}),
      ...defined({ period }),
    };
    const style = decideDateStyle(evidence, file, hints);
    dates.set(field, style);
    const at = place(coded, field);
    if (style.evening === true) issues.push({ code: "dates-of-evening", severity: "info", ...at });
    if (halfSwapped && swapped !== "swapped" && swapped !== "as-they-are") {
      const question = { id: swappedId, candidates: ["swapped", "as-they-are"] };
      const severity = field === "date" ? "error" : "warning";
      const own = texts.some(isTypedDate)
        ? texts.filter(isTypedDate)
        : texts.filter((each) => swappedText(each) !== each);
      const text = shortText(own.map(bareText).sort(ascending)[0] ?? "");
      issues.push({ code: "dates-half-swapped", severity, ...at, text, question });
    }
    if (style.order === "ambiguous" && evidence.openOrder + evidence.dmy + evidence.mdy > 0) {
      const text = sample(coded, field, (each) => scanDate(each).kind === "parts");
      const question = { id: orderId, candidates: ["dmy", "mdy"] };
      const severity =
        field === "date" || (field === "stockDate" && repeatsItems(coded)) ? "error" : "warning";
      issues.push({ code: "date-order-unclear", severity, field, ...at, text, question });
    }
    const { centuries, serials } = evidence;
    if (centuries > 0) issues.push({ code: "two-digit-years", severity: "info", ...at, count: centuries });
    if (serials > 0) {
      const question = system === undefined ? { id: systemId, candidates: ["1900", "1904"] } : undefined;
      issues.push({
        code: "date-serials",
        severity: "info",
        ...at,
        count: serials,
        ...defined({ question }),
      });
    }
  }
  return { dates, issues };
}

/** Decides the style of every column from all its texts and from the file's other columns. */
export function decideStyles(coded: CodedTable, answers: Answers | undefined): Styles {
  const ofNumbers = numberStyles(coded, answers);
  const ofDates = dateStyles(coded, answers);
  return { ...ofNumbers, ...ofDates, issues: [...ofNumbers.issues, ...ofDates.issues] };
}

const place = (coded: CodedTable, field: Field): { column?: string } =>
  defined({ column: columnName(coded, field) });

/** "thousands" or "decimal" as a style, given which groups the column has. */
function fromAnswer(answer: string | undefined, evidence: NumberEvidence): NumberStyle | undefined {
  if (answer === "comma" || answer === "point") return answer;
  if (answer !== "thousands" && answer !== "decimal") return undefined;
  const dots = evidence.dotGroup >= evidence.commaGroup;
  return (answer === "thousands") === dots ? "comma" : "point";
}

/** The text of a column that sorts first among those that pass a test. */
function sample(coded: CodedTable, field: Field, test: (text: string) => boolean): string {
  const texts = (coded.columns.get(field)?.texts ?? []).map(bareText).filter(test);
  return shortText(texts.sort(ascending)[0] ?? "");
}
