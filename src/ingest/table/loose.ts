import { type Dialect, unescaped } from "./scan.ts";

/** The likeliest reading of a line whose quotes do not follow the rules. */
interface Reading {
  readonly cells: string[];
  /** Which of them stood in quotes. */
  readonly quoted: readonly boolean[];
  /** What had to be assumed: 0 nothing, about 1 for each quote out of place, 2 for each missing delimiter. */
  readonly cost: number;
  /** Work that it took; whoever reads many lines ends weighing after some of it. */
  readonly steps: number;
}

interface Step {
  readonly cost: number;
  readonly from: Step | undefined;
  readonly cell: string;
  readonly quoted: boolean;
}

/** Prices of assumptions. A row of another width is worse than two quotes out of place. */
const strayQuote = 1;
const inchQuote = 0.25;
const missingDelimiter = 2;
const widthOff = 4;
const lineEndInBareCell = 8;
/** Positions of one mark that are looked for in a line. */
const mostMarks = 600;
/** Steps of weighing a line with sixty marks, all of them quotes; a line that needs more is split unweighed. */
const mostSteps = 60 ** 3;
/** Characters that a step may look at. */
const charsOfAStep = 40;

/** Steps of a line that is only split. */
const marksOnly = 100;

/** About how often weighing looks at a cell: each pair of quotes may hold one, for each number of cells before it. */
function stepsOf(line: string, quotes: number, delimiters: number): number {
  const pairs = quotes * quotes;
  return Math.max(pairs * (quotes + delimiters), (pairs * line.length) / charsOfAStep);
}

const digitBefore = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at - 1);
  return at > 0 && code >= 48 && code <= 57;
};

/** Price of quotes in a cell that is not quoted: `48" round` is common, `boots"` hardly ever means it. */
function bareCost(cell: string, dialect: Dialect): number {
  let cost = cell.includes(dialect.end) ? lineEndInBareCell : 0;
  for (
    let at = cell.indexOf(dialect.quote);
    at >= 0;
    at = cell.indexOf(dialect.quote, at + dialect.quote.length)
  ) {
    if (digitBefore(cell, at)) cost += inchQuote;
    else cost += strayQuote + (at === cell.length - 1 ? 0.5 : 0) + (cell.startsWith(" ") ? 0.5 : 0);
  }
  return cost;
}

/** Price of quotes inside a quoted cell that are not escaped; beside a delimiter they cost double. */
function quotedCost(content: string, dialect: Dialect): number {
  const { quote, delimiter } = dialect;
  let cost = 0;
  let at = content.indexOf(quote);
  while (at >= 0) {
    let run = at + 1;
    while (content.startsWith(quote, run)) run++;
    const escaped = dialect.escape === "\\" && content.charCodeAt(at - 1) === 92;
    if ((run - at) % 2 === 1 && !escaped) {
      cost += strayQuote;
      if (content.startsWith(delimiter, run) || content.startsWith(delimiter, at - delimiter.length)) {
        cost += strayQuote;
      }
    }
    at = content.indexOf(quote, run);
  }
  return cost;
}

/** Positions of a mark in a text, up to one more than are weighed. */
function positions(text: string, mark: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(mark); at >= 0 && found.length <= mostMarks; at = text.indexOf(mark, at + 1)) {
    found.push(at);
  }
  return found;
}

/**
 * Reads a line with quotes out of place: of all ways to open and close its quotes the cheapest one that gives
 * `width` cells if any does (width 0: any). A quote closes a cell only before a delimiter or the end.
 * Dynamic programme over cell starts and number of cells; `cost` counts the assumptions.
 * @example readLoose('"a,b,c', { delimiter: ",", quote: '"', escape: '"', end: "\n" }, 3).cells // ['"a', "b", "c"]
 */
