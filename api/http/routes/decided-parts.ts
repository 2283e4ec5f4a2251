import { type OrderPart, partsOf } from "../../../src/index.ts";
import {
  type DecidedPart,
  type DecisionRow,
  type NewDecision,
  orderStateOf,
  orderStates,
  partsOfDecision,
} from "../../store/decisions.ts";
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
