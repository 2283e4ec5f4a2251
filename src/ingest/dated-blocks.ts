import { scanDate } from "./cells/dates.ts";
import { normaliseHeading } from "./cells/heading-key.ts";
import { fieldTypes } from "./columns/fields.ts";
import { synonymsOf } from "./columns/synonyms.ts";
import { filledCells } from "./table/blank-rows.ts";
import { reshaped, type Table, type TableRecord } from "./table/record.ts";

/** Rows by which blocks are recognised. */
const sampleRows = 1000;

/** A date behind the words of a title: "Lieferungen vom 14.01.2025", "Monat 01/2025", "Bestellung 1001 vom 14.01.2025". */
const behindWords =
  /^(?:\p{L}[\p{L}.-]*\s+){1,3}(?:(?:n[ro°º]\.?\s*)?[\w/-]*\d[\w/-]*\s+)?(?:(?:vom|von|am|of|on|from|dated|du|del|de|di|van|den|z dnia|ze dne)\s+)?(\d[\d./-]{5,9})$/iu;
/** Words of the day on which a list was made. */
const ofPrint =
  /(stand|druck|print|erstellt|export|created|report|bericht|as of|datum|date|edit|seite|page)/i;

/** The month, week or day that a line names, alone or behind a few words; "" for other lines. */
function periodOf(line: string): string {
  const text = line.replace(/(?<![;,\t|])[;,\t|]+$/, "").trim();
  if (text.length > 40 || /^\d+$/.test(text)) return "";
  if (namesPeriod(text)) return text;
  const behind = ofPrint.test(text) ? undefined : behindWords.exec(text)?.[1];
  return behind !== undefined && namesPeriod(behind) ? behind : "";
}

function namesPeriod(text: string): boolean {
  const { kind } = scanDate(text);
  return kind === "period" || kind === "pair" || kind === "day" || kind === "parts";
}

/** True where a heading names days, months or periods already. */
function namesDates(header: readonly string[]): boolean {
  const dates = new Set(
    synonymsOf("orders").flatMap(({ field, key }) => (fieldTypes[field] === "date" ? [key] : [])),
  );
  return header.some((heading) => dates.has(normaliseHeading(heading).key) || periodOf(heading) !== "");
}

/** Words of a document of orders above its lines, and of its day. */
const ofDocument =
  /(bestell|auftrag|rechnung|lieferschein|\border|invoice|delivery note|commande|facture|pedido|ordine|fattura)/i;
const dayLine =
  /^(?:(?:bestell|auftrags|rechnungs|liefer|beleg)?datum|(?:order |invoice |delivery )?date|date de commande|fecha|data)[\s:;,|]+(\S.*)$/i;

/** The day of an order form, which stands beside its word above the lines of the form; "" for other tables. */
function dayOfForm({ preamble, header }: Table): string {
  const days = preamble.flatMap(
    (line) => dayLine.exec(line.replace(/(?<![;,\t|])[;,\t|]+$/, "").trim())?.[1] ?? [],
  );
  const fields = new Set(
    header.flatMap((heading) => {
      const { key } = normaliseHeading(heading);
      return synonymsOf("orders").flatMap((synonym) => (synonym.key === key ? [synonym.field] : []));
    }),
  );
  const isForm =
    preamble.some((line) => ofDocument.test(line)) && fields.has("item") && fields.has("quantity");
  return isForm && days.length === 1 ? periodOf(days[0] ?? "") : "";
}

/**
 * A table of blocks one below the other, each under a line with its month, week or day alone, as a table whose rows
 * name it; the lines of an order form with the day above them; any other table as it is.
 */
export function withDatedBlocks(table: Table): Table {
  const { header, preamble } = table;
  if (header.length < 2 || namesDates(header)) return table;
  const day = dayOfForm(table);
  if (day !== "") return dated(table, day);
  const first = preamble.map(periodOf).findLast((text) => text !== "") ?? "";
  let [blocks, rows] = [0, 0];
  let begins = first;
  for (const record of table.records()) {
    const title = titleOf(record);
    if (title !== "") blocks++;
    if (begins === "" && title === "") return table;
    begins = begins === "" ? title : begins;
    if (++rows >= sampleRows) break;
  }
  return blocks === 0 ? table : dated(table, first);
}

/** The date that a row alone names for the rows below it; "" for other rows. */
const titleOf = ({ cells }: TableRecord): string =>
  filledCells(cells) === 1 ? periodOf(cells.find((cell) => cell.trim() !== "") ?? "") : "";

/** A table with a column of the dates that stand above its rows. */
function dated(table: Table, first: string): Table {
  function* records(): Generator<TableRecord> {
    let period = first;
    for (const record of table.records()) {
      const title = titleOf(record);
      if (title !== "") period = title;
      else yield { row: record.row, cells: [...record.cells, period], ...typesWithText(record) };
    }
  }
  return reshaped(table, [...table.header, "Date"], records, {
    code: "rows-of-groups",
    severity: "info",
    row: table.headerRow,
    text: first,
  });
}

/** Types of the cells of a row with a text behind them. */
const typesWithText = ({ types }: TableRecord): Pick<TableRecord, "types"> =>
  types === undefined ? {} : { types: Uint8Array.of(...types, 0) };
