import { readFileSync } from "node:fs";
import { join } from "node:path";
import { listPieces } from "../../src/index.ts";
import type { Lang } from "../command.ts";
import { writeFolder } from "../run/files.ts";

/** A list of a plan that is to be written as a file. */
export interface ListSpec {
  readonly kind: string;
  readonly medium: "csv" | "xlsx";
  readonly lang: Lang;
  /** The folder that holds its rows as lines of JSON, and then the file. */
  readonly folder: string;
  /** Forecasts: forecasts.csv of the results in English instead of such rows, and of which item. */
  readonly forecasts?: { readonly path: string; readonly item: string | undefined };
}

/** Names inside the folder of a list. */
export const listNames = { rows: "rows.ndjson", file: "list" } as const;

/** Rows of forecasts.csv in English: only the item may be quoted, everything behind it is a day and figures. */
function* forecastRows(text: string, wanted: string | undefined): Generator<object> {
  const [heading = "", ...lines] = text.split("\r\n");
  const fields = heading.split(",");
  for (const line of lines) {
    if (line === "") continue;
    const rest = line.split(",").slice(1 - fields.length);
    const first = line.slice(0, line.length - rest.join(",").length - 1);
    const item = first.startsWith('"') ? first.slice(1, -1).replaceAll('""', '"') : first;
    if (wanted !== undefined && item !== wanted && item !== `'${wanted}`) continue;
    const cells = [item, ...rest];
    yield Object.fromEntries(
      fields.map((field, k) => {
        const cell = cells[k] ?? "";
        return [field, k > 1 && cell !== "" ? Number(cell) : cell];
      }),
    );
  }
}

const rowsOfLines = (text: string): object[] =>
  text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as object);

/** Writes a list as a file. */
export function runListJob({ kind, medium, lang, folder, forecasts }: ListSpec): { readonly written: true } {
  const rows =
    forecasts === undefined
      ? rowsOfLines(readFileSync(join(folder, listNames.rows), "utf8"))
      : [...forecastRows(readFileSync(forecasts.path, "utf8"), forecasts.item)];
  writeFolder(folder, new Map([[listNames.file, listPieces(kind, rows, lang, medium)]]));
  return { written: true };
}
