import { defined } from "../../../src/index.ts";
import type { Client } from "../client/client.ts";
import { t } from "../language.ts";
import type { PlanView } from "../shapes.ts";
import { createStore, type Store } from "../store.ts";
import type { Notices } from "./notices.ts";

/** Which plan is shown, and whether a newer one waits, runs, was held or failed. */
interface PlansState {
  readonly state: "loading" | "failed" | "here";
  readonly shown?: PlanView;
  readonly newest?: PlanView;
  readonly error?: string;
}

/** The plan that the views show, and the newest one. */
export interface Plans {
  readonly plans: Store<PlansState>;
  /** Loads the newest plans, and the lines where another plan is to be shown; while one is on its way, again and again. */
  refresh(): Promise<void>;
  /** Asks for a plan with these options beside the kept ones, says so and follows it; false where that failed or is under way. */
  plan(config?: Readonly<Record<string, unknown>>): Promise<boolean>;
}

/** True for a plan or replay that is still to end. */
export const isUnderWay = (of: Pick<PlanView, "state"> | undefined): boolean =>
  of?.state === "queued" || of?.state === "running";

/** What the plans of a page hang on. */
interface PlansUse {
  /** Shows the lines of a plan; undefined where there is none yet. */
  show(plan: string | undefined): Promise<void>;
  /** Told of the owners that the server knows the reader by. */
  owned(owners: readonly string[]): void;
  isSignedOut(): boolean;
}

/** Follows the plans of the server. */
export function createPlans(
  client: Client,
  { notify, attempt }: Notices,
  { show, owned, isSignedOut }: PlansUse,
): Plans {
  const plans = createStore<PlansState>({ state: "loading" });
  let isAsking = false;

  async function refresh(): Promise<void> {
    try {
      const [shown, [newest], { owners }] = await Promise.all([client.latest(), client.plans(), client.me()]);
      owned(owners);
      plans.set({ state: "here", ...defined({ shown, newest }) });
      await show(shown?.id);
      if (isUnderWay(newest)) setTimeout(() => void refresh(), 700);
    } catch (error) {
      plans.set((before) => ({ ...before, state: "failed", error: (error as Error).message }));
      // A plan is on its way: a server that was busy for a moment must not leave the reader waiting for ever.
      if (isUnderWay(plans.get().newest) && !isSignedOut()) setTimeout(() => void refresh(), 3_000);
    }
  }

  return {
    plans,
    refresh,
    async plan(config = {}) {
      if (isAsking) return false;
      isAsking = true;
      const isGood = await attempt(async () => {
        await client.startPlan(config, crypto.randomUUID());
        notify("good", t.files.planStarted);
        await refresh();
      });
      isAsking = false;
      return isGood;
    },
  };
}
