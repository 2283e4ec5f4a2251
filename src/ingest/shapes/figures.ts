import { cellText } from "../cells/cells.ts";
import { numberEvidence, scanNumberCell } from "../cells/column-values.ts";
import { decideNumberStyle, isMissing, noEvidence, numberValue } from "../cells/numbers.ts";
import type { TableRecord } from "../table/record.ts";

/** What a cell of a column says; an empty one says 0. */
export type FigureOf = (record: TableRecord, column: number) => number;

const textAt = ({ cells, types }: TableRecord, column: number): string =>
  cellText(cells[column] ?? "", types?.[column]);

/** Reads the figures of columns as all of them together are written: typed cells exactly, texts in one style. */
export function figuresIn(records: readonly TableRecord[], columns: readonly number[]): FigureOf {
  const texts = new Map<string, number>();
  for (const record of records)
    for (const column of columns) {
      const text = textAt(record, column);
      texts.set(text, (texts.get(text) ?? 0) + 1);
    }
  const evidence = numberEvidence({ texts: [...texts.keys()], counts: [...texts.values()] });
  const style = decideNumberStyle(evidence, noEvidence()) === "point" ? "point" : "comma";
  return (record, column) => {
    const text = textAt(record, column);
    return isMissing(text) ? 0 : numberValue(scanNumberCell(text), style);
  };
}
