import { parse } from "csv-parse/sync";
import { contentEnd, type Dialect, lineEnd } from "./scan.ts";

/** Delimiters that are tried, with what each must be better by: the blank and the rare ones need more evidence. */
const delimiters: readonly (readonly [string, number])[] = [
  [";", 0],
  [",", 0],
  ["\t", 0],
  ["|", 0],
  [", ", 0.01],
  ["~", 0.1],
  ["^", 0.1],
  [" ", 0.15],
];
const quotes: readonly (readonly [string, number])[] = [
  ['"', 0],
  ["'", 0.02],
];
const sampleChars = 96 * 1024;
const sampleLines = 400;
/** Below this a file counts as one column. */
const leastScore = 0.12;

/** One line read with a simple rule: a quote closes only before a delimiter or the end of the line. */
interface SampleRow {
  readonly cells: readonly string[];
  /** Cells with a quote at an edge that is neither opening nor closing. */
  readonly stray: number;
  /** Cells that were in quotes. */
  readonly quoted: number;
}

function sampleRow(text: string, from: number, dialect: Dialect): SampleRow & { next: number } {
  const { delimiter, quote, end } = dialect;
  const cells: string[] = [];
  let stray = 0;
  let quoted = 0;
  let at = from;
  for (;;) {
    if (text.startsWith(quote, at)) {
      const close = closing(text, at, dialect);
      if (close >= 0) {
        quoted++;
        cells.push(text.slice(at + 1, close).replaceAll(quote + quote, quote));
        if (text.startsWith(delimiter, close + 1)) {
          at = close + 1 + delimiter.length;
          continue;
        }
        return { cells, stray, quoted, next: Math.min(lineEnd(text, close + 1, end) + 1, text.length) };
      }
    }
    const stop = lineEnd(text, at, end);
    const rest = text.slice(at, contentEnd(text, at, stop));
    const found = rest.indexOf(delimiter);
    const cell = found < 0 ? rest : rest.slice(0, found);
    if (isStray(cell, quote)) stray++;
    cells.push(cell);
    if (found < 0) return { cells, stray, quoted, next: Math.min(stop + 1, text.length) };
    at += found + delimiter.length;
  }
}

/** Whether a quote in a bare cell is out of place; after a digit it means inches (or feet). */
function isStray(cell: string, quote: string): boolean {
  for (let at = cell.indexOf('"'); at >= 0; at = cell.indexOf('"', at + 1)) {
    const before = cell.charCodeAt(at - 1);
    if (at === 0 || before < 48 || before > 57) return true;
  }
  return quote === "'" && (cell.startsWith(quote) || (cell.endsWith(quote) && !/[\ds].$/.test(cell)));
}

/** The quote that closes the cell opened at `at`: an odd run of quotes before a delimiter or line end, or -1. */
function closing(text: string, at: number, dialect: Dialect): number {
  const { delimiter, quote, end } = dialect;
  const farthest = at + 20_000;
  for (let run = text.indexOf(quote, at + 1); run >= 0 && run < farthest; ) {
    let after = run + 1;
    while (text.startsWith(quote, after)) after++;
    const last = after === text.length || text.startsWith(end, after) || text.startsWith("\r\n", after);
    if ((after - run) % 2 === 1 && (last || text.startsWith(delimiter, after))) return after - 1;
    // an empty quoted cell
    if (run === at + 1 && after - run === 1) return run;
    run = text.indexOf(quote, after);
  }
  return -1;
}

