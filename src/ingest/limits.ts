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
  readonly sharedStringBytes: number;
  readonly xmlDepth: number;
  readonly xmlAttributes: number;
  /** Issues of one code about the rows of a table that are listed one by one; the rest is counted in one more issue. */
  readonly issuesOfACode: number;
}

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
  sharedStringBytes: 128 * 2 ** 20,
  xmlDepth: 64,
  xmlAttributes: 64,
  issuesOfACode: 10_000,
};
