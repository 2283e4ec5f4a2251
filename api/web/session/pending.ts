import type { NewDecision } from "../shapes.ts";

/** A decision on its way: kept in the browser until the server has it. */
export interface Pending extends NewDecision {
  /** Version of the decision that the buyer saw. */
  readonly version: number;
}

/** What of the browser's storage is used: texts that survive a reload. */
export type TextStorage = Pick<Storage, "getItem" | "setItem" | "removeItem">;

const plansKey = "bedarf.pending";
const keyOf = (plan: string) => `${plansKey}.${plan}`;

/** Plans with decisions that their server does not have yet. */
export const waitingPlans = (storage: TextStorage): string[] =>
  (storage.getItem(plansKey) ?? "").split(" ").filter((plan) => plan !== "");

/** Decisions on a plan that were kept, by item; none where what was kept is damaged. */
export function keptDecisions(storage: TextStorage, plan: string): Map<string, Pending> {
  try {
    const found: unknown = JSON.parse(storage.getItem(keyOf(plan)) ?? "[]");
    return new Map(Array.isArray(found) ? (found as Pending[]).map((one) => [one.item, one]) : []);
  } catch {
    storage.removeItem(keyOf(plan));
    return new Map();
  }
}

/** Keeps the decisions on a plan that its server does not have yet, and that there are any. */
export function keepDecisions(
  storage: TextStorage,
  plan: string,
  pending: ReadonlyMap<string, Pending>,
): void {
  const others = waitingPlans(storage).filter((one) => one !== plan);
  const waiting = pending.size === 0 ? others : [...others, plan];
  const put = (key: string, text: string): void =>
    text === "" ? storage.removeItem(key) : storage.setItem(key, text);
  put(keyOf(plan), pending.size === 0 ? "" : JSON.stringify([...pending.values()]));
  put(plansKey, waiting.join(" "));
}
