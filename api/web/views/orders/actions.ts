import type { AboutItem } from "../../decision/effect.tsx";
import { isQuestionable } from "../../decision/plausible.ts";
import { decimalMark, readTyped, say, typed } from "../../language.ts";
import { unplacedOf } from "../../parts/save-file.ts";
import { isPlaced } from "../../session/deciding.ts";
import type { OrderNote } from "../../session/order-book.ts";
import type { Session } from "../../session/session.ts";
import { acceptable, orderedQuantity, type WorkLine } from "../../session/work-line.ts";
import type { OrderView } from "../../shapes.ts";
import { decisionsWords } from "../../words/decisions.ts";
import type { WorkList } from "./use-work-list.ts";

/** What a dialog of the list asks about. */
export type Asking =
  | { readonly about: "change" | "reject" | "note"; readonly typedText?: string }
  /** The quantity of the current line, typed in its place. */
  | { readonly about: "quantity"; readonly typedText: string }
  | { readonly about: "accept"; readonly lines: readonly WorkLine[] }
  | { readonly about: "place"; readonly orders: readonly OrderView[] };

/** What can be done with lines of the list, by key or by button. */
export interface OrderActions {
  select(line: WorkLine): void;
  /** Decides; false where that cannot be without a question, which is asked. */
  decide(line: WorkLine, action: "accept" | "reset"): boolean;
  /** Opens the dialog that changes or rejects a line, or notes something about its item. */
  ask(line: WorkLine, action: "change" | "reject" | "note"): void;
  /** Begins to change the quantity of a line in its place, with what was typed so far; else with what stands there. */
  edit(line: WorkLine, typedText?: string): void;
  /** Takes a quantity typed in its place, or asks about it in the dialog; with `isOn` the next line is current. */
  take(line: WorkLine, text: string, about: AboutItem | undefined, isOn: boolean): void;
  /** Leaves the quantity as it was; with `isBack` keys go to the list again. */
  leave(isBack: boolean): void;
  /** Accepts the lines of a supplier that need no look; of many lines, and of those of all suppliers, it asks first. */
  acceptPlain(supplier: string): void;
  /** Accepts some lines in one step, with the way back in what is said about it. */
  acceptAll(lines: readonly WorkLine[]): void;
  /** Asks for number and day of the order of a supplier, as far as something is accepted. */
  place(supplier: string): void;
  /** Notes orders as known to their supplier, with the way back in what is said about it. */
  ordered(orders: readonly OrderView[], note: OrderNote): Promise<void>;
  /** Rejects some lines in one step for one reason. */
  rejectAll(lines: readonly WorkLine[], reason: string): void;
}

/** So many lines are accepted in one step without a question. */
const mostUnasked = 20;

/** True for a line that can be accepted as it stands; what is blocked or orders nothing is a question. */
export const canAccept = ({ attention, quantity }: WorkLine): boolean =>
  attention !== "blocked" && quantity > 0;

const backToList = (): void =>
  document.querySelector<HTMLElement>("[role=grid]")?.focus({ preventScroll: true });

/** Quantities typed in their place. */
function inPlace(
  session: Session,
  current: WorkList["current"],
  keep: WorkList["keep"],
  open: (asking: Asking | undefined) => void,
): Pick<OrderActions, "edit" | "take" | "leave"> {
  return {
    edit(line, typedText = typed(orderedQuantity(line))) {
      current.set(line.item);
      if (isPlaced(line.decided)) session.decide([{ item: line.item, action: "change" }]);
      else open({ about: "quantity", typedText });
    },
    take(line, text, about, isOn) {
      const quantity = readTyped(text);
      if (quantity === undefined || isQuestionable(text, decimalMark(), quantity, line, about)) {
        current.set(line.item);
        return open({ about: "change", typedText: text });
      }
      open(undefined);
      keep(line.item);
      const supplier = line.decided?.supplier;
      const to = supplier == null ? {} : { supplier };
      session.decide([{ item: line.item, action: "change", quantity, ...to }]);
      if (!isOn) return;
      backToList();
      current.move(1);
    },
    leave(isBack) {
      open(undefined);
      if (isBack) backToList();
    },
  };
}

export function orderActions(
  session: Session,
  { lines, chosen, current, keep }: WorkList,
  open: (asking: Asking | undefined) => void,
): OrderActions {
  const ask: OrderActions["ask"] = ({ item, decided }, about) => {
    current.set(item);
    // what is placed is said to be so instead of being asked about
    if (about !== "note" && isPlaced(decided)) session.decide([{ item, action: about }]);
    else open({ about });
  };
  const acceptAll: OrderActions["acceptAll"] = (of) => {
    for (const { item } of of) keep(item);
    const undo = session.decide(of.map(({ item }) => ({ item, action: "accept" })));
    session.notify("good", say(decisionsWords.acceptedLines, { count: of.length }), {
      name: decisionsWords.undo,
      act: undo,
    });
  };
  return {
    ask,
    ...inPlace(session, current, keep, open),
    acceptAll,
    rejectAll(of, reason) {
      for (const { item } of of) keep(item);
      const undo = session.decide(of.map(({ item }) => ({ item, action: "reject", reason })));
      session.notify("good", say(decisionsWords.rejectedLines, { count: of.length }), {
        name: decisionsWords.undo,
        act: undo,
      });
    },
    place(supplier) {
      const orders = unplacedOf(session.book.orders.get(), supplier);
      if (orders.length === 0) return session.notify("warning", decisionsWords.nothingAccepted);
      open({ about: "place", orders });
    },
    async ordered(orders, note) {
      if (!(await session.book.mark(orders, "ordered", note))) return;
      const back = orders.map((order) => ({ ...order, version: order.version + 1 }));
      session.notify("good", say(decisionsWords.orderedLines, { count: orders.length }), {
        name: decisionsWords.undo,
        act: () => session.book.mark(back, "accept"),
      });
    },
    select: ({ item }) => current.set(item),
    decide(line, action) {
      if (isPlaced(line.decided)) {
        session.decide([{ item: line.item, action }]);
        return false;
      }
      if (action === "accept" && !canAccept(line)) {
        ask(line, "change");
        return false;
      }
      keep(line.item);
      session.decide([{ item: line.item, action }]);
      return true;
    },
    acceptPlain(supplier) {
      const plain = acceptable(lines.filter((line) => !chosen.grouped || (line.supplier ?? "") === supplier));
      if (plain.length === 0) return session.notify("warning", decisionsWords.nothingPlain);
      if (!chosen.grouped || plain.length > mostUnasked) return open({ about: "accept", lines: plain });
      acceptAll(plain);
    },
  };
}
