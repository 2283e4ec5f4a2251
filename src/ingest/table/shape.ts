/** What kind of value a cell looks like. */
export type CellKind = "empty" | "missing" | "number" | "date" | "time" | "code" | "text";

const missing = new Set([
  "-",
  "--",
  "k.a.",
  "n/a",
  "na",
  "null",
  "nan",
  "#nv",
  "#n/a",
  "#wert!",
  "#value!",
  "none",
]);
const number =
  /^[-+(]?\s?[$€£¥]?\s?[-+]?\d[\d.,'\u2019\u00a0\u202f ]*(e[-+]?\d+)?\s?[-%)]?(\s?(eur|usd|chf|gbp|€|\$|£))?$/i;
const date =
  /^(\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./-]\d{1,2}([./-]\d{1,2})?|(\d{1,2}|0\d{2})[./-]\d{4}|\d{4}[./]0\d{2}|\d{1,2}-[a-zäé]{3,4}\.?-\d{2,4})([ t]\d{1,2}:\d{2}.*)?$/i;
const week = /^((kw|w|cw)\s?\d{1,2}[/ .-]\d{4}|\d{4}[-/ ]?(kw|w|cw)\s?\d{1,2})$/i;
const time = /^\d{1,2}:\d{2}(:\d{2})?$/;

/** @example cellKind("1.234,50-") // "number" */
export function cellKind(cell: string): CellKind {
  const text = cell.trim();
  if (text === "") return "empty";
  if (text.length > 40) return "text";
  if (missing.has(text.toLowerCase())) return "missing";
  if (date.test(text) || week.test(text)) return "date";
  if (number.test(text)) return "number";
  if (time.test(text)) return "time";
  return /\d/.test(text) && !/[\s,;|"]/.test(text) ? "code" : "text";
}

const longestMask = 28;
/** Characters of a cell that tell its outline: a long text is weighed in many places and looked at no further. */
const longestLook = 400;
const beginning = (text: string): string => (text.length > longestLook ? text.slice(0, longestLook) : text);

/** The outline of a text: letters become `a`, digits `9`; runs collapse (digits only when `loose`). */
function mask(whole: string, loose: boolean): string {
  const text = beginning(whole);
  let out = "";
  let previous = "";
  for (let i = 0; i < text.length && out.length < longestMask; i++) {
    const code = text.charCodeAt(i);
    let sign = text[i];
    if (code >= 48 && code <= 57) sign = "9";
    else if ((code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code > 191) sign = "a";
    if (sign === previous && (sign === "a" || (sign === "9" && loose))) continue;
    out += sign;
    previous = sign;
  }
  return out;
}

/** What the cells of a column look like, learned from rows that were read without doubt. */
export interface ColumnShape {
  readonly filled: number;
  readonly total: number;
  readonly kinds: ReadonlyMap<CellKind, number>;
  /** Outlines with collapsed digits, and with the number of digits. */
  readonly loose: ReadonlyMap<string, number>;
  readonly exact: ReadonlyMap<string, number>;
  /** Share of filled cells whose outline was seen once: how likely the next one is new (Good and Turing). */
  readonly newOutline: number;
  readonly newExact: number;
  readonly meanLogLength: number;
  readonly sdLogLength: number;
  readonly blanks: number;
  /** Shares of the first characters: digit, letter, other sign. */
  readonly starts: readonly [number, number, number];
}

const count = <K>(map: Map<K, number>, key: K) => map.set(key, (map.get(key) ?? 0) + 1);

/** Class of the first character: 0 digit, 1 letter, 2 other. */
function startClass(text: string): 0 | 1 | 2 {
  const code = text.charCodeAt(0);
  if (code >= 48 && code <= 57) return 0;
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code > 191 ? 1 : 2;
}

const onceSeen = (map: ReadonlyMap<string, number>): number => {
  let once = 0;
  for (const n of map.values()) if (n === 1) once++;
  return once;
};

/** Learns what the cells of a column look like. */
export function columnShape(cells: readonly string[]): ColumnShape {
  const kinds = new Map<CellKind, number>();
  const loose = new Map<string, number>();
  const exact = new Map<string, number>();
  let filled = 0;
  let blanks = 0;
  let sum = 0;
  let squares = 0;
  const starts: [number, number, number] = [0, 0, 0];
  for (const cell of cells) {
    const text = cell.trim();
    count(kinds, cellKind(text));
    if (text === "") continue;
    filled++;
    count(loose, mask(text, true));
    count(exact, mask(text, false));
    if (beginning(text).includes(" ")) blanks++;
    starts[startClass(text)]++;
    const length = Math.log(text.length);
    sum += length;
    squares += length * length;
  }
  const mean = filled === 0 ? 0 : sum / filled;
  return {
    filled,
    total: cells.length,
    kinds,
    loose,
    exact,
    newOutline: (onceSeen(loose) + 0.05) / (filled + 0.1),
    newExact: (onceSeen(exact) + 0.05) / (filled + 0.1),
    meanLogLength: mean,
    sdLogLength: Math.max(0.25, Math.sqrt(Math.max(0, squares / Math.max(1, filled) - mean * mean))),
    blanks: filled === 0 ? 0 : blanks / filled,
    starts: [
      starts[0] / Math.max(1, filled),
      starts[1] / Math.max(1, filled),
      starts[2] / Math.max(1, filled),
    ],
  };
}

const log = (share: number): number => Math.log(Math.max(share, 1e-4));

/**
 * How well a text fits a column, as a log likelihood (0 fits as every cell does, about -9 not at all).
 * Texts of a new outline fit where new outlines are usual and length and blanks are as in the column.
 */
export function likelihood(column: ColumnShape, cell: string): number {
  const text = cell.trim();
  const filledShare = (column.filled + 0.05) / (column.total + 0.1);
  if (text === "") return log(1 - filledShare);
  const outline = mask(text, true);
  const seen = column.loose.get(outline) ?? 0;
  const seenExact = column.exact.get(mask(text, false)) ?? 0;
  let score = log(filledShare);
  const kin = sameKind(column, text);
  // a known outline is never worse than a new one, however many different ones the column has
  const asNew = log(column.newOutline);
  const unseen = Math.max(asNew - (seen > 0 ? 0 : newness(column, text)), kin);
  score += seen > 0 ? Math.max(unseen, log(seen / column.filled)) : unseen;
  const exactAsNew = Math.max(log(column.newExact), kin);
  score += 0.5 * (seenExact > 0 ? Math.max(exactAsNew, log(seenExact / column.filled)) : exactAsNew);
  return score;
}

/** A value of the column's usual kind in an outline not seen yet ("$72" among "$9.90"). */
function sameKind(column: ColumnShape, text: string): number {
  const kind = cellKind(text);
  return kind === "text" ? Number.NEGATIVE_INFINITY : log((column.kinds.get(kind) ?? 0) / column.filled) - 2;
}

/** What a new outline costs on top: another length, blanks where none are usual, no letters in a text. */
function newness(column: ColumnShape, text: string): number {
  const far = (Math.log(text.length) - column.meanLogLength) / column.sdLogLength;
  const head = beginning(text);
  const blanks = head.includes(" ") ? column.blanks : 1 - column.blanks;
  const letters = /\p{L}/u.test(head) ? 0 : 1;
  const start = column.starts[startClass(text)];
  return Math.min(6, 0.5 * far * far) - 0.5 * log(blanks + 0.05) - 0.7 * log(start + 0.03) + letters;
}

/** The kind that at least 60 % of the filled cells have, when it is a kind with digits. */
export function typedKind(column: ColumnShape): CellKind | undefined {
  if (column.filled === 0) return undefined;
  for (const kind of ["number", "date", "time", "code"] as const) {
    if ((column.kinds.get(kind) ?? 0) >= 0.6 * (column.filled - (column.kinds.get("missing") ?? 0))) {
      return (column.kinds.get(kind) ?? 0) > 0 ? kind : undefined;
    }
  }
  return undefined;
}
