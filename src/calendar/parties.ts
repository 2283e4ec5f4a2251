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
      (entry.state === undefined || entry.state.toUpperCase() === region) &&
      (entry.kind === "holiday" || entry.kind === "plant-closure"),
  );
  return workCalendar(region, own.map(closureOf));
}

/**
 * Calendars of the suppliers: holidays of their state (the plant's country where none is given, so that nothing
 * regional is assumed) and their closures. A supplier that nobody names works like an unknown one.
 */
export function supplierCalendars(
  suppliers: readonly Supplier[],
  calendar: readonly CalendarEntry[],
  plantState: string,
): (supplier: string | undefined) => WorkCalendar {
  const made = new Map<string, WorkCalendar>();
  const stateOf = new Map(suppliers.map((one) => [one.supplier, one.state]));
  const country = regionOf(plantState).slice(0, 2);
  const closuresOf = Map.groupBy(
    calendar.filter(({ kind }) => kind === "supplier-closure" || kind === "holiday"),
    (entry) => entry.supplier ?? "",
  );
  return (supplier = "") => {
    const known = made.get(supplier);
    if (known !== undefined) return known;
    const closures = supplier === "" ? [] : (closuresOf.get(supplier) ?? []);
    const state = stateOf.get(supplier);
    const region =
      state === undefined ? regionOf(country) : (regions.find((one) => one === state) ?? regionOf(country));
    const calendarOfSupplier = workCalendar(region, closures.map(closureOf));
    made.set(supplier, calendarOfSupplier);
    return calendarOfSupplier;
  };
}
