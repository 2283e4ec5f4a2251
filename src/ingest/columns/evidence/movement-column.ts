import { bareText } from "../../cells/cells.ts";
import { directionWord } from "../../cells/direction-words.ts";
import { keyPattern, normaliseHeading } from "../../cells/heading-key.ts";
import { likelyKind, movementOf } from "../../cells/movements.ts";
import { stageOf } from "../../cells/stages.ts";
import { letterPairs } from "../../cells/words/movements-abroad.ts";
import type { Field } from "../fields.ts";
import type { TableProfile } from "../profile.ts";
import { numbersOfColumn } from "./column-numbers.ts";
import type { DerivedField } from "./derived.ts";
import type { FewValues } from "./few-values.ts";
import { flagOf, stateCounts } from "./state-words.ts";

/** Headings of columns that say what a line moves. */
const named =
  /(richtung|direction|bewegung|movement|transaktion|transaction|^inout|^einaus|zugangabgang|vorzeichen|buchungstext|(buchungs|bewegungs|vorgangs)(schlussel|code|art|kz)|^(bu|buch|bew|bewegs)art(ikel)?$|(movement|mvmt|transaction|trans?|trx|txn|reason)(code|cd|kz|kind|class)|trxtype|txntype|tran(s|sact)?typ|vorgang|eventtype|tipo(de)?evento|typed?evenement|ereignis(typ|art)|^sens$|sensdumouvement|mouvement|movimento|movimiento|mutatie|^(dct|doty|sddct|rpdct|ildct)$|richting|causale|rodzajdok|rodzajruchu|typdok|typruchu|tipomov|tipodoc|tipodedoc|tipodemov|naturemouv|typemouv|soortbeweging|operazione|operacion|operation$|pohyb|^io$|^cmv$|mvt$|^mvt|einausgang|belegart|doctype|documenttype|vouchertype|posttype|soortpost|typeecriture|tipodeasiento|hareket|islemturu|islemtipi|mozgas|движени|вид операции|видопераци|типопераци|типдокумент|入出庫|出入庫|区分|取引|出入库|单据类型|移动类型|입출고|구분|거래유형|vrstadok|vrstaprometa|vrstapromet|tapahtuma|tipmiscare|tipdocument|κινησ|stockmove)/;
/** Headings of keys, days and amounts, which begin as those of movements do. */
const typed = /(type|typ|tipo|art|soort)$/;
const keyed = /(id|nummer|datum|date|zeit|time|menge|quantity|betrag|amount|wert|valu)$/;
/** Numbers of a kind of order or document. */
const numberedKind =
  /(order|auftrags|document|doc|dok|beleg|transaction|movement|invoice)typ(e)?(id|nummer)$/;
/** Headings that may say anything. */
const vague =
  /^(type|typ|art|kz|kennzeichen|code|action|aktion|ereignis|event|tipo|soort|txtype|lineart|vrsta|laji|tip|tur|tipus|fajta|rodzaj|druh|тип|вид|類別|类别|유형|slag|grund|reason)$/;
/** Headings of documents, below which words without a number say what they are. */
const ofDocuments = /^(documento?|dokument|doklad|doc|beleg|bizonylat|belge|piece|comprobante)$/;
/** Headings of what a line came from, below which words of documents say what it moves. */
const ofOrigin = keyPattern(
  /^(reference|referenz|referentie|riferimento|referencia|source|quelle|herkunft|ursprung|origin|origine|origen|oorsprong|causedby)(typ|type|art|document|doc|beleg)?$/,
);
const isVague = ({ key, values }: FewValues): boolean =>
  vague.test(key) || (ofDocuments.test(key) && values.every(({ text }) => /^\D{4,}$/.test(text)));
/** Headings of other things, whatever words stand below them. */
const other =
  /(status|state|zustand|storn|cancel|kunde|customer|name|bezeichnung|description|lager$|lagerort|location|^ort$|standort|warehouse|channel|kanal|category|kategorie|gruppe|group|payment|zahl|versand|shipping|carrier|fulfil)/;

