import { keyPattern, normaliseHeading } from "../cells/heading-key.ts";
import { reshaped, type Table, type TableRecord } from "../table/record.ts";

/** Rows by which decimals that were cut at their comma are recognised. */
const sampleRows = 200;
/** More columns without a heading than these are something else. */
const mostSeams = 3;
const mostHeadings = 40;
/** From this share of the rows on a seam is proved. */
const proof = 0.95;

const money =
  /(price|preis|prix|precio|prezzo|prijs|cena|pris|cost|kosten|amount|betrag|total|summe|wert|valu|montant|importe|importo|umsatz|revenu|rate|netto|brutto)/;

type Cells = readonly string[];

/** Choices of `count` of the numbers below `most`, ascending. */
function* choices(most: number, count: number, from = 0): Generator<readonly number[]> {
  if (count === 0) yield [];
  else
    for (let first = from; first < most; first++)
      for (const rest of choices(most, count - 1, first + 1)) yield [first, ...rest];
}

/** Cells of a row under its headings: those at `seams` take two cells, a whole number and its decimals. */
function joined(cells: Cells, seams: readonly number[], width: number): string[] {
  let at = 0;
  return Array.from({ length: width }, (_, heading) => {
    const whole = cells[at++] ?? "";
    return seams.includes(heading) ? `${whole},${cells[at++] ?? ""}` : whole;
  });
}

/** True for a row that was cut at its commas, so that it fills every cell. */
const isCut = (cells: Cells, width: number): boolean => (cells[width - 1] ?? "").trim() !== "";

/** Whether the cells at the seams are whole numbers with two decimals, or all of them with three, in nearly all rows. */
function fits(rows: readonly Cells[], seams: readonly number[], width: number): boolean {
  const all = rows.map((cells) => joined(cells, seams, width));
  return seams.every((seam) =>
    [/^-?\d{1,9},\d{2}$/, /^-?\d{1,9},\d{3}$/].some(
      (decimals) =>
        all.filter((cells) => decimals.test((cells[seam] ?? "").trim())).length >= proof * rows.length,
    ),
  );
}

/** Whether what stands behind the comma of a column begins with a zero somewhere, as decimals do and numbers do not. */
const hasZeros = (rows: readonly Cells[], seams: readonly number[], seam: number, width: number): boolean =>
  rows.some((cells) => /,0\d/.test(joined(cells, seams, width)[seam] ?? ""));

const countWords = keyPattern(
  /(menge|quantity|quantit|qty|cantidad|cant$|qte|aantal|antal|ilosc|mnozstvi|anzahl|hoeveelheid|kg$|liter)/,
);

/** The headings whose numbers were cut at their comma; undefined where nothing proves it. */
function seamsOf(
  headings: readonly string[],
  rows: readonly Cells[],
  extra: number,
): readonly number[] | undefined {
  const width = headings.length;
  const found = [...choices(width, extra)].filter((seams) => fits(rows, seams, width));
  const ofNumbers = found.filter((seams) =>
    seams.every((seam) => {
      const { key } = normaliseHeading(headings[seam] ?? "");
      return money.test(key) || (countWords.test(key) && hasZeros(rows, seams, seam, width));
    }),
  );
  const [only] = ofNumbers;
  return ofNumbers.length === 1 ? only : undefined;
}

/**
 * A comma file whose decimals stand with a bare comma ("2,50" without quotes) has a column too many for each of them:
 * the two halves of a price or a quantity are put together where all rows prove it. Other tables stay as they are.
 */
export function withJoinedDecimals(table: Table): Table {
  const { header, delimiter } = table;
  const named = header.filter((name) => name.trim() !== "");
  const extra = header.length - named.length;
  if (delimiter !== "," || extra === 0 || extra > mostSeams || named.length > mostHeadings) return table;
  const rows: Cells[] = [];
  for (const { cells } of table.records()) {
    if (isCut(cells, header.length)) rows.push(cells);
    if (rows.length >= sampleRows) break;
  }
  if (rows.length < 2) return table;
  const seams = seamsOf(named, rows, extra);
  if (seams === undefined) return table;
  function* records(): Generator<TableRecord> {
    for (const { row, cells } of table.records())
      yield {
        row,
        cells: isCut(cells, header.length)
          ? joined(cells, seams ?? [], named.length)
          : cells.slice(0, named.length),
      };
  }
  return reshaped(table, named, records, {
    code: "decimals-joined",
    severity: "info",
    row: table.headerRow,
    text: seams.map((seam) => named[seam]).join(", "),
  });
}
