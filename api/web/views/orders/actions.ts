import { say, t } from "../../language.ts";
import type { Session } from "../../session/session.ts";
import { acceptable, type WorkLine } from "../../session/work-line.ts";
import type { WorkList } from "./use-work-list.ts";

/** What can be done with lines of the list, by key or by button. */
export interface OrderActions {
  select(line: WorkLine): void;
  decide(line: WorkLine, action: "accept" | "reset"): void;
  /** Opens the dialog that changes or rejects a line. */
  ask(line: WorkLine, action: "change" | "reject"): void;
  /** Accepts the lines of a supplier that need no look; in a list without suppliers those of all. */
  acceptPlain(supplier: string): void;
}

export const orderActions = (
  session: Session,
  { lines, chosen, current, keep }: WorkList,
  open: (action: "change" | "reject") => void,
): OrderActions => ({
  select: ({ item }) => current.set(item),
  decide({ item }, action) {
    keep(item);
    session.decide([{ item, action }]);
  },
  ask({ item }, action) {
    current.set(item);
    open(action);
  },
  acceptPlain(supplier) {
    const plain = acceptable(lines.filter((line) => !chosen.grouped || (line.supplier ?? "") === supplier));
    if (plain.length === 0) return session.notify("warning", t.decisions.nothingPlain);
    for (const { item } of plain) keep(item);
    session.decide(plain.map(({ item }) => ({ item, action: "accept" })));
    session.notify("good", say(t.decisions.acceptedLines, { count: plain.length }));
  },
});
