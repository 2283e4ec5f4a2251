import { ApiError, type Client } from "../client/client.ts";
import type { Decided, Line, NewDecision } from "../shapes.ts";

/** A decision on its way: kept in the browser until the server has it. */
export interface Pending extends NewDecision {
  /** Version of the decision that the buyer saw. */
  readonly version: number;
}

/** Where pending decisions survive a reload: the browser's storage. */
export interface Shelf {
  getItem(key: string): string | null;
  setItem(key: string, text: string): void;
  removeItem(key: string): void;
}

export interface DecisionEvents {
  /** The line changed: by us, or because another came first. */
  changed(item: string, decided: Decided | undefined, version: number): void;
  /** Another decided in between: ours was not kept. */
  overtaken(item: string, theirs: Line): void;
  /** Refused for good: ours was not kept. */
  refused(item: string, error: ApiError): void;
  /** Network or sign-in trouble: still kept here, tried again later. */
  waiting(count: number): void;
}

const keyOf = (plan: string) => `bedarf.pending.${plan}`;

function shelved(shelf: Shelf, plan: string): Pending[] {
  try {
    const found: unknown = JSON.parse(shelf.getItem(keyOf(plan)) ?? "[]");
    return Array.isArray(found) ? (found as Pending[]) : [];
  } catch {
    shelf.removeItem(keyOf(plan));
    return [];
  }
}

const plansKey = "bedarf.pending";

/** Plans with decisions that their server does not have yet. */
export function waitingPlans(shelf: Shelf): string[] {
  return (shelf.getItem(plansKey) ?? "").split(" ").filter((plan) => plan !== "");
}

/** True where trying again later may help. */
const isPassing = (error: unknown): boolean =>
  !(error instanceof ApiError) || error.status === 401 || error.status === 429 || error.status >= 500;

/** Sends decisions one after another; what is not acknowledged stays on the shelf and is sent again. */
export function createDecisions(client: Client, plan: string, shelf: Shelf, events: DecisionEvents) {
  const pending = new Map<string, Pending>(shelved(shelf, plan).map((one) => [one.item, one]));
  let running: Promise<void> | undefined;

  const keep = (): void => {
    if (pending.size === 0) shelf.removeItem(keyOf(plan));
    else shelf.setItem(keyOf(plan), JSON.stringify([...pending.values()]));
    const others = waitingPlans(shelf).filter((one) => one !== plan);
    const waiting = pending.size === 0 ? others : [...others, plan];
    if (waiting.length === 0) shelf.removeItem(plansKey);
    else shelf.setItem(plansKey, waiting.join(" "));
  };

  /** Sends one; false where it has to wait. */
  async function sendOne(one: Pending): Promise<boolean> {
    const { version, ...decision } = one;
    const settle = (): void => {
      if (pending.get(one.item) === one) pending.delete(one.item);
      keep();
    };
    try {
      const decided = await client.decide(plan, decision, version);
      const next = pending.get(one.item);
      // Decided again while this was on its way: the next one builds on the version just made.
      if (next !== undefined && next !== one) pending.set(one.item, { ...next, version: decided.version });
      settle();
      events.changed(one.item, decided.action === "reset" ? undefined : decided, decided.version);
      return true;
    } catch (error) {
      if (isPassing(error)) return false;
      settle();
      if (error instanceof ApiError && error.status === 412) {
        const theirs = await client.line(plan, one.item).catch(() => undefined);
        if (theirs !== undefined) {
          events.changed(one.item, theirs.decided, theirs.version);
          events.overtaken(one.item, theirs);
        }
      } else events.refused(one.item, error as ApiError);
      return true;
    }
  }

  async function drain(): Promise<void> {
    for (;;) {
      const batch = [...pending.values()].slice(0, 4);
      if (batch.length === 0) return;
      const sent = await Promise.all(batch.map(sendOne));
      if (sent.includes(false)) {
        events.waiting(pending.size);
        return;
      }
    }
  }

  return {
    pending: pending as ReadonlyMap<string, Pending>,
    /** Notes a decision and sends it. */
    decide(decision: NewDecision, version: number): void {
      pending.set(decision.item, { ...decision, version });
      keep();
      void this.flush();
    },
    /** Sends what waits; resolves when nothing is on its way. */
    flush(): Promise<void> {
      running ??= drain().finally(() => {
        running = undefined;
      });
      return running;
    },
  };
}

export type Decisions = ReturnType<typeof createDecisions>;
