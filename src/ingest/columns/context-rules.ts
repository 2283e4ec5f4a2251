import { normaliseHeading } from "../cells/heading-key.ts";
import { readIdentifier } from "../cells/identifiers.ts";
import { nameItemRows, nameKitsAndParts } from "../cells/row-types.ts";
import type { Candidate } from "./candidates.ts";
import type { Field } from "./fields.ts";
import type { Columns } from "./mapping.ts";
import { itemOfLines, itemOfList } from "./rules/items-of-lines.ts";
import { frenchPiece, madeOfComponents, romanceReference, variantAlone } from "./rules/lone-items.ts";
import {
  damagedItem,
  equalQuantities,
  lastDay,
  nameOfCodes,
  nameOfOrder,
  planningWords,
  variantOfCode,
} from "./rules/name-rules.ts";
import { bareDate } from "./rules/open-orders.ts";
import { pairedItems } from "./rules/paired-items.ts";
import { isFilled, type Look, type Rule, texts } from "./rules/rule.ts";
import { weakItems } from "./rules/weak-items.ts";

const exactOther = (all: readonly Candidate[], field: Field, column: number): boolean =>
  all.some((other) => other.field === field && other.column !== column && other.exact && other.score > 0.5);

/** "Item" of an English SAP list is the position where "Material" stands beside it. */
const sapItem: Rule = (candidate, all, look) => {
  if (candidate.field !== "item" || look.keys[candidate.column] !== "item") return candidate;
  if (!exactOther(all, "item", candidate.column) || !look.keys.some((key) => /document|beleg/.test(key)))
    return candidate;
  return texts(look, candidate.column).every((text) => /^\d{1,6}$/.test(text))
    ? { ...candidate, field: "line" }
    : candidate;
};

const nameHeading =
  /^(description|beschreibung|bezeichnung|name|text|kurztext|title|titel|benennung|(item|product|artikel|material|produkt)(name|description|text|bezeichnung|kurztext))$/;

/** "Nr." names the item in Business Central lines, where "Art" says which rows are items. */
const plainNumber: Rule = (candidate, all, look) => {
  if (candidate.field !== "item" || look.keys[candidate.column] !== "nummer") return candidate;
  // Beside the number of the document and before a name it is that of the article.
  const isBesideName =
    exactOther(all, "order", candidate.column) &&
    nameHeading.test(look.keys[candidate.column + 1] ?? "") &&
    !exactOther(all, "item", candidate.column);
  const heads = look.isWide && all.some(({ field, exact }) => field === "name" && exact);
  return exactOther(all, "rowType", candidate.column) || look.kind === "items" || isBesideName || heads
    ? candidate
    : { ...candidate, score: 0.6, exact: false };
};

/** Odoo's technical `price_unit` is a price; a price unit is 1, 10, 100, 1000. */
const odooPrice: Rule = (candidate, _all, look) => {
  if (candidate.field !== "priceUnit") return candidate;
  const round = texts(look, candidate.column).every((text) => /^10*([.,]0+)?$/.test(text));
  if (round) return candidate;
  const technical = /price_unit/.test(look.raw[candidate.column] ?? "");
  if (look.kind === "orders" && technical) return { ...candidate, field: "price", rank: 11 };
  return technical && look.kind === "items" ? { ...candidate, field: "unitCost", rank: 40 } : candidate;
};

/** "Bestellnummer" that goes one to one with the item is the supplier's catalogue number. */
const catalogueNumber: Rule = (candidate, all, look) => {
  if (candidate.field !== "order" || !/^(bestellnummer|bestellnr)$/.test(look.keys[candidate.column] ?? ""))
    return candidate;
  const item = all.find(
    (other) => other.field === "item" && other.exact && other.column !== candidate.column,
  );
  if (item === undefined) return candidate;
  const byItem = new Map<string, string>();
  for (const cells of look.profile.head) {
    const [id, number] = [cells[item.column] ?? "", cells[candidate.column] ?? ""];
    const known = byItem.get(id);
    if (known !== undefined && known !== number) return candidate;
    byItem.set(id, number);
  }
  const rows = look.profile.head.length;
  const oneToOne =
    new Set(byItem.values()).size >= 0.9 * byItem.size && rows >= 2 * byItem.size && byItem.size > 1;
  return oneToOne ? { ...candidate, field: "supplierItem", rank: 50 } : candidate;
};

/** The item column is the one that holds the identifiers of the other files. */
const knownIdentifiers: Rule = (candidate, _all, look) => {
  const { knownItems } = look;
  if (candidate.field !== "item" || knownItems === undefined || knownItems.size === 0) return candidate;
  const own = texts(look, candidate.column);
  const hits = own.filter((text) => {
    const read = readIdentifier(text);
    return "id" in read && knownItems.has(read.id);
  }).length;
  const rate = own.length === 0 ? 0 : hits / Math.min(own.length, knownItems.size);
  return rate >= 0.5 ? { ...candidate, rank: -1 } : candidate;
};

/** Type words of Business Central lines. */
const rowTypes: Rule = (candidate, _all, look) => {
  if (candidate.field !== "rowType") return candidate;
  const own = texts(look, candidate.column);
  return nameItemRows(own) && !nameKitsAndParts(own) ? candidate : undefined;
};

