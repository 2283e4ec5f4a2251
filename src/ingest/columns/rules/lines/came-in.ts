import type { LineKind } from "../../../../order.ts";
import { bareText, cellText } from "../../../cells/cells.ts";
import { keyPattern, normaliseHeading } from "../../../cells/heading-key.ts";
import { movementOf } from "../../../cells/movements.ts";
import { isMissing } from "../../../cells/numbers.ts";
import { numbersOfColumn } from "../../evidence/column-numbers.ts";
import type { DerivedField } from "../../evidence/derived.ts";
import type { Field } from "../../fields.ts";
import type { TableProfile } from "../../profile.ts";

/** Headings of what came into a stock. */
const inHeading = keyPattern(
  /(zugang|zugange|eingang|eingange|einlagerung|(^|quantity|menge|units|pcs|stuck|aantal|antal|qte|cantidad|quantita)in$|^in(quantity|menge|units|flow|bound)?$|received|receipts?$|inwards?(quantity)?$|entree|entrada|entrata|entrate|caric[oah]|entrat[aeio]|ingress|cargad|recibid|ontvang|inslag|przyj|przychod|prijem|prijm|inleverans|indlever|tilgang|bevet|intrari|giris|ulaz|приход|debit$|^soll)/,
);
/** From this share of the rows on of which each says one of the two the columns belong together. */
const mostly = 0.95;
const fewestRows = 3;

/**
 * Rows of a ledger that say what came in and nothing of what went out: they lack no quantity, and are no lines of
 * demand, unless their kind says that a customer brought it back. Nothing where the two do not take turns.
 */
export function cameIn(
  header: readonly string[],
  profile: TableProfile,
  fields: ReadonlyMap<Field, number>,
): readonly DerivedField[] {
  const [quantity, kind] = [fields.get("quantity"), fields.get("kind")];
  if (quantity === undefined || fields.has("direction") || fields.has("rowType")) return [];
  const isSaid = (cells: readonly string[], column: number): boolean => {
    const text = (cells[column] ?? "").trim();
    return !isMissing(text) && numbersOf(column)(cells) !== 0;
  };
  const readers = new Map<number, (cells: readonly string[]) => number>();
  const numbersOf = (column: number) => {
    const known = readers.get(column) ?? numbersOfColumn(profile, column);
    readers.set(column, known);
    return known;
  };
  const into = columnOfWhatCame(header, profile, fields);
  if (into < 0) return [];
  const cameOnly = (cells: readonly string[]): boolean => !isSaid(cells, quantity) && isSaid(cells, into);
  const rows = profile.head.filter((cells) => isSaid(cells, into) || isSaid(cells, quantity));
  const turns = rows.filter((cells) => isSaid(cells, into) !== isSaid(cells, quantity));
  if (rows.length < fewestRows || turns.length < mostly * rows.length || !rows.some(cameOnly)) return [];
  const isEmpty = (cells: readonly string[]): boolean => isMissing((cells[quantity] ?? "").trim());
  if (kind === undefined)
    return rows.some((cells) => cameOnly(cells) && isEmpty(cells))
      ? [rowsOf(header, into, (cells) => cameOnly(cells) && isEmpty(cells))]
      : [];
  const kindOf = (cells: readonly string[]): LineKind | undefined =>
    movementOf(bareText(cells[kind] ?? ""))?.kind;
  const isBack = (cells: readonly string[]): boolean =>
    cameOnly(cells) && ["return", "sale", "issue"].includes(kindOf(cells) ?? "");
  const isOther = (cells: readonly string[]): boolean =>
    cameOnly(cells) && isEmpty(cells) && !isBack(cells) && kindOf(cells) !== undefined;
  const back: DerivedField = {
    field: "quantity",
    columns: [quantity],
    of: (cells) => (isBack(cells) ? cellText(String(-numbersOf(into)(cells)), 1) : (cells[quantity] ?? "")),
  };
  return [
    ...(rows.some(isBack) ? [back] : []),
    ...(rows.some(isOther) ? [rowsOf(header, into, isOther)] : []),
  ];
}

/** The column of what came in beside the quantity, which is what went out; -1 where there is none. */
function columnOfWhatCame(
  header: readonly string[],
  profile: TableProfile,
  fields: ReadonlyMap<Field, number>,
): number {
  const taken = new Set(fields.values());
  return header.findIndex(
    (heading, column) =>
      column !== fields.get("quantity") &&
      (!taken.has(column) || fields.get("receivedQuantity") === column) &&
      inHeading.test(normaliseHeading(heading).key) &&
      (profile.columns[column]?.numberRate ?? 0) > 0.9,
  );
}

/**
 * The kind of lines of a ledger of what went out and what came in, of which one document moves as much of an article
 * out as in: from one place to another. Nothing where their kind says that a customer had or returned it.
 */
export function movedElsewhere(
  header: readonly string[],
  profile: TableProfile,
  fields: ReadonlyMap<Field, number>,
): DerivedField | undefined {
  const [item, kind] = [fields.get("item"), fields.get("kind")];
  // Without a number of the document lines of the same minute belong together.
  const date = fields.get("date");
  const isTimed = profile.head.every((cells) => /\d:\d\d/.test(cells[date ?? -1] ?? ""));
  const order = fields.get("order") ?? (isTimed ? date : undefined);
  const [quantity, into] = [fields.get("quantity"), columnOfWhatCame(header, profile, fields)];
  if (item === undefined || order === undefined || quantity === undefined || into < 0) return undefined;
  const [outOf, inOf] = [numbersOfColumn(profile, quantity), numbersOfColumn(profile, into)];
  const amount = (value: number): number => (Number.isNaN(value) ? 0 : Math.abs(value));
  const keyOf = (cells: readonly string[]): string => `${cells[order] ?? ""}\u001f${cells[item] ?? ""}`;
  const isFree = (cells: readonly string[]): boolean =>
    (cells[order] ?? "").trim() !== "" &&
    !["sale", "return", "purchase"].includes(movementOf(bareText(cells[kind ?? -1] ?? ""))?.kind ?? "");
  const moved = new Set<string>();
  for (const [key, rows] of Map.groupBy(profile.head.filter(isFree), keyOf)) {
    const out = rows.reduce((sum, cells) => sum + amount(outOf(cells)), 0);
    const came = rows.reduce((sum, cells) => sum + amount(inOf(cells)), 0);
    if (rows.length > 1 && out > 0 && Math.abs(out - came) < 1e-9) moved.add(key);
  }
  if (moved.size === 0) return undefined;
  const of = (cells: readonly string[]): string =>
    isFree(cells) && moved.has(keyOf(cells)) ? "transfer" : bareText(cells[kind ?? -1] ?? "");
  return { field: "kind", columns: [kind ?? header.length + 1], of };
}

/** A type of rows that are no lines: those that a test picks. */
const rowsOf = (
  header: readonly string[],
  into: number,
  isOne: (cells: readonly string[]) => boolean,
): DerivedField => ({
  field: "rowType",
  columns: [into],
  of: (cells) => (isOne(cells) ? (header[into] ?? "") : ""),
});
