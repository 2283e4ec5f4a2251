import { isoDate } from "../../../src/calendar/date.ts";
import type { IsoDate, LineKind } from "../../../src/order.ts";
import type { HistoryRow } from "../dialects.ts";
import { random } from "../random.ts";

/** An order line that a reader must find. Consumption is positive, what came back is negative. */
export interface ExpectedLine {
  readonly item: string;
  readonly date: IsoDate;
  readonly quantity: number;
  /** Net price of one unit, where the file gives one. */
  readonly price?: number;
  /** Where it matters for the trap. */
  readonly kind?: LineKind;
  readonly supplier?: string;
  readonly order?: string;
}

/** What a reader must report; `row` is the physical line of the file, 1-based. */
export interface ExpectedIssue {
  readonly row?: number;
  readonly column?: string;
  readonly text: string;
}

export interface Expected {
  readonly trap: string;
  readonly lines: readonly ExpectedLine[];
  readonly issues: readonly ExpectedIssue[];
}

/** A file that has led readers astray, with what stands in it. */
export interface TortureCase extends Expected {
  /** Name with ending; the two digits are the number in the list of traps. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

const seed = 36;
const articles = ["0004711", "0012003", "0098005"];

/** A small history that every case starts from: 24 lines of three articles in 2025, one of them a return. */
export function baseRows(stream = "base"): HistoryRow[] {
  const numbers = random(seed, stream);
  return Array.from({ length: 24 }, (_, k) => ({
    order: String(4_900_000_101 + k),
    line: "10",
    item: articles[k % articles.length],
    date: isoDate(20093 + k * 13),
    quantity: k === 16 ? -12 : Math.round(numbers.betweenLog(3, 3900) * 2) / 2,
    unit: "ST",
    price: Math.round(numbers.betweenLog(0.2, 1900) * 100) / 100,
  }));
}

/** The lines of rows as a reader must find them. */
export const linesOf = (rows: readonly HistoryRow[]): ExpectedLine[] =>
  rows.map(({ item, date, quantity, price }) => ({ item, date, quantity, price }));
