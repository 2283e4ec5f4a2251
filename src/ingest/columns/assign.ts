import type { Issue } from "../../issue.ts";
import { keyPattern, normaliseHeading } from "../cells/heading-key.ts";
import { totalSaid } from "../cells/total-words.ts";
import type { Candidate } from "./candidates.ts";
import { uniqueLabel } from "./column-names.ts";
import { isRunning } from "./evidence/item-column.ts";
import { type Field, type FileKind, fieldsOf, fieldTypes, requiredOf } from "./fields.ts";
import type { Columns, Mapping } from "./mapping.ts";
import type { ColumnProfile, TableProfile } from "./profile.ts";

/** From this confidence on a heading that is no known synonym is taken for a field that a file cannot do without. */
const sure = 0.75;
/** And for another field, which nobody would be asked for. */
const surer = 0.8;
/** Below this the content speaks against a known heading. */
const readable = 0.5;
/** Below this a likely heading stands over cells of another kind: it is not even offered. */
const hopeless = 0.3;
/** A rival as near as this leaves it open which of two columns is meant. */
const margin = 0.15;
/** Fields that are asked for rather than taken with a doubt. */
const asked = new Set<Field>(["item", "date", "quantity", "action"]);

/** Candidates in the order in which they are looked at: known headings first, then the likelier. */
function byLikelihood(kind: FileKind, candidates: readonly Candidate[]): Candidate[] {
  const importance = (field: Field): number => {
    const at = requiredOf[kind].indexOf(field);
    return at < 0 ? 10 + fieldsOf[kind].indexOf(field) : at;
  };
  return [...candidates].sort(
    (a, b) =>
      Number(b.exact) - Number(a.exact) ||
      b.score - a.score ||
      importance(a.field) - importance(b.field) ||
      a.rank - b.rank ||
      a.column - b.column,
  );
}

/** Whether a candidate is taken, given the columns that are still free for its field. */
function isTaken(candidate: Candidate, rivals: readonly Candidate[], mayGuess: boolean): boolean {
  const { field, exact, score, rank } = candidate;
  if (!asked.has(field)) return exact ? score >= readable : mayGuess && score >= surer;
  const rival = rivals.find((other) => other.exact === exact);
  const isClose = rival !== undefined && score - rival.score < margin && rival.rank === rank;
  return !isClose && score >= (exact ? readable : sure);
}

/** What is said about a column that is taken: nothing where its heading leaves no doubt. */
function noteOn(candidate: Candidate, rivals: readonly Candidate[], header: readonly string[]): Issue[] {
  const { field, exact, score, rank } = candidate;
  const column = uniqueLabel(header, candidate.column);
  if (!exact) return [{ code: "column-guessed", severity: "info", field, column, confidence: score }];
  const passed = rivals.filter((other) => other.exact && other.score >= sure && other.rank !== rank);
  if (!asked.has(field) || passed.length === 0) return [];
  const text = [...new Set(passed.map((other) => uniqueLabel(header, other.column)))].join(", ");
  return [{ code: "column-chosen", severity: "info", field, column, text }];
}

/** Headings of what no item is called by, and no quantity. */
const otherThings: Partial<Record<Field, RegExp>> = {
  item: keyPattern(
    /(price|preis|prix|precio|prezzo|prijs|cena|amount|betrag|total|summe|wert$|value|montant|importe|importo|currency|wahrung|status|zustand|quantity|menge|units|anzahl|cantidad|quantita|aantal|tax|steuer|rabatt|discount|shipping|versand|payment|zahlung|email|phone|telefon|country|^land$|city|zip|plz|customer|kunde|vendor|supplier|lieferant)/,
  ),
  quantity: keyPattern(
    /(price|preis|prix|precio|prezzo|prijs|cena|amount|betrag|total$|summe$|wert$|montant|importe|importo|tax|steuer|rabatt|discount|percent|prozent|cost|kosten|revenu|umsatz|erlos|gross|brutto|netto|fee$|gebuhr|^id(order|line|item|pos|article|artikel|product|produkt|kund|customer)|^year|^jahr|^month|^monat|nummer$|^id$|id$)/,
  ),
};

