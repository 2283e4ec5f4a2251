import type { Client } from "../client/client.ts";
import { ApiError } from "../client/http.ts";
import type { Decided, Line, NewDecision } from "../shapes.ts";
import { keepDecisions, keptDecisions, type Pending, type TextStorage } from "./pending.ts";

/** What becomes of decisions that were sent. */
export interface OutboxEvents {
  /** The line changed: by us, or because another came first. */
  changed(item: string, decided: Decided | undefined, version: number): void;
  /** Another decided in between: ours was not kept. */
  overtaken(item: string, theirs: Line): void;
  /** Refused for good: ours was not kept. */
  refused(item: string, error: ApiError): void;
  /** A newer plan took the place of the one that was decided on: ours was not kept. */
  superseded(one: Pending): void;
  /** Network or sign-in trouble: still kept here, tried again later. */
  waiting(count: number): void;
}

/** So many decisions are on their way at once. */
const atOnce = 4;

/** True where trying again later may help. */
const isPassing = (error: unknown): boolean =>
  !(error instanceof ApiError) || error.status === 401 || error.status === 429 || error.status >= 500;

/** Does some work, but not again while it is being done: whoever asks meanwhile waits for the same end. */
function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => {
    running ??= work().finally(() => {
      running = undefined;
    });
    return running;
  };
}

/** Sends the decisions on one plan, some at a time; what is not acknowledged stays in the storage and is sent again. */
export function createOutbox(client: Client, plan: string, storage: TextStorage, events: OutboxEvents) {
  const pending = keptDecisions(storage, plan);

  /** The server has answered for good: nothing of it waits, unless another decision followed. */
  const settle = (one: Pending): void => {
    if (pending.get(one.item) === one) pending.delete(one.item);
    keepDecisions(storage, plan, pending);
  };

  async function fail(one: Pending, error: unknown): Promise<void> {
    settle(one);
    if (error instanceof ApiError && error.code === "plan-superseded") return events.superseded(one);
    if (!(error instanceof ApiError) || error.status !== 412)
      return events.refused(one.item, error as ApiError);
    const theirs = await client.line(plan, one.item).catch(() => undefined);
    if (theirs === undefined) return;
    events.changed(one.item, theirs.decided, theirs.version);
    events.overtaken(one.item, theirs);
  }

  /** Sends one; false where it has to wait. */
  async function send(one: Pending): Promise<boolean> {
    const { version, ...decision } = one;
    try {
      const decided = await client.decide(plan, decision, version);
      const next = pending.get(one.item);
      // Decided again while this was on its way: the next one builds on the version just made.
      if (next !== undefined && next !== one) pending.set(one.item, { ...next, version: decided.version });
      settle(one);
      const { action } = decided;
      events.changed(one.item, action === "reset" ? undefined : { ...decided, action }, decided.version);
    } catch (error) {
      if (isPassing(error)) return false;
      await fail(one, error);
    }
    return true;
  }

  /** Sends what waits; resolves when nothing is on its way. */
  const flush = oneAtATime(async () => {
    while (pending.size > 0) {
      const sent = await Promise.all([...pending.values()].slice(0, atOnce).map(send));
      if (sent.includes(false)) return events.waiting(pending.size);
    }
  });

  return {
    plan,
    pending: pending as ReadonlyMap<string, Pending>,
    /** Notes a decision and sends it. */
    decide(decision: NewDecision, version: number): void {
      pending.set(decision.item, { ...decision, version });
      keepDecisions(storage, plan, pending);
      void flush();
    },
    flush,
  };
}

export type Outbox = ReturnType<typeof createOutbox>;
