import { type OrderPart, orderableFrom, partsOf } from "../../../src/index.ts";
import {
  type DecidedPart,
  type DecisionRow,
  type NewDecision,
  orderStateOf,
  orderStates,
  partsOfDecision,
} from "../../store/decisions.ts";
import type { SuggestedOrder } from "../../store/results.ts";
import { unacceptable } from "../problem.ts";

/** An order that several suppliers share, before somebody decides about it. */
interface Shared {
  readonly split: readonly OrderPart[] | undefined;
  readonly quantity: number;
  readonly before:
    | (Pick<DecisionRow, "action" | "parts"> & Partial<Pick<DecisionRow, "order" | "date">>)
    | undefined;
}

const noSuchPart = () =>
  unacceptable(
    "supplier-not-in-order",
    "Only an accepted order that several suppliers share can be saved, ordered or delivered by supplier, and only by one of them.",
    "Je Lieferant sichern, bestellen oder liefern lässt sich nur eine angenommene Bestellung, die sich mehrere teilen, und nur bei einem von ihnen.",
  );

/** Parts of an order as far as they are: as decided by supplier, else all as far as the order. */
export function partsSoFar({ split = [], quantity, before }: Shared): DecidedPart[] {
  const known = before === undefined ? [] : partsOfDecision(before);
  if (known.length > 0) return known;
  const state = (before === undefined ? undefined : orderStateOf(before.action)) ?? "accepted";
  const told = { state, order: before?.order ?? null, date: before?.date ?? null };
  return partsOf(split, quantity).map((part) => ({
    supplier: part.supplier,
    quantity: part.quantity,
    ...told,
  }));
}

/**
 * A decision about the part of one supplier: his goes on, the others stay, and the order as a whole is as far as the
 * part that is least far. A decision without a supplier is about all parts.
 */
export function decidedBySupplier(given: NewDecision, shared: Shared): NewDecision {
  const { supplier, ...whole } = given;
  if (supplier === undefined) return whole;
  const state = orderStateOf(given.action);
  const before = partsSoFar(shared);
  if (
    state === undefined ||
    state === "accepted" ||
    shared.before === undefined ||
    !before.some((part) => part.supplier === supplier)
  )
    throw noSuchPart();
  const { order = null, date = null } = given;
  const parts = before.map((part) => (part.supplier === supplier ? { ...part, state, order, date } : part));
  const least = Math.min(...parts.map((part) => orderStates.indexOf(part.state)));
  const reached = orderStates[least] ?? state;
  const action = reached === "accepted" ? shared.before.action : reached;
  const isWhole = parts.every((part) => part.order === order);
  return { ...whole, action, order: isWhole ? (order ?? undefined) : undefined, parts };
}

/** What is known of an item when somebody says from whom it is to be ordered. */
interface Known {
  readonly suggested: SuggestedOrder | undefined;
  readonly before: Pick<DecisionRow, "action" | "supplier"> | undefined;
}

/** A decision with the source that the whole order goes to; undefined: as suggested. */
interface Moved {
  readonly to: string | undefined;
  /** Without that source: what is left to say of a part. */
  readonly given: NewDecision;
}

const noSuchSource = () =>
  unacceptable(
    "supplier-not-a-source",
    "The item has no such supplier, or his lead time is not known: GET its suggestion, sources.",
    "Diesen Lieferanten hat der Artikel nicht, oder seine Lieferzeit ist nicht bekannt: sources des Vorschlags.",
  );

/** The source that an order is moved to; undefined where that is the one that is to get all of it anyway. */
function sourceNamed(
  supplier: string,
  suggested: SuggestedOrder | undefined,
  refused: () => Error,
): string | undefined {
  if (suggested !== undefined && suggested.split === undefined && suggested.supplier === supplier)
    return undefined;
  if (suggested === undefined || !orderableFrom(suggested).some((one) => one.supplier === supplier))
    throw refused();
  return supplier;
}

/**
 * To whom an order goes by a decision: what is accepted to the source that it names, else as suggested; what is done
 * with an order that is accepted changes nothing of that. Where several share the order, what is saved, ordered or delivered by a supplier is about his part.
 */
export function movedDecision(given: NewDecision, { suggested, before }: Known): Moved {
  const state = orderStateOf(given.action);
  const { supplier, ...whole } = given;
  const kept =
    before !== undefined && orderStateOf(before.action) !== undefined ? before.supplier : undefined;
  if (state === undefined) return { to: undefined, given };
  if (supplier === undefined) {
    const isAnew = state === "accepted" && (before === undefined || orderStateOf(before.action) === state);
    return { to: isAnew ? undefined : (kept ?? undefined), given };
  }
  if (state === "accepted") return { to: sourceNamed(supplier, suggested, noSuchSource), given: whole };
  if (kept != null) {
    if (supplier !== kept) throw noSuchPart();
    return { to: kept, given: whole };
  }
  if (suggested === undefined || suggested.split !== undefined) return { to: undefined, given };
  return { to: sourceNamed(supplier, suggested, noSuchPart), given: whole };
}
