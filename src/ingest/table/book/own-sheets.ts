import { totalSaid } from "../../cells/total-words.ts";
import type { Layout } from "../layout.ts";
import { isCut, repeats, type SheetContents, sumsUp } from "./sheet-contents.ts";
import type { BookSheet } from "./workbook.ts";

/** A sheet with what its first rows say. */
export interface OpenSheet {
  readonly sheet: BookSheet;
  readonly layout: Layout;
  readonly contents: SheetContents;
}

/** Sheets of one shape without one that sums up all others, as "Gesamt" does beside one for each place. */
export function withoutSums(sheets: readonly OpenSheet[]): readonly OpenSheet[] {
  const shape = sheets.map(({ layout }) => layout.header.join("\u0000"));
  if (sheets.length < 3 || new Set(shape).size > 1) return sheets;
  const [named, ...more] = sheets.filter(({ sheet }) => totalSaid(sheet.name.trim()) !== undefined);
  if (named !== undefined && more.length === 0 && sheets.some(({ contents }) => isCut(contents)))
    return sheets.filter((one) => one !== named);
  const sum = sheets.find((one) =>
    sumsUp(
      one.contents,
      sheets.flatMap((other) => (other === one ? [] : [other.contents])),
    ),
  );
  return sum === undefined ? sheets : sheets.filter((one) => one !== sum);
}

/** Sheets of one shape without those whose rows stand in another one too. */
export const withoutCopies = (sheets: readonly OpenSheet[]): readonly OpenSheet[] =>
  sheets.filter(
    ({ contents }, k) =>
      !sheets.some(
        (other, at) =>
          at !== k &&
          repeats(contents, other.contents) &&
          // of two that are the same the first stays
          (at < k || !repeats(other.contents, contents)),
      ),
  );
