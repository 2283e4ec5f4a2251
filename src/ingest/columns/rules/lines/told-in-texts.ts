import { bareText } from "../../../cells/cells.ts";
import { keyPattern, normaliseHeading } from "../../../cells/heading-key.ts";
import { movementOf } from "../../../cells/movements.ts";
import type { DerivedField } from "../../evidence/derived.ts";
import { mostValues } from "../../evidence/few-values.ts";
import type { TableProfile } from "../../profile.ts";

/** Headings of texts that somebody or a program writes beside a line. */
const ofTexts = keyPattern(
  /(text|libelle|memo|note|notiz|bemerk|comment|kommentar|descri|omschrijving|beschreibung|beskriv|popis|opis|referen|grund|reason|mouvement|bewegung|movement|transa|vorgang|origin|herkunft|beleg|document)/,
);
/** From this share of its lines on a column of such texts says what they move. */
const mostly = 0.9;

/** A word of signs alone, as what stood around a number leaves. */
const signs = /^[:,;/()#-]*$/;

/** A text without the words that hold a digit: numbers of documents, names of batches, days. */
function withoutNumbers(text: string): string {
  const words = bareText(text)
    .split(/\s/)
    .filter((word) => word !== "" && !/\d/.test(word));
  const first = words.findIndex((word) => !signs.test(word));
  const last = words.findLastIndex((word) => !signs.test(word));
  return first < 0 ? "" : bare(words.slice(first, last + 1).join(" "));
}

/** A text without the signs at its ends. */
function bare(text: string): string {
  let [from, to] = [0, text.length];
  while (from < to && signs.test(text[from] ?? "")) from++;
  while (to > from && signs.test(text[to - 1] ?? "")) to--;
  return text.slice(from, to);
}

/** Two kinds of which one is demand: what the other lines do, the texts say as well. */
const tellApart = (kinds: ReadonlySet<string>): boolean =>
  kinds.size >= 2 && (kinds.has("sale") || kinds.has("issue"));

/**
 * What lines move by texts that each name their own document: "Expédition SH2501-0001 validée" beside "Réception
 * PO2501-0003", where the words without the numbers are few and mean movements.
 */
export function toldInTexts(
  header: readonly string[],
  { columns, records }: TableProfile,
  used: ReadonlySet<number>,
): DerivedField | undefined {
  const found = columns.find(({ index, texts, counts, filled }) => {
    if (used.has(index) || filled < mostly * records || texts.length < 3) return false;
    if (!ofTexts.test(normaliseHeading(header[index] ?? "").key)) return false;
    const words = new Set(texts.map(withoutNumbers));
    if (words.size > mostValues || words.size === texts.length) return false;
    const kinds = new Set([...words].flatMap((text) => movementOf(text)?.kind ?? []));
    const known = texts.reduce(
      (sum, text, k) => sum + (movementOf(withoutNumbers(text)) === undefined ? 0 : (counts[k] ?? 0)),
      0,
    );
    return tellApart(kinds) && known >= mostly * filled;
  });
  if (found === undefined) return undefined;
  const { index } = found;
  return { field: "kind", columns: [index], of: (cells) => withoutNumbers(cells[index] ?? "") };
}
