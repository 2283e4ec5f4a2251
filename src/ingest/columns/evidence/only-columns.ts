import { keyPattern, normaliseHeading } from "../../cells/heading-key.ts";
import { totalSaid } from "../../cells/total-words.ts";
import type { Field } from "../fields.ts";
import type { Columns } from "../mapping.ts";
import type { TableProfile } from "../profile.ts";
import { isNamedOnce, isRunning } from "./item-column.ts";
import { rowTotal } from "./row-total.ts";

/** Days on which something last happened to an item: its stock has them, its lines do not. */
const lastDays = keyPattern(
  /^(datum|date|data|fecha|dato|day|tag)?(of|du|de|della?|der|des|vom)?(the|la)?(letzt|last|latest|dernier|ultim[oa]|laatst|senast|sidst|siste|ostatni|posledni|viimei)(?!.*(updat|modif|chang|ander|edit|aktuali))/,
);

/** Headings of what no item is called by, no quantity and no day of a line. */
const otherThings: Partial<Record<Field, RegExp>> = {
  date: lastDays,
  item: keyPattern(
    /(price|preis|prix|precio|prezzo|prijs|cena|amount|betrag|total|summe|wert$|value|montant|importe|importo|currency|wahrung|status|zustand|quantity|menge|units|anzahl|cantidad|quantita|aantal|tax|steuer|rabatt|discount|shipping|versand|payment|zahlung|email|phone|telefon|country|^land$|city|zip|plz|customer|kunde|vendor|supplier|lieferant)/,
  ),
  quantity: keyPattern(
    /(vorschlag|proposal|proposed|suggest|recommend|empfehl|empfohl|propuest|suggerit|voorstel|price|preis|prix|precio|prezzo|prijs|cena|amount|betrag|total$|summe$|wert$|^wert.|montant|importe|importo|tax|vat$|^vat|vatprice|mwst|^ust|^iva|^tva|^btw|^moms|^gst|steuer|rabatt|discount|percent|prozent|cost|kosten|revenu|umsatz|erlos|gross|brutto|netto|fee$|gebuhr|^id(order|line|item|pos|article|artikel|product|produkt|kund|customer)|^year|^jahr|^month|^monat|nummer$|id$|code$|^(size|grosse|taille|maat|talla|taglia|tamanho|rozmiar|velikost|storlek|storrelse|koko|beden|meret)$|^(ean|gtin|upc|isbn|barcode)|gtin$|barcode$)/,
  ),
};

/** The number by which a customer or a supplier calls an item: the only one that some lists have. */
const partners = keyPattern(
  /^(vendor|supplier|customer|lieferanten?|kunden)(s)?(sku|item|itemnummer|part|partnummer|artikel|artikelnummer|material|materialnummer)$/,
);

/** True for a heading that names something else than the field. */
export const isOtherThing = (field: Field, heading: string): boolean =>
  (otherThings[field]?.test(normaliseHeading(heading).key) === true &&
    !(field === "item" && partners.test(normaliseHeading(heading).key))) ||
  (field === "item" && totalSaid(heading.trim()) === "whole");

/** Numbers that say how something is, not how many there are. */
export const measures = keyPattern(
  /(weight|gewicht|volume|volumen|length|lange|width|breite|height|hohe|temperature|temperatur|score|rating|latitude|longitude|stock|bestand|inventory|saldo|balance|factor|faktor|rate$|quote$|kurs|margin|marge|profit|gewinn|lead|wbz|time|zeit|dauer|duration|max$|min$|tage$|days$|week|woche|^kw$|hour|stunde|minute|^nr$|^pos|^line|zeile|index|rank|code$|key$|ean|gtin|barcode|size$|grosse$|flache|hektar|acreage|forecast|prognos|prevision|budget|^plan(ned|menge|wert|zahl|qty)?$|^soll|^target|^ziel)/,
);

/** True for the number of a row; three numbers that follow each other may be chance. */
const counts = ({ head }: TableProfile, column: number): boolean =>
  head.length >= 5 && isRunning(head, column);

