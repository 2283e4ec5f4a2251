// Buckets, civil dates, holidays and working days.
export * from "./bucket.ts";
export * from "./date.ts";
export { holidays } from "./holidays.ts";
export { plantCalendar, regionOf, supplierCalendars } from "./parties.ts";
export { type Region, regionNamed, regionNames, regions } from "./regions.ts";
export { bucketOfSpacing } from "./spacing.ts";
export { type Closure, workCalendar } from "./work-calendar.ts";
export type { WorkCalendar } from "./work-days.ts";
export { dayInZone } from "./zone.ts";
