import type { Allowance } from "./step-budget.ts";

/** Weighing quotes out of place: about a quarter of a second at once, ten seconds in a file of any size. */
export const looseSteps: Allowance = { base: 1_000_000, ofARow: 2000, most: 40_000_000 };
/** Pairs of piece and column weighed for rows of another width: about a second at once, five in a file of any size. */
export const alignPairs: Allowance = { base: 250_000, ofARow: 150, most: 1_500_000 };
/** Characters of a cell that is held against fixed words and forms; longer cells are text. */
export const patternChars = 200;
/** Cells that a sheet leaves out before others: more are refused where they are this many times those it holds. */
export const sheetGaps = { most: 10_000_000, perCell: 50 };
/** Cells that exist by repetition alone: more are refused where they are this many times those that stand there. */
export const repeatedCells = { most: 2_000_000, perCell: 50 };
/** Cells of such a document that are there and empty: more are refused where they are this many times the others. */
export const emptyCells = { most: 3_000_000, perCell: 50 };
/** Rows of such a document, empty ones counted: spreadsheets fill a sheet up to its last row. */
export const mostRowElements = 4_194_304;
/** Bytes of such a document that may be read again, over all its sheets. */
export const rereadBytes = 1024 * 2 ** 20;

/**
 * What an uploaded file may cost before it is refused. The zip and gzip figures are those of Apache POI
 * (MIN_INFLATE_RATIO 0.01, MAX_FILE_COUNT 1000), the bombs they stop inflate 1028 times.
 */
export interface Limits {
  /** Bytes of an XLSX file as it is stored. */
  readonly packedBytes: number;
  /** Bytes after unpacking, of one entry and of the whole file. */
  readonly entryBytes: number;
  readonly inflatedBytes: number;
  /** Unpacked bytes for one packed byte, counted after the first `ratioGraceBytes`. */
  readonly inflateRatio: number;
  readonly ratioGraceBytes: number;
  readonly zipEntries: number;
  readonly columns: number;
  readonly cellChars: number;
  readonly recordChars: number;
  readonly sheetRows: number;
  /** Cells of an OpenDocument (long texts count as several) that are kept when it is opened; what goes beyond is read again for each sheet. */
  readonly keptCells: number;
  readonly sharedStringBytes: number;
  readonly xmlDepth: number;
  readonly xmlAttributes: number;
  /** Issues of one code about the rows of a table that are listed one by one; the rest is counted in one more issue. */
  readonly issuesOfACode: number;
}

/** The limits where nothing else is said. */
export const defaultLimits: Limits = {
  packedBytes: 128 * 2 ** 20,
  entryBytes: 256 * 2 ** 20,
  inflatedBytes: 512 * 2 ** 20,
  inflateRatio: 100,
  ratioGraceBytes: 100 * 1024,
  zipEntries: 1000,
  columns: 2000,
  cellChars: 1_000_000,
  recordChars: 4_000_000,
  sheetRows: 1_048_576,
  keptCells: 2_000_000,
  sharedStringBytes: 128 * 2 ** 20,
  xmlDepth: 64,
  xmlAttributes: 64,
  issuesOfACode: 10_000,
};
