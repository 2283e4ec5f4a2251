import { columnName, type Sheet } from "./sheet.ts";
import { xmlHead, xmlText } from "./xml.ts";

const schemas = "http://schemas.openxmlformats.org";
const relations = `${schemas}/officeDocument/2006/relationships`;
const packageRelations = `${schemas}/package/2006/relationships`;
const content = "application/vnd.openxmlformats-officedocument.spreadsheetml";

const document = (lines: readonly string[]): string => xmlHead + lines.join("");

const override = (part: string, type: string): string =>
  `<Override PartName="/xl/${part}.xml" ContentType="${content}.${type}+xml"/>`;

const relation = (id: number, type: string, target: string): string =>
  `<Relationship Id="rId${id}" Type="${relations}/${type}" Target="${target}"/>`;

/** [Content_Types].xml: what each part of the package is. */
export const contentTypes = (sheets: readonly Sheet[]): string =>
  document([
    `<Types xmlns="${schemas}/package/2006/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    override("workbook", "sheet.main"),
    override("styles", "styles"),
    ...sheets.map((_, k) => override(`worksheets/sheet${k + 1}`, "worksheet")),
    "</Types>",
  ]);

/** _rels/.rels: the workbook is the document of the package. */
export const rootRelations = document([
  `<Relationships xmlns="${packageRelations}">`,
  relation(1, "officeDocument", "xl/workbook.xml"),
  "</Relationships>",
]);

/** xl/_rels/workbook.xml.rels: sheets in their order, then the styles. */
export const bookRelations = (sheets: readonly Sheet[]): string =>
  document([
    `<Relationships xmlns="${packageRelations}">`,
    ...sheets.map((_, k) => relation(k + 1, "worksheet", `worksheets/sheet${k + 1}.xml`)),
    relation(sheets.length + 1, "styles", "styles.xml"),
    "</Relationships>",
  ]);

/** Names that Excel wants for a filter, and for the heading that is printed on every page. */
function definedNames({ name, columns, rows }: Sheet, k: number): string {
  const quoted = `'${name.replaceAll("'", "''")}'`;
  const filter = xmlText(`${quoted}!$A$1:$${columnName(columns - 1)}$${rows + 1}`);
  const titles = xmlText(`${quoted}!$1:$1`);
  return [
    `<definedName name="_xlnm._FilterDatabase" localSheetId="${k}" hidden="1">${filter}</definedName>`,
    `<definedName name="_xlnm.Print_Titles" localSheetId="${k}">${titles}</definedName>`,
  ].join("");
}

/** xl/workbook.xml. */
export const bookXml = (sheets: readonly Sheet[]): string =>
  document([
    `<workbook xmlns="${schemas}/spreadsheetml/2006/main" xmlns:r="${relations}">`,
    '<bookViews><workbookView activeTab="0"/></bookViews><sheets>',
    ...sheets.map(({ name }, k) => `<sheet name="${xmlText(name)}" sheetId="${k + 1}" r:id="rId${k + 1}"/>`),
    `</sheets><definedNames>${sheets.map(definedNames).join("")}</definedNames></workbook>`,
  ]);
