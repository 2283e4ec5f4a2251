import { keyPattern, normaliseHeading } from "../../cells/heading-key.ts";
import type { Candidate } from "../candidates.ts";
import { hasSeveralNames, isFiner, isRunning, isUnique } from "../evidence/item-column.ts";
import { bareItem } from "./lone-items.ts";
import { isFilled, type Look, type Rule, texts } from "./rule.ts";

/** "Ref" that is not whole, or has another number in each row beside an item that comes again: that of the document. */
const isOtherReference = (look: Look, column: number, item: number): boolean =>
  /^(ref|referen\p{L}*|riferimento)$/u.test(look.keys[column] ?? "") &&
  (!isFilled(look, column) || (isUnique(look.profile.head, column) && !isUnique(look.profile.head, item)));

/** Headings of the number that a shop gives its article itself, beside that of a marketplace. */
const ownCode = /sku|customlabel|bestandseinheit/;
/** The same below the name of what it calls: a key of the database stands beside it. */
const codeOfItem =
  /^(product|produkt|item|artikel|article|variant|variation)(reference|referenz|code|ref|nummer)$/;

/** What stands in brackets behind a number that somebody else gives. */
const ofPartner = keyPattern(
  /^(lieferant|supplier|vendor|kunde|customer|hersteller|manufacturer|fournisseur|client|fabricant|proveedor|cliente|fornitore|leverancier|klant|dostawc|producent)/,
);

const hasLetters = (look: Look, column: number): boolean =>
  texts(look, column).every((text) => /^\S*\p{L}\S*$/u.test(text));

/**
 * Of several columns that may be the item of a line the one is meant that is no running number and no key of the
 * line; a plain "Item" is the name where a number of the item stands beside it, "T-Shirt" in sizes the more so.
 */
export const itemOfLines: Rule = (candidate, all, look) => {
  const { column } = candidate;
  if (candidate.field !== "item" || !(look.kind === "orders" || look.kind === "open-orders"))
    return candidate;
  const rows = look.profile.head;
  const rivals = all.filter(
    (other) => other.field === "item" && other.column !== column && other.exact && other.score > 0.5,
  );
  const good = rivals.filter((other) => !isRunning(rows, other.column));
  if (good.length === 0) return candidate;
  // "Artikelnummer (Lieferant)" is the supplier's.
  if (ofPartner.test(normaliseHeading(look.raw[column] ?? "").hint)) return { ...candidate, rank: 945_000 };
  if (isRunning(rows, column)) return { ...candidate, field: "line", rank: 90 };
  const name = all.find((other) => other.field === "name" && other.exact)?.column;
  const isOneName = (of: Candidate): boolean =>
    name === undefined || of.column === name || !hasSeveralNames(rows, of.column, name);
  if (!isOneName(candidate) && good.some((other) => other.column !== name && isOneName(other)))
    return { ...candidate, rank: 937_000 };
  const repeats = good.some((other) => !isUnique(rows, other.column));
  const isOwn =
    ownCode.test(look.keys[column] ?? "") ||
    (codeOfItem.test(look.keys[column] ?? "") && hasLetters(look, column));
  if (isUnique(rows, column) && repeats && rows.length >= 3 && !isOwn) return { ...candidate, rank: 940_000 };
  const said = texts(look, column);
  const isListing = said.filter((text) => /^\d{9,}$/.test(text)).length > 0.6 * said.length;
  if (isListing && good.some((other) => ownCode.test(look.keys[other.column] ?? "")))
    return { ...candidate, rank: 935_000 };
  const isInternal = /^(product|item|variant|variation|article)id$/.test(look.keys[column] ?? "");
  const isCode = ({ column: at }: Candidate): boolean =>
    ownCode.test(look.keys[at] ?? "") ||
    (codeOfItem.test(look.keys[at] ?? "") && isFiner(rows, at, column) && hasLetters(look, at));
  const codes = good.filter(isCode);
  const areFilled = codes.some(
    (other) => texts(look, other.column).length > 0 && isFilled(look, other.column),
  );
  if (isInternal && areFilled) return { ...candidate, rank: 925_000 };
  const isBare = bareItem.test(look.keys[column] ?? "");
  const own = good.filter((other) => !isOtherReference(look, other.column, column));
  const numbered = own.some((other) => !bareItem.test(look.keys[other.column] ?? ""));
  const coarser = own.some((other) => isFiner(rows, other.column, column) && !isUnique(rows, other.column));
  return (isBare && numbered) || coarser ? { ...candidate, rank: 930_000 } : candidate;
};

/** "Item" of a list of items is the name where each row has a stock-keeping number of its own. */
export const itemOfList: Rule = (candidate, all, look) => {
  const { field, column } = candidate;
  if (field !== "item" || look.kind !== "items" || !bareItem.test(look.keys[column] ?? "")) return candidate;
  const isCode = (other: Candidate): boolean =>
    other.field === "item" &&
    other.exact &&
    ownCode.test(look.keys[other.column] ?? "") &&
    isFilled(look, other.column) &&
    texts(look, other.column).length === look.profile.records;
  return all.some(isCode) ? { ...candidate, rank: 930_000 } : candidate;
};
