import { defined } from "../../defined.ts";
import type { Issue } from "../../issue.ts";
import { bareText } from "../cells/cells.ts";
import { dateEvidence, numberEvidence } from "../cells/column-values.ts";
import {
  type DateEvidence,
  type DateHints,
  datevPeriod,
  decideDateStyle,
  noDateEvidence,
} from "../cells/date-style.ts";
import type { DateStyle } from "../cells/dates.ts";
import { scanDate } from "../cells/dates.ts";
import { normaliseHeading } from "../cells/heading-key.ts";
import {
  decideNumberStyle,
  type NumberEvidence,
  type NumberStyle,
  noEvidence,
  scanNumber,
} from "../cells/numbers.ts";
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

/** Heading of a field's column; of a wide table the first of its columns. */
export function columnName(coded: CodedTable, field: Field): string | undefined {
  if (coded.wide !== undefined && (field === "date" || field === "quantity")) return coded.wide;
  const index = coded.mapping.fields.get(field);
  if (index === undefined) return undefined;
  return coded.table.header[index]?.trim() || `column ${index + 1}`;
}

const weekHeading = /^(kw|kalenderwoche|woche|week|isowoche|isoweek|cw|calendarweek|jahrwoche|wochejahr)/;

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

/** Decides the style of every column from all its texts and from the file's other columns. */
export function decideStyles(coded: CodedTable, answers: Answers | undefined): Styles {
  const numbers = new Map<Field, ColumnNumberStyle>();
  const dates = new Map<Field, DateStyle>();
  const issues: Issue[] = [];
  const own = new Map<Field, NumberEvidence>();
  const ownDates = new Map<Field, DateEvidence>();
  for (const [field, column] of coded.columns) {
    if (fieldTypes[field] === "number") own.set(field, numberEvidence(column));
    if (fieldTypes[field] === "date") ownDates.set(field, dateEvidence(column));
  }
  const fileNumbers = otherNumbers(coded);
  for (const evidence of own.values()) add(fileNumbers, evidence);
  const fileDates = noDateEvidence();
  for (const evidence of ownDates.values()) add(fileDates, evidence);
  const print = coded.mapping.fingerprint;
  for (const [field, evidence] of own) {
    const key = normaliseHeading(columnName(coded, field) ?? field).key;
    const id = `number-style:${print}:${key}`;
    const given = answerTo(answers, id);
    const decided = decideNumberStyle(evidence, fileNumbers);
    const style = decided === "ambiguous" ? (fromAnswer(given, evidence) ?? "ambiguous") : decided;
    numbers.set(field, style);
    if (style !== "ambiguous") continue;
    const text = sample(coded, field, (each) => /-group|comma|point/.test(scanNumber(each).shape));
    const question = { id, candidates: ["thousands", "decimal"] };
    const severity = field === "quantity" ? "error" : "warning";
    issues.push({ code: "number-style-unclear", severity, field, ...place(coded, field), text, question });
  }
  const period = datevPeriod(coded.table.preamble);
  for (const [field, evidence] of ownDates) {
    const key = normaliseHeading(columnName(coded, field) ?? field).key;
    const id = `date-order:${print}:${key}`;
    const order = answerTo(answers, id);
    const system = answerTo(answers, `date-system:${print}`);
    const hints: DateHints = {
      week: weekHeading.test(key),
      month: /^(monat|month|kalendermonat|periode|period|buchungsperiode|jahrmonat|yearmonth)/.test(key),
      ...(order === "dmy" || order === "mdy" ? { order } : {}),
      ...(system === "1904" ? { system } : {}),
      ...defined({ period }),
    };
    const style = decideDateStyle(evidence, fileDates, hints);
    dates.set(field, style);
    if (style.order === "ambiguous" && evidence.openOrder + evidence.dmy + evidence.mdy > 0) {
      const text = sample(coded, field, (each) => scanDate(each).kind === "parts");
      const question = { id, candidates: ["dmy", "mdy"] };
      const severity = field === "date" ? "error" : "warning";
      issues.push({ code: "date-order-unclear", severity, field, ...place(coded, field), text, question });
    }
    if (evidence.centuries > 0)
      issues.push({
        code: "two-digit-years",
        severity: "info",
        ...place(coded, field),
        count: evidence.centuries,
      });
    if (evidence.serials > 0) {
      const question = { id: `date-system:${print}`, candidates: ["1900", "1904"] };
      const found = { ...place(coded, field), count: evidence.serials };
      issues.push({
        code: "date-serials",
        severity: "info",
        ...found,
        ...(system === undefined ? { question } : {}),
      });
    }
  }
  return { numbers, dates, issues };
}

function place(coded: CodedTable, field: Field): { column?: string } {
  const column = columnName(coded, field);
  return column === undefined ? {} : { column };
}

/** "thousands" or "decimal" as a style, given which groups the column has. */
function fromAnswer(answer: string | undefined, evidence: NumberEvidence): NumberStyle | undefined {
  if (answer === "comma" || answer === "point") return answer;
  if (answer !== "thousands" && answer !== "decimal") return undefined;
  const dots = evidence.dotGroup >= evidence.commaGroup;
  return (answer === "thousands") === dots ? "comma" : "point";
}

function sample(coded: CodedTable, field: Field, test: (text: string) => boolean): string {
  const texts = (coded.columns.get(field)?.texts ?? []).map(bareText).filter(test);
  return shortText(texts.reduce((least, text) => (least === "" || text < least ? text : least), ""));
}