/** Words of a kind and of a document or movement: "Nature pièce", "Druh dokladu" say what a line moves. */
const kindWord = keyPattern(
  /(type|typ|tipo|^tip|art(?!ik|ic|ig|ek)|nature|natura|soort|druh|rodzaj|slag|turu|fajta|tipus|laji|vrsta|class|klass|clase|code|kod|causale|concepto)/,
);
const documentWord = keyPattern(
  /(doc|dok|beleg|piece|bilag|bizonylat|belge|^fis|fisturu|voucher|comprob|mouv|mov|oper|transa|trx|txn|bewegung|ruch|pohyb|mozgas|hareket|ecriture|buchung|posten|entry|ledger|stockchange|handelse|haendelse)/,
);
/** States of payments and deliveries, which are called by them: "transactions.state". */
const ofState = /(state|status|zustand)/;
const isNamed = (key: string): boolean =>
  (named.test(key) && !(ofState.test(key) && /^transaction/.test(key))) ||
  (kindWord.test(key) && documentWord.test(key) && !keyed.test(key) && !other.test(key));

const shareKnown = (few: FewValues, known: (text: string) => boolean): number => {
  const all = few.values.reduce((sum, { count }) => sum + count, 0);
  const hits = few.values.reduce((sum, { text, count }) => sum + (known(text) ? count : 0), 0);
  return all === 0 ? 0 : hits / all;
};

/** Headings of promotions, where 0 and 1 say whether there was one. */
const promoted = /^(aktion|action|ereignis|event)$/;

/** The pair of letters that a column consists of. */
const pairOf = (values: FewValues["values"]): readonly [string, string] | undefined => {
  const own = values.map(({ text }) => text.toLowerCase());
  return own.length !== 2
    ? undefined
    : letterPairs.find((pair) => pair.every((letter) => own.includes(letter)));
};

/** True for a heading of the two letters that stand below it: "Z/A" over Z and A. */
const namesPair = ({ heading, values }: FewValues): boolean => {
  const [, one = "", other = ""] = /^\s*(\p{L})\s*[/|-]\s*(\p{L})\s*$/u.exec(heading.toLowerCase()) ?? [];
  const own = values.map(({ text }) => text.toLowerCase());
  return one !== other && own.length === 2 && own.includes(one) && own.includes(other);
};

/** Short codes of numbers or letters, which nobody can understand without being told. */
const isCoded = ({ values, key }: FewValues): boolean =>
  values.length >= 2 &&
  values.every(({ text }) => /^(\d{1,2}|[A-Z]{1,2})$/.test(text)) &&
  !(promoted.test(key) && values.every(({ text }) => text === "0" || text === "1"));

/** Headings of what a line of a document is: sold, returned, ordered. */
const ofLine =
  /^(lin|line|ticket|tkt|zeilen?|positions?|pos|row|regel|ligne|riga|linea)(typ|type|typcd|typecode|kz)$/;
/** A kind of line in letters, of which an invoice and a return have one each. */
const isKindOfLine = (few: FewValues): boolean =>
  ofLine.test(few.key) && isCoded(few) && few.values.every(({ text }) => /^[A-Z]/.test(text));

/** Sales beside what came back of them, all in words of movements; a cancelled line never came about. */
const areReturns = (values: FewValues["values"]): boolean =>
  values.every(({ text }) => movementOf(text) !== undefined) &&
  values.some(({ text }) => ["sale", "issue"].includes(movementOf(text)?.kind ?? "")) &&
  !values.some(({ text }) => /cancel|storn|annul/i.test(text));

/** Documents of one sale and nothing else: its order, its delivery note, its invoice. */
const areSteps = (values: FewValues["values"]): boolean =>
  values.every(({ text }) => stageOf(text) !== undefined) &&
  new Set(values.map(({ text }) => stageOf(text))).size > 1 &&
  values.some(({ text }) => movementOf(text)?.kind === "sale");

/** Documents that move something beside those by which nothing came about: invoices and quotations. */
const areDocuments = (values: FewValues["values"]): boolean =>
  values.some(({ text }) => movementOf(text) !== undefined) &&
  values.some(({ text }) => movementOf(text) === undefined && stateCounts(text) === false) &&
  values.every(({ text }) => movementOf(text) !== undefined || stateCounts(text) === false);

/** A text that nobody knows, whose last word speaks of what is no demand: "QLM receipt". */
const isNoDemand = (text: string): boolean =>
  movementOf(text) === undefined &&
  ["receipt", "return", "transfer", "adjustment", "scrap"].includes(likelyKind(text) ?? "");

/** A number or a code with digits that stands in one row alone. */
const isOwnNumber = ({ text, count }: FewValues["values"][number]): boolean => count === 1 && /\d/.test(text);

