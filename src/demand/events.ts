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

function indexed(calendar: readonly CalendarEntry[]): EventIndex {
  const about = calendar.flatMap(({ kind, item, scope, from, to, factor }, place) =>
    kind === "promotion" || kind === "event"
      ? [{ item, scope, place, event: { from, to, kind, ...defined({ factor }) } }]
      : [],
  );
  const ofOne = about.filter(({ item }) => item !== undefined);
  const ofMany = about.filter(({ item }) => item === undefined);
  return {
    ofItem: Map.groupBy(ofOne, ({ item = "" }) => item),
    ofGroup: Map.groupBy(ofMany, ({ scope }) => scope),
  };
}

/** Each calendar is looked through once, not once an item. */
const known = new WeakMap<readonly CalendarEntry[], EventIndex>();

/** Promotions and events of an item, its group and all items, in the order of the calendar. */
export function eventsOf(
  calendar: readonly CalendarEntry[],
  item: string,
  group: string | undefined,
): DemandEvent[] {
  const index = known.get(calendar) ?? indexed(calendar);
  known.set(calendar, index);
  const { ofItem, ofGroup } = index;
  const own = [
    ...(ofItem.get(item) ?? []),
    ...(ofGroup.get(undefined) ?? []),
    ...(group === undefined ? [] : (ofGroup.get(group) ?? [])),
  ];
  return own.sort((a, b) => a.place - b.place).map(({ event }) => event);
}
