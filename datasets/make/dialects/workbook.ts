import { type Zippable, zipSync } from "fflate";
import { dayNumber, dayOf } from "../../../src/calendar/date.ts";
import type { IsoDate } from "../../../src/order.ts";

/** A cell: text, number, or a civil date that is written as a serial number with a date style. */
export type Cell = string | number | { readonly date: IsoDate } | null;

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** "A", "Z", "AA" of a column, 0-based. */
export const columnName = (k: number): string =>
  (k >= 26 ? columnName(Math.floor(k / 26) - 1) : "") + String.fromCharCode(65 + (k % 26));

/** Serial number of a date: 1900 system (day 61 = 1900-03-01) or 1904 system. */
export const serialOf = (date: IsoDate, from1904: boolean): number =>
  dayOf(date) - (from1904 ? dayNumber(1904, 1, 1) : dayNumber(1899, 12, 30));

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006";

const relations = (targets: readonly (readonly [type: string, target: string])[]) =>
  `${head}<Relationships xmlns="${packages}/relationships">${targets
    .map(
      ([type, target], k) => `<Relationship Id="rId${k + 1}" Type="${office}/${type}" Target="${target}"/>`,
    )
    .join("")}</Relationships>`;

const types = `${head}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${[
  ["workbook", "sheet.main"],
  ["worksheets/sheet1", "worksheet"],
  ["styles", "styles"],
  ["sharedStrings", "sharedStrings"],
]
  .map(
    ([part, type]) =>
      `<Override PartName="/xl/${part}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`,
  )
  .join("")}</Types>`;

/** Style 1 is the date style 14 ("dd.mm.yyyy" in a German Excel). */
const styles = `${head}<styleSheet xmlns="${main}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`;

function sheetXml(rows: readonly (readonly Cell[])[], from1904: boolean): { sheet: string; strings: string } {
  const strings = new Map<string, number>();
  const cellXml = (cell: Cell, at: string): string => {
    if (cell === null) return "";
    if (typeof cell === "number") return `<c r="${at}"><v>${cell}</v></c>`;
    if (typeof cell === "object") return `<c r="${at}" s="1"><v>${serialOf(cell.date, from1904)}</v></c>`;
    const index = strings.get(cell) ?? strings.size;
    strings.set(cell, index);
    return `<c r="${at}" t="s"><v>${index}</v></c>`;
  };
  const body = rows.map((cells, r) => {
    const written = cells.map((cell, k) => cellXml(cell, `${columnName(k)}${r + 1}`)).join("");
    return `<row r="${r + 1}">${written}</row>`;
  });
  const texts = [...strings.keys()].map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`);
  return {
    sheet: `${head}<worksheet xmlns="${main}"><sheetData>${body.join("")}</sheetData></worksheet>`,
    strings: `${head}<sst xmlns="${main}" uniqueCount="${strings.size}">${texts.join("")}</sst>`,
  };
}

/** An XLSX file with one sheet, the same bytes in every time zone and at every hour. */
export function workbook(rows: readonly (readonly Cell[])[], from1904 = false): Uint8Array {
  const { sheet, strings } = sheetXml(rows, from1904);
  const parts: Record<string, string> = {
    "[Content_Types].xml": types,
    "_rels/.rels": relations([["officeDocument", "xl/workbook.xml"]]),
    "xl/workbook.xml": `${head}<workbook xmlns="${main}" xmlns:r="${office}">${from1904 ? '<workbookPr date1904="1"/>' : ""}<sheets><sheet name="Tabelle1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relations([
      ["worksheet", "worksheets/sheet1.xml"],
      ["styles", "styles.xml"],
      ["sharedStrings", "sharedStrings.xml"],
    ]),
    "xl/worksheets/sheet1.xml": sheet,
    "xl/styles.xml": styles,
    "xl/sharedStrings.xml": strings,
  };
  // The writer reads local time: this moment is the first one that ZIP knows, in every zone.
  const mtime = new Date(1980, 0, 1);
  const encoder = new TextEncoder();
  const files: Zippable = Object.fromEntries(
    Object.entries(parts).map(([name, text]) => [name, [encoder.encode(text), { mtime, level: 6 }]]),
  );
  return zipSync(files);
}
