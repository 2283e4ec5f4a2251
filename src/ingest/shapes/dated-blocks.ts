import { scanDate } from "../cells/dates.ts";
import { normaliseHeading } from "../cells/heading-key.ts";
import { monthNumber } from "../cells/month-names.ts";
import { fieldTypes } from "../columns/fields.ts";
import { weekAlone } from "../columns/headings/dates.ts";
import { synonymsOf } from "../columns/synonyms.ts";
import { filledCells } from "../table/blank-rows.ts";
import { reshaped, type Table, type TableRecord } from "../table/record.ts";
import { figureOf, isSame } from "./summed-rows.ts";

/** Rows by which blocks are recognised. */
const sampleRows = 1000;

/** A date behind the words of a title: "Lieferungen vom 14.01.2025", "Monat 01/2025", "Bestellung 1001 vom 14.01.2025". */
const behindWords =
  /^(?:\p{L}[\p{L}.-]*:?\s+){1,3}(?:(?:n[ro°º]\.?\s*)?[\w/-]*\d[\w/-]*\s+)?(?:(?:vom|von|am|of|on|from|dated|du|del|de|di|van|den|z dnia|ze dne)\s+)?(\d[\d./-]{5,9})$/iu;
/** Words of the day on which a list was made. */
const ofPrint =
  /(stand|druck|print|erstellt|export|created|report|bericht|as of|datum|date|edit|seite|page)/i;

/** The month, week or day that a line names, alone or behind a few words; "" for other lines. */
function periodOf(line: string, isInside = false): string {
  const text = line.replace(/(?<![;,\t|])[;,\t|]+$/, "").trim();
  if (text.length > 40 || /^\d+$/.test(text)) return "";
  // Of which year a month or a week is may be a question of its own.
  if (namesPeriod(text) || monthNumber(text.replace(/[.:]$/, "")) > 0 || weekAlone.test(text)) return text;
  const behind = !isInside && ofPrint.test(text) ? undefined : behindWords.exec(text)?.[1];
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
  return header.some((heading) => dates.has(normaliseHeading(heading).key) || namesPeriod(heading.trim()));
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
  const first = preamble.map((line) => periodOf(line)).findLast((text) => text !== "") ?? "";
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
  filledCells(cells) === 1 ? periodOf(cells.find((cell) => cell.trim() !== "") ?? "", true) : "";

/** What stands above a row in its block: the cells of the first row, and the sum of each column. */
interface Block {
  readonly first: readonly string[];
  readonly sums: number[];
}

/** True for a row of nothing but numbers, each the sum of those above it in its block, that leaves its key empty. */
function sumsUp({ cells }: TableRecord, block: Block | undefined): boolean {
  const columns = cells.flatMap((cell, k) => (cell.trim() === "" ? [] : [k]));
  if (block === undefined || columns.length === 0) return false;
  const leavesOut = block.first.some((cell, k) => cell.trim() !== "" && (cells[k] ?? "").trim() === "");
  return leavesOut && columns.every((k) => isSame(figureOf(cells[k]), block.sums[k] ?? Number.NaN));
}

/** A block with one more row. */
function withRow(block: Block | undefined, { cells }: TableRecord): Block {
  if (block === undefined) return { first: cells, sums: cells.map(figureOf) };
  cells.forEach((cell, k) => {
    block.sums[k] = (block.sums[k] ?? 0) + figureOf(cell);
  });
  return block;
}

/** A table with a column of the dates that stand above its rows. */
function dated(table: Table, first: string): Table {
  function* records(): Generator<TableRecord> {
    let period = first;
    let block: Block | undefined;
    for (const record of table.records()) {
      const title = titleOf(record);
      if (title !== "" || sumsUp(record, block)) {
        period = title === "" ? period : title;
        block = undefined;
        continue;
      }
      block = withRow(block, record);
      yield { row: record.row, cells: [...record.cells, period], ...typesWithText(record) };
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
