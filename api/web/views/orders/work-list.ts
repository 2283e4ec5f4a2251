import { ascending, type LineKind, lineAmount } from "../../../../src/index.ts";
import { foundIn } from "../../session/search.ts";
import { byUrgency, isAsking, isOfOrder, type WorkLine } from "../../session/work-line.ts";

/** Which lines can be shown. */
export const shows = ["open", "shortage", "doubt", "blocked", "decided", "all", "quiet"] as const;
type Show = (typeof shows)[number];
/** By what the lines can be ordered. */
export const sorts = ["urgency", "amount", "item", "runsOutOn", "difference"] as const;
export type Sort = (typeof sorts)[number];

export const isSort = (name: string): name is Sort => (sorts as readonly string[]).includes(name);

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

/** The choice that the settings of an address make. */
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

/** The settings of an address that make a choice; what stands anyway is left out. */
export const settingsOf = ({
  show,
  sort,
  grouped,
  text,
  ...filters
}: Chosen): Readonly<Record<string, string>> => ({
  show: show === "open" ? "" : show,
  sort: sort === "urgency" ? "" : sort,
  grouped: grouped ? "" : "no",
  q: text,
  ...filters,
});

type Compare = (a: WorkLine, b: WorkLine) => number;

const asIsAmount = ({ asIs, unitPrice = 0 }: WorkLine): number => lineAmount(unitPrice, asIs?.quantity ?? 0);
const difference = (line: WorkLine): number => Math.abs((line.amount ?? 0) - asIsAmount(line));

const compares: Readonly<Record<Sort, Compare>> = {
  urgency: byUrgency,
  amount: (a, b) => (b.amount ?? 0) - (a.amount ?? 0) || ascending(a.item, b.item),
  item: (a, b) => ascending(a.item, b.item),
  runsOutOn: (a, b) => ascending(a.runsOutOn ?? "9", b.runsOutOn ?? "9") || byUrgency(a, b),
  difference: (a, b) => difference(b) - difference(a) || ascending(a.item, b.item),
};

const isOpenOf =
  (kind: LineKind) =>
  (line: WorkLine): boolean =>
    line.decided === undefined && line.kind === kind;

const isShown: Readonly<Record<Show, (line: WorkLine) => boolean>> = {
  open: (line) => line.decided === undefined && isAsking(line),
  shortage: isOpenOf("shortage"),
  doubt: isOpenOf("doubt"),
  blocked: isOpenOf("blocked"),
  decided: (line) => line.decided !== undefined,
  all: isOfOrder,
  quiet: (line) => !isOfOrder(line),
};

/** Tells lines that the filters leave from others. */
const narrowed =
  ({ supplier, owner, group }: Chosen) =>
  (line: WorkLine): boolean =>
    (supplier === "" || (line.supplier ?? "-") === supplier) &&
    (owner === "" || (line.owner ?? "-") === owner) &&
    (group === "" || (line.group ?? "-") === group);

/** The lines that search and filters leave, in their order. */
export function matching(lines: readonly WorkLine[], chosen: Chosen): readonly WorkLine[] {
  const found = foundIn(lines, chosen.text)?.flatMap((place) => lines[place] ?? []) ?? lines;
  return chosen.supplier === "" && chosen.owner === "" && chosen.group === ""
    ? found
    : found.filter(narrowed(chosen));
}

/** Places of the lines in an order. A decision changes none of it: on a long list it is found once, not with every key. */
export const orderOf = (lines: readonly WorkLine[], sort: Sort): readonly number[] => {
  const compare = compares[sort];
  return Array.from(lines, (_, k) => k).sort((a, b) => compare(lines[a], lines[b]));
};

/**
 * The lines that are shown, in order. Lines of `kept` stay where they are although they are decided: a list does not
 * move under the hand that works on it.
 */
export const chosenLines = (
  lines: readonly WorkLine[],
  chosen: Chosen,
  kept?: ReadonlySet<string>,
  order = orderOf(lines, chosen.sort),
): WorkLine[] => {
  const isLeft = narrowed(chosen);
  const isHere = isShown[chosen.show];
  const found = foundIn(lines, chosen.text);
  const isFound = new Uint8Array(found === undefined ? 0 : lines.length);
  for (const place of found ?? []) isFound[place] = 1;
  const shown: WorkLine[] = [];
  for (const place of order) {
    if (found !== undefined && isFound[place] === 0) continue;
    const line = lines[place];
    if (line !== undefined && (isHere(line) || kept?.has(line.item)) && isLeft(line)) shown.push(line);
  }
  return shown;
};

/** How many lines each choice of `show` would list, among those that match the rest. */
export function counts(lines: readonly WorkLine[], chosen: Chosen): Readonly<Record<Show, number>> {
  const found = { open: 0, shortage: 0, doubt: 0, blocked: 0, decided: 0, all: 0, quiet: 0 };
  for (const line of matching(lines, chosen))
    for (const show of shows) if (isShown[show](line)) found[show]++;
  return found;
}

/** The head of a supplier above its lines. */
export interface SupplierHead {
  readonly kind: "supplier";
  readonly supplier: string;
  readonly lines: readonly WorkLine[];
}
/** A line as an entry of the list. */
interface LineEntry {
  readonly kind: "line";
  readonly line: WorkLine;
}
/** What the list draws, one below the other. */
export type Entry = SupplierHead | LineEntry;

/**
 * Lines below the heads of their suppliers; the suppliers in the order of their first line. Entries of `before` in the
 * same place with the same line are taken as they are: a decision makes one, not thousands.
 */
export function entriesOf(
  lines: readonly WorkLine[],
  grouped: boolean,
  before: readonly Entry[] = [],
): readonly Entry[] {
  const entries: Entry[] = [];
  const add = (line: WorkLine): void => {
    const same = before[entries.length];
    entries.push(same?.kind === "line" && same.line === line ? same : { kind: "line", line });
  };
  if (!grouped) {
    for (const line of lines) add(line);
    return entries;
  }
  for (const [supplier, of] of Map.groupBy(lines, (line) => line.supplier ?? "")) {
    entries.push({ kind: "supplier", supplier, lines: of });
    for (const line of of) add(line);
  }
  return entries;
}
