import type { Store } from "../../../api/store/index.ts";
import type { PlanRow } from "../../../api/store/plans.ts";

export const day = 86_400_000;

/** An empty store, its clock, and the end of its process. */
export interface StoreUnderTest {
  readonly store: Store;
  /** Milliseconds since 1970 on the clock that the store was given. */
  now(): number;
  /** Lets time pass, or sets the clock back. */
  pass(ms: number): void;
  /** Opens the store again as the next process would. */
  reopen(): Promise<void>;
}

/** A plan that waits. */
export async function queuedPlan({ store }: StoreUnderTest): Promise<PlanRow> {
  const row = await store.plans.add("t", {}, true);
  await store.jobs.enqueue(row.seq);
  return row;
}

/** A finished plan of what is current. */
export async function finishedPlan(
  { store }: StoreUnderTest,
  tenant = "t",
  asOf = "2026-01-31",
): Promise<PlanRow> {
  const row = await store.plans.add(tenant, {}, true);
  await store.plans.end(row.seq, "done", { asOf });
  return row;
}
