import { defined } from "../../../src/index.ts";
import type { Client } from "../client/client.ts";
import type { Me, PlanView } from "../shapes.ts";
import { createStore, type Store } from "../store.ts";
import { filesWords } from "../words/files.ts";
import type { Notices } from "./notices.ts";

/** Which plan is shown, and whether a newer one waits, runs, was held or failed. */
interface PlansState {
  readonly state: "loading" | "failed" | "here";
  readonly shown?: PlanView;
  readonly newest?: PlanView;
  /** A finished plan that came meanwhile: it is shown when the reader asks for it. */
  readonly offered?: PlanView;
  /** Why the last look at the server failed. */
  readonly error?: string;
}

/** The plan that the views show, and the newest one. */
export interface Plans {
  readonly plans: Store<PlansState>;
  /** Loads the newest plans, and the lines where another plan is to be shown; while one is on its way, again and again. */
  refresh(): Promise<void>;
  /** Turns to the newest finished plan and shows its lines. */
  showNewest(): Promise<void>;
  /** Asks for a plan with these options beside the kept ones, says so and follows it; false where that failed or is under way. */
  plan(config?: Readonly<Record<string, unknown>>): Promise<boolean>;
}

/** True for a plan or replay that is still to end. */
export const isUnderWay = (of: Pick<PlanView, "state"> | undefined): boolean =>
  of?.state === "queued" || of?.state === "running";

/** True for an earlier night of the example: it is there to be compared with, and not shown while the last one is made. */
const isEarlierNight = (plan: PlanView | undefined): boolean =>
  plan?.request.uploads !== undefined && plan.request.asOf !== undefined;

/** What the plans of a page hang on. */
interface PlansUse {
  /** Shows the lines of a plan; undefined where there is none yet. */
  show(plan: string | undefined): Promise<void>;
  /** Told of what the server knows of the reader. */
  known(me: Me): void;
}

/** The finished plan to show and the one to offer: under a reader at work no plan is exchanged. */
function shownOf(before: PlanView | undefined, latest: PlanView | undefined, isFollowing: boolean) {
  const isOther = before !== undefined && latest !== undefined && latest.id !== before.id;
  return isOther && !isFollowing ? { shown: before, offered: latest } : defined({ shown: latest });
}

/** Follows the plans of the server. */
export function createPlans(client: Client, { notify, attempt }: Notices, { show, known }: PlansUse): Plans {
  const plans = createStore<PlansState>({ state: "loading" });
  let isAsking = false;
  /** The reader waits for a plan: it is shown as soon as it is done. */
  let isFollowing = true;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const again = (ms: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void refresh(), ms);
  };

  async function refresh(): Promise<void> {
    try {
      const [finished, [newest], me] = await Promise.all([client.latest(), client.plans(), client.me()]);
      known(me);
      const latest = isEarlierNight(finished) && isUnderWay(newest) ? undefined : finished;
      const next = shownOf(plans.get().shown, latest, isFollowing);
      plans.set({ state: "here", ...next, ...defined({ newest }) });
      await show(next.shown?.id);
      if (isUnderWay(newest)) again(700);
      else if (latest !== undefined) isFollowing = false;
    } catch (error) {
      const why = (error as Error).message;
      // what is shown stays: nothing that was typed is lost because a server was busy or away
      plans.set((before) => ({
        ...before,
        state: before.shown === undefined ? "failed" : "here",
        error: why,
      }));
    }
  }

  /** The files of the shown plan where it is that of the example and there are none of the reader's own. */
  async function exampleFiles(): Promise<readonly string[] | undefined> {
    const files = plans.get().shown?.request.uploads;
    return files === undefined || (await client.uploads()).length > 0 ? undefined : files;
  }

  const follow = async (): Promise<void> => {
    isFollowing = true;
    await refresh();
  };

  return {
    plans,
    refresh,
    showNewest: follow,
    async plan(config = {}) {
      if (isAsking) return false;
      isAsking = true;
      const isGood = await attempt(async () => {
        await client.startPlan(config, crypto.randomUUID(), await exampleFiles());
        notify("good", filesWords.planStarted);
        await follow();
      });
      isAsking = false;
      return isGood;
    },
  };
}
