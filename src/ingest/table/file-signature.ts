import { InputError } from "../../errors.ts";
import type { Fault } from "../../fault.ts";

const starts = (head: Uint8Array, bytes: readonly number[]): boolean =>
  bytes.every((byte, i) => head[i] === byte);

const ascii = (text: string): number[] => [...text].map((character) => character.charCodeAt(0));

/** First bytes of files that are no table -> what they are. */
const otherFormats: readonly (readonly [readonly number[], Fault])[] = [
  [[0xd0, 0xcf, 0x11, 0xe0], { code: "old-excel" }],
  [ascii("%PDF"), { code: "not-a-table", what: "pdf" }],
  [[0x89, 0x50, 0x4e, 0x47], { code: "not-a-table", what: "picture" }],
  [[0xff, 0xd8, 0xff], { code: "not-a-table", what: "picture" }],
  [ascii("7z\xbc\xaf"), { code: "packed", archive: "7z" }],
  [ascii("Rar!"), { code: "packed", archive: "RAR" }],
  [ascii("BZh"), { code: "packed", archive: "bzip2" }],
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a], { code: "packed", archive: "xz" }],
  [[0x28, 0xb5, 0x2f, 0xfd], { code: "packed", archive: "zstd" }],
  [ascii("PAR1"), { code: "not-a-table", what: "parquet" }],
  [ascii("SQLite format 3"), { code: "not-a-table", what: "database" }],
];

/** True for the first bytes of a ZIP archive, as which a workbook is packed. */
export const isZip = (head: Uint8Array): boolean =>
  starts(head, [0x50, 0x4b, 3, 4]) || starts(head, [0x50, 0x4b, 5, 6]);

/** Decides by bytes, never by the file name: throws for files that are surely no table. */
export function refuseOtherFormats(head: Uint8Array): void {
  for (const [bytes, fault] of otherFormats) {
    if (starts(head, bytes)) throw new InputError(fault);
  }
}

/** Throws for texts that are no delimited table: HTML and XML under the name .xls, JSON. */
export function refuseMarkup(head: string): void {
  const text = head.slice(0, 2000).trimStart().toLowerCase();
  if (/^(<!doctype html|<html|<table|<\?xml|<meta|<workbook)/.test(text)) {
    throw new InputError({ code: "markup" });
  }
  if (/^(\{\s*"|\[\s*[{[])/.test(text)) {
    throw new InputError({ code: "json" });
  }
}
