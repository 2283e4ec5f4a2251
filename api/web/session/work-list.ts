import { defined } from "../../../src/index.ts";
import type { Decided, ItemRow, Line } from "../shapes.ts";
import type { Pending } from "./decisions.ts";

/** A line of the work list: the suggestion, what was decided, and whose item it is. */
export interface WorkLine extends Line {
  readonly owner?: string;
  readonly group?: string;
  readonly abc?: string;
  /** Lower-case text that the search looks through. */
  readonly searched: string;
  /** A decision that the server does not have yet. */
  readonly pending?: boolean;
}

export const shows = ["open", "attention", "decided", "all", "quiet"] as const;
export type Show = (typeof shows)[number];
export const sorts = ["urgency", "amount", "item", "runsOutOn", "difference"] as const;
export type Sort = (typeof sorts)[number];

/** What of the list is shown, and in which order; stands in the address. */
export interface Chosen {
  readonly show: Show;
  readonly sort: Sort;
  readonly grouped: boolean;
  readonly text: string;
  readonly supplier: string;
  readonly owner: string;
  readonly group: string;
}

const oneOf = <T extends string>(values: readonly T[], given: string | undefined, fallback: T): T =>
  values.find((value) => value === given) ?? fallback;

export function chosenOf(settings: Readonly<Record<string, string>>): Chosen {
  return {
    show: oneOf(shows, settings.show, "open"),
    sort: oneOf(sorts, settings.sort, "urgency"),
    grouped: settings.grouped !== "no",
    text: settings.q ?? "",
    supplier: settings.supplier ?? "",
    owner: settings.owner ?? "",
    group: settings.group ?? "",
  };
}

/** The decision on a line that counts: the one on its way, else the server's. */
export function withPending(line: Line, pending: Pending | undefined): Line & { pending?: boolean } {
  if (pending === undefined) return line;
  const { decided: _, ...rest } = line;
  if (pending.action === "reset") return { ...rest, pending: true };
  const { action, quantity, reason } = pending;
  const decided: Decided = {
    action,
    version: line.version,
    ...defined({ quantity, reason }),
  };
  return { ...rest, decided, pending: true };
}

export function workLine(
  line: Line & { pending?: boolean },
  master: ItemRow | undefined,
  supplierName = "",
): WorkLine {
  const { owner, group, abc, xyz } = master ?? {};
  const texts = [line.item, line.name, line.supplier, supplierName, line.supplierItem, owner, group];
  return {
    ...line,
    ...defined({ owner, group }),
    ...(abc === undefined ? {} : { abc: `${abc}${xyz ?? ""}` }),
    searched: texts
      .filter((text) => text !== undefined && text !== "")
      .join("\n")
      .toLowerCase(),
  };
}

/** The quantity that will be ordered: as decided, else as suggested. */
export const orderedQuantity = ({ decided, quantity }: Line): number =>
  decided?.action === "reject" ? 0 : (decided?.quantity ?? quantity);

/** Its value; undefined where no price is known. */
export const orderedAmount = (line: Line): number | undefined =>
  line.decided?.quantity === undefined && line.decided?.action !== "reject"
    ? line.amount
    : line.unitPrice === undefined
      ? undefined
      : orderedQuantity(line) * line.unitPrice;

const urgencyOf = { blocked: 0, review: 1, none: 2 } as const;
const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

type Compare = (a: WorkLine, b: WorkLine) => number;

/** Exceptions first, then what must be ordered soonest, then the most money. */
const urgency: Compare = (a, b) =>
  urgencyOf[a.attention] - urgencyOf[b.attention] ||
  byCodeUnit(a.orderBy, b.orderBy) ||
  (b.amount ?? 0) - (a.amount ?? 0) ||
  byCodeUnit(a.item, b.item);

const asIsAmount = ({ asIs, unitPrice = 0 }: WorkLine): number => (asIs?.quantity ?? 0) * unitPrice;
const difference = (line: WorkLine): number => Math.abs((line.amount ?? 0) - asIsAmount(line));

