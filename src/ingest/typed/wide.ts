import { bareText, cellText } from "../cells/cells.ts";
import { isMissing } from "../cells/numbers.ts";
import type { Field } from "../columns/fields.ts";
import type { FileLayout } from "../columns/file-layout.ts";
import { inYear } from "../columns/period-headings.ts";
import type { WidePlan } from "../columns/wide-plan.ts";
import { type CodedColumn, type CodedTable, Coder, widened } from "./coded-table.ts";

const isZero = (text: string): boolean => /^[-+]?0+(?:[.,]0+)?-?$/.test(text);

/** Year of a cell; the first one of "2024/25". */
const yearIn = (text: string): number => Number(text.replace(/^(\d{4})[/-]\d{2,4}$/, "$1"));

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
  let rows: Int32Array = new Int32Array(capacity);
  let length = 0;
  let records = 0;
  for (const { row, cells, types } of table.records()) {
    records++;
    const codes = fields.map(([, index], f) =>
      coders[f].code(made[f]?.(cells) ?? cellText(cells[index] ?? "", types?.[index])),
    );
    const time =
      plan.yearColumn === undefined ? "" : bareText(cellText(cells[plan.yearColumn] ?? "", 0)).trim();
    const year = plan.yearColumn === undefined ? plan.year : yearIn(time);
    for (const { column, period, hasYear, yearsLater = 0 } of plan.quantities) {
      const text = cellText(cells[column] ?? "", types?.[column]);
      if (isMissing(text) || isZero(bareText(text))) continue;
      if (length >= rows.length) rows = widened(rows);
      codes.forEach((code, f) => {
        coders[f].put(length, code);
      });
      const isDay = /^[DE]\d/.test(period);
      const date = isDay
        ? `${time}-${period.slice(1)}`
        : hasYear || year === undefined
          ? period
          : inYear(period, year + yearsLater);
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
