import type { Client } from "../client/client.ts";
import { say } from "../language.ts";
import type { NewDecision } from "../shapes.ts";
import { createStore, type Store } from "../store.ts";
import { decisionWords } from "../words/decisions.ts";
import type { Notices } from "./notices.ts";
import { createOutbox, type Outbox } from "./outbox.ts";
import { type Pending, type TextStorage, waitingPlans } from "./pending.ts";
import type { Work } from "./work.ts";
import { withPending } from "./work-line.ts";

/** Decisions of the reader on the shown plan. */
export interface Deciding {
  /** How many decisions had to wait when they were sent last. */
  readonly waiting: Store<number>;
  /** How many steps can be taken back. */
  readonly undoable: Store<number>;
  /** Decides on several items in one step. */
  decide(decisions: readonly NewDecision[]): void;
  /** Takes the last step back. */
  undo(): void;
  /** The decision on an item that the server does not have yet. */
  pendingOf(item: string): Pending | undefined;
  /** Sends what waits on the plan before, then takes decisions on `plan`. */
  open(plan: string): Promise<void>;
  /** Sends what waits on the shown plan. */
  flush(): Promise<void>;
  /** Sends what waits on any plan. */
  flushAll(): void;
}

/** So many steps can be taken back. */
const mostSteps = 100;

export function createDeciding(
  client: Client,
  storage: TextStorage,
  { notify }: Notices,
  work: Pick<Work, "line" | "change" | "redraw">,
): Deciding {
  const waiting = createStore(0);
  const undoable = createStore(0);
  let outbox: Outbox | undefined;
  let steps: (readonly NewDecision[])[] = [];

  const outboxOf = (plan: string): Outbox => {
    // the lines of a plan that is not shown do not change
    const isShown = () => outbox?.plan === plan;
    return createOutbox(client, plan, storage, {
      changed(item, decided, version) {
        if (isShown()) work.change(item, decided, version);
        waiting.set(0);
      },
      overtaken: (item, theirs) =>
        notify("warning", say(decisionWords.overtaken, { item, by: theirs.decided?.by ?? "?" })),
      refused(item, error) {
        work.redraw([item]);
        notify("error", say(decisionWords.refused, { item, why: error.message }));
      },
      waiting: (count) => waiting.set(count),
    });
  };

  /** The decision that takes a decision back. */
  const reversed = ({ item }: NewDecision): NewDecision => {
    const line = work.line(item);
    const before = line === undefined ? undefined : withPending(line, outbox?.pending.get(item)).decided;
    if (before === undefined) return { item, action: "reset" };
    const { action, quantity, reason } = before;
    return { item, action, ...(quantity == null ? {} : { quantity }), ...(reason == null ? {} : { reason }) };
  };

  const send = (decisions: readonly NewDecision[]): void => {
    for (const decision of decisions) {
      const line = work.line(decision.item);
      if (line !== undefined) outbox?.decide(decision, line.version);
    }
    work.redraw(decisions.map(({ item }) => item));
  };

  const remember = (next: (readonly NewDecision[])[]): void => {
    steps = next.slice(-mostSteps);
    undoable.set(steps.length);
  };

  return {
    waiting,
    undoable,
    pendingOf: (item) => outbox?.pending.get(item),
    flush: async () => outbox?.flush(),
    flushAll() {
      void outbox?.flush();
      // left from a visit before, on a plan that is no longer shown
      for (const plan of waitingPlans(storage)) if (plan !== outbox?.plan) void outboxOf(plan).flush();
    },
    async open(plan) {
      if (outbox !== undefined && outbox.pending.size > 0) await outbox.flush();
      outbox = outboxOf(plan);
      remember([]);
    },
    decide(decisions) {
      if (decisions.length === 0) return;
      remember([...steps, decisions.map(reversed)]);
      send(decisions);
    },
    undo() {
      const last = steps.at(-1);
      remember(steps.slice(0, -1));
      if (last !== undefined) send(last);
    },
  };
}
