import type { Issue } from "../../issue.ts";
import { bareText, cellText } from "../cells/cells.ts";
import { normaliseHeading } from "../cells/heading-key.ts";
import { isMissing } from "../cells/numbers.ts";
import type { Field } from "../columns/fields.ts";
import type { Mapping } from "../columns/mapping.ts";
import { areNumbered, datedFrom, lastPeriods } from "../columns/numbered-headings.ts";
import type { PeriodHeading } from "../columns/period-heading.ts";
import { inYear } from "../columns/period-headings.ts";
import type { TableProfile } from "../columns/profile.ts";
import { synonymsOf } from "../columns/synonyms.ts";
import { type Answers, answerTo } from "../questions.ts";
import type { Table } from "../table/record.ts";
import { type CodedColumn, type CodedTable, Coder, widened } from "./coded-table.ts";

/** How a wide table becomes lines: its quantity columns with their periods, and the column that holds the year. */
export interface WidePlan {
  readonly quantities: readonly PeriodHeading[];
  readonly measure: string;
  readonly yearColumn: number | undefined;
  readonly year: number | undefined;
  readonly issues: readonly Issue[];
  readonly blocking: readonly Issue[];
}

const yearKeys = new Set(["jahr", "year", "kalenderjahr", "geschaftsjahr", "fiscalyear"]);
const years = ["2023", "2024", "2025", "2026"];

function isQuantity(measure: string): boolean {
  const { key } = normaliseHeading(measure);
  return synonymsOf("orders").some((synonym) => synonym.field === "quantity" && synonym.key === key);
}

/** Decides which period columns hold the quantity and to which year they belong. */
export function planWide(
  header: readonly string[],
  periods: readonly PeriodHeading[],
  print: string,
  answers: Answers | undefined,
): WidePlan {
  const measures = [...new Set(periods.map(({ measure }) => measure))].sort((a, b) =>
    a < b ? -1 : a > b ? 1 : 0,
  );
  const named = measures.filter(isQuantity);
  const plain = measures.filter((measure) => measure === "");
  const answer = answerTo(answers, `measure:${print}`);
  const measure =
    answer !== undefined && measures.includes(answer)
      ? answer
      : measures.length === 1
        ? measures[0]
        : named.length === 1
          ? named[0]
          : named.length === 0 && plain.length === 1
            ? ""
            : undefined;
  const blocking: Issue[] = [];
  if (measure === undefined) {
    const question = { id: `measure:${print}`, candidates: named.length > 1 ? named : measures };
    blocking.push({ code: "measure-unclear", severity: "error", text: measures.join(", "), question });
  }
  const ofMeasure = periods.filter((period) => period.measure === measure);
  const numbered = areNumbered(ofMeasure);
  const last = numbered ? answerTo(answers, `last-period:${print}`) : undefined;
  const placed = last === undefined ? undefined : datedFrom(ofMeasure, last);
  if (numbered && placed === undefined) {
    const named = [ofMeasure[0], ofMeasure.at(-1)].map((one) => header[one?.column ?? -1] ?? "");
    const question = { id: `last-period:${print}`, candidates: lastPeriods };
    blocking.push({ code: "periods-numbered", severity: "error", text: named.join(" … "), question });
  }
  const quantities = placed ?? ofMeasure;
  const yearColumn = header.findIndex((heading) => yearKeys.has(normaliseHeading(heading).key));
  const needsYear = periods.some(({ hasYear }) => !hasYear);
  const given = answerTo(answers, `year:${print}`);
  const year = given !== undefined && /^(19|20)\d{2}$/.test(given) ? Number(given) : undefined;
  if (needsYear && yearColumn < 0 && year === undefined) {
    const text = quantities
      .slice(0, 3)
      .map(({ column }) => header[column])
      .join(", ");
    const question = { id: `year:${print}`, candidates: years };
    blocking.push({ code: "year-unclear", severity: "error", text, question });
  }
  const column = quantities[0] === undefined ? "" : (header[quantities[0].column] ?? "");
  return {
    quantities,
    measure: measure ?? "",
    yearColumn: needsYear && yearColumn >= 0 ? yearColumn : undefined,
    year,
    issues: [
      { code: "wide-layout", severity: "info", column, periods: quantities.length },
      ...(measures.length > 1 && measure !== undefined
        ? [{ code: "measure-chosen", severity: "info" as const, text: measure, column }]
        : []),
    ],
    blocking,
  };
}

const isZero = (text: string): boolean => /^[-+]?0+(?:[.,]0+)?-?$/.test(text);

/** Reads a wide table as long lines; a period without a figure, or with 0, makes no line. */
export function readWide(
  file: string,
  table: Table,
  mapping: Mapping,
  profile: TableProfile,
  plan: WidePlan,
): CodedTable {
  const fields = [...mapping.fields].filter(([field]) => field !== "date" && field !== "quantity");
  const capacity = 4096;
  const coders = fields.map(() => new Coder(capacity));
  const dates = new Coder(capacity);
  const quantities = new Coder(capacity);
  const headings = new Map<string, string>();
  let rows: Int32Array = new Int32Array(capacity);
  let length = 0;
  let records = 0;
  for (const { row, cells, types } of table.records()) {
    records++;
    const codes = fields.map(([, index], f) => coders[f].code(cellText(cells[index] ?? "", types?.[index])));
    const year =
      plan.yearColumn === undefined ? plan.year : Number(bareText(cellText(cells[plan.yearColumn] ?? "", 0)));
    for (const { column, period, hasYear } of plan.quantities) {
      const text = cellText(cells[column] ?? "", types?.[column]);
      if (isMissing(text) || isZero(bareText(text))) continue;
      if (length >= rows.length) rows = widened(rows);
      codes.forEach((code, f) => {
        coders[f].put(length, code);
      });
      const date = hasYear || year === undefined ? period : inYear(period, year);
      if (!headings.has(date)) headings.set(date, table.header[column] ?? "");
      dates.put(length, dates.code(date));
      quantities.put(length, quantities.code(text));
      rows[length++] = row;
    }
  }
  const columns = new Map<Field, CodedColumn>(fields.map(([field], f) => [field, coders[f]]));
  columns.set("date", dates);
  columns.set("quantity", quantities);
  const heading = plan.quantities[0] === undefined ? "" : (table.header[plan.quantities[0].column] ?? "");
  return {
    file,
    table,
    mapping,
    profile,
    records,
    length,
    rows,
    columns,
    filledDown: 0,
    wide: heading,
    wideHeadings: headings,
  };
}
