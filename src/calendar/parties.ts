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

/** Closures of a row hold for its supplier and its item, where it names them. */
const isAbout = (
  { supplier, item }: CalendarEntry,
  ofSupplier: string,
  ofItem: string | undefined,
): boolean => (supplier === undefined || supplier === ofSupplier) && (item === undefined || item === ofItem);

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
  const itemsOfTheirOwn = new Set(closed.map(({ item }) => item));
  return (supplier = "", item) => {
    const ofItem = itemsOfTheirOwn.has(item) ? item : undefined;
    const key = JSON.stringify([supplier, ofItem]);
    const known = made.get(key);
    if (known !== undefined) return known;
    const closures = closed.filter((entry) => isAbout(entry, supplier, ofItem));
    const state = stateOf.get(supplier);
    const region =
      state === undefined ? regionOf(country) : (regions.find((one) => one === state) ?? regionOf(country));
    const calendarOfSupplier = workCalendar(region, closures.map(closureOf));
    made.set(key, calendarOfSupplier);
    return calendarOfSupplier;
  };
}
