import { InputError } from "../../errors.ts";
import { type Limits, looseSteps } from "../limits.ts";
import { type StepBudget, stepBudget } from "../step-budget.ts";
import { readLoose } from "./loose.ts";
import { contentEnd, type Dialect, lineEnd, scanRecord } from "./scan.ts";
import { type TextBlock, tooLong } from "./text.ts";

/** A record as it stands in the file, before anything is decided about it. */
export interface RawRecord {
  /** Physical line (1-based) where it begins; the row of a sheet. */
  readonly row: number;
  readonly cells: string[];
  /** The text of the record, where its quotes or its width are not as expected. */
  readonly raw?: string;
  /** Quotes were out of place and had to be interpreted. */
  readonly mended?: true;
  readonly types?: Uint8Array;
}

/** Lines that one cell may span when its quote does not close cleanly. */
const mostLinesMended = 8;

/**
 * A line whose quotes all mean inches (`48" round`), none opening a cell: split like a line without quotes. So is one
 * whose texts are formulas (`="0815"`), as programs write numbers that a spreadsheet must not touch.
 */
function bareRecord(
  text: string,
  at: number,
  stop: number,
  { delimiter, quote }: Dialect,
  width: number,
): { cells: string[]; next: number; mended: boolean } | undefined {
  const line = text.slice(at, contentEnd(text, at, stop));
  if (line.includes('="')) {
    const texts = line.split(delimiter).map((cell) => (/^="[^"]*"$/.test(cell) ? cell.slice(2, -1) : cell));
    if (texts.every((cell) => !cell.includes(quote)))
      return { cells: texts, next: Math.min(stop + 1, text.length), mended: false };
  }
  for (let found = line.indexOf(quote); found >= 0; found = line.indexOf(quote, found + 1)) {
    const before = line.charCodeAt(found - 1);
    if (found === 0 || before < 48 || before > 57) return undefined;
  }
  const cells = line.split(delimiter);
  if (width > 0 && cells.length !== width) return undefined;
  return { cells, next: Math.min(stop + 1, text.length), mended: false };
}

/**
 * Reads the record with a quote at `at`; undefined when more text is needed to decide. Once the budget is spent, lines
 * with quotes out of place are split at their delimiters.
 */
function quotedRecord(
  text: string,
  at: number,
  stop: number,
  dialect: Dialect,
  width: number,
  last: boolean,
  budget: StepBudget,
  row: number,
  limits: Limits,
): { cells: string[]; next: number; mended: boolean } | undefined {
  const bare = bareRecord(text, at, stop, dialect, width);
  if (bare !== undefined) return bare;
  const strict = scanRecord(text, at, dialect, limits.cellChars);
  if (strict === undefined && !last && text.length - at < limits.cellChars) return undefined;
  if (strict?.clean === true && (width === 0 || strict.cells.length === width)) {
    return { cells: strict.cells, next: strict.next, mended: false };
  }
  if (strict === undefined && !last) refuseHugeCell(text, stop, dialect, width, limits);
  const line = text.slice(at, contentEnd(text, at, stop));
  const weigh = budget.hasLeft(row);
  const loose = weigh
    ? readLoose(line, dialect, width)
    : { cells: line.split(dialect.delimiter), cost: 1, steps: 0 };
  budget.spend(loose.steps);
  let best = { cells: loose.cells, next: Math.min(stop + 1, text.length), mended: loose.cost > 0 };
  if (strict?.clean === true && (width === 0 || strict.next === best.next)) {
    return { cells: strict.cells, next: strict.next, mended: false };
  }
  if (width === 0 || loose.cells.length === width || !weigh) return best;
  let end = stop;
  for (let lines = 2; lines <= mostLinesMended && end < text.length && budget.hasLeft(row); lines++) {
    end = lineEnd(text, end + 1, dialect.end);
    const longer = readLoose(text.slice(at, contentEnd(text, at, end)), dialect, width);
    budget.spend(longer.steps);
    if (longer.cells.length === width && longer.cost <= 2) {
      best = { cells: longer.cells, next: Math.min(end + 1, text.length), mended: longer.cost > 0 };
      return best;
    }
  }
  return strict?.clean === true && loose.cost > 2
    ? { cells: strict.cells, next: strict.next, mended: false }
    : best;
}

/** A quote that does not close within the longest cell: a stray one if the next lines go on as a table, else too much. */
function refuseHugeCell(text: string, from: number, dialect: Dialect, width: number, limits: Limits): void {
  if (width < 2) return;
  let at = from + 1;
  for (let lines = 0; lines < 20 && at < text.length; lines++) {
    const stop = lineEnd(text, at, dialect.end);
    if (text.slice(at, stop).split(dialect.delimiter, width + 1).length === width) return;
    at = stop + 1;
  }
  throw new InputError({ code: "cell-too-large", part: "cell", millions: limits.cellChars / 1e6 });
}

function linesIn(text: string, from: number, to: number, end: string): number {
  let count = 0;
  for (let at = text.indexOf(end, from); at >= 0 && at < to; at = text.indexOf(end, at + 1)) count++;
  return count;
}

/**
 * The records of a text, one by one. Lines without a quote are split at the delimiter; lines with one are read by
 * RFC 4180, and where that gives another width than `width` by the cheapest reading that gives it.
 */
export function* csvRecords(
  blocks: Iterable<TextBlock>,
  dialect: Dialect,
  width: number,
  limits: Limits,
  onBlock: (block: TextBlock, firstRow: number) => void = () => {},
): Generator<RawRecord> {
  const { delimiter, quote, end } = dialect;
  let rest = "";
  let row = 1;
  const budget = stepBudget(looseSteps);
  let line = 1;
  function* read(text: string, last: boolean): Generator<RawRecord> {
    let at = 0;
    let nextQuote = text.indexOf(quote);
    while (at < text.length) {
      let stop = text.indexOf(end, at);
      if (stop < 0) stop = text.length;
      if (stop - at > limits.recordChars) throw tooLong(limits);
      if (nextQuote >= 0 && nextQuote < at) nextQuote = text.indexOf(quote, at);
      if (nextQuote < 0 || nextQuote >= stop) {
        const raw = text.slice(at, contentEnd(text, at, stop));
        const cells = raw.split(delimiter);
        yield cells.length === width ? { row, cells } : { row, cells, raw };
        at = stop + 1;
        row++;
        continue;
      }
      const found = quotedRecord(text, at, stop, dialect, width, last, budget, row, limits);
      if (found === undefined) {
        rest = text.slice(at);
        return;
      }
      const raw = text.slice(
        at,
        contentEnd(text, at, found.next - (text.startsWith(end, found.next - 1) ? 1 : 0)),
      );
      yield found.mended ? { row, cells: found.cells, raw, mended: true } : { row, cells: found.cells, raw };
      row += linesIn(text, at, found.next, end);
      at = found.next;
    }
    rest = "";
  }
  for (const block of blocks) {
    onBlock(block, line);
    line += linesIn(block.text, 0, block.text.length, end);
    yield* read(rest + block.text, false);
  }
  if (rest !== "") yield* read(rest, true);
}
