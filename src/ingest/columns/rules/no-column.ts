import type { Issue } from "../../../issue.ts";
import { bareText } from "../../cells/cells.ts";
import { areDocumentNumbers } from "../../cells/document-letters.ts";
import { keyPattern, normaliseHeading } from "../../cells/heading-key.ts";
import { monthNumber } from "../../cells/month-names.ts";
import { totalSaid } from "../../cells/total-words.ts";
import { isUnit } from "../../cells/units.ts";
import type { Candidate } from "../candidates.ts";
import { oneARow, sumNamed, uniqueLabel } from "../column-names.ts";
import { numbersOfColumn } from "../evidence/column-numbers.ts";
import { isRowNumber, isRunning, isUnique } from "../evidence/item-column.ts";
import { isOtherThing, measures } from "../evidence/only-columns.ts";
import { type Field, fieldTypes } from "../fields.ts";
import type { Columns } from "../mapping.ts";
import type { ColumnProfile, TableProfile } from "../profile.ts";
import { synonymIndex } from "../synonyms.ts";

/** Below this the content speaks against a known heading. */
export const readable = 0.5;
/** Below this a likely heading stands over cells of another kind: it is not even offered. */
export const hopeless = 0.3;

const outWords = keyPattern(
  /(out|abgang|ausgang|issue|sold|consum|verbrauch|credit|haben|sortie|salida|saida|uscita|scarico|uitgifte|uit$|uitgaand|wydan|rozchod|vydej|cikis|kiadas|izlaz|iesire|utlever|uttag|udlever|lahto|расход|demand|bedarf|usage|^used|used$|verwendet|shipped)/,
);
const amountWords =
  /(menge|quantity|units|gesamt|total|stuck|pieces|pcs|cantidad|unidades|quantit|^qte|aantal|antal|ilosc|mnozstv)/;
/** Headings that only number values: money in one file, pieces in the next. */
const numberedValue = /^(wert|amount)\d+$/;
/** "itemAmount" of shops abroad is how many there are. */
const wholeNumber = /^\u0001?-?\d{0,6}$/;
const inWords = keyPattern(
  /(^in|(aantal|antal|menge|quantity|ilosc)in$|giris|bevet|ulaz|intrare|inlever|приход|received|receipt|zugang|eingang|debit|soll|entree|entrada|entrata|carico|ontvang|przyj|przychod|prijem|opening|closing|beginning|ending|deliveries|balance|bestand|saldo|stock|inventory)/,
);

/** What one of something holds: "Stück je Karton". */
const perUnit = /(\b(per|pro|je|par|por|each|x)\b|\/)/i;

/** What is counted in pieces comes before what is weighed. */
const inPieces = /(stk|stuck|pieces|pcs|sztuk|szt|kusy|antalst)$/;
const weighed = /(kg|gewicht|weight|poids|peso|tonnen|liter|litros|litres)$/;

/** What is still to be delivered is a part of what was ordered. */
const leftWords = /(^back|offen|^open|^rest|remain|ruckstand|outstanding|pendient)/;

/** Headings of the number of a document. */
const documentKey = /^(so|po|wo|job|ticket|bon)$/;

/** What leaves the stock is demand: such columns come first, what comes in and what is there last. */
const outFirst = (header: readonly string[]) => {
  const place = (column: number): number => {
    const { key } = normaliseHeading(header[column] ?? "");
    if (measures.test(key) || perUnit.test(header[column] ?? "") || weighed.test(key)) return 3;
    if (leftWords.test(key)) return 2;
    if (inPieces.test(key) || (doneWords.test(key) && !cameIn.test(key))) return 0;
    if (outWords.test(key) || (amountWords.test(key) && !inWords.test(key))) return 0;
    return inWords.test(key) ? 2 : documentKey.test(key) ? 3 : 1;
  };
  return (a: number, b: number): number => place(a) - place(b);
};

