import type { Client } from "../client/client.ts";
import type { Basket, Decided, ItemMaster, Line } from "../shapes.ts";
import { createStore, type Store } from "../store.ts";
import type { Pending } from "./pending.ts";
import { type WorkLine, withPending, workLine } from "./work-line.ts";

/** The lines of the shown plan as far as they are here. */
export interface WorkState {
  readonly state: "loading" | "failed" | "here";
  readonly lines: readonly WorkLine[];
  readonly error?: string;
  /** Whose items they are is still on its way: nobody asked for the items of some alone. */
  readonly lacksOwners?: true;
}

/** The lines of the shown plan, and what of the plan stands beside them. */
export interface Work {
  readonly work: Store<WorkState>;
  readonly baskets: Store<ReadonlyMap<string, Basket>>;
  /** What suppliers are called, by their numbers, whether something is ordered from them or not. */
  readonly supplierNames: Store<ReadonlyMap<string, string>>;
  /** The line of an item as the server has it. */
  line(item: string): Line | undefined;
  /** What is decided on an item: on its way to the server, else there. */
  decided(item: string): Decided | undefined;
  /** Loads the lines of a plan: true when they are here, false where that failed or another plan was asked for meanwhile. */
  load(plan: string): Promise<boolean>;
  /** There is no plan: no lines, and nothing to wait for. */
  clear(): void;
  /** Takes over the decision that the server has. */
  change(item: string, decided: Decided | undefined, version: number): void;
  /** Draws the lines of these items anew, and no others: a decision must not cost the whole list. */
  redraw(items: Iterable<string>): void;
}

/** What is decided on a line: on its way to the server, else there. */
const decidedOn = (line: Line | undefined, pending: Pending | undefined): Decided | undefined =>
  line === undefined ? undefined : withPending(line, pending).decided;

/** A line with the decision that the server has on it. */
function withDecision(line: Line, decided: Decided | undefined, version: number): Line {
  const { decided: _, ...rest } = line;
  return decided === undefined ? { ...rest, version } : { ...rest, version, decided };
}

/** The lines of a plan by item, and the suppliers. */
async function planned(client: Client, plan: string) {
  const [lines, baskets, suppliers] = await Promise.all([
    client.lines(plan),
    client.baskets(plan),
    client.suppliers(plan),
  ]);
  const named = [...baskets, ...suppliers].flatMap(({ supplier, name }): [string, string][] =>
    name === undefined ? [] : [[supplier, name]],
  );
  return {
    names: new Map(named),
    lines: new Map(lines.map((line) => [line.item, line])),
    places: new Map(lines.map(({ item }, place) => [item, place])),
    baskets: new Map(baskets.map((basket) => [basket.supplier, basket])),
  };
}

/** What the items of a plan are called and whose they are, by item. */
async function mastersOf(client: Client, plan: string): Promise<Map<string, ItemMaster>> {
  return new Map((await client.masters(plan)).map((row) => [row.item, row]));
}

/** The decision on an item that the server does not have yet. */
type PendingOf = (item: string) => Pending | undefined;

/** `isForAll`: all owners' items are shown, so that lines can be drawn before it is known whose they are. */
export function createWork(client: Client, pendingOf: PendingOf, isForAll: () => boolean): Work {
  const work = createStore<WorkState>({ state: "loading", lines: [] });
  const baskets = createStore<ReadonlyMap<string, Basket>>(new Map());
  const supplierNames = createStore<ReadonlyMap<string, string>>(new Map());
  let lines = new Map<string, Line>();
  let masters = new Map<string, ItemMaster>();
  /** Where each item stands among the drawn lines. */
  let places = new Map<string, number>();
  let wanted = "";

  const drawn = (line: Line): WorkLine =>
    workLine(withPending(line, pendingOf(line.item)), masters.get(line.item), (supplier) =>
      supplierNames.get().get(supplier),
    );

  const redraw: Work["redraw"] = (of) => {
    work.set((before) => {
      const next = before.lines.slice();
      for (const item of of) {
        const [place, fresh] = [places.get(item), lines.get(item)];
        if (place !== undefined && fresh !== undefined) next[place] = drawn(fresh);
      }
      return { ...before, lines: next };
    });
  };

  /** Shows the lines of a plan as far as it is still wanted; false where another one is. */
  const show = (plan: string, whose?: Map<string, ItemMaster>): boolean => {
    if (wanted !== plan) return false;
    masters = whose ?? new Map();
    const shown = { state: "here", lines: Array.from(lines.values(), drawn) } as const;
    work.set(whose === undefined ? { ...shown, lacksOwners: true } : shown);
    return true;
  };

  return {
    work,
    baskets,
    supplierNames,
    redraw,
    line: (item) => lines.get(item),
    decided: (item) => decidedOn(lines.get(item), pendingOf(item)),
    async load(plan) {
      wanted = plan;
      places = new Map();
      work.set({ state: "loading", lines: [] });
      try {
        const whose = isForAll() ? undefined : mastersOf(client, plan);
        whose?.catch(() => {});
        const found = await planned(client, plan);
        if (wanted !== plan) return false;
        ({ lines, places } = found);
        baskets.set(found.baskets);
        supplierNames.set(found.names);
        return (whose !== undefined || show(plan)) && show(plan, await (whose ?? mastersOf(client, plan)));
      } catch (error) {
        if (wanted === plan) work.set({ state: "failed", lines: [], error: (error as Error).message });
        return false;
      }
    },
    clear() {
      places = new Map();
      work.set({ state: "here", lines: [] });
    },
    change(item, decided, version) {
      const line = lines.get(item);
      if (line === undefined) return;
      lines.set(item, withDecision(line, decided, version));
      redraw([item]);
    },
  };
}
