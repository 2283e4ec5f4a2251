import { isTypedNumber } from "../cells/cells.ts";
import { keyPattern, normaliseHeading } from "../cells/heading-key.ts";
import { movementOf } from "../cells/movements.ts";
import { type Field, type FileKind, fieldsOf, fieldTypes } from "./fields.ts";
import { abbreviated } from "./headings/abbreviated.ts";
import { innerKeys, ofRecordNamed, prefixOf, recordsOf } from "./headings/inner.ts";
import type { ColumnProfile } from "./profile.ts";
import { seenHeadings } from "./seen-headings.ts";
import { synonymIndex } from "./synonyms.ts";

/** A column that may hold a field, with a confidence from heading and content. */
export interface Candidate {
  readonly column: number;
  readonly field: Field;
  readonly score: number;
  /** Place of the heading among the field's synonyms; the lower is preferred. */
  readonly rank: number;
  readonly exact: boolean;
}

/** Words that make a heading mean another thing than the word it ends with. */
const otherQuantity = keyPattern(
  /^(void|waste|vorschlag|bestellvorschlag|suggest|propos|recommend|empfohl|mindest|min|max|hochst|rest|offen|gelief|ausschuss|ruckstand|reserv|sicherheit|bestand|losgross|vorjahr|durchschnitt|wert|preis)|(stock|minim|mini$|maxim|maxi$|reste|restant|reliquat|pendient|dispon|reserv|existenc|giacenz|residu|saldo|voorraad|cancel|storn|annul|return|retour|refund|ruckgabe|resterend|gereserv|antal(i|pa)?lager|rest$|pozosta|zapas|minimal|sklad|zbyv|keszlet|kalan|stok|nastan|por(caja|caixa)|par(carton|colis|boite)|perconfezione|perdoos|wkartonie|prix|prezzo|precio|prijs|cena)/,
);
const otherDate = keyPattern(
  /(ander|geandert|druck|erfass|anlage|angelegt|gultig|zahl|valuta|fallig|modified|created|updated|entry|geburt|ablauf|verfall|expir|liefer|due|delivery|ship|promis|expect|request|wunsch|payout|auszahl)/,
);
/** Words for a quantity in other languages, of which a heading has further ones: "Qté facturée", "Cantidad surtida". */
const quantityWords = new Set(
  "qte quantite cantidad cant quantita qta quantidade qtd qtde aantal antal antall ilosc mnozstvi mnozstvo pocet mennyiseg cantitate kolicina miktar miktari maara количество кількість".split(
    " ",
  ),
);
interface Compound {
  readonly ends: readonly string[];
  readonly words?: ReadonlySet<string>;
  readonly not: RegExp;
}
const compounds: Partial<Record<Field, Compound>> = {
  quantity: { ends: ["menge", "quantity", "stuckzahl"], words: quantityWords, not: otherQuantity },
  date: { ends: ["datum", "date"], not: otherDate },
  item: {
    ends: [
      ...["artikelnummer", "materialnummer", "itemnummer", "produktnummer", "teilenummer", "partnummer"],
      ...["itemcode", "productcode", "articlecode", "materialcode", "stockcode", "artikelcode", "partcode"],
    ],
    not: /lieferant|kunde|supplier|vendor|hersteller|parent|bundle|quantity|price|name/,
  },
};

/** Seconds since 1970, of the years 1998 to 2036, where a heading says that they are a time. */
const unixSeconds = /^(9\d{8}|1\d{9}|20\d{8})$/;

/** True for a column of 0 and 1 alone. */
const areFlags = (column: ColumnProfile | undefined): boolean =>
  column !== undefined &&
  column.texts.length <= 2 &&
  column.texts.every((text) => /^\u0001?[01]$/.test(text));

/** Confidence from the content: a number field of texts is no number field. */
function contentFactor(
  kind: FileKind,
  field: Field,
  exact: boolean,
  column: ColumnProfile | undefined,
): number {
  if (column === undefined || column.filled === 0) return 0.7;
  // Durations may be written with their unit: "2W", "14 Tage".
  if (exact && (field === "leadTimeDays" || field === "reviewDays")) return 1;
  switch (fieldTypes[field]) {
    case "number":
      // "001" is a code, whatever its heading.
      if (column.texts.filter((text) => /^0\d/.test(text)).length > 0.5 * column.texts.length) return 0.3;
      return column.numberRate >= 0.5 ? 1 : column.numberRate > 0.2 ? 0.6 : 0.3;
    case "date":
      if (exact && column.texts.every((text) => text === "" || unixSeconds.test(text))) return 1;
      return column.dateRate >= 0.5 ? 1 : column.dateRate > 0.2 ? 0.6 : 0.3;
    case "kind":
      if (kind !== "orders") return 1;
      if (exact && knownKinds(column) === 0) return 0.3;
      return knownKinds(column) >= 0.3 ? 1 : 0.6;
    default:
      return 1;
  }
}