const compares: Readonly<Record<Sort, Compare>> = {
  urgency,
  amount: (a, b) => (b.amount ?? 0) - (a.amount ?? 0) || byCodeUnit(a.item, b.item),
  item: (a, b) => byCodeUnit(a.item, b.item),
  runsOutOn: (a, b) => byCodeUnit(a.runsOutOn ?? "9", b.runsOutOn ?? "9") || urgency(a, b),
  difference: (a, b) => difference(b) - difference(a) || byCodeUnit(a.item, b.item),
};

const isShown: Readonly<Record<Show, (line: WorkLine) => boolean>> = {
  open: (line) => line.decided === undefined && (line.quantity > 0 || line.attention !== "none"),
  attention: (line) => line.decided === undefined && line.attention !== "none",
  decided: (line) => line.decided !== undefined,
  all: (line) => line.quantity > 0 || line.attention !== "none" || line.decided !== undefined,
  quiet: (line) => line.quantity <= 0 && line.attention === "none" && line.decided === undefined,
};

function matches(line: WorkLine, { text, supplier, owner, group }: Chosen): boolean {
  if (supplier !== "" && (line.supplier ?? "-") !== supplier) return false;
  if (owner !== "" && (line.owner ?? "-") !== owner) return false;
  if (group !== "" && (line.group ?? "-") !== group) return false;
  const words = text.toLowerCase().split(/\s+/);
  return words.every((word) => line.searched.includes(word));
}

/**
 * The lines that are shown, in order. Lines of `kept` stay where they are although they are decided: a list does not
 * move under the hand that works on it.
 */
export const chosenLines = (
  lines: readonly WorkLine[],
  chosen: Chosen,
  kept?: ReadonlySet<string>,
): WorkLine[] =>
  lines
    .filter((line) => (isShown[chosen.show](line) || kept?.has(line.item) === true) && matches(line, chosen))
    .sort(compares[chosen.sort]);

/** How many lines each choice of `show` would list, among those that match the rest. */
export function counts(lines: readonly WorkLine[], chosen: Chosen): Readonly<Record<Show, number>> {
  const found = { open: 0, attention: 0, decided: 0, all: 0, quiet: 0 };
  for (const line of lines) {
    if (!matches(line, chosen)) continue;
    for (const show of shows) if (isShown[show](line)) found[show]++;
  }
  return found;
}

export interface SupplierHead {
  readonly kind: "supplier";
  readonly supplier: string;
  readonly lines: readonly WorkLine[];
}
export interface LineEntry {
  readonly kind: "line";
  readonly line: WorkLine;
}
export type Entry = SupplierHead | LineEntry;

/** Lines below the heads of their suppliers; the suppliers in the order of their first line. */
export function entriesOf(lines: readonly WorkLine[], grouped: boolean): Entry[] {
  if (!grouped) return lines.map((line) => ({ kind: "line", line }));
  const groups = Map.groupBy(lines, ({ supplier }) => supplier ?? "");
  return [...groups].flatMap(([supplier, of]): Entry[] => [
    { kind: "supplier", supplier, lines: of },
    ...of.map((line): Entry => ({ kind: "line", line })),
  ]);
}

/** Lines that can be accepted without a look. */
export const acceptable = (lines: readonly WorkLine[]): WorkLine[] =>
  lines.filter((line) => line.attention === "none" && line.decided === undefined && line.quantity > 0);

/** Sums of money by currency, in the order of the currency codes. */
export function sumByCurrency(
  lines: readonly Line[],
  amount: (line: Line) => number | undefined,
): [string, number][] {
  const sums = new Map<string, number>();
  for (const line of lines) {
    const value = amount(line);
    if (value === undefined) continue;
    const key = line.currency ?? "";
    sums.set(key, (sums.get(key) ?? 0) + value);
  }
  return [...sums].sort(([a], [b]) => byCodeUnit(a, b));
}
