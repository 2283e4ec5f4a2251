import { InputError } from "../../../errors.ts";
import { type Limits, rereadBytes } from "../../limits.ts";
import { archiveFault } from "../file-signature.ts";
import type { RawRecord } from "../records.ts";
import type { SheetReport } from "../xlsx/number-cell.ts";
import { readWholeXml, readXml } from "../xlsx/xml.ts";
import type { Zip, ZipEntry } from "../xlsx/zip.ts";
import { contentHandler, type TableSink } from "./content.ts";
import { type OdsStyles, odsStyles } from "./styles.ts";

/** A table of a document, as the other workbooks give their sheets. */
interface OdsSheet {
  readonly name: string;
  readonly visible: boolean;
  rows(report: SheetReport, onHidden: (row: number) => void): Iterable<RawRecord>;
}

/** What was kept of a table when the document was opened. */
interface Kept {
  readonly name: string;
  readonly visible: boolean;
  readonly rows: RawRecord[];
  readonly reports: Parameters<SheetReport>[0][];
  readonly hidden: number[];
  isWhole: boolean;
}

const unheard = { table: () => {}, row: () => {}, hidden: () => {}, report: () => {} };

function textOf(zip: Zip, entry: ZipEntry | undefined): string {
  const decoder = new TextDecoder();
  let text = "";
  if (entry !== undefined)
    for (const piece of zip.read(entry)) text += decoder.decode(piece, { stream: true });
  return text;
}

const spreadsheet = "application/vnd.oasis.opendocument.spreadsheet";

/** True for an archive that says it holds an OpenDocument, whatever of. */
export const isOpenDocument = (zip: Zip): boolean =>
  zip.entry("content.xml") !== undefined && zip.entry("xl/workbook.xml") === undefined;

/** The content of a spreadsheet; throws for other documents and for one with a password. */
function contentOf(zip: Zip): ZipEntry {
  const content = zip.entry("content.xml");
  const type = textOf(zip, zip.entry("mimetype")).trim();
  if (content === undefined || (type !== "" && !type.startsWith(spreadsheet)))
    throw new InputError(archiveFault([...zip.entries.keys()]));
  if (/<(?:[a-z]{1,20}:)?encryption-data[\s/>]/.test(textOf(zip, zip.entry("META-INF/manifest.xml"))))
    throw new InputError({ code: "xlsx-encrypted" });
  return content;
}

/** Characters that weigh as much as one more cell. */
const charsOfACell = 32;

/** How much of what may be kept a row takes: its cells, and long texts as several. */
const weightOf = ({ cells }: RawRecord): number =>
  cells.reduce((sum, text) => sum + 1 + Math.floor(text.length / charsOfACell), 0);

/** Reads the document once: names of the tables, and their rows as long as they are few. */
function firstReading(zip: Zip, content: ZipEntry, styles: OdsStyles, limits: Limits): readonly Kept[] {
  const tables: Kept[] = [];
  let left = limits.keptCells;
  let last: Kept | undefined;
  const sink: TableSink = {
    table(name, visible) {
      last = { name, visible, rows: [], reports: [], hidden: [], isWhole: true };
      tables.push(last);
    },
    row(row) {
      left -= weightOf(row);
      if (last === undefined) return;
      if (left >= 0) last.rows.push(row);
      else last.isWhole = false;
    },
    hidden: (row) => void (left >= 0 && last?.hidden.push(row)),
    report: (issue) => void (left >= 0 && last?.reports.push(issue)),
  };
  readWholeXml(zip.read(content), contentHandler(styles, limits, sink), limits);
  return tables;
}

/** Opens an OpenDocument spreadsheet: what is few is read once and kept, the rest is read again when it is asked for. */
export function openDocument(zip: Zip, limits: Limits): readonly OdsSheet[] {
  const content = contentOf(zip);
  const styles = odsStyles();
  const own = zip.entry("styles.xml");
  if (own !== undefined) readWholeXml(zip.read(own), styles.handler, limits);
  const tables = firstReading(zip, content, styles, limits);
  let reread = 0;
  function* readAgain(wanted: number, report: SheetReport, onHidden: (row: number) => void) {
    reread += content.size;
    if (reread > rereadBytes)
      throw new InputError({ code: "inflated-too-large", megabytes: Math.round(rereadBytes / 2 ** 20) });
    let table = -1;
    let ready: RawRecord[] = [];
    const heard = { ...unheard, row: (row: RawRecord) => void ready.push(row), hidden: onHidden, report };
    const own = (): TableSink => (table === wanted ? heard : unheard);
    const sink: TableSink = {
      table: () => void table++,
      row: (row) => own().row(row),
      hidden: (row) => own().hidden(row),
      report: (issue) => own().report(issue),
    };
    for (const _ of readXml(zip.read(content), contentHandler(styles, limits, sink), limits)) {
      const rows = ready;
      ready = [];
      yield* rows;
      if (table > wanted) return;
    }
  }
  function* rowsOf(kept: Kept, k: number, report: SheetReport, onHidden: (row: number) => void) {
    if (kept.isWhole) {
      for (const issue of kept.reports) report(issue);
      for (const row of kept.hidden) onHidden(row);
    }
    yield* kept.rows;
    if (kept.isWhole) return;
    let seen = 0;
    for (const row of readAgain(k, report, onHidden)) if (++seen > kept.rows.length) yield row;
  }
  return tables.map((kept, k) => ({
    name: kept.name,
    visible: kept.visible,
    rows: (report, onHidden) => rowsOf(kept, k, report, onHidden),
  }));
}
