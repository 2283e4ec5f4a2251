import { defined, orderFrom } from "../../../src/index.ts";
import {
  type Approval,
  type DecisionRow,
  type NewDecision,
  orderStateOf,
  partsOfDecision,
} from "../../store/decisions.ts";
import type { PlanInShort, PlanRow } from "../../store/plans.ts";
import type { SuggestedOrder } from "../../store/results.ts";
import { iso } from "../instant.ts";
import { Problem, superseded, unacceptable } from "../problem.ts";
import type { DecisionView } from "../schemas/decisions.ts";
import type { ApprovalLimit } from "./approval-limit.ts";
import { decidedBySupplier, movedDecision } from "./decided-parts.ts";
import { refuseUnfinished } from "./plans.ts";

/** A decision as the API shows it. */
export const decisionView = (row: DecisionRow, planId: string): DecisionView => ({
  seq: row.seq,
  plan: planId,
  item: row.item,
  version: row.version,
  action: row.action,
  quantity: row.quantity,
  reason: row.reason,
  order: row.order,
  date: row.date,
  supplier: row.supplier,
  by: row.who,
  at: iso(row.at),
  ...(row.parts === null ? {} : { parts: partsOfDecision(row) }),
  ...(row.approval === null ? {} : { approval: row.approval }),
});

/** What is known of an item when somebody decides about it. */
interface Known {
  /** What its plan suggests; undefined where it suggests nothing for it. */
  readonly suggested: SuggestedOrder | undefined;
  /** The decision that holds. */
  readonly before:
    | (Pick<DecisionRow, "action" | "quantity" | "parts" | "approval" | "supplier"> &
        Partial<Pick<DecisionRow, "order" | "date">>)
    | undefined;
  /** A plan that took the place of this one. */
  readonly newer: PlanInShort | undefined;
  /** What has to be approved; undefined where nothing has. */
  readonly limit: ApprovalLimit | undefined;
}

const isOrder = (before: Known["before"]): before is NonNullable<Known["before"]> =>
  before !== undefined && orderStateOf(before.action) !== undefined;

/** What is done with an order that was accepted before: possible after any number of newer plans, its quantity as it was. */
const isContinued = (
  { action, quantity }: NewDecision,
  movedTo: string | undefined,
  before: Known["before"],
): boolean =>
  isOrder(before) &&
  (action === "reset" || orderStateOf(action) !== undefined) &&
  (orderStateOf(action) !== "accepted" || movedTo === (before.supplier ?? undefined)) &&
  (quantity === undefined ? action !== "accept" : quantity === before.quantity);

/** Whoever accepts on `latest` says what he saw: the plan behind the name may have changed meanwhile. */
export const unseen = (id: string, { action, quantity }: NewDecision): boolean =>
  id === "latest" && action === "accept" && quantity === undefined;

export const nameQuantity = () =>
  unacceptable(
    "quantity-needed",
    "To accept on latest, name the quantity that was seen, or the plan by its id.",
    "Zum Annehmen auf latest die gesehene Menge nennen oder den Plan mit seiner Kennung.",
  );

/** An order outlives the results of its plan: only a plan that never had any is refused here. */
export const refuseUndecidable = (plan: PlanRow): void => refuseUnfinished({ ...plan, expired: null });

const nothingAccepted = () =>
  unacceptable(
    "nothing-accepted",
    "Only what was accepted can be saved or delivered.",
    "Gesichert oder geliefert werden kann nur, was angenommen wurde.",
  );

/** Quantity that an action stands for when none is named: what was suggested, or last decided. */
function quantityOf(
  given: NewDecision,
  { suggested: order, before }: Pick<Known, "suggested" | "before">,
): number | undefined {
  const { action } = given;
  const suggested = order?.quantity ?? 0;
  if (given.quantity !== undefined) return given.quantity;
  if (action === "accept") return suggested;
  return orderStateOf(action) === undefined ? undefined : (before?.quantity ?? suggested);
}

/** A decision with its quantity; undefined for an item that the plan does not have. What may not be is a Problem. */
export function judgedDecision(
  plan: PlanRow,
  item: string,
  given: NewDecision,
  known: Known,
): NewDecision | undefined {
  const { suggested, before, newer } = known;
  if (suggested === undefined && !isOrder(before)) {
    refuseUnfinished(plan);
    return undefined;
  }
  const { to, given: about } = movedDecision(given, known);
  if (newer !== undefined && !isContinued(given, to, before)) throw superseded(newer.id);
  if ((given.action === "saved" || given.action === "delivered") && !isOrder(before)) throw nothingAccepted();
  const there = suggested === undefined ? undefined : orderFrom(suggested, to);
  const quantity = quantityOf(given, { suggested: there, before });
  const shared = { split: there?.split, quantity: quantity ?? 0, before };
  const bySupplier = decidedBySupplier({ ...about, ...defined({ quantity }) }, shared);
  const made = { ...bySupplier, ...defined({ supplier: to }) };
  const ordered = suggested === undefined ? undefined : orderFrom(suggested, to, quantity);
  const approval = approvalOf(`${plan.seq} ${item}`, made, { ...known, suggested: ordered });
  return { ...made, ...defined({ approval }) };
}

const approvalNeeded = () =>
  new Problem(409, "approval-needed", {
    de: "Diese Bestellung liegt über der Freigabegrenze: erst annehmen und von jemand anderem freigeben lassen.",
    en: "This order is above the approval limit: accept it first and have somebody else approve it.",
  });

/** Whether a decision awaits approval, or has it; an order that needs one and has none goes no further. */
function approvalOf(
  key: string,
  { action, quantity = 0, supplier }: NewDecision,
  { suggested, before, limit }: Known,
): Approval | undefined {
  const state = orderStateOf(action);
  const isSame =
    isOrder(before) && before.quantity === quantity && (before.supplier ?? undefined) === supplier;
  const isAbove = !isSame && state !== undefined && limit?.isAbove(key, quantity, suggested) === true;
  if (state === undefined || state === "ordered" || state === "delivered") limit?.forget(key);
  if (state === undefined) return undefined;
  const approval = isSame ? (before.approval ?? undefined) : isAbove ? "awaiting" : undefined;
  if (state !== "accepted" && approval === "awaiting") throw approvalNeeded();
  return approval;
}

type Decided = Pick<DecisionRow, "item" | "action" | "version" | "quantity" | "approval" | "supplier">;

/** What the audit log says of a decision: action, object, details. */
export const auditEntry = (
  plan: PlanRow,
  made: Decided,
  before: Known["before"],
): [action: string, object: string, detail: object] => [
  `decision.${made.action}`,
  `${plan.id}/${made.item}`,
  {
    version: made.version,
    quantity: made.quantity,
    ...(made.approval === null ? {} : { approval: made.approval }),
    ...(made.supplier === null ? {} : { supplier: made.supplier }),
    before: before === undefined ? null : { action: before.action, quantity: before.quantity },
  },
];