const outWords = keyPattern(
  /(out|abgang|ausgang|issue|sold|consum|verbrauch|credit|haben|sortie|salida|saida|uscita|scarico|uitgifte|uit$|uitgaand|wydan|rozchod|vydej|cikis|kiadas|izlaz|iesire|utlever|uttag|udlever|lahto|расход|demand|bedarf)/,
);
const amountWords = /(menge|quantity|units|gesamt|total|stuck|pieces|pcs)/;
const inWords = keyPattern(
  /(^in|(aantal|antal|menge|quantity|ilosc)in$|giris|bevet|ulaz|intrare|inlever|приход|received|receipt|zugang|eingang|debit|soll|entree|entrada|entrata|carico|ontvang|przyj|przychod|prijem|balance|bestand|saldo|stock|inventory)/,
);

/** What one of something holds: "Stück je Karton". */
const perUnit = /(\b(per|pro|je|par|por|each|x)\b|\/)/i;

/** What leaves the stock is demand: such columns come first, what comes in and what is there last. */
const outFirst = (header: readonly string[]) => {
  const place = (column: number): number => {
    const { key } = normaliseHeading(header[column] ?? "");
    if (measures.test(key) || perUnit.test(header[column] ?? "")) return 3;
    if (outWords.test(key) || (amountWords.test(key) && !inWords.test(key))) return 0;
    return inWords.test(key) ? 2 : 1;
  };
  return (a: number, b: number): number => place(a) - place(b);
};

/** Keys of the document, not of what stands in its lines. */
const ofDocument =
  /(order|auftrag|beleg|document|invoice|rechnung|commande|facture|pedido|ordine|fattura|transaction|numer$|^nummer$|^num$)/;

/** What is called a key comes first, then what tells rows apart better. */
const keysFirst = (header: readonly string[], { columns, head }: TableProfile) => {
  const place = (column: number): number => {
    const { key } = normaliseHeading(header[column] ?? "");
    if (isRunning(head, column) && head.length >= 5) return 3;
    if (ofDocument.test(key)) return 2;
    if (/(sku|artikel|article|item|material|product|produkt|code|nummer|id|ref|key)$/.test(key)) return 0;
    const { texts = [] } = columns[column] ?? {};
    if (texts.every((text) => /^\S*\d\S*$/.test(text))) return 0.5;
    return texts.length > 0.5 * head.length ? 1 : 2;
  };
  return (a: number, b: number): number => place(a) - place(b);
};

const isOtherThing = (field: Field, heading: string): boolean =>
  otherThings[field]?.test(normaliseHeading(heading).key) === true ||
  (field === "item" && totalSaid(heading.trim()) === "whole");

/** True for a column whose content fits a field that no heading names. */
function mayHold(field: Field, column: ColumnProfile): boolean {
  if (column.filled === 0) return false;
  if (fieldTypes[field] === "date") return column.dateRate > 0.5;
  if (fieldTypes[field] === "number") return column.numberRate > 0.5 && column.dateRate < 0.9;
  return column.dateRate < 0.5;
}

/** What happened to a number of pieces: how many were ordered, delivered, invoiced. */
const doneWords = keyPattern(
  /(bestellt|beauftragt|ordered|geliefert|delivered|shipped|dispatched|versandt|versendet|fakturiert|berechnet|invoiced|billed|received|erhalten|verkauft|sold|issued|entnommen|commande|livre|facture|pedid|entregad|facturad|ordinat|consegnat|fatturat|besteld|geleverd|zamowion|dostarczon|wydan)[aeosi]*$/,
);

/** Columns of numbers of which one may be the quantity, though their headings name other things. */
const numbersDone = (header: readonly string[], { columns }: TableProfile): number[] =>
  columns
    .filter((column) => mayHold("quantity", column))
    .map(({ index }) => index)
    .filter((column) => doneWords.test(normaliseHeading(header[column] ?? "").key));

