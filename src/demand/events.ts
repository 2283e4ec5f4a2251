import { dayOf } from "../calendar/date.ts";
import type { WorkCalendar } from "../calendar/work-days.ts";
import { defined } from "../defined.ts";
import type { CalendarEntry } from "../item.ts";
import type { DemandEvent } from "../series.ts";

/** An event with its place in the calendar. */
interface Placed {
  readonly place: number;
  readonly event: DemandEvent;
}

/** Events of a calendar by whom they are about. */
interface EventIndex {
  readonly ofItem: ReadonlyMap<string, readonly Placed[]>;
  /** By group of items; undefined for those of all items. */
  readonly ofGroup: ReadonlyMap<string | undefined, readonly Placed[]>;
}

/** An event and whom it is about. */
interface About extends Placed {
  readonly item?: string | undefined;
  readonly scope?: string | undefined;
}

/** Whether an entry closes the own plant: those of a supplier, of one item's source or of another state do not. */
const isOwnClosure = ({ kind, supplier, item, from, to }: CalendarEntry, plant: WorkCalendar): boolean =>
  (kind === "plant-closure" || kind === "holiday") &&
  supplier === undefined &&
  item === undefined &&
  plant.count(dayOf(from), dayOf(to)) === 0;

function indexed(calendar: readonly CalendarEntry[], plant: WorkCalendar): EventIndex {
  const about = calendar.flatMap((entry, place): About[] => {
    const { kind, item, scope, from, to, factor } = entry;
    if (kind === "promotion" || kind === "event")
      return [{ item, scope, place, event: { from, to, kind, ...defined({ factor }) } }];
    return isOwnClosure(entry, plant) ? [{ place, event: { from, to, kind: "closure" } }] : [];
  });
  const ofOne = about.filter(({ item }) => item !== undefined);
  const ofMany = about.filter(({ item }) => item === undefined);
  return {
    ofItem: Map.groupBy(ofOne, ({ item = "" }) => item),
    ofGroup: Map.groupBy(ofMany, ({ scope }) => scope),
  };
}

/** Each calendar is looked through once, not once an item. */
const known = new WeakMap<readonly CalendarEntry[], EventIndex>();

/** Promotions, events and closures of the plant of an item, its group and all items, in the order of the calendar. */
export function eventsOf(
  calendar: readonly CalendarEntry[],
  item: string,
  group: string | undefined,
  plant: WorkCalendar,
): DemandEvent[] {
  const index = known.get(calendar) ?? indexed(calendar, plant);
  known.set(calendar, index);
  const { ofItem, ofGroup } = index;
  const own = [
    ...(ofItem.get(item) ?? []),
    ...(ofGroup.get(undefined) ?? []),
    ...(group === undefined ? [] : (ofGroup.get(group) ?? [])),
  ];
  return own.sort((a, b) => a.place - b.place).map(({ event }) => event);
}
