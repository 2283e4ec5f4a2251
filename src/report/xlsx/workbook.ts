import { Zip, ZipDeflate } from "fflate";
import { encoded } from "../byte-writer.ts";
import { bookRelations, bookXml, contentTypes, rootRelations } from "./parts.ts";
import type { Sheet } from "./sheet.ts";
import { type MoneyStyles, moneyStyles, stylesXml } from "./styles.ts";

/** Read as local time everywhere, so that the stamp in the archive is the same in every time zone. */
const stamp = "1980-01-01T12:00:00";

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
