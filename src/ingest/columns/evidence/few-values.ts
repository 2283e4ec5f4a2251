import { bareText } from "../../cells/cells.ts";
import { normaliseHeading } from "../../cells/heading-key.ts";
import { isMissing } from "../../cells/numbers.ts";
import type { TableProfile } from "../profile.ts";

/** A column with few distinct values: it may say what a line is or whether it counts. */
export interface FewValues {
  readonly column: number;
  readonly heading: string;
  /** Heading in comparable letters. */
  readonly key: string;
  /** Distinct texts of the cells that are filled, with how often each stands there. */
  readonly values: readonly { readonly text: string; readonly count: number }[];
  /** Share of the records in which it is filled. */
  readonly filled: number;
}

/** More distinct values than these are no list of choices. */
export const mostValues = 12;

/** The columns of a table with few distinct values, but for those in `used`. */
export function fewValues(
  header: readonly string[],
  { columns, records }: TableProfile,
  used: ReadonlySet<number>,
): FewValues[] {
  return columns.flatMap((profile): FewValues[] => {
    const { index: column, texts, counts, filled } = profile;
    const heading = header[column] ?? "";
    if (used.has(column) || filled === 0 || texts.length > mostValues + 1) return [];
    const values = texts.flatMap((each, k) => {
      const text = bareText(each).trim();
      return isSaid(text) ? [{ text, count: counts[k] ?? 0 }] : [];
    });
    if (values.length > mostValues) return [];
    const { key } = normaliseHeading(heading);
    const share = values.reduce((sum, { count }) => sum + count, 0) / Math.max(1, records);
    return [{ column, heading, key, values, filled: share }];
  });
}

/** A lone sign says something in a column of signs, though it stands for "nothing" elsewhere. */
const isSaid = (text: string): boolean => text === "-" || text === "+" || !isMissing(text);