/** Field that a column holds by its values; undefined where they say nothing about movements. */
function fieldOf(few: FewValues): Field | undefined {
  const { values, key, filled } = few;
  if (filled > 0.9 && values.length >= 2 && numberedKind.test(key)) return "kind";
  if (filled < 0.5 || keyed.test(key) || (other.test(key) && !isNamed(key))) return undefined;
  const isState = values.some(({ text }) => stateCounts(text) === false);
  const mayMove = isNamed(key) || isVague(few) || (typed.test(key) && areDocuments(values));
  if (isState && !areReturns(values) && !mayMove) return undefined;
  const ways = new Set(values.map(({ text }) => directionWord(text)));
  if (ways.has(1) && ways.has(-1) && !ways.has(0)) return "direction";
  // Both ways in words, and something else beside them, which is asked about.
  const inWords = new Set(values.flatMap(({ text }) => (text.length > 2 ? directionWord(text) : [])));
  if (inWords.has(1) && inWords.has(-1)) return "kind";
  if ((isNamed(key) || namesPair(few)) && pairOf(values) !== undefined) return "direction";
  const kinds = new Set(values.flatMap(({ text }) => movementOf(text)?.kind ?? []));
  const known = shareKnown(
    few,
    (text) => movementOf(text) !== undefined || directionWord(text) !== 0 || stageOf(text) !== undefined,
  );
  const numeric = values.every(({ text }) => /^\d+$/.test(text));
  const isOneDemand = kinds.size === 1 && isVague(few) && (kinds.has("sale") || kinds.has("issue"));
  if (
    known >= 0.9 &&
    (!numeric || isNamed(key) || isVague(few)) &&
    (kinds.size >= 2 || isNamed(key) || (isOneDemand && values.length > 1 && known === 1))
  )
    return "kind";
  if (areSteps(values)) return "kind";
  if ((isVague(few) || typed.test(key)) && areDocuments(values)) return "kind";
  // A number of its own in each row is the number of the transaction.
  const isNumber = values.length > 2 && known === 0 && values.every((value) => isOwnNumber(value));
  if (isNamed(key) && values.length >= 2 && !isNumber) return "kind";
  if ((isVague(few) && isCoded(few)) || isKindOfLine(few)) return "kind";
  const mayTell = isVague(few) || typed.test(key) || ofOrigin.test(key);
  if (mayTell && known >= 0.5 && kinds.size >= 2) return "kind";
  if (isVague(few) && kinds.size > 0 && values.some(({ text }) => isNoDemand(text))) return "kind";
  return undefined;
}

/** True where every word of a column is one of a movement, some of which are demand. */
export const saysMovements = (columns: readonly FewValues[], column: number | undefined): boolean => {
  const values = columns.find((few) => few.column === column)?.values ?? [];
  const kinds = values.map(({ text }) => movementOf(text)?.kind);
  return !kinds.includes(undefined) && (kinds.includes("sale") || kinds.includes("issue"));
};

/** True for texts of which each belongs to one item and each item has one, all of them words that say nothing of moves. */
function isAnother({ column, values }: FewValues, rows: TableProfile["head"], item: number): boolean {
  if (
    values.length < 2 ||
    values.some(({ text }) => movementOf(text) !== undefined || directionWord(text) !== 0)
  )
    return false;
  const [there, back] = [new Map<string, string>(), new Map<string, string>()];
  for (const cells of rows) {
    const [text, own] = [cells[column] ?? "", cells[item] ?? ""];
    if ((there.get(own) ?? text) !== text || (back.get(text) ?? own) !== own) return false;
    there.set(own, text);
    back.set(text, own);
  }
  return there.size < rows.length;
}

/** The column that says what each line moves, and the field that it is. */
export function movementColumn(
  columns: readonly FewValues[],
  { head }: TableProfile,
  item: number | undefined,
): { readonly column: number; readonly field: Field } | undefined {
  const found = columns.flatMap((few) => {
    const isOfItem = item !== undefined && isAnother(few, head, item);
    const field = isOfItem ? undefined : fieldOf(few);
    return field === undefined ? [] : [{ column: few.column, field, few }];
  });
  const named = found.filter(({ few }) => isNamed(few.key));
  // Of a code and its words ("SVE", "Scarico per vendita") those count that say what they mean.
  const isKnown = (text: string): boolean => movementOf(text) !== undefined || directionWord(text) !== 0;
  return named.find(({ few }) => shareKnown(few, isKnown) === 1) ?? named[0] ?? found[0];
}