/** In fewer rows the same number may stand by chance. */
const fewestRows = 3;

/** The one column of numbers that nothing else explains; undefined where there are several, or none. */
export function onlyNumber(
  { header, profile }: Columns,
  isFree: (column: number) => boolean,
): number | undefined {
  if (header.length === 0) return undefined;
  const numbers = profile.columns.filter(({ index, numberRate, dateRate, filled, texts }) => {
    const { key } = normaliseHeading(header[index] ?? "");
    if (!isFree(index) || filled === 0 || numberRate < 0.9 || dateRate > 0.9) return false;
    if (isOtherThing("quantity", header[index] ?? "") || measures.test(key)) return false;
    // Flags are no numbers.
    return !texts.every((text) => /^\u0001?[01]?$/.test(text));
  });
  const [only] = numbers;
  // What is the same in every row is a setting.
  if (only?.texts.length === 1 && profile.records >= fewestRows) return undefined;
  return numbers.length === 1 && only !== undefined && !counts(profile, only.index) ? only.index : undefined;
}

/** The column that is the sum of all other columns of numbers: what every customer took of an item. */
export function totalOfRow(
  { header, profile }: Columns,
  isOpen: (column: number) => boolean,
): number | undefined {
  const isMoney = (column: number): boolean =>
    isOtherThing("quantity", header[column] ?? "") && totalSaid((header[column] ?? "").trim()) !== "whole";
  if (header.length === 0 || profile.columns.some(({ index }) => isOpen(index) && isMoney(index)))
    return undefined;
  const total = rowTotal(profile, isOpen);
  // What a stock began with and what it ended with add up as well.
  return total !== undefined && balance.test(normaliseHeading(header[total] ?? "").key) ? undefined : total;
}

/** Headings of what is left of a stock. */
const balance = keyPattern(
  /(balance|saldo|bestand|stock|inventor|onhand|^ending|^closing|^end(menge|quantity)?$|^schluss|^final|solde|stan(konc|$)|zustatek|kalan|остат|existenc|giacenz|voorraad)/,
);

/** Days of something else than the line: when it falls due, was printed, expires. */
const otherDays = keyPattern(
  /(^du|fallig|expir|ablauf|verfall|geburt|birth|gultig|valid|druck|print|zahl|paid|payment|valuta|ander|modif|updat|termin|expect|mhd|haltbar|start|end$|ende$|until|bis$|echeance|scadenza|vencim|splatn|termin|vervaldat|forfald|vade)/,
);

/** The one column of days of a table whose heading is of no other day; undefined where there are several, or none. */
export function onlyDate(
  { header, profile }: Columns,
  isFree: (column: number) => boolean,
): number | undefined {
  if (header.length === 0) return undefined;
  const days = profile.columns.filter(
    ({ dateRate, filled, numberRate }) => filled > 0 && dateRate > 0.9 && numberRate < 0.5,
  );
  const [only] = days;
  if (only === undefined || days.length > 1 || !isFree(only.index)) return undefined;
  const { key } = normaliseHeading(header[only.index] ?? "");
  const isWhole = only.filled >= 0.9 * profile.records || isNamedOnce(profile.head, only.index);
  return otherDays.test(key) || lastDays.test(key) || !isWhole ? undefined : only.index;
}

/** The one column of texts of a table with its periods in columns, where it has no heading: it names the rows. */
export function onlyText(
  { kind, header, profile }: Columns,
  isFree: (column: number) => boolean,
  periods: ReadonlySet<number>,
): number | undefined {
  if (kind !== "orders" || periods.size === 0 || header.length === 0) return undefined;
  const texts = profile.columns.filter(
    ({ index, filled, numberRate, dateRate }) =>
      !periods.has(index) && filled > 0 && numberRate < 0.9 && dateRate < 0.5,
  );
  const [only] = texts;
  return only !== undefined && texts.length === 1 && isFree(only.index) && (header[only.index] ?? "") === ""
    ? only.index
    : undefined;
}