/** What came in of an order is not what went out, where both stand side by side. */
const cameIn = keyPattern(/(received|erhalten|recibid|recu|ricevut|ontvangen|otrzyman)[aeosi]*$/);

/** Keys of the document, not of what stands in its lines. */
const ofDocument =
  /(order|auftrag|beleg|document|doklad|dokument|bilag|bizonylat|comprob|invoice|rechnung|commande|facture|pedido|ordine|fattura|transaction|numer$|^nummer$|^num$)/;

/** Headings that speak of an item somewhere. */
const ofItems =
  /^(?!.*(name|desc|bezeich|grupp|group|kateg|categ|type|typ$|qty|quantity|menge)).*(sku|artikel|article|item|material|product|produkt|part|komponente|component|style|modell?$)/;

/** Headings of the name of an item, by which a list without numbers calls it. */
const itemName = keyPattern(
  /^(item|product|article|artikel|produkt|material|part|sku)(name|bezeichnung|description|title)$/,
);

/** What is called a key comes first, then what tells rows apart better. */
const keysFirst = (header: readonly string[], { columns, head }: TableProfile) => {
  const place = (column: number): number => {
    const { key } = normaliseHeading(header[column] ?? "");
    if ((isRunning(head, column) && head.length >= 5) || /(line|zeile|position|pos)(nummer|no)?$/.test(key))
      return 3;
    if (itemName.test(key)) return 0.2;
    if (key === "id") return 1.5;
    if (ofDocument.test(key) || areDocumentNumbers((columns[column]?.texts ?? []).map(bareText))) return 2;
    if (/(sku|artikel|article|item|material|product|produkt|part|teil|code|nummer|id|ref|key)$/.test(key))
      return 0;
    if (ofItems.test(key)) return 0.3;
    const { texts = [] } = columns[column] ?? {};
    if (measures.test(key)) return 3;
    if (texts.every((text) => /^\S*\d\S*$/.test(text))) return 0.5;
    return texts.length > 0.5 * head.length ? 1 : 2;
  };
  // Of two alike the one that comes again: the other is the number of the document.
  const isOwn = (column: number): number => Number(isUnique(head, column));
  return (a: number, b: number): number => place(a) - place(b) || isOwn(a) - isOwn(b);
};

/** Days of making come first, those of what follows or is changed last. */
const madeFirst = (header: readonly string[]) => {
  const place = (column: number): number => {
    const { key } = normaliseHeading(header[column] ?? "");
    if (/(liefer|deliver|deadline|fallig|expect|paid|zahl|expir|valid|gultig|updat|modif|geander)/.test(key))
      return 2;
    return /(order|bestell|auftrag|creat|erstell|sale|verkauf|invoice|rechnung|beleg|document|buch|post)/.test(
      key,
    )
      ? 0
      : 1;
  };
  return (a: number, b: number): number => place(a) - place(b);
};

/** True for numbers that mostly begin with a zero, as codes do. */
const areZeroCodes = ({ texts }: ColumnProfile): boolean =>
  texts.filter((text) => /^0\d/.test(text)).length > 0.5 * texts.length;

/** True for a column whose content fits a field that no heading names. */
function mayHold(field: Field, column: ColumnProfile): boolean {
  if (column.filled === 0) return false;
  if (fieldTypes[field] === "date") return column.dateRate > 0.5;
  if (fieldTypes[field] === "number")
    return column.numberRate > 0.5 && column.dateRate < 0.9 && !areZeroCodes(column);
  return column.dateRate < 0.5;
}

/** True for a counter of the rows that no heading names. */
const isCounter = (column: number, header: readonly string[], { head }: TableProfile): boolean =>
  (header[column] ?? "").trim() === "" && isRowNumber(head, column);

