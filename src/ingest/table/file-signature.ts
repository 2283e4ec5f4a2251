import { InputError } from "../../errors.ts";

const starts = (head: Uint8Array, bytes: readonly number[]): boolean =>
  bytes.every((byte, i) => head[i] === byte);

const ascii = (text: string): number[] => [...text].map((character) => character.charCodeAt(0));

/** First bytes of files that are no table -> what to do about it. */
const strangers: readonly (readonly [readonly number[], string, string])[] = [
  [
    [0xd0, 0xcf, 0x11, 0xe0],
    "old-excel",
    "This is an old .xls workbook or one with a password; save it as .xlsx without a password, or as CSV.",
  ],
  [ascii("%PDF"), "not-a-table", "This is a PDF, not a table; export the list as CSV or XLSX."],
  [
    [0x89, 0x50, 0x4e, 0x47],
    "not-a-table",
    "This is a picture, not a table; export the list as CSV or XLSX.",
  ],
  [[0xff, 0xd8, 0xff], "not-a-table", "This is a picture, not a table; export the list as CSV or XLSX."],
  [ascii("7z\xbc\xaf"), "packed", "This is a 7z archive; unpack it first."],
  [ascii("Rar!"), "packed", "This is a RAR archive; unpack it first."],
  [ascii("BZh"), "packed", "This is a bzip2 archive; unpack it first."],
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a], "packed", "This is an xz archive; unpack it first."],
  [[0x28, 0xb5, 0x2f, 0xfd], "packed", "This is a zstd archive; unpack it first."],
  [ascii("PAR1"), "not-a-table", "This is a Parquet file; export the table as CSV or XLSX."],
  [ascii("SQLite format 3"), "not-a-table", "This is a database file; export the table as CSV or XLSX."],
];

export const isZip = (head: Uint8Array): boolean =>
  starts(head, [0x50, 0x4b, 3, 4]) || starts(head, [0x50, 0x4b, 5, 6]);

/** Decides by bytes, never by the file name: throws for files that are surely no table. */
export function refuseStrangers(head: Uint8Array): void {
  for (const [bytes, code, message] of strangers) {
    if (starts(head, bytes)) throw new InputError(code, message);
  }
}

/** Throws for texts that are no delimited table: HTML and XML under the name .xls, JSON. */
export function refuseMarkup(head: string): void {
  const text = head.slice(0, 2000).trimStart().toLowerCase();
  if (/^(<!doctype html|<html|<table|<\?xml|<meta|<workbook)/.test(text)) {
    throw new InputError("markup", "This is HTML or XML, not a table; save it as XLSX or CSV first.");
  }
  if (/^(\{\s*"|\[\s*[{[])/.test(text)) {
    throw new InputError("json", "This is JSON, not a table; export it as CSV or XLSX.");
  }
}
