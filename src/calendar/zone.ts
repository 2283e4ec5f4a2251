import { DateTime, IANAZone } from "luxon";
import { dayNumber } from "./date.ts";

/**
 * Civil day of an instant in a time zone: exports write dates as epoch milliseconds of local midnight.
 * @example dayInZone(1787608800000, "Europe/Berlin") // 2026-08-25, though it is 22:00 UTC of the 24th
 */
export function dayInZone(epochMilliseconds: number, zone = "Europe/Berlin"): number {
  if (!IANAZone.isValidZone(zone)) throw new RangeError(`zone must be an IANA time zone, got ${zone}`);
  const { year, month, day } = DateTime.fromMillis(epochMilliseconds, { zone });
  return dayNumber(year, month, day);
}
