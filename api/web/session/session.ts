import { defined } from "../../../src/index.ts";
import { type Client, createClient } from "../client/client.ts";
import { preferredLang, say, setLang } from "../language.ts";
import type { Basket, Decided, ItemRow, Line, NewDecision, PlanState } from "../shapes.ts";
import { createStore, type Store } from "../store.ts";
import { decisionWords } from "../words/decisions.ts";
import { createDecisions, type Decisions, type Shelf, waitingPlans } from "./decisions.ts";
import { type WorkLine, withPending, workLine } from "./work-list.ts";

/** A line at the edge of the page that says what just happened. */
export interface Notice {
  readonly id: number;
  readonly kind: "good" | "warning" | "error";
  readonly text: string;
}

/** Which plan is shown, and whether a newer one waits, runs, was held or failed. */
export interface PlansState {
  readonly state: "loading" | "failed" | "here";
  readonly shown?: PlanState;
  readonly newest?: PlanState;
  readonly error?: string;
}

/** The lines of the shown plan as far as they are here. */
export interface WorkState {
  readonly state: "loading" | "failed" | "here";
  readonly lines: readonly WorkLine[];
  readonly error?: string;
}

export interface Mine {
  readonly owners: readonly string[];
  readonly isOn: boolean;
}

/** True for an item that the reader wants to see. @example isMine({ owners: ["D1"], isOn: true }, "D2") // false */
export const isMine = ({ owners, isOn }: Mine, owner: string | undefined): boolean =>
  !isOn || owners.length === 0 || (owner !== undefined && owners.includes(owner));

/** A decision with the one before it, to be taken back. */
interface Step {
  readonly decisions: readonly NewDecision[];
}

/** What the views share: the plan, its lines and the decisions on them, sign-in, notices. */
export interface Session {
  readonly client: Client;
  readonly plans: Store<PlansState>;
  readonly work: Store<WorkState>;
  readonly baskets: Store<ReadonlyMap<string, Basket>>;
  readonly isSignedOut: Store<boolean>;
  readonly notices: Store<readonly Notice[]>;
  readonly waiting: Store<number>;
  /** The owners whose items the reader answers for, and whether only these are shown. */
  readonly mine: Store<Mine>;
  /** Decisions that can be taken back, one step after the other. */
  readonly undoable: Store<number>;
  /** Loads the newest plans, and the lines where another plan is to be shown. */
  refresh(): Promise<void>;
  decide(decisions: readonly NewDecision[]): void;
  undo(): void;
  notify(kind: Notice["kind"], text: string): void;
  signedIn(): Promise<void>;
  switchLang(to: "de" | "en"): void;
  /** Shows only the reader's own items, or all. */
  showMine(isOn: boolean): void;
  setOwners(owners: readonly string[]): Promise<void>;
}

const mineKey = "bedarf.mine";

