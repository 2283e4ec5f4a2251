import { type ColumnShape, typedKind } from "./shape.ts";

const dateWord = /dat(e|um|a)|fecha|jour|giorno|tag\b|day|termin|kw\b|woche|week|monat|month/i;
const timeWord = /time|zeit/i;
const numberWord =
  /qty|quant|cantid|aantal|ilo[sś][cć]|prix|prezz|precio|prijs|cena|units|menge|anzahl|price|preis|betrag|amount|wert|value|stock|bestand|cost|kosten/i;
const textWord = /name|type|typ\b|desc|bez|text|comment|kommentar|url|kurztext/i;
const words =
  "date datum time zeit qty quantity menge anzahl price preis item artikel material bezeichnung name type typ unit einheit url comment comments product supplier lieferant order position pos amount betrag wert value description kunde customer"
    .split(" ")
    .concat(["productid", "producttype", "productdescription", "artikelnummer", "bestellnummer"]);

/** +1 when a heading speaks of what its column holds, -1 when it speaks of something else. */
function agreement(name: string, column: ColumnShape | undefined): number {
  if (column === undefined) return 0;
  if (name.trim() === "") return column.filled === 0 ? 0.5 : -0.5;
  const kind = typedKind(column);
  if (timeWord.test(name) && !dateWord.test(name)) return kind === "time" ? 1 : -1;
  if (dateWord.test(name)) return kind === "date" || kind === "number" ? 1 : -1;
  if (numberWord.test(name)) return kind === "number" ? 1 : -1;
  if (textWord.test(name)) return kind === undefined ? 1 : -1;
  return 0;
}

const isWord = (text: string): boolean => words.includes(text.trim().toLowerCase());

/** How likely two headings have grown together at a place. */
function seam(left: string, right: string): number {
  const known = (isWord(left) ? 0.8 : 0) + (isWord(right) ? 0.8 : 0);
  const rise = /[\p{Ll}\d]$/u.test(left) && /^\p{Lu}/u.test(right);
  const fall = /\p{Lu}$/u.test(left) && /^\p{Lu}\p{Ll}/u.test(right);
  return known + (rise || fall ? 0.5 : 0) - 0.8;
}

interface Option {
  readonly cells: string[];
  readonly score: number;
}

/** Every way to get one heading more: an empty one inserted, or one cut in two. */
function* oneMore(cells: readonly string[], quote: string): Generator<Option> {
  for (let at = cells.length; at >= 0; at--) {
    yield {
      cells: [...cells.slice(0, at), "", ...cells.slice(at)],
      // a number or a name of each row stands before the others, and has no heading
      score: at === cells.length ? -0.3 : at === 0 ? -0.4 : -0.5,
    };
  }
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i];
    for (let at = 1; at < cell.length; at++) {
      const marked = cell[at] === quote;
      const left = cell.slice(0, at);
      const right = cell.slice(marked ? at + 1 : at);
      if (left === "" || right === "") continue;
      const score = marked ? 1.5 : seam(left, right);
      if (score > 0) yield { cells: [...cells.slice(0, i), left, right, ...cells.slice(i + 1)], score };
    }
  }
}

/**
 * Headings for a table of another width: an empty heading too many is dropped, one that is missing is cut out of
 * its neighbour or left empty where the columns below speak for it; the rest is cut or filled at the end.
 * @example mendHeading(["", "Datum", "Menge"], [date, number], '"') // ["Datum", "Menge"]
 */
export function mendHeading(
  cells: readonly string[],
  shapes: readonly ColumnShape[],
  quote: string,
): string[] {
  const width = shapes.length;
  const kept = [...cells];
  while (kept.length > width && kept.at(-1)?.trim() === "") kept.pop();
  while (kept.length > width) {
    const empty = kept.findIndex((cell) => cell.trim() === "");
    if (empty < 0) break;
    kept.splice(empty, 1);
  }
  if (kept.length === width - 1) {
    let best: Option | undefined;
    for (const option of oneMore(kept, quote)) {
      const score = option.score + option.cells.reduce((sum, name, i) => sum + agreement(name, shapes[i]), 0);
      if (best === undefined || score > best.score) best = { cells: option.cells, score };
    }
    if (best !== undefined) return best.cells;
  }
  return Array.from({ length: width }, (_, i) => kept[i] ?? "");
}
