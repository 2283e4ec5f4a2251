// How CSV and XLSX files of the results are written, for other tables.
export { csv, csvDialects } from "./csv/csv.ts";
export { type Sheet, type SheetColumn, sheet } from "./xlsx/sheet.ts";
export { workbook } from "./xlsx/workbook.ts";
