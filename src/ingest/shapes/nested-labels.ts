import { bareText, cellText } from "../cells/cells.ts";
import { scanDateCell } from "../cells/column-values.ts";
import { normaliseHeading } from "../cells/heading-key.ts";
import { monthNumber } from "../cells/month-names.ts";
import { totalSaid } from "../cells/total-words.ts";
import { isRowLabels, measureNamed } from "../cells/words/pivot-words.ts";
import type { Field } from "../columns/fields.ts";
import { yearNamed } from "../columns/period-headings.ts";
import { synonymsOf } from "../columns/synonyms.ts";
import { quarterWord } from "../table/frames/joined-heading.ts";
import { reshaped, type Table, type TableRecord } from "../table/record.ts";
import { figuresIn } from "./figures.ts";
import { isSame } from "./summed-rows.ts";

/** Longer or wider tables are no pivot tables of one column of names. */
const mostRows = 5000;
const mostColumns = 8;

/** What a name in the first column is. */
type Level = "year" | "quarter" | "month" | "day" | "item";

/** A day of its month: "07. Jan", "7-Jan". */
const dayOfMonth = /^(\d{1,2})\.?[ -](\p{L}{3,9})\.?$/u;

function levelOf(text: string): Level {
  if (/^(19|20)\d\d$/.test(text)) return "year";
  if (quarterWord.test(text)) return "quarter";
  if (monthNumber(text.replace(/\.$/, "")) > 0) return "month";
  const [, , month = ""] = dayOfMonth.exec(text) ?? [];
  if (monthNumber(month) > 0) return "day";
  const { kind } = scanDateCell(text);
  // A number alone is a code, no date.
  if (/^\d+$/.test(text)) return "item";
  if (kind === "period" || kind === "pair") return "month";
  return kind === "day" || kind === "parts" ? "day" : "item";
}

/** A row with its place in the nest, 0 outside. */
interface Nested {
  readonly record: TableRecord;
  readonly name: string;
  readonly depth: number;
}

/** The rows with their places, from the order in which the levels begin; undefined where they are no nest. */
function nestOf(
  rows: readonly { readonly record: TableRecord; readonly name: string }[],
): { readonly levels: readonly Level[]; readonly nested: readonly Nested[] } | undefined {
  const levels = [...new Set(rows.map(({ name }) => levelOf(name)))];
  if (levels.length < 2 || !levels.includes("item")) return undefined;
  const nested = rows.map(({ record, name }) => ({ record, name, depth: levels.indexOf(levelOf(name)) }));
  const steps = nested.every(({ depth }, k) => depth <= (nested[k - 1]?.depth ?? -1) + 1);
  return steps && nested.at(-1)?.depth === levels.length - 1 ? { levels, nested } : undefined;
}

/** True where every row but the innermost is the sum of those right inside it. */
function addsUp(nested: readonly Nested[], figures: readonly number[], innermost: number): boolean {
  let several = 0;
  if (figures.some(Number.isNaN) || figures.every((figure) => figure === 0)) return false;
  for (const [k, { depth }] of nested.entries()) {
    let [sum, parts, at] = [0, 0, k + 1];
    for (; (nested[at]?.depth ?? -1) > depth; at++) {
      if (nested[at]?.depth !== depth + 1) continue;
      sum += figures[at] ?? 0;
      parts++;
    }
    if (depth === innermost) continue;
    if (parts === 0 || !isSame(figures[k] ?? 0, sum)) return false;
    several += parts - 1;
  }
  return several > 0;
}

