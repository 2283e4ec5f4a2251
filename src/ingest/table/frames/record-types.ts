import { filledCells, isBlank } from "../blank-rows.ts";
import type { TableRecord } from "../record.ts";
import type { RawRecord } from "../records.ts";
import { cellKind } from "../shape.ts";

/** A list whose rows begin with their kind: "K" for the head of an order, "P" for each line of it. */
interface RecordTypes {
  readonly head: string;
  readonly line: string;
  /** Cells of a head and of a line behind their kind. */
  readonly headCells: number;
  readonly lineCells: number;
  /** Headings of both, where the first row of each kind holds them. */
  readonly header: readonly string[];
}

const kind = /^[\p{L}\d]{1,8}$/u;
const fewestHeads = 2;
const fewestLines = 2;
const manyLines = 3;
const fewestApart = 2;

const typeOf = ({ cells }: RawRecord): string => (cells[0] ?? "").trim();

/** Cells of a row behind its kind, without the empty ones at its end. */
const bodyOf = ({ cells }: RawRecord): string[] =>
  cells.slice(1, cells.findLastIndex((cell) => cell.trim() !== "") + 1).map((cell) => cell.trim());

const widest = (rows: readonly RawRecord[]): number =>
  rows.reduce((most, row) => Math.max(most, bodyOf(row).length), 0);

/** True for a row of words above rows of which some hold numbers or days in the same cells. */
function isHeading(row: RawRecord | undefined, below: readonly RawRecord[]): boolean {
  const cells = row === undefined ? [] : bodyOf(row);
  const typed = (text = ""): boolean => ["number", "date"].includes(cellKind(text));
  return (
    cells.length > 1 &&
    cells.every((cell) => cellKind(cell) === "text") &&
    cells.some((_, column) => below.length > 0 && below.every((each) => typed(bodyOf(each)[column])))
  );
}

/** Kinds of the cells of rows, column by column; "" where they differ. */
const shapeOf = (rows: readonly RawRecord[], width: number): string[] =>
  Array.from({ length: width }, (_, column) => {
    const kinds = new Set(rows.map((row) => cellKind(bodyOf(row)[column] ?? "")));
    kinds.delete("empty");
    return kinds.size === 1 ? [...kinds].join("") : "";
  });

/** At most so many kinds of rows end an order or a file: its sum, the number of its rows. */
const mostFurther = 2;

/** True for rows that end an order, one for each at most and with fewer cells than a line: sums, no lines. */
const isEndOf = (
  rows: readonly RawRecord[],
  heads: readonly RawRecord[],
  lines: readonly RawRecord[],
): boolean => rows.length <= heads.length && widest(rows) < Math.min(widest(lines), mostFurther + 1);

/**
 * Sees rows of two kinds by their first cell: heads and the lines below them, whose cells hold other things. Undefined
 * for tables of one kind of rows.
 */
export function recordTypesOf(sample: readonly RawRecord[]): RecordTypes | undefined {
  const rows = sample.filter(({ cells }) => !isBlank(cells) && filledCells(cells) > 1);
  const [first, second] = rows;
  if (first === undefined || second === undefined) return undefined;
  const types = [...new Set(rows.map(typeOf))];
  const [head = "", line = "", ...further] = types;
  if (types.length < 2 || types.some((type) => !kind.test(type))) return undefined;
  const own = (type: string): RawRecord[] => rows.filter((row) => typeOf(row) === type);
  const [heads, lines] = [own(head), own(line)];
  if (!further.every((type) => isEndOf(own(type), heads, lines))) return undefined;
  const [headNames, lineNames] = [
    isHeading(heads[0], heads.slice(1)) ? heads[0] : undefined,
    isHeading(lines[0], lines.slice(1)) ? lines[0] : undefined,
  ];
  const isNamed = headNames !== undefined && lineNames !== undefined;
  const [ofHeads, ofLines] = isNamed ? [heads.slice(1), lines.slice(1)] : [heads, lines];
  if (ofHeads.length < fewestHeads || ofLines.length < fewestLines) return undefined;
  const [headCells, lineCells] = [widest(heads), widest(lines)];
  const [headShape, lineShape] = [shapeOf(ofHeads, headCells), shapeOf(ofLines, lineCells)];
  // Rows of one kind hold the same in the same cell, whatever their first cell says.
  const differ = headShape.filter(
    (shape, column) => shape !== "" && (lineShape[column] ?? "") !== "" && shape !== lineShape[column],
  );
  const isSteady = ofLines.every((row) => bodyOf(row).length === lineCells);
  // Rows as wide as each other, and few of them, tell their kind by more than one cell.
  const fewest = headCells === lineCells || ofLines.length < manyLines ? fewestApart : 1;
  if (differ.length < fewest || !isSteady) return undefined;
  const names = (row: RawRecord | undefined, width: number): string[] =>
    Array.from({ length: width }, (_, column) => (row === undefined ? "" : (bodyOf(row)[column] ?? "")));
  const header = isNamed ? [...names(lineNames, lineCells), ...names(headNames, headCells)] : [];
  return { head, line, headCells, lineCells, header };
}

/** Each line with the cells of its head behind it. */
export function* linesOfHeads(raws: Iterable<RawRecord>, list: RecordTypes): Generator<TableRecord> {
  let head: readonly string[] | undefined;
  const cellsOf = (raw: RawRecord, width: number): string[] => {
    const own = bodyOf(raw);
    return Array.from({ length: width }, (_, column) => own[column] ?? "");
  };
  let [heads, lines] = list.header.length > 0 ? [0, 0] : [1, 1];
  for (const raw of raws) {
    const type = typeOf(raw);
    if (type === list.head && heads++ > 0) head = cellsOf(raw, list.headCells);
    else if (type === list.line && lines++ > 0 && head !== undefined)
      yield { row: raw.row, cells: [...cellsOf(raw, list.lineCells), ...head] };
  }
}
