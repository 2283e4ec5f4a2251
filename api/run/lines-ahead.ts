import { dayOf, type IsoDate, type Issue, isoDate } from "../../src/index.ts";

const dayMs = 86_400_000;

/**
 * Demand dated after today, by the clock of this machine: said where a file comes in, never written into a plan, which
 * says the same whenever it is made. The day before midnight in the east counts as today.
 */
export function linesAhead(lastDay: number | undefined, asOf?: IsoDate, now = Date.now()): Issue[] {
  const today = Math.floor(now / dayMs);
  const last = Math.min(lastDay ?? today, asOf === undefined ? Number.POSITIVE_INFINITY : dayOf(asOf));
  return last <= today + 1
    ? []
    : [{ code: "lines-ahead", severity: "warning", last: isoDate(last), today: isoDate(today) }];
}
