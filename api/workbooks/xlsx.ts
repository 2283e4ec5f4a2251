import type { CellObject, WorkBook, WorkSheet } from "@e965/xlsx";
import { Zip, ZipDeflate } from "fflate";

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packaged = "http://schemas.openxmlformats.org/package/2006";

/** Texts of errors by their number (MS-XLS 2.5.10). */
const errors: Readonly<Record<number, string>> = {
  0: "#NULL!",
  7: "#DIV/0!",
  15: "#VALUE!",
  23: "#REF!",
  29: "#NAME?",
  36: "#NUM!",
  42: "#N/A",
};

const marks: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** A text as XML can hold it: what it cannot is written as workbooks do, `_x0001_`. */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(/_x(?=[0-9A-Fa-f]{4}_)/g, "_x005F_x")
    .replace(
      /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g,
      (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`,
    )
    .replace(/[&<>"]/g, (sign) => marks[sign] ?? "");

function columnName(column: number): string {
  let name = "";
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1)
    name = String.fromCharCode(65 + (rest % 26)) + name;
  return name;
}

/** Number formats as they come up, each with its place among the styles of cells; 0 is no format. */
function formatTable() {
  const places = new Map<string, number>([["General", 0]]);
  return {
    placeOf(format: string | number | undefined): number {
      const code = String(format ?? "General");
      const known = places.get(code);
      if (known !== undefined) return known;
      places.set(code, places.size);
      return places.size - 1;
    },
    part(): string {
      const codes = [...places.keys()].slice(1);
      const formats = codes.map((code, k) => `<numFmt numFmtId="${164 + k}" formatCode="${escaped(code)}"/>`);
      const cells = codes.map((_, k) => `<xf numFmtId="${164 + k}"/>`);
      return `${head}<styleSheet ${main}><numFmts>${formats.join("")}</numFmts><cellXfs><xf numFmtId="0"/>${cells.join("")}</cellXfs></styleSheet>`;
    },
  };
}

type Formats = ReturnType<typeof formatTable>;

/** A cell behind its place, "" for one without content. */
function cellXml({ t, v, z }: CellObject, place: string, formats: Formats): string {
  if (t === "n" && typeof v === "number" && Number.isFinite(v)) {
    const style = formats.placeOf(z);
    return `<c${place}${style === 0 ? "" : ` s="${style}"`}><v>${v}</v></c>`;
  }
  if (t === "b") return `<c${place} t="b"><v>${v === true ? 1 : 0}</v></c>`;
  if (t === "e") return `<c${place} t="e"><v>${errors[Number(v)] ?? "#ERROR!"}</v></c>`;
  return t === "s" && v !== "" && v !== undefined
    ? `<c${place} t="str"><v>${escaped(String(v))}</v></c>`
    : "";
}

function rowXml(cells: readonly (CellObject | undefined)[], row: number, formats: Formats): string {
  let text = "";
  let next = 0;
  cells.forEach((cell, column) => {
    if (cell === undefined || cell === null) return;
    const xml = cellXml(cell, column === next ? "" : ` r="${columnName(column)}${row}"`, formats);
    if (xml === "") return;
    text += xml;
    next = column + 1;
  });
  return text;
}

/** Characters that are gathered before they become bytes. */
const pieceLength = 1 << 20;

/** The rows of a sheet in pieces; each row is let go once it is written, since all of them take much memory. */
function* sheetPieces(sheet: WorkSheet, formats: Formats): Generator<string> {
  let text = `${head}<worksheet ${main}><sheetData>`;
  const rows = (sheet["!data"] ?? []) as ((CellObject | undefined)[] | undefined)[];
  for (const k of Object.keys(rows).map(Number)) {
    const xml = rowXml(rows[k] ?? [], k + 1, formats);
    rows[k] = undefined;
    if (xml === "") continue;
    text += `<row r="${k + 1}"${sheet["!rows"]?.[k]?.hidden === true ? ' hidden="1"' : ""}>${xml}</row>`;
    if (text.length < pieceLength) continue;
    yield text;
    text = "";
  }
  yield `${text}</sheetData></worksheet>`;
}

/** Packs parts one after the other as they come. */
function packer() {
  const packed: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error !== null) throw error;
    packed.push(piece);
  });
  return {
    add(name: string, pieces: Iterable<string>): void {
      const part = new ZipDeflate(name, { level: 1 });
      part.mtime = "1980-01-01T12:00:00";
      zip.add(part);
      for (const piece of pieces) part.push(Buffer.from(piece));
      part.push(new Uint8Array(0), true);
    },
    end(): Uint8Array {
      zip.end();
      return Buffer.concat(packed);
    },
  };
}

const states = ["", ' state="hidden"', ' state="veryHidden"'];

/**
 * An XLSX file with the cells of a workbook: values, number formats, hidden rows and sheets, the system of its days.
 * The workbook is used up.
 */
export function xlsxOf(book: WorkBook): Uint8Array {
  const formats = formatTable();
  const pack = packer();
  const names = book.SheetNames.filter((name) => book.Sheets[name]?.["!type"] === undefined);
  const hidden = new Map(book.Workbook?.Sheets?.map(({ name, Hidden = 0 }) => [name, Hidden]));
  names.forEach((name, k) => {
    pack.add(`xl/worksheets/sheet${k + 1}.xml`, sheetPieces(book.Sheets[name] ?? {}, formats));
    delete book.Sheets[name];
  });
  const in1904 = book.Workbook?.WBProps?.date1904 === true;
  const sheets = names.map(
    (name, k) =>
      `<sheet name="${escaped(name)}" sheetId="${k + 1}"${states[hidden.get(name) ?? 0] ?? ""} r:id="r${k + 1}"/>`,
  );
  const links = names.map(
    (_, k) =>
      `<Relationship Id="r${k + 1}" Type="${relation}/worksheet" Target="worksheets/sheet${k + 1}.xml"/>`,
  );
  pack.add("[Content_Types].xml", [`${head}<Types xmlns="${packaged}/content-types"/>`]);
  pack.add("_rels/.rels", [
    `${head}<Relationships xmlns="${packaged}/relationships"><Relationship Id="r" Type="${relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  ]);
  pack.add("xl/workbook.xml", [
    `${head}<workbook ${main} xmlns:r="${relation}"><workbookPr${in1904 ? ' date1904="1"' : ""}/><sheets>${sheets.join("")}</sheets></workbook>`,
  ]);
  pack.add("xl/_rels/workbook.xml.rels", [
    `${head}<Relationships xmlns="${packaged}/relationships">${links.join("")}<Relationship Id="rS" Type="${relation}/styles" Target="styles.xml"/></Relationships>`,
  ]);
  pack.add("xl/styles.xml", [formats.part()]);
  return pack.end();
}
