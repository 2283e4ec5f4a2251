import { isoDate } from "../../calendar/date.ts";
import type { WorkCalendar } from "../../calendar/work-days.ts";
import type { Reason } from "../../suggestion.ts";
import { isInShutdown } from "../demand/usual-days.ts";
import type { ItemPlan } from "../item/item-plan.ts";
import { brief } from "../lots/rounding.ts";

/** First and last day of the first shutdown of a calendar that touches [from, to]. Day numbers. */
function firstShutdown(calendar: WorkCalendar, from: number, to: number) {
  for (let day = from; day <= to; day++) {
    if (!isInShutdown(calendar, day)) continue;
    return { first: calendar.previous(day) + 1, last: calendar.next(day) - 1 };
  }
  return undefined;
}

/** True where a shutdown lengthens what an order of now has to cover. */
export const isShut = ({ delay, coverDays, leadDays, reviewDays }: ItemPlan): boolean =>
  delay > 0 || coverDays > leadDays + reviewDays;

/** The shutdown that the order has to last over, and until when; nothing where none lengthens the cover. */
export function* closureReason(plan: ItemPlan): Generator<Reason> {
  const { calendar, today, coverDays } = plan;
  if (!isShut(plan)) return;
  for (const party of ["supplier", "plant"] as const) {
    const found = firstShutdown(calendar[party], today + 1, today + coverDays);
    if (found === undefined) continue;
    yield {
      code: "covers-closure",
      party,
      from: isoDate(found.first),
      to: isoDate(found.last),
      until: isoDate(today + coverDays),
    };
    return;
  }
}

/** Demand that is expected while the own plant is shut, since the past shows none that fell away; nothing where there is none. */
export function* keptReason({ calendar, today, coverDays, curve }: ItemPlan): Generator<Reason> {
  const shut = firstShutdown(calendar.plant, today + 1, today + coverDays);
  if (shut === undefined) return;
  const demand = brief(curve.until(shut.last) - curve.until(Math.max(today, shut.first - 1)));
  if (demand > 0)
    yield { code: "closed-keeps-demand", from: isoDate(shut.first), to: isoDate(shut.last), demand };
}
