import { bucketsPerYear } from "../calendar/bucket.ts";
import { defined } from "../defined.ts";
import { missingIssues, strangerIssues } from "../demand/item-issues.ts";
import { UsageError } from "../errors.ts";
import type { Issue } from "../issue.ts";
import { oneCurrency, type Prices } from "../kpis/index.ts";
import { endRate, type LeadTimesOfAll, leadTimes } from "../replenish/index.ts";
import { largestOf } from "../total.ts";
import type { RatedItem } from "./rate.ts";
import type { Run } from "./run.ts";

/** What ordering and figures need of all items. */
export interface Across {
  /** Share of items a year whose demand ends: learned of all, also of those not asked for. */
  readonly endRate: number;
  readonly leadTimes: LeadTimesOfAll;
  readonly prices: Prices;
  /** What is said once of all items. */
  readonly issues: readonly Issue[];
}

/** @param chosen the items that are asked for */
export function acrossItems(run: Run, chosen: readonly RatedItem[]): Across {
  const { demand, master, options, adder, previous } = run;
  const found = adder.addUp("chosen", largestOf, [chosen.length]);
  if (found === 0 && options.only.length > 0)
    throw new UsageError({ code: "no-item-chosen", only: options.only });
  const own = new Set(chosen.map(({ item: { item } }) => item));
  const priced = chosen.map(({ item }) => item);
  const across = {
    endRate: adder.addUp(
      "end-rate",
      endRate(bucketsPerYear[demand.bucket]),
      demand.items.map(({ values }) => values),
    ),
    leadTimes: adder.addUp(
      "deliveries",
      leadTimes,
      demand.items.flatMap(({ deliveries }) =>
        deliveries.map((delivery) => ({
          ...delivery,
          ...defined({ master: master.get(delivery.item)?.leadTimeDays }),
        })),
      ),
    ),
    prices: {
      ...defined({ currency: adder.addUp("currency", oneCurrency, priced) }),
      isCommon:
        adder.addUp("currency-of-runs", oneCurrency, [
          ...priced,
          ...(previous?.items ?? []).filter(({ item }) => !own.has(item)),
        ]) !== undefined,
    },
    issues: [...missingIssues(demand, master, adder), ...strangerIssues(demand, run.input, adder)],
  };
  adder.reached("forecast");
  return across;
}
