import {
  dayOf,
  defused,
  orderedLines,
  type Plan,
  quoted,
  significantNumber,
  UsageError,
} from "../../src/index.ts";
import { isTexts } from "./texts.ts";

/** How a file for the ERP's import looks: `config.export.suggestions`, `config.export.parameters`. */
interface ExportShape {
  /** Heading of the file -> field of the result, in the order of the columns. */
  readonly columns: Readonly<Record<string, string>>;
  readonly delimiter: string;
  readonly decimal: "." | ",";
  /** Made of yyyy, yy, MM, dd and separators, e.g. dd.MM.yyyy. */
  readonly date: string;
  readonly bom: boolean;
  readonly header: boolean;
}

export type Exports = Readonly<Record<string, ExportShape>>;

/** What may part the cells of a line. */
export const delimiters: readonly string[] = [";", ",", "\t", "|"];

const shapeDefaults = { delimiter: ";", decimal: ",", date: "dd.MM.yyyy", bom: false, header: true } as const;

/** `config.export`, checked; UsageError names what is wrong. */
export function checkedExports(given: unknown): Exports {
  if (given === undefined) return {};
  if (typeof given !== "object" || given === null || Array.isArray(given))
    throw new UsageError({ code: "export-not-an-object" });
  return Object.fromEntries(
    Object.entries(given).map(([name, shape]) => {
      if (name !== "suggestions" && name !== "parameters") {
        throw new UsageError({ code: "export-unknown", name });
      }
      return [name, checkedShape(name, shape)];
    }),
  );
}

/** One of the files: all of it is checked here, because it stands for many nights before it is used. */
function checkedShape(name: string, given: unknown): ExportShape {
  const shape: Readonly<Record<string, unknown>> =
    typeof given === "object" && given !== null ? { ...shapeDefaults, ...given } : {};
  const { columns, delimiter, decimal, date, bom, header } = shape;
  const at = (field: string) => `export.${name}.${field}`;
  if (!isTexts(columns) || Object.keys(columns).length === 0)
    throw new UsageError({ code: "export-without-columns", name });
  const unknown = Object.keys(shape).find(
    (field) => field !== "columns" && !Object.hasOwn(shapeDefaults, field),
  );
  if (unknown !== undefined) throw new UsageError({ code: "option-of-config-unknown", name: at(unknown) });
  if (typeof delimiter !== "string" || !delimiters.includes(delimiter))
    throw new UsageError({
      code: "not-one-of",
      name: at("delimiter"),
      known: delimiters.map((one) => (one === "\t" ? "\\t" : one)),
      got: typeof delimiter === "string" ? delimiter.slice(0, 20) : typeof delimiter,
    });
  if (typeof date !== "string") throw new UsageError({ code: "texts-expected", name: at("date") });
  if (decimal !== "." && decimal !== ",")
    throw new UsageError({
      code: "not-one-of",
      name: at("decimal"),
      known: [".", ","],
      got: typeof decimal === "string" ? decimal.slice(0, 20) : typeof decimal,
    });
  if (typeof bom !== "boolean") throw new UsageError({ code: "not-a-boolean", name: at("bom") });
  if (typeof header !== "boolean") throw new UsageError({ code: "not-a-boolean", name: at("header") });
  return { columns, delimiter, decimal, date, bom, header };
}

/** Files of `config.export`: export-suggestions.csv and export-parameters.csv in the ERP's own form. */
export function exportFiles(plan: Plan, exports: Exports): [string, Uint8Array][] {
  const rows: Record<string, readonly object[]> = {
    suggestions: orderedLines(plan),
    parameters: plan.parameters.filter(({ change }) => change),
  };
  return Object.entries(exports).map(([name, shape]) => [
    `export-${name}.csv`,
    new TextEncoder().encode(csvOf(rows[name] ?? [], shape)),
  ]);
}

function csvOf(rows: readonly object[], shape: ExportShape): string {
  const headings = Object.keys(shape.columns);
  const lines = rows.map((row) => {
    const fields = row as Record<string, unknown>;
    return headings.map((heading) => cell(fields[shape.columns[heading]], shape)).join(shape.delimiter);
  });
  const head = shape.header
    ? [headings.map((heading) => quoted(defused(heading), shape.delimiter)).join(shape.delimiter)]
    : [];
  return `${shape.bom ? "\uFEFF" : ""}${[...head, ...lines].map((line) => `${line}\r\n`).join("")}`;
}

function cell(value: unknown, shape: ExportShape): string {
  if (value === undefined || value === null) return "";
  if (typeof value === "number")
    return quoted(String(significantNumber(value)).replace(".", shape.decimal), shape.delimiter);
  const text = String(value);
  if (!Number.isNaN(dayOf(text))) {
    const [year, month, day] = text.split("-") as [string, string, string];
    const named = shape.date
      .replace("yyyy", year)
      .replace("yy", year.slice(2))
      .replace("MM", month)
      .replace("dd", day);
    return quoted(named, shape.delimiter);
  }
  return quoted(defused(text), shape.delimiter);
}