/** Why a required field has no column: its column cannot be read, or nobody can tell which one it is. */
function missing(
  field: Field,
  { header, profile, fingerprint }: Columns,
  open: readonly Candidate[],
  isFree: (column: number) => boolean,
  { amount, name }: { readonly amount: number | undefined; readonly name: number | undefined },
): Issue {
  const named = open.find(({ exact }) => exact);
  if (named !== undefined && named.score < readable) {
    const text = profile.columns[named.column]?.samples[0] ?? "";
    const column = uniqueLabel(header, named.column);
    return { code: "column-unreadable", severity: "error", field, column, text };
  }
  const likely = profile.columns.filter((column) => isFree(column.index) && mayHold(field, column));
  const hopeful = open.filter(({ score }) => score >= hopeless);
  const free = [...hopeful.map(({ column }) => column), ...likely.map(({ index }) => index)];
  // "Bestellt" and "Geliefert" are taken as words of master data, and yet the only numbers there are.
  const columns = free.length === 0 && field === "quantity" ? numbersDone(header, profile) : free;
  const isFlag = (column: number): boolean =>
    field === "quantity" &&
    profile.columns[column]?.texts.every((text) => /^\u0001?[01]?$/.test(text)) === true;
  const meant = columns.filter((column) => !isOtherThing(field, header[column] ?? "") && !isFlag(column));
  // "Wert" beside nothing but flags is the amount in one file and the quantity in the next.
  const counting = columns.filter((column) => amountWords.test(normaliseHeading(header[column] ?? "").key));
  const last = field !== "quantity" ? columns : amount !== undefined ? [amount] : counting;
  const names = field === "item" && meant.length === 0 && name !== undefined ? [name] : [];
  const wanted = [...new Set(field === "item" || meant.length > 0 ? [...meant, ...names] : last)];
  if (field === "item") wanted.sort(keysFirst(header, profile));
  const candidates = (field === "quantity" ? wanted.sort(outFirst(header)) : wanted)
    .slice(0, 12)
    .map((column) => uniqueLabel(header, column));
  const question = { id: `column:${field}:${fingerprint}`, candidates };
  return { code: "column-unclear", severity: "error", field, question };
}

/** Numbers that say how something is, not how many there are. */
const measures = keyPattern(
  /(weight|gewicht|volume|volumen|length|lange|width|breite|height|hohe|temperature|temperatur|score|rating|latitude|longitude|stock|bestand|inventory|saldo|balance|factor|faktor|rate$|quote$|kurs|margin|marge|profit|gewinn|lead|wbz|time|zeit|dauer|duration|max$|min$|tage$|days$|week|woche|^kw$|hour|stunde|minute|^nr$|^pos|^line|zeile|index|rank|code$|key$|ean|gtin|barcode|forecast|prognos|prevision|budget|^plan(ned|menge|wert|zahl|qty)?$|^soll|^target|^ziel)/,
);

/** True for the number of a row; three numbers that follow each other may be chance. */
const counts = ({ head }: TableProfile, column: number): boolean =>
  head.length >= 5 && isRunning(head, column);

/** The one column of numbers that nothing else explains; undefined where there are several, or none. */
function onlyNumber({ header, profile }: Columns, isFree: (column: number) => boolean): number | undefined {
  if (header.length === 0) return undefined;
  const numbers = profile.columns.filter(({ index, numberRate, dateRate, filled, texts }) => {
    const { key } = normaliseHeading(header[index] ?? "");
    if (!isFree(index) || filled === 0 || numberRate < 0.9 || dateRate > 0.9) return false;
    if (isOtherThing("quantity", header[index] ?? "") || measures.test(key)) return false;
    // Flags are no numbers.
    return !texts.every((text) => /^\u0001?[01]?$/.test(text));
  });
  const [only] = numbers;
  return numbers.length === 1 && only !== undefined && !counts(profile, only.index) ? only.index : undefined;
}

/** Days of something else than the line: when it falls due, was printed, expires. */
const otherDays = keyPattern(
  /(^du|fallig|expir|ablauf|verfall|geburt|birth|gultig|valid|druck|print|zahl|paid|payment|valuta|ander|modif|updat|termin|expect|received|eingang|mhd|haltbar|start|end$|ende$|until|bis$|echeance|scadenza|vencim|splatn|termin|vervaldat|forfald|vade)/,
);

