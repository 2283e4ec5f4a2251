import { Zip, ZipDeflate } from "fflate";
import { encoded } from "../byte-writer.ts";
import { columnName, type Sheet } from "./sheet.ts";
import { type MoneyStyles, moneyStyles, stylesXml } from "./styles.ts";
import { xmlHead, xmlText } from "./xml.ts";

const schemas = "http://schemas.openxmlformats.org";
const relations = `${schemas}/officeDocument/2006/relationships`;
const packageRelations = `${schemas}/package/2006/relationships`;
const content = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** Read as local time everywhere, so that the stamp in the archive is the same in every time zone. */
const stamp = "1980-01-01T12:00:00";

const contentTypes = (sheets: readonly Sheet[]): string =>
  `${xmlHead}<Types xmlns="${schemas}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${content}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${content}.styles+xml"/>${sheets
    .map(
      (_, k) =>
        `<Override PartName="/xl/worksheets/sheet${k + 1}.xml" ContentType="${content}.worksheet+xml"/>`,
    )
    .join("")}</Types>`;

const rootRelations = `${xmlHead}<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

const bookRelations = (sheets: readonly Sheet[]): string =>
  `${xmlHead}<Relationships xmlns="${packageRelations}">${sheets
    .map(
      (_, k) =>
        `<Relationship Id="rId${k + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${k + 1}.xml"/>`,
    )
    .join(
      "",
    )}<Relationship Id="rId${sheets.length + 1}" Type="${relations}/styles" Target="styles.xml"/></Relationships>`;

function bookXml(sheets: readonly Sheet[]): string {
  const filter = ({ name, columns, rows }: Sheet, k: number) =>
    `<definedName name="_xlnm._FilterDatabase" localSheetId="${k}" hidden="1">${xmlText(`'${name.replaceAll("'", "''")}'!$A$1:$${columnName(columns - 1)}$${rows + 1}`)}</definedName><definedName name="_xlnm.Print_Titles" localSheetId="${k}">${xmlText(`'${name.replaceAll("'", "''")}'!$1:$1`)}</definedName>`;
  return `${xmlHead}<workbook xmlns="${schemas}/spreadsheetml/2006/main" xmlns:r="${relations}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>${sheets
    .map(({ name }, k) => `<sheet name="${xmlText(name)}" sheetId="${k + 1}" r:id="rId${k + 1}"/>`)
    .join("")}</sheets><definedNames>${sheets.map(filter).join("")}</definedNames></workbook>`;
}

function parts(sheets: readonly Sheet[], styles: MoneyStyles): [string, Iterable<string>][] {
  return [
    ["[Content_Types].xml", [contentTypes(sheets)]],
    ["_rels/.rels", [rootRelations]],
    ["xl/workbook.xml", [bookXml(sheets)]],
    ["xl/_rels/workbook.xml.rels", [bookRelations(sheets)]],
    ["xl/styles.xml", [stylesXml(styles)]],
    ...sheets.map((sheet, k): [string, Iterable<string>] => [
      `xl/worksheets/sheet${k + 1}.xml`,
      sheet.xml(styles),
    ]),
  ];
}

/** An XLSX workbook in pieces of bytes; the same sheets give the same bytes in every time zone. */
export function* workbook(sheets: readonly Sheet[], currencies: Iterable<string>): Generator<Uint8Array> {
  let ready: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error !== null) throw error;
    ready.push(bytes);
  });
  const taken = () => {
    const pieces = ready;
    ready = [];
    return pieces;
  };
  for (const [name, texts] of parts(sheets, moneyStyles(currencies))) {
    const entry = new ZipDeflate(name, { level: 1 });
    entry.mtime = stamp;
    zip.add(entry);
    for (const bytes of encoded(texts)) {
      entry.push(bytes);
      yield* taken();
    }
    entry.push(new Uint8Array(0), true);
  }
  zip.end();
  yield* taken();
}
