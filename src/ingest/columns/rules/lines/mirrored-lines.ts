import { bareText } from "../../../cells/cells.ts";
import { movementOf } from "../../../cells/movements.ts";
import { numbersOfColumn } from "../../evidence/column-numbers.ts";
import type { DerivedField } from "../../evidence/derived.ts";
import { flagOf, stateCounts } from "../../evidence/state-words.ts";
import type { Field } from "../../fields.ts";
import type { TableProfile } from "../../profile.ts";

type Row = TableProfile["head"][number];

/** What a line moves, so far as its opposite must have it too, and whether it takes something back. */
function sidesOf(profile: TableProfile, fields: ReadonlyMap<Field, number>) {
  const same = (["item", "customer", "supplier", "location"] as const).flatMap(
    (field) => fields.get(field) ?? [],
  );
  const quantityOf = numbersOfColumn(profile, fields.get("quantity") ?? -1);
  const kind = fields.get("kind");
  const textAt = (cells: Row, column: number): string => bareText(cells[column] ?? "").trim();
  return {
    keyOf: (cells: Row): string =>
      [...same.map((column) => textAt(cells, column)), Math.abs(quantityOf(cells))].join("\u001f"),
    isBack: (cells: Row): boolean => {
      const moved = kind === undefined ? undefined : movementOf(textAt(cells, kind));
      return (moved?.reversal === true || moved?.kind === "return") !== quantityOf(cells) < 0;
    },
  };
}

/**
 * True where every line that is marked as taken back has its opposite among the lines that are not, and nothing else
 * takes anything back: the list has both the line and its reversal, of which one alone bears the mark. Both count.
 */
export function areMirrored(
  profile: TableProfile,
  fields: ReadonlyMap<Field, number>,
  isOut: (cells: Row) => boolean,
): boolean {
  if (!fields.has("item") || !fields.has("quantity")) return false;
  const { keyOf, isBack } = sidesOf(profile, fields);
  const marked = profile.head.filter(isOut);
  const others = Map.groupBy(
    profile.head.filter((cells) => !isOut(cells)),
    keyOf,
  );
  const isMet = marked.every((cells) => {
    const own = others.get(keyOf(cells)) ?? [];
    const at = own.findIndex((other) => isBack(other) !== isBack(cells));
    if (at >= 0) own.splice(at, 1);
    return at >= 0;
  });
  // Of marked lines their reversals are the only ones that take back; of marked reversals there may be others.
  const isRest = marked.every(isBack) || ![...others.values()].flat().some(isBack);
  return marked.length > 0 && isMet && isRest;
}

/** States of what was paid back, and the name of a booking that takes one back. */
const paidBack =
  /(refund|reembols|rembours|rimbors|terugbeta|erstatte|zwroc|zwrot|vr[aá]cen|tilbagebetal|[åa]terbetal|возврат|^storno$|^(return(ed)?|retoure|retour|reso|devoluci[oó]n|retur|credit note( issued)?)$)/i;

/** True where the lines below zero are those that were paid back: they take something off, and are no cancelled lines. */
export function areRefunds(
  profile: TableProfile,
  fields: ReadonlyMap<Field, number>,
  stateOf: (cells: Row) => string,
): boolean {
  const [quantity, { head }] = [fields.get("quantity"), profile];
  if (quantity === undefined) return false;
  const quantityOf = numbersOfColumn(profile, quantity);
  const isOut = (cells: Row): boolean => stateCounts(stateOf(cells)) === false;
  const below = head.filter((cells) => quantityOf(cells) < 0);
  return (
    below.length > 0 &&
    below.every((cells) => paidBack.test(stateOf(cells).trim())) &&
    head.filter(isOut).every((cells) => quantityOf(cells) < 0)
  );
}

/** States of what was brought or paid back, all of whose lines lie below zero: they count, whatever else was cancelled. */
function statesOfReturns(
  profile: TableProfile,
  fields: ReadonlyMap<Field, number>,
  stateOf: (cells: Row) => string,
): ReadonlySet<string> {
  const [quantity, { head }] = [fields.get("quantity"), profile];
  if (quantity === undefined) return new Set();
  const quantityOf = numbersOfColumn(profile, quantity);
  const back = head.filter((cells) => paidBack.test(stateOf(cells).trim()));
  const above = new Set(back.filter((cells) => !(quantityOf(cells) < 0)).map(stateOf));
  return new Set(back.map(stateOf).filter((state) => !above.has(state)));
}

/** A state by which lines below zero that came back count, as all do that take something off. */
export function withReturns(
  state: DerivedField,
  profile: TableProfile,
  fields: ReadonlyMap<Field, number>,
): DerivedField {
  const returns = statesOfReturns(profile, fields, state.of);
  const of = (cells: Row): string => (returns.has(state.of(cells)) ? "valid" : state.of(cells));
  return returns.size === 0 ? state : { ...state, of };
}

/** The state as its column says it, where some of it is what came back; else nothing. */
export function ofReturns(
  status: number,
  profile: TableProfile,
  fields: ReadonlyMap<Field, number>,
): (DerivedField & { readonly isMirrored: boolean }) | undefined {
  const of = (cells: Row): string => bareText(cells[status] ?? "");
  const own: DerivedField = { field: "status", columns: [status], of };
  const state = withReturns(own, profile, fields);
  return state === own ? undefined : { ...state, isMirrored: false };
}

/** The fields without the marks of lines whose reversal is in the list too. */
export function withoutMirrored(
  profile: TableProfile,
  fields: Map<Field, number>,
  said: ReadonlyMap<Field, number>,
): void {
  for (const field of ["deleted", "status"] as const) {
    const column = fields.get(field);
    if (column === undefined || said.has(field)) continue;
    const isOut = (cells: Row): boolean => {
      const text = bareText(cells[column] ?? "").trim();
      return field === "deleted" ? text !== "" && flagOf(text) !== false : stateCounts(text) === false;
    };
    const isPaidBack =
      field === "status" && areRefunds(profile, fields, (cells) => bareText(cells[column] ?? ""));
    if (areMirrored(profile, fields, isOut) || isPaidBack) fields.delete(field);
  }
}