/** What happened to a number of pieces: how many were ordered, delivered, invoiced. */
export const doneWords = keyPattern(
  /(bestellt|beauftragt|ordered|geliefert|delivered|shipped|dispatched|versandt|versendet|fakturiert|berechnet|invoiced|billed|received|erhalten|verkauft|sold|issued|fulfilled|entnommen|commande|livre|facture|pedid|entregad|facturad|ordinat|consegnat|fatturat|besteld|geleverd|zamowion|dostarczon|wydan)[aeosi]*$/,
);

/** Columns of numbers of which one may be the quantity, though their headings name other things. */
const numbersDone = (header: readonly string[], { columns }: TableProfile): number[] =>
  columns
    .filter((column) => mayHold("quantity", column))
    .map(({ index }) => index)
    .filter((column) => doneWords.test(normaliseHeading(header[column] ?? "").key));

/** The first of several columns of what was done with a number of pieces, where they say the same in every row. */
export function sameNumbers(
  { header, profile }: Columns,
  isFree: (column: number) => boolean,
): number | undefined {
  const [first, ...others] = numbersDone(header, profile).filter(isFree);
  if (first === undefined || others.length === 0) return undefined;
  const isSame = others.every((column) => profile.head.every((cells) => cells[column] === cells[first]));
  return isSame ? first : undefined;
}

/** Headings of the key of a line, of which each row has its own. */
const keyOfLine =
  /(id|nummer|beleg|transaction|receipt|bon|serial|barcode)$|^id(order|line|unit|item|position)/;

/**
 * True for an amount that no price stands beside, that lies below the price of its row, or of whole numbers that are no
 * whole number of times the price: it is no sum of money.
 */
function mayCount(
  profile: TableProfile,
  amount: number | undefined,
  price: number | undefined,
): amount is number {
  if (amount === undefined || price === undefined) return amount !== undefined;
  const [amountOf, priceOf] = [numbersOfColumn(profile, amount), numbersOfColumn(profile, price)];
  const areWhole = profile.head.every((cells) => !(Math.abs(amountOf(cells) % 1) > 0));
  const isNoSum = (all: number, one: number): boolean =>
    all > 0 &&
    (all < one || (areWhole && one > 0 && Math.abs(all / one - Math.round(all / one)) * one > 0.01));
  return profile.head.some((cells) => isNoSum(amountOf(cells), priceOf(cells)));
}

/** Fewer columns are no places side by side, more are not added up by a question. */
const [fewestPlaces, mostPlaces] = [3, 12];

/** True for columns of whole numbers below names that are no words of a table: "Wien", "Graz", "Linz". */
function areNamesAlone(
  columns: readonly number[],
  header: readonly string[],
  profile: TableProfile,
): boolean {
  if (columns.length < fewestPlaces || columns.length > mostPlaces) return false;
  return columns.every((column) => {
    const heading = header[column] ?? "";
    const { key } = normaliseHeading(heading);
    const isWord = [amountWords, outWords, inWords, doneWords, measures, weighed, inPieces].some((words) =>
      words.test(key),
    );
    const isKnown = (["orders", "items"] as const).some((kind) => synonymIndex(kind).byKey.has(key));
    const areWhole = profile.columns[column]?.texts.every((text) => /^\u0001?\d*$/.test(text)) === true;
    return (
      /^\p{L}[^\d%/]*$/u.test(heading.trim()) && areWhole && !isWord && !isKnown && !isUnit(heading.trim())
    );
  });
}

/** True where what a column holds and is called does not speak against a field. */
function mayBeMeant(field: Field, heading: string, profile: ColumnProfile | undefined): boolean {
  const texts = profile?.texts ?? [];
  const all = (pattern: RegExp): boolean =>
    profile !== undefined && texts.every((text) => pattern.test(text));
  if (field === "quantity") return !isOtherThing(field, heading) && !all(/^\u0001?[01]?$/);
  if (field !== "item") return !isOtherThing(field, heading);
  // "Mittel" over names is no mean.
  const isWord = totalSaid(heading.trim()) === "whole" && (profile?.numberRate ?? 1) < 0.5;
  // Numbers with decimals name no item, nor do months.
  const areDecimals = texts.some((text) => /[.,](?!0$)\d+$/.test(text)) && all(/^\u0001?(-?\d+[.,]\d+)?$/);
  const areMonths =
    profile !== undefined && texts.every((text) => text === "" || monthNumber(bareText(text)) > 0);
  return (!isOtherThing(field, heading) || isWord) && !areDecimals && !areMonths;
}

