import type { Session } from "../../session/session.ts";
import type { WorkLine } from "../../session/work-line.ts";
import type { ViewProps } from "../../view.ts";
import { canAccept, type OrderActions } from "./actions.ts";
import type { Picked } from "./use-picked.ts";
import type { WorkList } from "./use-work-list.ts";

/** What a key does, by its name in `KeyboardEvent.key`. */
type Keys = Readonly<Record<string, () => void>>;

/** Each begins a quantity in the place of the one that stands there. */
const digits = [..."0123456789"];

/** The keys of the work list; most act on the current line, and do nothing where there is none. */
export function orderKeys(
  session: Session,
  { current, entries, chosen, choose }: WorkList,
  actions: OrderActions,
  { go, peek, picked }: Pick<ViewProps, "go"> & { readonly peek: () => void; readonly picked: Picked },
): Keys {
  const onLine = (act: (line: WorkLine) => void) => () => {
    const line = current.line();
    if (line !== undefined) act(line);
  };
  /** The first line of the next supplier, or of the one before. */
  const supplier = (step: 1 | -1) => () => {
    const here = current.line()?.supplier ?? "";
    const heads = entries.filter((entry) => entry.kind === "supplier");
    const at = heads.findIndex((head) => head.supplier === here);
    const line = heads[at + step]?.lines[0];
    if (line !== undefined) current.jump(line.item);
    else if (chosen.supplier !== "") choose({ supplier: "" });
  };
  const acceptOne = onLine((line) => {
    if (actions.decide(line, "accept")) current.move(1);
  });
  const acceptPicked = (): void => {
    actions.acceptAll(picked.lines.filter(canAccept));
    picked.clear();
  };
  return {
    ...(picked.items.size > 0 ? { Escape: picked.clear } : {}),
    "]": supplier(1),
    "[": supplier(-1),
    Home: () => current.end(-1),
    End: () => current.end(1),
    " ": peek,
    j: () => current.move(1),
    ArrowDown: () => current.move(1),
    k: () => current.move(-1),
    ArrowUp: () => current.move(-1),
    a: () => (picked.lines.length > 0 ? acceptPicked() : acceptOne()),
    A: () => actions.acceptPlain(current.line()?.supplier ?? ""),
    c: onLine((line) => actions.ask(line, "change")),
    r: onLine((line) => actions.ask(line, "reject")),
    x: onLine(({ item }) => picked.toggle(item)),
    J: () => picked.extend(1),
    K: () => picked.extend(-1),
    o: onLine(({ supplier = "" }) => actions.place(supplier)),
    n: onLine((line) => actions.ask(line, "note")),
    u: () => session.undo(),
    Enter: onLine(({ item }) => go({ view: "item", of: item, settings: {} })),
    F2: onLine((line) => actions.edit(line)),
    ...Object.fromEntries(digits.map((digit) => [digit, onLine((line) => actions.edit(line, digit))])),
    "/": () => document.getElementById("search")?.focus(),
  };
}

/** Handles keys of a part of the page: none with Control and the like, none while somebody types, no Enter on a button. */
export const onKeys =
  (keys: Keys) =>
  (event: KeyboardEvent): void => {
    const target = event.target as HTMLElement;
    const act = keys[event.key];
    if (act === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    if (target.closest("input:not([type=checkbox]), select, textarea, dialog") !== null) return;
    if (event.key === "Enter" && target.closest("a, button") !== null) return;
    if (event.key === " " && target.closest("input, button, a") !== null) return;
    event.preventDefault();
    act();
  };
