import type { Client } from "../client/client.ts";
import type { DecisionView, OrderView } from "../shapes.ts";
import { createStore, type Store } from "../store.ts";
import { bookWords } from "../words/book.ts";
import type { Notices } from "./notices.ts";
import type { Work } from "./work.ts";

/** What is done with an order: written to a file, told to the supplier, received, or taken back. */
type OrderAction = "saved" | "ordered" | "delivered" | "accept" | "reset";

/** Number and day of an order, where they are told. */
export interface OrderNote {
  readonly order?: string;
  readonly date?: string;
}

/** Whether orders were fetched; once they were, a later failure leaves them as they were. */
interface BookState {
  readonly state: "loading" | "failed" | "here";
  readonly error?: string;
}

/** What was accepted and is not delivered yet: it lives on through every later plan. */
export interface OrderBook {
  readonly orders: Store<readonly OrderView[]>;
  /** Whether they are here: before that nobody is told that nothing was accepted. */
  readonly known: Store<BookState>;
  /** Fetches them again. */
  load(): Promise<void>;
  /** The same in a moment, once for many changes; where that fails the next look fetches them. */
  loadSoon(): void;
  /** Approves some orders; true where all were. */
  approve(orders: readonly OrderView[]): Promise<boolean>;
  /** Takes a step with some orders; true where every one was kept. */
  mark(orders: readonly OrderView[], action: OrderAction, note?: OrderNote): Promise<boolean>;
}

/** True for an order that the supplier does not know of yet. */
export const isUnplaced = ({ state }: OrderView): boolean => state === "accepted" || state === "saved";

/** True for an order that somebody else has to approve first. */
export const isAwaiting = ({ approval }: OrderView): boolean => approval === "awaiting";

/** True for an order that may go out now. */
export const isFree = (order: OrderView): boolean => isUnplaced(order) && !isAwaiting(order);

/** After the last of several decisions the orders are fetched once. */
const pauseMs = 150;

/** The orders of a supplier, "" for those without one. */
export const ofSupplier = (orders: readonly OrderView[], supplier: string): OrderView[] =>
  orders.filter((order) => (order.supplier ?? "") === supplier);

/** Orders as their suppliers know them: where several share one, an order for each, as far as its part is. */
const ordersBySupplier = (orders: readonly OrderView[]): OrderView[] =>
  orders.flatMap((order) => {
    if (order.split === null) return [order];
    return order.split.map(({ unitPrice = null, amount = null, ...own }) => {
      const {
        state,
        order: number,
        date,
      } = order.parts?.find((one) => one.supplier === own.supplier) ?? order;
      const supplierName = own.supplier === order.supplier ? order.supplierName : null;
      return { ...order, ...own, supplierName, unitPrice, amount, state, order: number, date };
    });
  });

/** Steps that are taken with one of the suppliers that share an order; what is accepted or taken back is all of it. */
const bySupplier: readonly OrderAction[] = ["saved", "ordered", "delivered"];

/** The decision that is sent for an order: its quantity stays what it was. */
function decisionOf(order: OrderView, action: OrderAction, note: OrderNote) {
  const { item, version, supplier, split } = order;
  const quantity = split === null ? order.quantity : split.reduce((sum, part) => sum + part.quantity, 0);
  return {
    item,
    action,
    version,
    ...note,
    ...(split !== null && supplier !== null && bySupplier.includes(action) ? { supplier } : {}),
    ...(action === "accept" && quantity !== null ? { quantity } : {}),
  };
}

/** Why a step was refused, in the reader's words where another one came first. */
const refusalText = ({ code, message }: { readonly code: string; readonly message: string }): string =>
  code === "decided-meanwhile" ? bookWords.movedOn : message;

/** `work` holds the lines of the shown plan, which change with their orders. */
export function createOrderBook(
  client: Client,
  { attempt }: Notices,
  work: Pick<Work, "change">,
  shownPlan: () => string,
): OrderBook {
  const orders = createStore<readonly OrderView[]>([]);
  const known = createStore<BookState>({ state: "loading" });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const load = async (): Promise<void> => {
    try {
      orders.set(ordersBySupplier(await client.orders()));
      known.set({ state: "here" });
    } catch (error) {
      const { message } = error as Error;
      known.set((before) => (before.state === "here" ? before : { state: "failed", error: message }));
      throw error;
    }
  };
  const loadSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => load().catch(() => orders.get()), pauseMs);
  };

  const take = (made: DecisionView): void => {
    const { action } = made;
    if (made.plan === shownPlan())
      work.change(made.item, action === "reset" ? undefined : { ...made, action }, made.version);
  };

  async function send(plan: string, of: readonly OrderView[], action: OrderAction, note: OrderNote) {
    const answers = await client.decideAll(
      plan,
      of.map((order) => decisionOf(order, action, note)),
    );
    for (const answer of answers) if (!("error" in answer)) take(answer);
    return answers.flatMap((answer) => ("error" in answer ? [refusalText(answer.error)] : []));
  }

  return {
    orders,
    known,
    load,
    loadSoon,
    approve: (of) =>
      attempt(async () => {
        const seen = of.map(({ plan, item, version }) => ({ plan, item, version }));
        for (const made of (await client.approve(seen)).items) take(made);
        await load();
      }),
    mark: (of, action, note = {}) =>
      attempt(async () => {
        const byPlan = [...Map.groupBy(of, ({ plan }) => plan)];
        const refused = await Promise.all(byPlan.map(([plan, own]) => send(plan, own, action, note)));
        await load();
        const [why] = refused.flat();
        if (why !== undefined) throw new Error(why);
      }),
  };
}