/** A column of single letters with its letters in words; undefined for one of words. */
export function inWords(columns: readonly FewValues[], column: number): DerivedField | undefined {
  const few = columns.find((one) => one.column === column);
  const pair = few === undefined ? undefined : pairOf(few.values);
  if (pair === undefined) return undefined;
  const [into, out] = pair;
  const of = (cells: readonly string[]): string => {
    const text = bareText(cells[column] ?? "")
      .trim()
      .toLowerCase();
    return text === into ? "in" : text === out ? "out" : "";
  };
  return { field: "direction", columns: [column], of };
}

/** A column of yes and no headed by one of the two ways: "eingang" with 1 and 0, where none is headed by the other. */
export function flaggedWay(
  columns: readonly FewValues[],
  header: readonly string[],
): DerivedField | undefined {
  const few = columns.find(({ key, values, filled }) => {
    const way = wayOf(key);
    const isFlag = values.length === 2 && new Set(values.map(({ text }) => flagOf(text))).size === 2;
    return (
      way !== 0 &&
      filled > 0.9 &&
      isFlag &&
      values.every(({ text }) => flagOf(text) !== undefined) &&
      !header.some((heading) => wayOf(normaliseHeading(heading).key) === -way)
    );
  });
  if (few === undefined) return undefined;
  const { column, key } = few;
  const [yes, no] = wayOf(key) > 0 ? ["in", "out"] : ["out", "in"];
  const of = (cells: readonly string[]): string => {
    const flag = flagOf(cells[column] ?? "");
    return flag === undefined || (cells[column] ?? "") === "" ? "" : flag ? yes : no;
  };
  return { field: "direction", columns: [column], of };
}

const boughtFlag =
  /^(purchase|purchased|einkauf|achat|inkoop|compra|acquisto|zakup|nakup|receipt|goodsreceipt|wareneingang|bestellung)$/;

const wayOf = (key: string): 1 | -1 | 0 => {
  const bare = key.replace(/^(is|ist)/, "");
  if (boughtFlag.test(bare)) return 1;
  return bare.length > 2 ? directionWord(bare) : 0;
};

/** At most so many of the lines are credits. */
const mostCredits = 0.4;

/** Lines whose amount is below zero though their quantity is not: credits for what came back. */
function creditedLines(
  header: readonly string[],
  profile: TableProfile,
  fields: ReadonlyMap<Field, number>,
): DerivedField | undefined {
  const [amount, quantity] = [fields.get("amount"), fields.get("quantity")];
  if (amount === undefined || quantity === undefined) return undefined;
  const [amountOf, quantityOf] = [numbersOfColumn(profile, amount), numbersOfColumn(profile, quantity)];
  const isCredit = (cells: readonly string[]): boolean => amountOf(cells) < 0 && quantityOf(cells) > 0;
  const credits = profile.head.filter(isCredit).length;
  const isSigned = profile.head.some((cells) => quantityOf(cells) < 0);
  if (credits === 0 || isSigned || credits > mostCredits * profile.head.length) return undefined;
  // No column holds it: it stands behind the last one, and behind a quantity that no column holds.
  return { field: "kind", columns: [header.length + 1], of: (cells) => (isCredit(cells) ? "return" : "") };
}

/** Lines of which each has a customer or a supplier, and never both: what was sold, and what came in. */
function ofPartners(
  header: readonly string[],
  { head }: TableProfile,
  fields: ReadonlyMap<Field, number>,
): DerivedField | undefined {
  const [buyer, seller] = [fields.get("customer"), fields.get("supplier") ?? fields.get("supplierName")];
  if (buyer === undefined || seller === undefined || buyer === seller) return undefined;
  const has = (cells: readonly string[], column: number): boolean => (cells[column] ?? "").trim() !== "";
  const sold = head.filter((cells) => has(cells, buyer)).length;
  const isEither = head.every((cells) => has(cells, buyer) !== has(cells, seller));
  if (!isEither || sold === 0 || sold === head.length) return undefined;
  return {
    field: "kind",
    columns: [header.length + 1],
    of: (cells) => (has(cells, buyer) ? "sale" : "receipt"),
  };
}

/** What lines are by who stands in them, else by the sign of their amount. */
export const movedByPartner: typeof ofPartners = (header, profile, fields) =>
  ofPartners(header, profile, fields) ?? creditedLines(header, profile, fields);