/** Why a required field has no column: its column cannot be read, or nobody can tell which one it is. */
export function missing(
  field: Field,
  { header, profile, fingerprint }: Columns,
  open: readonly Candidate[],
  isFree: (column: number) => boolean,
  {
    amount,
    name,
    price,
    mayBePieces,
  }: {
    readonly amount: number | undefined;
    readonly name: number | undefined;
    readonly price: number | undefined;
    readonly mayBePieces: boolean;
  },
): Issue {
  const named = open.find(({ exact }) => exact);
  if (named !== undefined && named.score < readable) {
    const text = profile.columns[named.column]?.samples[0] ?? "";
    const column = uniqueLabel(header, named.column);
    return { code: "column-unreadable", severity: "error", field, column, text };
  }
  const likely = profile.columns.filter(
    (column) => isFree(column.index) && mayHold(field, column) && !isCounter(column.index, header, profile),
  );
  const hopeful = open.filter(({ score }) => score >= hopeless);
  const free = [...hopeful.map(({ column }) => column), ...likely.map(({ index }) => index)];
  // "Bestellt" and "Geliefert" are taken as words of master data, and yet the only numbers there are.
  const columns = free.length === 0 && field === "quantity" ? numbersDone(header, profile) : free;
  // The number of the row names nothing where a name does.
  const isRowOnly = (column: number): boolean =>
    field === "item" &&
    name !== undefined &&
    isRowNumber(profile.head, column) &&
    isUnique(profile.head, column);
  const meant = columns.filter(
    (column) => mayBeMeant(field, header[column] ?? "", profile.columns[column]) && !isRowOnly(column),
  );
  // "Wert" beside nothing but flags is the amount in one file and the quantity in the next.
  const counting = columns.filter((column) => {
    const { key } = normaliseHeading(header[column] ?? "");
    return (
      amountWords.test(key) ||
      (price === undefined && numberedValue.test(key)) ||
      (/amount$/.test(key) && profile.columns[column]?.texts.every((text) => wholeNumber.test(text)) === true)
    );
  });
  const numbers = mayCount(profile, amount, price) ? [amount] : counting;
  const last = field === "quantity" ? numbers : field === "date" ? [] : columns;
  const isNamed = meant.length === 0 || itemName.test(normaliseHeading(header[name ?? -1] ?? "").key);
  const names = field === "item" && isNamed && name !== undefined ? [name] : [];
  const wanted = [...new Set(field === "item" || meant.length > 0 ? [...meant, ...names] : last)];
  if (field === "item") wanted.sort(keysFirst(header, profile));
  if (field === "date") wanted.sort(madeFirst(header));
  const candidates = (field === "quantity" ? wanted.sort(outFirst(header)) : wanted)
    .slice(0, 12)
    .map((column) => uniqueLabel(header, column));
  // What every place took of an item, side by side, counts together.
  if (field === "quantity" && areNamesAlone(wanted, header, profile))
    candidates.unshift(sumNamed(wanted.map((column) => uniqueLabel(header, column))));
  // Where nothing else may be the quantity each row may be a piece.
  const isKeyed = profile.columns.some(
    ({ index }) => keyOfLine.test(normaliseHeading(header[index] ?? "").key) && isUnique(profile.head, index),
  );
  const isBare = field === "quantity" && candidates.length === 0 && mayBePieces && isKeyed;
  const question = { id: `column:${field}:${fingerprint}`, candidates: isBare ? [oneARow] : candidates };
  return { code: "column-unclear", severity: "error", field, question };
}
