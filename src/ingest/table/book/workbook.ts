import type { Limits } from "../../limits.ts";
import { isOpenDocument, openDocument } from "../ods/document.ts";
import type { RawRecord } from "../records.ts";
import type { SheetReport } from "../xlsx/number-cell.ts";
import { sheetRows } from "../xlsx/sheet.ts";
import { openWorkbook } from "../xlsx/workbook.ts";
import { openZip } from "../xlsx/zip.ts";

/** A sheet of a workbook, whatever form that has. */
export interface BookSheet {
  readonly name: string;
  readonly visible: boolean;
  /** Its rows as they stream, empty ones left out; `onHidden` hears of hidden ones, which count all the same. */
  rows(report?: SheetReport, onHidden?: (row: number) => void): Iterable<RawRecord>;
}

const unheard = (): void => {};

/** The sheets of a workbook in their order: XLSX or OpenDocument. Throws InputError for archives that are neither. */
export function openBook(bytes: Uint8Array, limits: Limits): readonly BookSheet[] {
  const zip = openZip(bytes, limits);
  if (isOpenDocument(zip))
    return openDocument(zip, limits).map(({ name, visible, rows }) => ({
      name,
      visible,
      rows: (report = unheard, onHidden = unheard) => rows(report, onHidden),
    }));
  const book = openWorkbook(zip, limits);
  return book.sheets.map((sheet) => ({
    name: sheet.name,
    visible: sheet.visible,
    rows: (report, onHidden) => sheetRows(book, sheet, limits, report, onHidden),
  }));
}