/** Share of the cells whose movement is known. */
export function knownKinds(column: ColumnProfile): number {
  let known = 0;
  column.texts.forEach((text, k) => {
    if (movementOf(isTypedNumber(text) ? text.slice(1) : text) !== undefined) known += column.counts[k];
  });
  return column.filled === 0 ? 0 : known / column.filled;
}

const measureWord = keyPattern(
  /^(heute|today|aktuell|ca|circa|approx|me|stk|stck|stuck|st|pcs|pc|ea|kg|lfm|eur|euro|usd|chf|netto|net|in)$/,
);

/** Key of a heading without a unit, currency or small word at its end: "Menge ME", "Wert in EUR", "Lieferzeit ca.". */
function withoutUnit(words: readonly string[]): string {
  let length = words.length;
  while (length > 1 && measureWord.test(words[length - 1])) length--;
  // "Quantity In" is what came in, "Menge in ST" a quantity in a unit.
  if (length === words.length - 1 && words[length] === "in") return "";
  return length === words.length ? "" : words.slice(0, length).join("");
}

/** What a heading means without the words of its record, or letters that all begin with: "lineItems.quantity". */
function ofRecord(
  text: string,
  { prefix, records }: { readonly prefix: string; readonly records: ReadonlySet<string> },
  byKey: ReturnType<typeof synonymIndex>["byKey"],
) {
  const rest = prefix === "" ? [] : (byKey.get(normaliseHeading(text.slice(prefix.length)).key) ?? []);
  if (rest.length > 0) return rest.toSorted((a, b) => a.place - b.place);
  for (const inner of [ofRecordNamed(text, records) ?? [], innerKeys(text)].flat()) {
    const found = (byKey.get(inner.key) ?? []).filter(({ field }) => inner.mayBe(field));
    if (found.length > 0) return found.toSorted((a, b) => a.place - b.place);
  }
  return [];
}

/** True for words of which a short one is another: "In Qty" is no "Min Qty", of which it lacks a letter. */
const isOtherWord = (own: readonly string[], known: readonly string[]): boolean =>
  own.length === known.length &&
  own.length > 1 &&
  own.some((word, k) => word !== known[k] && Math.max(word.length, known[k]?.length ?? 0) <= 3);

/** Every field that a column may hold, best first. */
export function candidatesOf(
  kind: FileKind,
  header: readonly string[],
  columns: readonly ColumnProfile[],
): Candidate[] {
  const { byKey, byWords } = synonymIndex(kind);
  const seen = seenHeadings(header);
  const named = { prefix: prefixOf(header), records: recordsOf(header) };
  const found: Candidate[] = [];
  seen.forEach(({ heading, alike }, column) => {
    if (heading.key === "") return;
    const profile = columns[column];
    const withHint = heading.key + heading.hint.replace(/[^\p{L}\p{N}]/gu, "");
    const bare = withoutUnit(heading.words);
    // "Preis netto" is a price, "Item net" no item.
    const whole = [...new Set([heading.key, withHint, bare])]
      .flatMap((key) => byKey.get(key) ?? [])
      .filter(({ key, field }) => key === heading.key || key === withHint || fieldTypes[field] === "number")
      .sort((a, b) => a.place - b.place);
    const text = (header[column] ?? "").trim();
    const known = whole.length > 0 ? whole : ofRecord(text, named, byKey);
    const exact = known.length > 0 ? known : (byKey.get(abbreviated(text, byKey.keys())) ?? []);
    for (const { field, rank } of exact) {
      const score = contentFactor(kind, field, true, profile);
      found.push({ column, field, score, rank, exact: true });
    }
    if (exact.length > 0) return;
    const best = new Map<Field, number>();
    const near = [...alike()].flatMap(([words, score]) =>
      (isOtherWord(heading.words, words.split(" ")) ? [] : (byWords.get(words) ?? [])).map(
        ({ field, place }) => ({ field, place, score }),
      ),
    );
    for (const { field, score } of near.sort((a, b) => a.place - b.place))
      best.set(field, Math.max(best.get(field) ?? 0, score));
    for (const [name, { ends, words: own, not }] of Object.entries(compounds)) {
      const field = name as Field;
      if (!fieldsOf[kind].includes(field)) continue;
      const isNamed =
        ends.some((end) => heading.key.endsWith(end)) || heading.words.some((word) => own?.has(word));
      if ((isNamed || (field === "item" && heading.words.includes("sku"))) && !not.test(heading.key))
        best.set(field, Math.max(best.get(field) ?? 0, 0.75));
    }
    if (areFlags(profile)) best.delete("item");
    for (const [field, score] of best)
      found.push({
        column,
        field,
        score: score * contentFactor(kind, field, false, profile),
        rank: 900_000,
        exact: false,
      });
  });
  return found;
}
