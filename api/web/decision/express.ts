import { dayOf, isUrgent } from "../../../src/index.ts";
import type { Line, PlanView } from "../shapes.ts";

/** An order that would help if it did not wait for the supplier's order day. */
interface Express {
  /** The order day that the suggestion waits for. */
  readonly on: string;
  /** Days that are expected to pass without goods until that order comes. */
  readonly emptyDays: number;
  /** At most so many of them would be saved by an order of today. */
  readonly sooner: number;
}

/** Today of a plan: the later of the day that its data reach and the day its stock was counted. */
export function todayOf(plan: Pick<PlanView, "asOf" | "summary"> | undefined): string {
  const [asOf, counted] = [plan?.asOf ?? "", plan?.summary?.stockDate ?? ""];
  return counted > asOf ? counted : asOf;
}

/**
 * What an order between two order days would save, "12 days empty, 4 of them less if it goes today"; undefined where it
 * can go today anyway, or where goods are not expected to be missing.
 */
export function expressOf(line: Line, today: string): Express | undefined {
  const { quantity, orderBy, receiptBy, runsOutOn, decided, reasons } = line;
  if (today === "" || runsOutOn === undefined || decided !== undefined) return undefined;
  if (quantity <= 0 || orderBy <= today || !isUrgent(line)) return undefined;
  // a closed day is nobody's choice: what can be done out of turn waits for the days on which the supplier takes orders
  if (!reasons.some(({ code }) => code === "waits-for-order-day")) return undefined;
  const empty = dayOf(receiptBy) - Math.max(dayOf(runsOutOn), dayOf(today));
  if (empty <= 0) return undefined;
  return { on: orderBy, emptyDays: empty, sooner: Math.min(dayOf(orderBy) - dayOf(today), empty) };
}
