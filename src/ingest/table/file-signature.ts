import { InputError } from "../../errors.ts";
import type { Fault, Stranger } from "../../fault.ts";

const starts = (head: Uint8Array, bytes: readonly number[]): boolean =>
  bytes.every((byte, i) => head[i] === byte);

const ascii = (text: string): number[] => [...text].map((character) => character.charCodeAt(0));

/** First bytes of files that are no table -> what they are. */
const otherFormats: readonly (readonly [readonly number[], Fault])[] = [
  [ascii("%PDF"), { code: "not-a-table", what: "pdf" }],
  [[0x89, 0x50, 0x4e, 0x47], { code: "not-a-table", what: "picture" }],
  [[0xff, 0xd8, 0xff], { code: "not-a-table", what: "picture" }],
  [ascii("GIF8"), { code: "not-a-table", what: "picture" }],
  [[0x49, 0x49, 0x2a, 0], { code: "not-a-table", what: "picture" }],
  [[0x4d, 0x4d, 0, 0x2a], { code: "not-a-table", what: "picture" }],
  [ascii("RIFF"), { code: "not-a-table", what: "picture" }],
  [ascii("{\\rtf"), { code: "not-a-table", what: "rich-text" }],
  [[0xdb, 0xa5], { code: "not-a-table", what: "word" }],
  [ascii("7z\xbc\xaf"), { code: "packed", archive: "7z" }],
  [ascii("Rar!"), { code: "packed", archive: "RAR" }],
  [ascii("BZh"), { code: "packed", archive: "bzip2" }],
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a], { code: "packed", archive: "xz" }],
  [[0x28, 0xb5, 0x2f, 0xfd], { code: "packed", archive: "zstd" }],
  [ascii("PAR1"), { code: "not-a-table", what: "parquet" }],
  [ascii("SQLite format 3"), { code: "not-a-table", what: "database" }],
];

/** First bytes of .xls workbooks: packed since Excel 5 (as anything with a password is), bare before. */
const oldWorkbooks: readonly (readonly number[])[] = [
  [0xd0, 0xcf, 0x11, 0xe0],
  [0x09, 0x00, 0x04, 0],
  [0x09, 0x02, 0x06, 0],
  [0x09, 0x04, 0x06, 0],
  [0x09, 0x08, 0x08, 0],
  [0x09, 0x08, 0x10, 0],
];

/** True for the first bytes of an .xls workbook. */
export const isOldWorkbook = (head: Uint8Array): boolean => oldWorkbooks.some((bytes) => starts(head, bytes));

/** True for the first bytes of a ZIP archive, as which a workbook is packed. */
export const isZip = (head: Uint8Array): boolean =>
  starts(head, [0x50, 0x4b, 3, 4]) || starts(head, [0x50, 0x4b, 5, 6]);

/** Decides by bytes, never by the file name: throws for files that are surely no table. */
export function refuseOtherFormats(head: Uint8Array): void {
  if (isOldWorkbook(head)) throw new InputError({ code: "old-excel" });
  for (const [bytes, fault] of otherFormats) {
    if (starts(head, bytes)) throw new InputError(fault);
  }
}

/** Beginnings of texts that are no delimited table -> what they are. */
const otherTexts: readonly (readonly [RegExp, Fault])[] = [
  [/^mime-version:|^content-type: *multipart\//, { code: "not-a-table", what: "web-archive" }],
  [/^<(!doctype|html|head|body|table|style|meta|div|\?xml|workbook|!--)/, { code: "markup" }],
  // a record of SYLK behind the first: "id;preis" may head a table as well
  [/^id;p[a-z0-9]{0,8}(?:;[a-z]{0,2})*\r?\n[bcfnopx];[a-z]/, { code: "not-a-table", what: "sylk" }],
  [/^table\s*\r?\n\s*0,1\s*\r?\n/, { code: "not-a-table", what: "dif" }],
  [/^(\{\s*"|\[\s*[{[])/, { code: "json" }],
];

/** Throws for texts that are no delimited table: HTML and XML under the name .xls, web archives, SYLK, DIF, JSON. */
export function refuseMarkup(head: string): void {
  const text = head
    .slice(0, 2000)
    .replace(/^(\u00ef\u00bb\u00bf|\ufeff)/, "")
    .trimStart()
    .toLowerCase();
  for (const [beginning, fault] of otherTexts) if (beginning.test(text)) throw new InputError(fault);
}

/** First entries and types of archives that hold another document than a workbook. */
const otherArchives: readonly (readonly [RegExp, Stranger])[] = [
  [/^content\.xml$|^mimetype$/i, "open-document"],
  [/^word\//i, "word"],
  [/^ppt\//i, "slides"],
  [/^index\/.*\.iwa$|^index\.zip$/i, "numbers"],
];

/** What an archive without a workbook is, by the names of its entries. */
export function archiveFault(names: readonly string[]): Fault {
  const found = otherArchives.find(([pattern]) => names.some((name) => pattern.test(name)));
  return found === undefined ? { code: "zip-no-workbook" } : { code: "not-a-table", what: found[1] };
}
