import type { Issue } from "../../issue.ts";
import { normaliseHeading } from "../cells/heading-key.ts";

/** What stands for a quantity that no column holds: each row is one piece. */
export const oneARow = "one-a-row";

/** What a column is called in issues: its heading, else its number from 1. @example columnLabel([" "], 0) // "column 1" */
export const columnLabel = (header: readonly string[], column: number): string =>
  header[column]?.trim() || `column ${column + 1}`;

/** What a column is called in questions: by its number also where its heading stands over several columns. */
export function uniqueLabel(header: readonly string[], column: number): string {
  const heading = header[column]?.trim() ?? "";
  const isRepeated = header.some((other, k) => k !== column && other.trim() === heading);
  return isRepeated ? `column ${column + 1}` : columnLabel(header, column);
}

/** Column that a user names: by heading, by its normalised form, else by its number from 1; -1 where there is none. */
export function columnNamed(name: string, header: readonly string[], width: number): number {
  const bare = name.trim();
  const literal = header.findIndex((heading) => heading.trim() === bare);
  if (literal >= 0) return literal;
  const { key } = normaliseHeading(bare);
  const same = header.findIndex((heading) => normaliseHeading(heading).key === key && key !== "");
  if (same >= 0) return same;
  const number = /^(?:column|spalte|col)?\s*(\d+)$/i.exec(bare);
  const index = number === null ? -1 : Number(number[1]) - 1;
  return index >= 0 && index < width ? index : -1;
}

/** Stands between the columns whose sum is meant. */
const plus = " + ";

/** What stands for the sum of several columns. @example sumNamed(["Wien", "Graz"]) // "Wien + Graz" */
export const sumNamed = (names: readonly string[]): string => names.join(plus);

/** Columns whose sum a user names; none where one of them is not there. @example columnsSummed("Wien + Graz", header, 5) // [2, 3] */
export function columnsSummed(name: string, header: readonly string[], width: number): readonly number[] {
  const names = name.split(plus);
  if (names.length < 2 || columnNamed(name, header, width) >= 0) return [];
  const columns = names.map((one) => columnNamed(one, header, width));
  return columns.includes(-1) ? [] : columns;
}

/** Headings that stand over several columns: each column is kept, the first one counts. */
export function repeatedHeadings(header: readonly string[], row: number): Issue[] {
  const seen = new Set<string>();
  return header.flatMap((heading) => {
    const bare = heading.trim();
    if (bare === "" || !seen.has(bare)) {
      seen.add(bare);
      return [];
    }
    return [{ code: "heading-repeated", severity: "info" as const, row, column: bare, text: bare }];
  });
}
