import { bareText, cellText } from "../cells/cells.ts";
import { isMissing } from "../cells/numbers.ts";
import { numbersOfColumn } from "../columns/evidence/column-numbers.ts";
import type { Field } from "../columns/fields.ts";
import type { FileLayout } from "../columns/file-layout.ts";
import type { PeriodHeading } from "../columns/period-heading.ts";
import { inYear } from "../columns/period-headings.ts";
import type { WidePlan } from "../columns/wide-plan.ts";
import { type CodedColumn, type CodedTable, Coder, widened } from "./coded-table.ts";

const isZero = (text: string): boolean => /^[-+]?0+(?:[.,]0+)?-?$/.test(text);

/** Year of a cell; the first one of "2024/25". */
const yearIn = (text: string): number => Number(text.replace(/^(\d{4})[/-]\d{2,4}$/, "$1"));

/** A figure that holds those before it in its year as what came on top of them; `before` knows the last one. */
function moreThanBefore(value: number, year: string, before: Map<string, number>, own: string): string {
  if (Number.isNaN(value)) return own;
  const last = before.get(year) ?? 0;
  before.set(year, value);
  return cellText(String(Number((value - last).toFixed(6))), 1);
}

/** The part of a figure that belongs to one of the periods it is the sum of. */
const shareOf = (value: number, share: number, own: string): string =>
  Number.isNaN(value) ? own : cellText(String(Number((value * share).toFixed(6))), 1);

/** A figure less what came back of it; as it stands where nothing did. */
const lessBack = (value: number, back: number, own: string): string =>
  Number.isNaN(back) || back === 0
    ? own
    : cellText(String(Number(((Number.isNaN(value) ? 0 : value) - Math.abs(back)).toFixed(6))), 1);

/** How the text of a figure is found: as it stands, as what came on top of those before it, or as its share. */
function figuresOf(
  { isCumulative, quantities }: WidePlan,
  profile: FileLayout["profile"],
): (quantity: PeriodHeading, cells: readonly string[], own: string, before: Map<string, number>) => string {
  const numbers = new Map(
    quantities.flatMap(({ column, share, less }) =>
      isCumulative === true || share !== undefined || less !== undefined
        ? [column, ...(less === undefined ? [] : [less])].map(
            (at) => [at, numbersOfColumn(profile, at)] as const,
          )
        : [],
    ),
  );
  return ({ column, period, hasYear, share, less }, cells, own, before) => {
    const numberOf = numbers.get(column);
    if (numberOf === undefined) return own;
    if (less !== undefined) return lessBack(numberOf(cells), numbers.get(less)?.(cells) ?? Number.NaN, own);
    if (share !== undefined) return shareOf(numberOf(cells), share, own);
    return moreThanBefore(numberOf(cells), hasYear ? period.slice(0, 4) : "", before, own);
  };
}

/** Date text of a period: in its year, or as a day of the month or week that a cell names. */
function dateOf(period: string, year: number | undefined, yearsLater: number, time: string): string {
  if (/^[DE]\d/.test(period)) return `${time}-${period.slice(1)}`;
  return year === undefined ? period : inYear(period, year + yearsLater);
}

/** What the cells of a row say of the year, month or week of its periods. */
function timeOf({ yearColumn, yearOfMonth }: WidePlan, cells: readonly string[]): string {
  const textAt = (column: number): string => bareText(cellText(cells[column] ?? "", 0)).trim();
  if (yearColumn === undefined) return "";
  const time = textAt(yearColumn);
  return yearOfMonth !== undefined && /^\d{1,2}$/.test(time)
    ? `${textAt(yearOfMonth)}-${time.padStart(2, "0")}`
    : time;
}

/** Reads a wide table as long lines; a period without a figure, or with 0, makes no line. */
export function readWide(
  { source, table, mapping, profile, derived = [] }: FileLayout,
  plan: WidePlan,
): CodedTable {
  const fields = [...mapping.fields].filter(([field]) => field !== "date" && field !== "quantity");
  const capacity = 4096;
  const made = fields.map(([field]) => derived.find((each) => each.field === field)?.of);
  const coders = fields.map(() => new Coder(capacity));
  const dates = new Coder(capacity);
  const quantities = new Coder(capacity);
  const headings = new Map<string, string>();
  const figure = figuresOf(plan, profile);
  let rows: Int32Array = new Int32Array(capacity);
  let length = 0;
  let records = 0;
  for (const { row, cells, types } of table.records()) {
    records++;
    const codes = fields.map(([, index], f) =>
      coders[f].code(made[f]?.(cells) ?? cellText(cells[index] ?? "", types?.[index])),
    );
    const time = timeOf(plan, cells);
    const year = plan.yearColumn === undefined ? plan.year : yearIn(time);
    const before = new Map<string, number>();
    for (const quantity of plan.quantities) {
      const { column, period, hasYear, yearsLater = 0 } = quantity;
      const own = cellText(cells[column] ?? "", types?.[column]);
      const text = figure(quantity, cells, own, before);
      if (isMissing(text) || isZero(bareText(text))) continue;
      if (length >= rows.length) rows = widened(rows);
      codes.forEach((code, f) => {
        coders[f].put(length, code);
      });
      const date = dateOf(period, hasYear ? undefined : year, yearsLater, time);
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
    file: source.name,
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
