import { UsageError } from "../errors.ts";
import type { CalendarEntry, Supplier } from "../item.ts";
import { dayOf } from "./date.ts";
import { type Region, regionNamed, regions } from "./regions.ts";
import { type Closure, workCalendar } from "./work-calendar.ts";
import type { WorkCalendar } from "./work-days.ts";

const closureOf = ({ from, to }: CalendarEntry): Closure => ({ from: dayOf(from), to: dayOf(to) });

/** "by", "DE-BY" or "AT" as a region; UsageError for what is none. @example regionOf("by") // "DE-BY" */
export function regionOf(state: string): Region {
  const found = regionNamed(state);
  if (found === undefined)
    throw new UsageError({ code: "not-one-of", name: "state", known: regions, got: state });
  return found;
}

/** The own plant: holidays of its state, further holidays and closures of the calendar file. */
export function plantCalendar(state: string, calendar: readonly CalendarEntry[]): WorkCalendar {
  const region = regionOf(state);
  const own = calendar.filter(
    (entry) =>
      entry.supplier === undefined &&
      entry.item === undefined &&
      (entry.state === undefined || entry.state.toUpperCase() === region) &&
      (entry.kind === "holiday" || entry.kind === "plant-closure"),
  );
  return workCalendar(region, own.map(closureOf));
}

/**
 * Calendars of the suppliers: holidays of their state (the plant's country where none is given, so that nothing
 * regional is assumed) and their closures, those of a single item included. A supplier that nobody names works like
 * an unknown one.
 */
export function supplierCalendars(
  suppliers: readonly Supplier[],
  calendar: readonly CalendarEntry[],
  plantState: string,
): (supplier: string | undefined, item?: string) => WorkCalendar {
  const made = new Map<string, WorkCalendar>();
  const stateOf = new Map(suppliers.map((one) => [one.supplier, one.state]));
  const country = regionOf(plantState).slice(0, 2);
  const closed = calendar.filter(
    ({ kind, supplier, item }) =>
      (supplier !== undefined && (kind === "supplier-closure" || kind === "holiday")) ||
      (item !== undefined && (kind === "supplier-closure" || kind === "plant-closure")),
  );
  const keyOf = (supplier = "", item = ""): string => JSON.stringify([supplier, item]);
  const closuresOf = Map.groupBy(closed, ({ supplier, item }) => keyOf(supplier, item));
  const itemsOfTheirOwn = new Set(closed.map(({ item }) => item));
  return (supplier = "", item) => {
    const ofItem = itemsOfTheirOwn.has(item) ? item : undefined;
    const key = keyOf(supplier, ofItem);
    const known = made.get(key);
    if (known !== undefined) return known;
    // rows hold for the supplier and the item that they name
    const keys = new Set([keyOf(supplier), key, keyOf("", ofItem)]);
    const closures = [...keys].flatMap((one) => closuresOf.get(one) ?? []);
    const state = stateOf.get(supplier);
    const region =
      state === undefined ? regionOf(country) : (regions.find((one) => one === state) ?? regionOf(country));
    const calendarOfSupplier = workCalendar(region, closures.map(closureOf));
    made.set(key, calendarOfSupplier);
    return calendarOfSupplier;
  };
}