export function readLoose(line: string, dialect: Dialect, width: number): Reading {
  const { delimiter, quote } = dialect;
  const quotes = positions(line, quote);
  const delimiters = positions(line, delimiter);
  const steps = stepsOf(line, quotes.length, delimiters.length);
  if (steps > mostSteps || quotes.length + delimiters.length > mostMarks) {
    const cells = line.split(delimiter);
    return { cells, quoted: cells.map(() => false), cost: quotes.length, steps: marksOnly };
  }
  const starts = new Map<number, Map<number, Step>>([
    [0, new Map([[0, { cost: 0, from: undefined, cell: "", quoted: false }]])],
  ]);
  const order = [
    ...new Set([
      0,
      ...delimiters.map((at) => at + delimiter.length),
      ...quotes,
      ...quotes.map((at) => at + 1),
    ]),
  ];
  order.sort((a, b) => a - b);
  const ends = new Map<number, Step>();
  for (const start of order) {
    const steps = starts.get(start);
    if (steps === undefined) continue;
    const reach = (next: number | undefined, cell: string, price: number, quoted: boolean) => {
      for (const [count, step] of steps) {
        const cost = step.cost + price;
        let target = ends;
        if (next !== undefined) {
          target = starts.get(next) ?? new Map();
          starts.set(next, target);
        }
        const known = target.get(count + 1);
        if (known === undefined || cost < known.cost)
          target.set(count + 1, { cost, from: step, cell, quoted });
      }
    };
    fromBareCell(line, start, delimiters, quotes, dialect, reach);
    if (line.startsWith(quote, start)) fromQuotedCell(line, start, quotes, dialect, reach);
  }
  return { ...cheapest(ends, width), steps: steps + marksOnly };
}

type Reach = (next: number | undefined, cell: string, price: number, quoted: boolean) => void;

/** A cell without quotes around it: to the next delimiter, or to a quote before which a delimiter is missing. */
function fromBareCell(
  line: string,
  start: number,
  delimiters: readonly number[],
  quotes: readonly number[],
  dialect: Dialect,
  reach: Reach,
): void {
  const stop = delimiters.find((at) => at >= start);
  const cell = line.slice(start, stop);
  reach(
    stop === undefined ? undefined : stop + dialect.delimiter.length,
    cell,
    bareCost(cell, dialect),
    false,
  );
  for (const at of quotes) {
    if (at <= start || (stop !== undefined && at > stop)) continue;
    const before = line.slice(start, at);
    if (at + 1 < line.length) reach(at, before, missingDelimiter + bareCost(before, dialect), false);
  }
}

/** A cell in quotes: to any later quote before a delimiter or the end, or before a missing delimiter. */
function fromQuotedCell(
  line: string,
  start: number,
  quotes: readonly number[],
  dialect: Dialect,
  reach: Reach,
): void {
  for (const close of quotes) {
    if (close <= start) continue;
    const content = line.slice(start + 1, close);
    if (dialect.escape === "\\" && content.endsWith("\\") && line.startsWith(dialect.quote, close + 1))
      continue;
    const cell = unescaped(content, dialect);
    const price = quotedCost(content, dialect);
    if (close + 1 === line.length) reach(undefined, cell, price, true);
    else if (line.startsWith(dialect.delimiter, close + 1))
      reach(close + 1 + dialect.delimiter.length, cell, price, true);
    else if (line.charCodeAt(close + 1) !== 32) reach(close + 1, cell, missingDelimiter + price, true);
  }
}

function cheapest(ends: ReadonlyMap<number, Step>, width: number): Omit<Reading, "steps"> {
  let best: Step | undefined;
  let bestPrice = Number.POSITIVE_INFINITY;
  for (const [count, step] of ends) {
    const price = step.cost + (width > 0 ? widthOff * Math.abs(count - width) : 0);
    if (price < bestPrice) {
      best = step;
      bestPrice = price;
    }
  }
  const cells: string[] = [];
  const quoted: boolean[] = [];
  for (let step = best; step?.from !== undefined; step = step.from) {
    cells.push(step.cell);
    quoted.push(step.quoted);
  }
  return { cells: cells.reverse(), quoted: quoted.reverse(), cost: best?.cost ?? 0 };
}
