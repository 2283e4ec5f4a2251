import { strToU8, zipSync } from "fflate";

export interface SheetSpec {
  readonly name: string;
  /** The `<row>` elements. */
  readonly rows: string;
  readonly state?: string;
  /** What follows the rows: merged cells and the like. */
  readonly after?: string;
}

export interface WorkbookSpec {
  readonly sheets: readonly SheetSpec[];
  readonly strings?: readonly string[];
  /** Number formats of the cell styles 1, 2, …; a number is a built-in one. */
  readonly formats?: readonly (string | number)[];
  readonly date1904?: boolean;
  /** Parts that replace or join the usual ones. */
  readonly parts?: Readonly<Record<string, string>>;
}

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** The parts of a small workbook, as Excel writes them. */
export function workbookParts(spec: WorkbookSpec): Record<string, string> {
  const sheets = spec.sheets.map(
    ({ name, state }, i) =>
      `<sheet name="${escaped(name)}" sheetId="${i + 1}"${state === undefined ? "" : ` state="${state}"`} r:id="rId${i + 1}"/>`,
  );
  const custom = (spec.formats ?? []).flatMap((format, i) =>
    typeof format === "string" ? [`<numFmt numFmtId="${164 + i}" formatCode="${escaped(format)}"/>`] : [],
  );
  const styles = (spec.formats ?? []).map(
    (format, i) => `<xf numFmtId="${typeof format === "string" ? 164 + i : format}" applyNumberFormat="1"/>`,
  );
  const links = spec.sheets.map(
    (_, i) =>
      `<Relationship Id="rId${i + 1}" Type="${relation}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
  );
  const parts: Record<string, string> = {
    "[Content_Types].xml": `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    "_rels/.rels": `${head}<Relationships><Relationship Id="r1" Type="${relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `${head}<workbook ${main} xmlns:r="${relation}"><workbookPr${spec.date1904 ? ' date1904="1"' : ""}/><sheets>${sheets.join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `${head}<Relationships>${links.join("")}<Relationship Id="rS" Type="${relation}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rT" Type="${relation}/styles" Target="/xl/styles.xml"/></Relationships>`,
    "xl/sharedStrings.xml": `${head}<sst ${main}>${(spec.strings ?? []).map((text) => `<si>${text.startsWith("<") ? text : `<t>${escaped(text)}</t>`}</si>`).join("")}</sst>`,
    "xl/styles.xml": `${head}<styleSheet ${main}><numFmts>${custom.join("")}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${styles.join("")}</cellXfs></styleSheet>`,
  };
  spec.sheets.forEach(({ rows, after }, i) => {
    parts[`xl/worksheets/sheet${i + 1}.xml`] =
      `${head}<worksheet ${main}><dimension ref="A1:XFD1048576"/><sheetData>${rows}</sheetData>${after ?? ""}</worksheet>`;
  });
  return { ...parts, ...spec.parts };
}

export const zipped = (parts: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])), {
    mtime: "2024-01-01T00:00:00Z",
  });

export const workbook = (spec: WorkbookSpec): Uint8Array => zipped(workbookParts(spec));

/** A row of text cells. */
export const textRow = (row: number, cells: readonly string[]): string =>
  `<row r="${row}">${cells
    .map((text, i) =>
      text === ""
        ? ""
        : `<c r="${String.fromCharCode(65 + i)}${row}" t="inlineStr"><is><t>${escaped(text)}</t></is></c>`,
    )
    .join("")}</row>`;