/** A single letter heading "L", in English lists "D", is the deletion flag only where its cells are flags. */
const shortFlag: Rule = (candidate, _all, look) => {
  if (candidate.field !== "deleted" && candidate.field !== "completed") return candidate;
  const key = look.keys[candidate.column] ?? "";
  // "Completed" over days says when, and a day of its own in every row is that of the line.
  const isDay = (look.profile.columns[candidate.column]?.dateRate ?? 0) > 0.9;
  if (candidate.field === "completed" && isDay && isFilled(look, candidate.column)) return undefined;
  // "Storniert" over 0 and 2 counts pieces.
  const own = texts(look, candidate.column);
  if (own.some((text) => Number(text) > 1) && own.every((text) => /^\d+([.,]\d+)?$/.test(text)))
    return undefined;
  if (key.length > 2) return candidate;
  const flags = key === "d" ? /^L$/ : /^[XLS]$/i;
  return own.every((text) => flags.test(text)) ? candidate : undefined;
};

/** A base quantity has no unit where only the order unit is named. */
const orderUnit: Rule = (candidate, all, look) => {
  if (
    candidate.field === "purchaseUnit" &&
    look.kind === "orders" &&
    look.keys[candidate.column] !== "purchaseunit"
  )
    return undefined;
  if (candidate.field !== "unit" || look.kind !== "orders") return candidate;
  const orderedIn = /^(bestellmengeneinheit|orderunit|bstme)$/.test(look.keys[candidate.column] ?? "");
  const base = all.some(
    (other) => other.field === "quantity" && other.exact && look.keys[other.column] === "mengeinlagerme",
  );
  return orderedIn && base ? undefined : candidate;
};

/** Of several units the one beside the quantity is meant. */
const neighbourUnit: Rule = (candidate, all, look) => {
  if (candidate.field !== "unit" || look.kind !== "orders") return candidate;
  const quantity = all
    .filter((other) => other.field === "quantity" && other.exact)
    .reduce<Candidate | undefined>(
      (best, other) => (best === undefined || other.rank < best.rank ? other : best),
      undefined,
    );
  return quantity !== undefined && candidate.column === quantity.column + 1
    ? { ...candidate, rank: -1 }
    : candidate;
};

/** "Hauptlieferant" with yes and no in its cells says which source is preferred. */
const preferredFlag: Rule = (candidate, _all, look) => {
  if (candidate.field !== "supplier") return candidate;
  const own = texts(look, candidate.column);
  return own.length > 0 && own.every((text) => /^(ja|nein|yes|no|x|true|false|0|1)$/i.test(text))
    ? { ...candidate, field: "preferred" }
    : candidate;
};

/** ERPNext: `stock_qty` is the quantity in the base unit where a conversion factor stands beside it. */
const stockQuantity: Rule = (candidate, all, look) => {
  if (look.kind !== "orders" || look.keys[candidate.column] !== "stockquantity") return candidate;
  const converted = exactOther(all, "unitFactor", candidate.column);
  // Beside the document of a line and no other quantity it is what the line moves, not what lies there.
  const isOnly = exactOther(all, "order", candidate.column) && !exactOther(all, "quantity", candidate.column);
  if (candidate.field === "quantity")
    return converted ? { ...candidate, rank: -1 } : isOnly ? candidate : undefined;
  return candidate.field === "onHand" && (converted || isOnly) ? undefined : candidate;
};

/** Odoo's technical `name` of an order is its number. */
const odooName: Rule = (candidate, _all, look) => {
  if (candidate.field !== "name" || look.kind !== "orders" || look.raw[candidate.column]?.trim() !== "name")
    return candidate;
  const odoo = look.raw.some((heading) => /^(date_order|partner_id)$/.test(heading.trim()));
  return odoo ? { ...candidate, field: "order" } : candidate;
};

const rules: readonly Rule[] = [
  rowTypes,
  nameOfCodes,
  odooName,
  nameOfOrder,
  frenchPiece,
  romanceReference,
  variantAlone,
  stockQuantity,
  equalQuantities,
  preferredFlag,
  damagedItem,
  sapItem,
  itemOfLines,
  madeOfComponents,
  itemOfList,
  plainNumber,
  odooPrice,
  catalogueNumber,
  knownIdentifiers,
  shortFlag,
  planningWords,
  variantOfCode,
  bareDate,
  lastDay,
  orderUnit,
  neighbourUnit,
];

/**
 * Candidates after every rule. `knownItems` are item numbers of other files; a wide table has periods in columns.
 * @example adjusted(columns, [supplier], { knownItems: undefined, isWide: false }) // [preferred] where the cells of "Hauptlieferant" say yes or no
 */
export function adjusted(
  columns: Columns,
  candidates: readonly Candidate[],
  { knownItems, isWide }: { readonly knownItems: ReadonlySet<string> | undefined; readonly isWide: boolean },
): Candidate[] {
  const { kind, header, profile } = columns;
  const named = [...candidates, ...pairedItems(columns, candidates)];
  const found = [...named, ...weakItems(columns, named, isWide)];
  const look: Look = {
    kind,
    keys: header.map((heading) => normaliseHeading(heading).key),
    raw: header,
    profile,
    knownItems,
    isWide,
  };
  let current = found;
  for (const rule of rules) {
    const all = current;
    current = all.flatMap((candidate) => rule(candidate, all, look) ?? []);
  }
  return current;
}
