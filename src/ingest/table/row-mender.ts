import { alignPairs, looseSteps } from "../limits.ts";
import { type StepBudget, stepBudget } from "../step-budget.ts";
import { align } from "./align.ts";
import type { Layout } from "./layout.ts";
import { readLoose } from "./loose.ts";
import type { RawRecord } from "./records.ts";
import type { Dialect } from "./scan.ts";
import { likelihood } from "./shape.ts";

interface Mended {
  readonly cells: string[];
  /** "row-short" when only empty cells were added at the end, "quotes-mended" when the width was right. */
  readonly code: "row-short" | "row-long" | "row-mended" | "quotes-mended";
  /** Nothing was weighed any more: too many rows before were out of shape. */
  readonly unweighed?: true;
}

/** Delimiters that a single row may have used instead of the file's. */
const otherDelimiters = [";", ",", "\t", "|", " "];
/** A row must fit this much better with another delimiter before that is believed. */
const otherMargin = 4;
/** What one assumption about a quote costs against the fit of the cells. */
const quotePrice = 1.2;
/** A row that fits this well needs no other delimiter. */
const goodScore = -12;
/** Pairs of piece and column that are weighed in one row. */
const mostWorkOfARow = 20_000;
const mostPieces = 160;

/** Arranges a row of a table that has another width than it, or whose quotes are out of place. */
type RowMender = (raw: RawRecord) => Mended;

const padded = (cells: readonly string[], width: number): string[] =>
  Array.from({ length: width }, (_, i) => cells[i] ?? "");

interface Candidate {
  readonly cells: string[];
  readonly score: number;
}

/** Makes the mender of a table; it stops weighing when its budget is spent and then only pads and cuts. */
export function rowMender(layout: Layout, dialect: Dialect): RowMender {
  const { width, shapes } = layout;
  const learned = shapes.some(({ total }) => total > 0);
  const pairBudget = stepBudget(alignPairs);
  const quoteBudget = stepBudget(looseSteps);
  return (raw) => {
    const { cells } = raw;
    const simple = padded(cells, width);
    const pairs = (cells.length + width) * width;
    if (!learned || pairs > mostWorkOfARow || cells.length > mostPieces + width)
      return { cells: simple, code: simpleCode(cells, width) };
    if (!pairBudget.hasLeft(raw.row) || !quoteBudget.hasLeft(raw.row))
      return { cells: simple, code: simpleCode(cells, width), unweighed: true };
    const best = bestCandidate(raw, layout, dialect, pairBudget, quoteBudget);
    if (best === undefined) return { cells: simple, code: simpleCode(cells, width) };
    const same = best.cells.every((cell, i) => cell === simple[i]);
    if (cells.length === width) return { cells: best.cells, code: same ? "quotes-mended" : "row-mended" };
    if (cells.length < width && (same || tailFits(simple, cells.length, layout, best.score))) {
      return { cells: simple, code: "row-short" };
    }
    return { cells: best.cells, code: "row-mended" };
  };
}

function simpleCode(cells: readonly string[], width: number): Mended["code"] {
  if (cells.length === width) return "quotes-mended";
  if (cells.length < width) return "row-short";
  return cells.slice(width).every((cell) => cell.trim() === "") ? "row-mended" : "row-long";
}

/** The likeliest of all readings: with the right width or without, with the file's delimiter or another. */
function bestCandidate(
  raw: RawRecord,
  layout: Layout,
  dialect: Dialect,
  pairBudget: StepBudget,
  quoteBudget: StepBudget,
): Candidate | undefined {
  const { shapes, width } = layout;
  const line = raw.raw;
  let best: Candidate | undefined;
  const consider = (
    pieces: readonly string[],
    joiner: string,
    quoted: readonly boolean[],
    handicap: number,
  ) => {
    pairBudget.spend((pieces.length + width) * width);
    const found = align(pieces, shapes, joiner, quoted, dialect.quote);
    if (found === undefined) return;
    const score = found.score - handicap;
    if (best === undefined || score > best.score) best = { cells: found.cells, score };
  };
  if (line?.includes(dialect.quote)) {
    for (const wanted of [0, width]) {
      const { cells, quoted, cost, steps } = readLoose(line, dialect, wanted);
      quoteBudget.spend(steps);
      consider(cells, dialect.delimiter, quoted, cost * quotePrice);
    }
  } else consider(raw.cells, dialect.delimiter, [], 0);
  if (line === undefined || line.includes(dialect.end) || scoreOf(best) > goodScore) return best;
  for (const delimiter of otherDelimiters) {
    if (delimiter === dialect.delimiter || !line.includes(delimiter)) continue;
    const { cells, quoted, cost, steps } = readLoose(line, { ...dialect, delimiter }, 0);
    quoteBudget.spend(steps);
    if (cells.length < Math.max(2, width - 1) || cells.length > mostPieces) continue;
    consider(cells, delimiter, quoted, otherMargin + cost * quotePrice);
  }
  return best;
}

const scoreOf = (candidate: Candidate | undefined): number => candidate?.score ?? Number.NEGATIVE_INFINITY;

/** Whether the row with empty cells at its end fits about as well as the best arrangement. */
function tailFits(simple: readonly string[], from: number, layout: Layout, score: number): boolean {
  let plain = 0;
  layout.shapes.forEach((shape, i) => {
    const text = simple[i];
    plain += i < from ? likelihood(shape, text) : Math.max(-3, likelihood(shape, "")) - 0.5;
  });
  return plain > score - 1;
}
