import {
  ascending,
  defined,
  isAcceptable,
  kindRank,
  type LineKind,
  lineAmount,
  lineKind,
  orderFrom,
} from "../../../src/index.ts";
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
  /** The line as it was suggested, where it was decided to order from another supplier. */
  readonly suggested?: Line;
  /** A decision that the server does not have yet. */
  readonly pending?: boolean;
}

/** The decision on a line that counts: the one on its way, else the server's. */
export function withPending(line: Line, pending: Pending | undefined): Line & { pending?: boolean } {
  if (pending === undefined) return line;
  const { decided: _, ...rest } = line;
  const { action, quantity, reason, supplier } = pending;
  if (action === "reset") return { ...rest, pending: true };
  const decided: Decided = { action, version: line.version, ...defined({ quantity, reason, supplier }) };
  return { ...rest, decided, pending: true };
}

/** A line with what the list filters by and searches in, as the supplier delivers it that it was decided to order from. */
export function workLine(
  line: Line & { pending?: boolean },
  master: Pick<ItemMaster, "owner" | "group"> | undefined,
  nameOf?: (supplier: string) => string | undefined,
): WorkLine {
  const { owner, group } = master ?? {};
  const order = orderFrom(line, line.decided?.supplier, line.decided?.quantity);
  const supplierName = order.supplier === undefined ? undefined : nameOf?.(order.supplier);
  return {
    ...order,
    ...defined({ owner, group, supplierName }),
    kind: lineKind(order),
    ...(order === line ? {} : { suggested: line }),
  };
}

/** True for a line that a buyer is shown although nothing is decided: `isListed` of a line whose kind is known. */
export const isAsking = ({ quantity, kind }: WorkLine): boolean => quantity > 0 || kind !== "plain";

/** True for a line that counts for the order of its supplier: it asks for something, or something is decided on it. */
export const isOfOrder = (line: WorkLine): boolean => line.decided !== undefined || isAsking(line);

/** The quantity that will be ordered: as decided, else as suggested. */
export const orderedQuantity = ({ decided, quantity }: Line): number =>
  decided?.action === "reject" ? 0 : (decided?.quantity ?? quantity);

/** Its value; undefined where no price is known. */
export const orderedAmount = (line: Line): number | undefined =>
  line.decided?.quantity == null && line.decided?.action !== "reject"
    ? line.amount
    : line.unitPrice === undefined
      ? undefined
      : lineAmount(line.unitPrice, orderedQuantity(line));

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
