import { ascending, defined, isAcceptable, kindRank, type LineKind, lineKind } from "../../../src/index.ts";
import type { Decided, ItemMaster, Line } from "../shapes.ts";
import type { Pending } from "./pending.ts";

/** A line of the work list: the suggestion, what was decided, and whose item it is. */
export interface WorkLine extends Line {
  readonly owner?: string;
  readonly group?: string;
  /** What the line asks of the buyer. */
  readonly kind: LineKind;
  /** What its supplier is called, where that is known. */
  readonly supplierName?: string;
  /** A decision that the server does not have yet. */
  readonly pending?: boolean;
}

/** The decision on a line that counts: the one on its way, else the server's. */
export function withPending(line: Line, pending: Pending | undefined): Line & { pending?: boolean } {
  if (pending === undefined) return line;
  const { decided: _, ...rest } = line;
  const { action, quantity, reason } = pending;
  if (action === "reset") return { ...rest, pending: true };
  const decided: Decided = { action, version: line.version, ...defined({ quantity, reason }) };
  return { ...rest, decided, pending: true };
}

/** A line with what the list filters by and searches in. */
export function workLine(
  line: Line & { pending?: boolean },
  master: Pick<ItemMaster, "owner" | "group"> | undefined,
  supplierName?: string,
): WorkLine {
  const { owner, group } = master ?? {};
  return { ...line, ...defined({ owner, group, supplierName }), kind: lineKind(line) };
}

/** What was made of lines that were searched: a search looks through the same lines with every letter. */
const folded = new WeakMap<WorkLine, string>();

/** Lower-case text that the search looks through. */
export function searchedIn(line: WorkLine): string {
  const known = folded.get(line);
  if (known !== undefined) return known;
  const { item, name, supplier, supplierName, supplierItem, owner, group } = line;
  const text = [item, name, supplier, supplierName, supplierItem, owner, group]
    .filter((part) => part !== undefined && part !== "")
    .join("\n")
    .toLowerCase();
  folded.set(line, text);
  return text;
}

/** Makes what a search looks through while a browser that says so has nothing else to do; gives the way to stop it. */
export function foldedInIdle(lines: readonly WorkLine[]): () => void {
  if (typeof requestIdleCallback !== "function") return () => undefined;
  let at = 0;
  const some = (left: IdleDeadline): void => {
    while (at < lines.length && left.timeRemaining() > 1) searchedIn(lines[at++]);
    if (at < lines.length) waiting = requestIdleCallback(some);
  };
  let waiting = requestIdleCallback(some);
  return () => cancelIdleCallback(waiting);
}

/** True for a line that a buyer is shown although nothing is decided: `isListed` of a line whose kind is known. */
export const isAsking = ({ quantity, kind }: WorkLine): boolean => quantity > 0 || kind !== "plain";

/** The quantity that will be ordered: as decided, else as suggested. */
export const orderedQuantity = ({ decided, quantity }: Line): number =>
  decided?.action === "reject" ? 0 : (decided?.quantity ?? quantity);

/** Its value; undefined where no price is known. */
export const orderedAmount = (line: Line): number | undefined =>
  line.decided?.quantity == null && line.decided?.action !== "reject"
    ? line.amount
    : line.unitPrice === undefined
      ? undefined
      : orderedQuantity(line) * line.unitPrice;

/** Shortages first and what is blocked last, then what must be ordered soonest, then the most money. */
export const byUrgency = (a: WorkLine, b: WorkLine): number =>
  kindRank(a.kind) - kindRank(b.kind) ||
  ascending(a.orderBy, b.orderBy) ||
  (b.amount ?? 0) - (a.amount ?? 0) ||
  ascending(a.item, b.item);

/** Lines that can be accepted without a look. */
export const acceptable = (lines: readonly WorkLine[]): WorkLine[] =>
  lines.filter((line) => line.decided === undefined && isAcceptable(line));

/** Sums of money by currency, in the order of the currency codes. */
export function sumByCurrency<L extends { readonly currency?: string | null }>(
  lines: readonly L[],
  amount: (line: L) => number | null | undefined,
): [string, number][] {
  const sums = new Map<string, number>();
  for (const line of lines) {
    const value = amount(line);
    if (value === undefined || value === null) continue;
    const key = line.currency ?? "";
    sums.set(key, (sums.get(key) ?? 0) + value);
  }
  return [...sums].sort(([a], [b]) => ascending(a, b));
}
