import type { Client } from "../client/client.ts";
import { say } from "../language.ts";
import { whoName } from "../names.ts";
import type { Decided, NewDecision } from "../shapes.ts";
import { createStore, type Store } from "../store.ts";
import { decisionsWords } from "../words/decisions.ts";
import type { Notices } from "./notices.ts";
import { createOutbox, type Outbox, type OutboxEvents } from "./outbox.ts";
import { type Pending, type TextStorage, waitingPlans } from "./pending.ts";
import type { StaleDecision } from "./stale.ts";
import { createSteps } from "./steps.ts";
import type { Work } from "./work.ts";

/** Decisions of the reader on the shown plan. */
export interface Deciding {
  /** How many decisions had to wait when they were sent last. */
  readonly waiting: Store<number>;
  /** How many steps can be taken back. */
  readonly undoable: Store<number>;
  /**
   * Decides on several items in one step, except on what is saved or ordered already; what comes back takes this step
   * back, as far as nothing else became of it.
   */
  decide(decisions: readonly NewDecision[]): () => void;
  /** Takes the last step back, as far as nothing else became of it. */
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

/** What decisions need of the lines. */
type LinesOfWork = Pick<Work, "line" | "decided" | "change" | "redraw">;

/** Who is told what became of decisions. */
interface DecidingUse {
  /** The server keeps a decision of the reader: what hangs on decisions has changed. */
  kept(): void;
  /** A newer plan took the place of the one that was decided on. */
  superseded(decision: StaleDecision): void;
}

/** What becomes of decisions is seen on their lines, and said where it is not what the reader wanted. */
const eventsOf = (
  { notify }: Notices,
  work: LinesOfWork,
  waiting: Store<number>,
  isShown: () => boolean,
  use: DecidingUse,
): OutboxEvents => ({
  changed(item, decided, version) {
    if (isShown()) work.change(item, decided, version);
    waiting.set(0);
    use.kept();
  },
  superseded({ version: _, ...decision }) {
    work.redraw([decision.item]);
    const meant = decision.quantity ?? (isShown() ? work.line(decision.item)?.quantity : undefined);
    use.superseded({ ...decision, ...(meant === undefined ? {} : { meant }) });
  },
  overtaken: (item, { decided }) =>
    notify("warning", say(decisionsWords.overtaken, { item, by: whoName(decided?.by ?? "?") })),
  refused(item, error) {
    work.redraw([item]);
    notify("error", say(decisionsWords.refused, { item, why: error.message }));
  },
  waiting: (count) => waiting.set(count),
});

/** The decision that takes back what is decided on an item after `decided`. */
function reversed(item: string, decided: Decided | undefined): NewDecision {
  if (decided === undefined) return { item, action: "reset" };
  const { action, quantity, reason, supplier } = decided;
  return {
    item,
    action,
    ...(quantity == null ? {} : { quantity }),
    ...(reason == null ? {} : { reason }),
    ...(supplier == null ? {} : { supplier }),
  };
}

/** Those of which something is true, and the others. */
function split<T>(all: readonly T[], isOne: (one: T) => boolean): [T[], T[]] {
  return [all.filter(isOne), all.filter((one) => !isOne(one))];
}

/** What a step made of an item, and what takes it back. */
interface StepOn {
  readonly made: NewDecision;
  readonly back: NewDecision;
}

/** True where what is decided is what a step made: nothing was saved, ordered or decided otherwise since. */
const stands = ({ action, quantity, supplier }: NewDecision, decided: Decided | undefined): boolean =>
  action === "reset"
    ? decided === undefined
    : decided?.action === action &&
      (decided.supplier ?? undefined) === supplier &&
      (quantity == null || decided.quantity === quantity);

/** True for an order that is written to a file or known to its supplier: a list neither changes nor forgets it. */
export const isPlaced = (decided: Decided | undefined): boolean =>
  decided !== undefined && ["saved", "ordered", "delivered"].includes(decided.action);

/** Takes decisions on the shown plan: `work` holds its lines. */
export function createDeciding(
  client: Client,
  storage: TextStorage,
  notices: Notices,
  work: LinesOfWork,
  use: DecidingUse,
): Deciding {
  const waiting = createStore(0);
  const steps = createSteps<readonly StepOn[]>(storage);
  let outbox: Outbox | undefined;

  // the lines of a plan that is not shown do not change
  const outboxOf = (plan: string): Outbox =>
    createOutbox(
      client,
      plan,
      storage,
      eventsOf(notices, work, waiting, () => outbox?.plan === plan, use),
    );

  const send = (decisions: readonly NewDecision[]): void => {
    for (const decision of decisions) {
      const line = work.line(decision.item);
      if (line !== undefined) outbox?.decide(decision, line.version);
    }
    work.redraw(decisions.map(({ item }) => item));
  };

  const itemsOf = (decisions: readonly NewDecision[]): string => decisions.map(({ item }) => item).join(", ");

  const takeBack = (step: readonly StepOn[] | undefined): void => {
    const [same, other] = split(step ?? [], ({ made }) => stands(made, work.decided(made.item)));
    send(same.map(({ back }) => back));
    if (other.length > 0)
      notices.notify(
        "warning",
        say(decisionsWords.movedOn, { items: itemsOf(other.map(({ made }) => made)) }),
      );
  };

  return {
    waiting,
    undoable: steps.count,
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
      steps.open(plan);
    },
    decide(decisions) {
      const [placed, free] = split(decisions, ({ item }) => isPlaced(work.decided(item)));
      if (placed.length > 0)
        notices.notify("warning", say(decisionsWords.placedAlready, { items: itemsOf(placed) }));
      const step = free.map((made) => ({ made, back: reversed(made.item, work.decided(made.item)) }));
      if (free.length > 0) {
        steps.add(step);
        send(free);
      }
      return () => takeBack(steps.take(step));
    },
    undo: () => takeBack(steps.take()),
  };
}
