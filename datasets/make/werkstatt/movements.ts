import { civil } from "../../../src/calendar/date.ts";
import { random } from "../random.ts";
import type { Article } from "./article.ts";
import type { Issue } from "./consumption.ts";
import { firstExportDay, lastDay, plant } from "./days.ts";
import type { Purchase } from "./stock.ts";

export type MovementKind =
  | "Verbrauch"
  | "Storno Verbrauch"
  | "Rückgabe"
  | "Wareneingang"
  | "Inventurdifferenz"
  | "Umlagerung"
  | "Ausschuss";

/** A line of the stock movement list. */
export interface Movement {
  readonly document: string;
  readonly position: number;
  readonly day: number;
  readonly kind: MovementKind;
  readonly item: string;
  readonly quantity: number;
  readonly costCentre: string;
  /** Booked after the first export was made, although dated before. */
  readonly bookedLate?: boolean;
}

const costCentres = ["4110", "4120", "4210", "4300"];
const linesPerDocument = 6;
const returnShare = 0.014;

/** Numbers documents within a year: "MB26000123". */
function numbering(prefix: string): (day: number) => string {
  const counts = new Map<number, number>();
  return (day) => {
    const { year } = civil(day);
    const count = (counts.get(year) ?? 0) + 1;
    counts.set(year, count);
    return `${prefix}${String(year % 100).padStart(2, "0")}${String(count).padStart(6, "0")}`;
  };
}

const byDayThenItem = <T extends { readonly day: number; readonly item: string }>(a: T, b: T) =>
  a.day - b.day || (a.item < b.item ? -1 : a.item > b.item ? 1 : 0);

/** Issues as positions of picking documents: one document a day and cost centre, six positions at most. */
function pickings(issues: readonly Issue[], seed: number): Movement[] {
  const stream = random(seed, "documents");
  const number = numbering("MB");
  const open = new Map<string, { document: string; positions: number; day: number }>();
  return [...issues].sort(byDayThenItem).map(({ item, day, quantity }) => {
    const costCentre = stream.pick(costCentres);
    const bookedLate = day <= firstExportDay && day > firstExportDay - 12 && stream.next() < 0.07;
    const key = bookedLate ? `late ${item}` : costCentre;
    let document = open.get(key);
    if (document === undefined || document.day !== day || document.positions === linesPerDocument) {
      document = { document: number(day), positions: 0, day };
      open.set(key, document);
    }
    document.positions += 1;
    return {
      document: document.document,
      position: document.positions * 10,
      day,
      kind: "Verbrauch",
      item,
      quantity,
      costCentre,
      ...(bookedLate ? { bookedLate } : {}),
    };
  });
}

/** Cancellations (all of a line) and returns (part of it) name the document of the issue, on a position of their own. */
function returnsOf(taken: readonly Movement[], seed: number, whole: (item: string) => boolean): Movement[] {
  const stream = random(seed, "returns");
  let position = 500;
  return taken.flatMap((line): Movement[] => {
    const chance = stream.next();
    const share = stream.between(0.3, 0.7);
    const day = plant.add(line.day, 1 + stream.below(15));
    if (chance > returnShare || day > lastDay || line.bookedLate === true) return [];
    const isCancelled = chance < returnShare / 2;
    const part = whole(line.item)
      ? Math.floor(line.quantity * share)
      : Math.floor(line.quantity * share * 10) / 10;
    const quantity = isCancelled ? line.quantity : part;
    if (quantity <= 0) return [];
    position = position === 990 ? 510 : position + 10;
    return [
      { ...line, position, day, kind: isCancelled ? "Storno Verbrauch" : "Rückgabe", quantity: -quantity },
    ];
  });
}

/** What a movement list holds besides: receipts, stock-taking differences, transfers, scrap. None is demand. */
function others(purchases: readonly Purchase[], taken: readonly Movement[], seed: number): Movement[] {
  const stream = random(seed, "others");
  const receipt = numbering("WE");
  const internal = numbering("IB");
  const receipts = purchases
    .flatMap(({ item, quantity, received }) =>
      received === undefined ? [] : [{ item, quantity, day: received }],
    )
    .sort(byDayThenItem)
    .map((line): Movement => {
      return { ...line, document: receipt(line.day), position: 10, kind: "Wareneingang", costCentre: "" };
    });
  const internals = taken.flatMap((line): Movement[] => {
    const chance = stream.next();
    if (chance > 0.006 || line.quantity < 3) return [];
    const kind = chance < 0.002 ? "Ausschuss" : chance < 0.004 ? "Umlagerung" : "Inventurdifferenz";
    const sign = kind === "Inventurdifferenz" && stream.next() < 0.5 ? -1 : 1;
    const quantity = sign * Math.max(1, Math.floor(line.quantity * 0.2));
    return [
      {
        document: internal(line.day),
        position: 10,
        day: line.day,
        kind,
        item: line.item,
        quantity,
        costCentre: "",
      },
    ];
  });
  return [...receipts, ...internals];
}

/** All movements by day, then document and position. */
export function movementsOf(
  articles: readonly Article[],
  issues: readonly Issue[],
  purchases: readonly Purchase[],
  seed: number,
): Movement[] {
  const pieces = new Set(articles.filter(({ group }) => group.unit === "ST").map(({ item }) => item));
  const taken = pickings(issues, seed);
  const all = [
    ...taken,
    ...returnsOf(taken, seed, (item) => pieces.has(item)),
    ...others(purchases, taken, seed),
  ];
  return all.sort(
    (a, b) =>
      a.day - b.day || (a.document < b.document ? -1 : a.document > b.document ? 1 : a.position - b.position),
  );
}