const numberLike = /^[-+(]?[$€£]?\s?\d[\d.,'\u2019 \u00a0\u202f]*[-%)]?(\s?[A-Za-z€$£%]{1,4})?$/;
const codeLike = /^[\p{L}\p{N}._/#:+*()%&@\\€$£°"'\u00a0-]+$/u;
const proseLike = /^[\p{L}\p{N}][^;\t|~^]*$/u;

/** How much a cell looks like one value: a number, a code, a word; prose counts less, other delimiters nothing. */
function plainness(cell: string): number {
  const text = cell.trim();
  if (text === "") return 0.8;
  if (numberLike.test(text) || codeLike.test(text)) return 1;
  return proseLike.test(text) ? 0.8 : 0;
}

/** The width that most rows have (of two or more cells), and the share of rows that have it. */
function commonWidth(rows: readonly SampleRow[]): { width: number; share: number } {
  const counts = new Map<number, number>();
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  let width = 1;
  let most = 0;
  for (const [candidate, count] of counts) {
    if (candidate > 1 && (count > most || (count === most && candidate > width))) {
      width = candidate;
      most = count;
    }
  }
  return { width, share: most / Math.max(1, rows.length) };
}

interface Candidate {
  readonly dialect: Dialect;
  readonly score: number;
  readonly width: number;
  readonly quoted: number;
}

function weigh(text: string, dialect: Dialect, handicap: number): Candidate {
  const rows: SampleRow[] = [];
  for (let at = 0; at < text.length && rows.length < sampleLines; ) {
    const row = sampleRow(text, at, dialect);
    at = row.next;
    const line = row.cells.length === 1 ? row.cells[0].trim() : "x";
    if (line !== "" && !/^[-=_+|*\s]{3,}$/.test(line)) rows.push(row);
  }
  const { width, share } = commonWidth(rows);
  if (width < 2) return { dialect, score: 0, width, quoted: 0 };
  let cells = 0;
  let plain = 0;
  let dirty = 0;
  let quoted = 0;
  for (const row of rows) {
    if (row.cells.length < 2) continue;
    cells += row.cells.length;
    dirty += row.stray;
    quoted += row.quoted;
    for (const cell of row.cells) {
      plain += plainness(cell);
      if (cell.startsWith(" ") && dialect.delimiter === ",") dirty += 0.5;
    }
  }
  const score = share * (1 - 1 / width ** 2) * (0.4 + 0.6 * (plain / cells)) - (2 * dirty) / cells - handicap;
  return { dialect, score, width, quoted };
}

/** A single column of decimal commas looks like two columns: its heading has no comma. */
function isDecimalColumn(text: string, dialect: Dialect, width: number): boolean {
  if (dialect.delimiter !== "," || width !== 2) return false;
  const lines = text.split(/\r?\n|\r/, 50).filter((line) => line !== "");
  return (
    lines.length > 1 &&
    lines.slice(1).every((line) => /^-?\d+,\d{1,3}$/.test(line)) &&
    !lines[0]?.includes(",")
  );
}

/** Doubled quotes, backslashes before quotes, or neither: what the quoted cells of the sample show. */
function escapeOf(text: string, quote: string, delimiter: string): string {
  let doubled = 0;
  let slashed = 0;
  let bare = 0;
  for (let at = text.indexOf(quote, 1); at >= 0; at = text.indexOf(quote, at + 1)) {
    const before = text[at - 1];
    const after = text[at + 1];
    const opens = before === "\n" || before === "\r" || text.startsWith(delimiter, at - delimiter.length);
    const closes =
      after === undefined || after === "\n" || after === "\r" || text.startsWith(delimiter, at + 1);
    if (before === "\\" && !closes) slashed++;
    else if (after === quote && !opens && before !== "\\") {
      doubled++;
      at++;
    } else if (!opens && !closes && before !== quote) bare++;
  }
  if (slashed > doubled) return "\\";
  return doubled === 0 && bare > 0 ? "" : quote;
}

/** Where the rows decide nothing: the delimiter that the first line has most of, a comma when it has none. */
function ofFirstLine(text: string): string {
  const line = /^.*$/m.exec(text.trimStart())?.[0] ?? "";
  let best = ",";
  for (const delimiter of [";", "\t", "|"]) {
    if (line.split(delimiter).length > line.split(best).length) best = delimiter;
  }
  return best;
}

/** The separator that a first line `sep=;` names (Excel's own mark). */
export const sepLine = (text: string): string | undefined => /^"?sep=(.)"?\r?(?:\n|$)/i.exec(text)?.[1];

/** How close two candidates must be for the strict reading to decide. */
const tie = 0.05;
const strictChars = 16 * 1024;

/** Whether csv-parse, strict, reads the sample in this dialect: every quote in place, every row of one width. */
function readsStrictly(text: string, { delimiter, quote }: Dialect): boolean {
  const sample = text.length > strictChars ? text.slice(0, text.lastIndexOf("\n", strictChars) + 1) : text;
  try {
    return parse(sample, { delimiter, quote, escape: quote, skip_empty_lines: true }).length > 1;
  } catch {
    return false;
  }
}

/** The highest score; among equals the one that a strict reader takes without a complaint. */
function bestOf(candidates: readonly Candidate[], text: string): Candidate | undefined {
  const best = candidates.reduce<Candidate | undefined>(
    (top, candidate) => (top === undefined || candidate.score > top.score ? candidate : top),
    undefined,
  );
  if (best === undefined) return undefined;
  const close = candidates.filter(({ score, width }) => width > 1 && score > best.score - tie);
  if (close.length < 2) return best;
  return close.sort((a, b) => b.score - a.score).find(({ dialect }) => readsStrictly(text, dialect)) ?? best;
}

/**
 * Delimiter, quote and escape by consistency over up to 400 lines, never by the first line: the share of rows that
 * have the common width, how much the cells look like single values, less what stands out of place.
 * @example dialectOf("a;b\n1,5;x\n2,5;y\n", "\n").delimiter // ";"
 */
export function dialectOf(head: string, end: string): Dialect & { width: number } {
  const text = head.slice(0, sampleChars);
  const named = sepLine(text);
  const candidates: Candidate[] = [];
  for (const [delimiter, weight] of delimiters) {
    if (!text.includes(delimiter) || (named !== undefined && named !== delimiter)) continue;
    for (const [quote, extra] of quotes) {
      if (quote === "'" && !text.includes("'")) continue;
      const candidate = weigh(text, { delimiter, quote, escape: quote, end }, weight + extra);
      if (quote === "'" && candidate.quoted < 2) continue;
      candidates.push(candidate);
    }
  }
  const best = bestOf(candidates, text);
  const decimals = best !== undefined && isDecimalColumn(text, best.dialect, best.width);
  if (named === undefined && (best === undefined || best.score < leastScore || decimals)) {
    return { delimiter: decimals ? ";" : ofFirstLine(text), quote: '"', escape: '"', end, width: 1 };
  }
  if (best === undefined) return { delimiter: named ?? ",", quote: '"', escape: '"', end, width: 1 };
  const { delimiter, quote } = best.dialect;
  return { delimiter, quote, escape: escapeOf(text, quote, delimiter), end, width: best.width };
}