/** The one column of days of a table whose heading is of no other day; undefined where there are several, or none. */
function onlyDate({ header, profile }: Columns, isFree: (column: number) => boolean): number | undefined {
  if (header.length === 0) return undefined;
  const days = profile.columns.filter(
    ({ dateRate, filled, numberRate }) => filled > 0 && dateRate > 0.9 && numberRate < 0.5,
  );
  const [only] = days;
  if (only === undefined || days.length > 1 || !isFree(only.index)) return undefined;
  const { key } = normaliseHeading(header[only.index] ?? "");
  return otherDays.test(key) || only.filled < 0.9 * profile.records ? undefined : only.index;
}

/** The one column of texts of a table with its periods in columns, where it has no heading: it names the rows. */
function onlyText(
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

/**
 * Gives each field its column: what the user said (`fixed`) first, then the candidates by likelihood, but none of the
 * columns `apart`. What is guessed or chosen among several is noted; a field of `required` without a column becomes a
 * question.
 */
export function assign(
  columns: Columns,
  fixed: ReadonlyMap<Field, number>,
  candidates: readonly Candidate[],
  required: readonly Field[],
  apart: ReadonlySet<number>,
): Mapping {
  const { kind, header, fingerprint } = columns;
  const fields = new Map(fixed);
  const confidence = new Map<number, number>([...fixed.values()].map((column) => [column, 1]));
  const exact = new Set<Field>(fixed.keys());
  const issues: Issue[] = [];
  const isFree = (column: number): boolean => !confidence.has(column) && !apart.has(column);
  const ordered = byLikelihood(kind, candidates);
  const openFor = (field: Field): Candidate[] =>
    ordered.filter((candidate) => candidate.field === field && isFree(candidate.column));
  // Master data inside an orders file are taken by their exact headings only.
  const mayGuess = kind !== "orders" || header.length === 0;
  for (const candidate of ordered) {
    const { field, column } = candidate;
    if (fields.has(field) || !isFree(column)) continue;
    const rivals = openFor(field).filter((other) => other.column !== column);
    if (!isTaken(candidate, rivals, mayGuess)) continue;
    issues.push(...noteOn(candidate, rivals, header));
    fields.set(field, column);
    confidence.set(column, candidate.score);
    if (candidate.exact) exact.add(field);
  }
  if (kind === "orders" && required.includes("quantity") && !fields.has("quantity")) {
    const column = onlyNumber(columns, isFree);
    const isAlone = openFor("quantity").every((other) => other.column === column);
    if (column !== undefined && isAlone) {
      fields.set("quantity", column);
      confidence.set(column, sure);
      const name = uniqueLabel(header, column);
      issues.push({
        code: "column-guessed",
        severity: "info",
        field: "quantity",
        column: name,
        confidence: sure,
      });
    }
  }
  const day = required.includes("date") && !fields.has("date") ? onlyDate(columns, isFree) : undefined;
  if (
    kind === "orders" &&
    day !== undefined &&
    openFor("date").every(({ column, score }) => column === day || score < hopeless)
  ) {
    fields.set("date", day);
    confidence.set(day, sure);
    const column = uniqueLabel(header, day);
    issues.push({ code: "column-guessed", severity: "info", field: "date", column, confidence: sure });
  }
  const item =
    required.includes("item") && !fields.has("item") ? onlyText(columns, isFree, apart) : undefined;
  if (item !== undefined) {
    fields.set("item", item);
    confidence.set(item, sure);
    const column = uniqueLabel(header, item);
    issues.push({ code: "column-guessed", severity: "info", field: "item", column, confidence: sure });
  }
  for (const field of required)
    if (!fields.has(field))
      issues.push(
        missing(field, columns, openFor(field), isFree, {
          amount: fields.get("amount"),
          name: fields.get("name"),
        }),
      );
  return { kind, fingerprint, fields, confidence, exact, issues };
}