/** Items in the order of the list; the key of `masters` and `lines` is the item. */
export function createSession(fetching: typeof fetch, shelf: Shelf): Session {
  const plans = createStore<PlansState>({ state: "loading" });
  const work = createStore<WorkState>({ state: "loading", lines: [] });
  const baskets = createStore<ReadonlyMap<string, Basket>>(new Map());
  const isSignedOut = createStore(false);
  const notices = createStore<readonly Notice[]>([]);
  const waiting = createStore(0);
  const undoable = createStore(0);
  const mine = createStore<Mine>({ owners: [], isOn: shelf.getItem(mineKey) !== "no" });
  const client = createClient(fetching, () => isSignedOut.set(true));
  let masters = new Map<string, ItemRow>();
  let lines = new Map<string, Line>();
  let decisions: Decisions | undefined;
  let steps: Step[] = [];
  let nextNotice = 1;
  let loaded = "";

  const notify: Session["notify"] = (kind, text) => {
    const id = nextNotice++;
    notices.set((before) => [...before.slice(-3), { id, kind, text }]);
    setTimeout(
      () => notices.set((before) => before.filter((one) => one.id !== id)),
      kind === "good" ? 6_000 : 20_000,
    );
  };

  const shown = (line: Line): WorkLine =>
    workLine(
      withPending(line, decisions?.pending.get(line.item)),
      masters.get(line.item),
      baskets.get().get(line.supplier ?? "")?.name,
    );

  const redraw = (): void => work.set((before) => ({ ...before, lines: Array.from(lines.values(), shown) }));

  /** Draws only the lines of `items` anew: a decision must not cost the whole list. */
  const redrawItems = (items: ReadonlySet<string>): void =>
    work.set((before) => ({
      ...before,
      lines: before.lines.map((line) => {
        const fresh = items.has(line.item) ? lines.get(line.item) : undefined;
        return fresh === undefined ? line : shown(fresh);
      }),
    }));

  const change = (item: string, decided: Decided | undefined, version: number): void => {
    const line = lines.get(item);
    if (line === undefined) return;
    const { decided: _, ...rest } = line;
    lines.set(item, decided === undefined ? { ...rest, version } : { ...rest, version, decided });
    redrawItems(new Set([item]));
  };

  /** The lines of a plan that is not shown do not change. */
  function decisionsOf(plan: string, isShown = true): Decisions {
    return createDecisions(client, plan, shelf, {
      changed: (item, decided, version) => {
        if (isShown) change(item, decided, version);
        waiting.set(0);
      },
      overtaken: (item, theirs) =>
        notify("warning", say(decisionWords.overtaken, { item, by: theirs.decided?.by ?? "?" })),
      refused: (item, error) => {
        redrawItems(new Set([item]));
        notify("error", say(decisionWords.refused, { item, why: error.message }));
      },
      waiting: (count) => waiting.set(count),
    });
  }

  async function load(plan: string): Promise<void> {
    loaded = plan;
    // What was decided on the plan before and has not arrived belongs to that plan: it goes first.
    const before = decisions;
    if (before !== undefined && before.pending.size > 0) await before.flush();
    decisions = decisionsOf(plan);
    steps = [];
    undoable.set(0);
    work.set({ state: "loading", lines: [] });
    try {
      const [all, rows, found] = await Promise.all([
        client.lines(plan),
        client.items(plan),
        client.baskets(plan),
      ]);
      if (loaded !== plan) return;
      lines = new Map(all.map((line) => [line.item, line]));
      masters = new Map(rows.map((row) => [row.item, row]));
      baskets.set(new Map(found.map((basket) => [basket.supplier, basket])));
      redraw();
      work.set((before) => ({ ...before, state: "here" }));
      void decisions.flush();
      // left from a visit before, on a plan that is no longer shown
      for (const other of waitingPlans(shelf)) if (other !== plan) void decisionsOf(other, false).flush();
    } catch (error) {
      loaded = "";
      work.set((before) => ({ ...before, state: "failed", error: (error as Error).message }));
    }
  }

  async function refresh(): Promise<void> {
    try {
      const [done, recent, { owners }] = await Promise.all([client.latest(), client.plans(), client.me()]);
      if (owners.join("\n") !== mine.get().owners.join("\n")) mine.set((before) => ({ ...before, owners }));
      const [newest] = recent;
      plans.set({
        state: "here",
        ...defined({ shown: done, newest }),
      });
      if (done === undefined) work.set({ state: "here", lines: [] });
      else if (done.id !== loaded) await load(done.id);
      if (newest !== undefined && (newest.state === "queued" || newest.state === "running"))
        setTimeout(() => void refresh(), 700);
    } catch (error) {
      plans.set((before) => ({ ...before, state: "failed", error: (error as Error).message }));
      // A plan is on its way: a server that was busy for a moment must not leave the reader waiting for ever.
      const { newest } = plans.get();
      const isWaited = newest?.state === "queued" || newest?.state === "running";
      if (isWaited && !isSignedOut.get()) setTimeout(() => void refresh(), 3_000);
    }
  }

  const reversed = ({ item }: NewDecision): NewDecision => {
    const before = work.get().lines.find((line) => line.item === item)?.decided;
    if (before === undefined) return { item, action: "reset" };
    const { action, quantity, reason } = before;
    return { item, action, ...(quantity == null ? {} : { quantity }), ...(reason == null ? {} : { reason }) };
  };

  const send = (given: readonly NewDecision[]): void => {
    for (const decision of given) {
      const line = lines.get(decision.item);
      if (line !== undefined) decisions?.decide(decision, line.version);
    }
    redrawItems(new Set(given.map(({ item }) => item)));
  };

  return {
    client,
    plans,
    work,
    baskets,
    isSignedOut,
    notices,
    waiting,
    undoable,
    mine,
    refresh,
    notify,
    decide(given) {
      if (given.length === 0) return;
      steps = [...steps.slice(-99), { decisions: given.map(reversed) }];
      undoable.set(steps.length);
      send(given);
    },
    undo() {
      const last = steps.pop();
      undoable.set(steps.length);
      if (last !== undefined) send(last.decisions);
    },
    async signedIn() {
      isSignedOut.set(false);
      await refresh();
      await decisions?.flush();
    },
    showMine(isOn) {
      shelf.setItem(mineKey, isOn ? "yes" : "no");
      mine.set((before) => ({ ...before, isOn }));
    },
    async setOwners(owners) {
      await client.setOwners(owners);
      mine.set((before) => ({ ...before, owners }));
    },
    switchLang(to) {
      shelf.setItem("bedarf.lang", to);
      setLang(to);
      plans.set((before) => ({ ...before }));
    },
  };
}

/** The language in which the page opens. */
export const openingLang = (shelf: Shelf): "de" | "en" =>
  preferredLang(shelf.getItem("bedarf.lang"), navigator.languages);