/** The date of a line by the names around it, from the outside; "" where its year is open. */
function dateOf(names: ReadonlyMap<Level, string>, titled: number | undefined): string {
  const [day = "", month = "", quarter = ""] = (["day", "month", "quarter"] as const).map((one) =>
    names.get(one),
  );
  const year = names.get("year") ?? titled?.toString() ?? "";
  const [, number, monthOfDay = ""] = dayOfMonth.exec(day) ?? [];
  const inYear = (named: number, rest = ""): string =>
    year === "" ? "" : `${year}-${String(named).padStart(2, "0")}${rest}`;
  if (number !== undefined) return inYear(monthNumber(monthOfDay), `-${number.padStart(2, "0")}`);
  if (day !== "") return day;
  const named = monthNumber(month.replace(/\.$/, ""));
  if (month !== "") return named > 0 ? inYear(named) : month;
  if (quarter === "") return year;
  const place = /[1-4]|IV|I{1,3}/i.exec(quarter)?.[0] ?? "";
  const roman = ["I", "II", "III", "IV"].indexOf(place.toUpperCase()) + 1;
  return year === "" ? "" : `Q${roman > 0 ? roman : place} ${year}`;
}

/** The lines of the innermost rows: their item, their date, their figures. */
function linesOf(
  { levels, nested }: NonNullable<ReturnType<typeof nestOf>>,
  titled: number | undefined,
): readonly { readonly record: TableRecord; readonly item: string; readonly date: string }[] {
  const names = new Map<Level, string>();
  return nested.flatMap(({ record, name, depth }) => {
    for (const inner of levels.slice(depth)) names.delete(inner);
    names.set(levels[depth] ?? "item", name);
    if (depth < levels.length - 1) return [];
    return [{ record, item: names.get("item") ?? "", date: dateOf(names, titled) }];
  });
}

/** What the heading of the nest calls its items: "Towar" of "Towar / miesiąc". */
function headingOf(own: string): string {
  const parts = own
    .split(/[/|>]/)
    .map((part) => part.trim())
    .filter((part) => part !== "" && !isRowLabels(part));
  return parts.find((part) => isHeadingOf(part, "item")) ?? (parts.length === 1 ? own : "Artikel");
}

const isHeadingOf = (heading: string, field: Field): boolean =>
  synonymsOf("orders").some((one) => one.field === field && one.key === normaliseHeading(heading).key);

const namesDate = (header: readonly string[]): boolean => {
  const dates = new Set(synonymsOf("orders").flatMap(({ field, key }) => (field === "date" ? [key] : [])));
  return header.some(
    (heading, k) => dates.has(normaliseHeading(heading).key) && !(k === 0 && isRowLabels(heading)),
  );
};

/**
 * A pivot table whose periods and items stand in one column, one inside the other ("2025", "Jan", "A-1"), each row the
 * sum of those inside it, as lines of an item and a period; any other table as it is.
 */
export function withNestedLabels(table: Table): Table {
  const { header } = table;
  if (header.length < 2 || header.length > mostColumns || namesDate(header)) return table;
  const rows: { record: TableRecord; name: string }[] = [];
  for (const record of table.records()) {
    const name = bareText(cellText(record.cells[0] ?? "", record.types?.[0])).trim();
    if (name === "" || rows.length >= mostRows) return table;
    if (totalSaid(name) !== "whole") rows.push({ record, name });
  }
  const nest = nestOf(rows);
  const [first] = rows;
  if (nest === undefined || first === undefined) return table;
  const columns = [...header.keys()].slice(1);
  const figureOf = figuresIn(
    rows.map(({ record }) => record),
    columns,
  );
  const isFigure = (column: number): boolean =>
    addsUp(
      nest.nested,
      rows.map(({ record }) => figureOf(record, column)),
      nest.levels.length - 1,
    );
  const lines = linesOf(nest, yearNamed([...table.preamble, table.sheet ?? ""]));
  if (!columns.some(isFigure) || lines.some(({ date }) => date === "")) return table;
  function* records(): Generator<TableRecord> {
    for (const { record, item, date } of lines) {
      const cells = [date, item, ...record.cells.slice(1)];
      const types =
        record.types === undefined ? {} : { types: Uint8Array.of(0, 0, ...record.types.slice(1)) };
      yield { row: record.row, cells, ...types };
    }
  }
  const named = headingOf(header[0]?.trim() ?? "");
  const further = header.slice(1).map((heading) => measureNamed(heading) ?? heading);
  return reshaped(table, ["Datum", named, ...further], records, {
    code: "rows-of-groups",
    severity: "info",
    row: first.record.row,
    text: first.name,
  });
}
