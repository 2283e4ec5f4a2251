import { ascending } from "../../../../numeric/order.ts";
import { bareText } from "../../../cells/cells.ts";
import { directionWord } from "../../../cells/direction-words.ts";
import { movementOf } from "../../../cells/movements.ts";
import { numbersOfColumn } from "../../evidence/column-numbers.ts";
import type { DerivedField } from "../../evidence/derived.ts";
import type { FewValues } from "../../evidence/few-values.ts";
import { movementColumn } from "../../evidence/movement-column.ts";
import type { Field } from "../../fields.ts";
import type { TableProfile } from "../../profile.ts";

/** From this share of the texts on a column speaks of movements. */
const mostly = 0.6;

type Row = TableProfile["head"][number];

/**
 * What lines move by a column beside one that only says which way: what went out was sold, or only put elsewhere. A
 * word that nobody knows leaves it at the way, unless each of its lines came in or went out elsewhere the same day.
 */
export function kindBesideWay(
  columns: readonly FewValues[],
  profile: TableProfile,
  fields: ReadonlyMap<Field, number>,
): DerivedField | undefined {
  const way = fields.get("direction");
  const column = fields.get("kind") ?? kindColumn(columns, profile, fields);
  if (way === undefined || column === undefined) return undefined;
  const isNamed = fields.has("kind");
  const textOf = (cells: Row): string => bareText(cells[column] ?? "").trim();
  // A code that nobody knows below a heading of movements is asked about: "Z61".
  if (isNamed && !profile.head.some((cells) => isPlainWord(textOf(cells)))) return undefined;
  const opposed = withOpposite(profile, fields, way);
  const elsewhere = new Set(profile.head.map(textOf).filter((text) => !isTold(text)));
  for (const cells of profile.head) if (!opposed.has(cells)) elsewhere.delete(textOf(cells));
  if (!isNamed && !profile.head.some((cells) => isTold(textOf(cells)) || elsewhere.has(textOf(cells))))
    return undefined;
  // One question for what went out and what came in by it.
  const asked = [...elsewhere].sort(ascending).join(" / ");
  const of = (cells: Row): string => {
    const text = textOf(cells);
    if (elsewhere.has(text)) return asked;
    // What goes out as a return goes back to its supplier.
    if (movementOf(text)?.kind === "return" && isOutOfStock(cells[way] ?? "")) return "purchase return";
    return isTold(text) || (isNamed && !isPlainWord(text) && !bothWays.test(text)) ? text : "";
  };
  return { field: "kind", columns: [column], of };
}

const kindColumn = (
  columns: readonly FewValues[],
  profile: TableProfile,
  fields: ReadonlyMap<Field, number>,
): number | undefined => {
  const moved = movementColumn(columns, profile, fields.get("item"));
  return moved?.field === "kind" ? moved.column : columns.find((few) => saysMore(few))?.column;
};

/** True for texts under any heading most of which are movements, some of them neither into the stock nor out of it. */
const saysMore = ({ values }: FewValues): boolean => {
  const kinds = values.map(({ text }) => movementOf(text)?.kind);
  return (
    values.length > 1 &&
    kinds.filter((kind) => kind !== undefined).length >= mostly * values.length &&
    kinds.some((kind) => kind === "transfer" || kind === "adjustment" || kind === "scrap")
  );
};

/** True for a way out of the stock: of accounts nobody knows what a letter or a sign says of goods. */
const isOutOfStock = (text: string): boolean =>
  directionWord(text) < 0 && /^\p{L}{2,}/u.test(text.trim()) && !/^(haben|credit|cr)$/i.test(text.trim());

/** True for words below a heading of movements of which nobody knows one: which way says it better. */
const hasPlainWords = ({ columns }: TableProfile, kind: number): boolean =>
  columns[kind]?.texts.some((text) => isPlainWord(bareText(text).trim())) === true;

/** True for codes of which nobody knows one: "VEN", "ACQ". */
const areUnknown = ({ columns }: TableProfile, kind: number): boolean =>
  columns[kind]?.texts.every((text) => movementOf(bareText(text)) === undefined) === true;

/** A word that says nothing of a move, as the workshop does to which something went. */
const isPlainWord = (text: string): boolean =>
  movementOf(text) === undefined && /^\p{Lu}?\p{Ll}{3,}/u.test(text);

/** True for a text that says more than which way: "Umlagerung", no "INVM-OUT", and no "Lieferung", which goes both ways. */
const isTold = (text: string): boolean =>
  movementOf(text) !== undefined && directionWord(text) === 0 && !bothWays.test(text.trim());
const bothWays =
  /^(lieferung|delivery|levering|livraison|consegna|entrega|dostawa|dod[áa]vka|leverans|shipment|toimitus)$/i;

/** Rows of which another one has the item, the day and the quantity, the other way. */
function withOpposite(
  profile: TableProfile,
  fields: ReadonlyMap<Field, number>,
  way: number,
): ReadonlySet<Row> {
  const [item, date, quantity] = [fields.get("item"), fields.get("date"), fields.get("quantity")];
  if (item === undefined || date === undefined || quantity === undefined) return new Set();
  const quantityOf = numbersOfColumn(profile, quantity);
  const alike = Map.groupBy(profile.head, (cells) =>
    [cells[item] ?? "", cells[date] ?? "", Math.abs(quantityOf(cells))].join("\u001f"),
  );
  const found = new Set<Row>();
  for (const rows of alike.values()) {
    const into = rows.filter((cells) => directionWord(cells[way] ?? "") > 0);
    const out = rows.filter((cells) => directionWord(cells[way] ?? "") < 0);
    if (into.length > 0 && into.length === out.length)
      for (const cells of [...into, ...out]) found.add(cells);
  }
  return found;
}

/** The column that says which way lines go beside one that says in plain words what they are; undefined where none does. */
export function wayBesideKind(
  columns: readonly FewValues[],
  profile: TableProfile,
  fields: ReadonlyMap<Field, number>,
) {
  const kind = fields.get("kind");
  if (kind === undefined || fields.has("direction")) return undefined;
  if (!hasPlainWords(profile, kind) && !areUnknown(profile, kind)) return undefined;
  const way = movementColumn(columns, profile, fields.get("item"));
  return way?.field === "direction" ? way : undefined;
}
