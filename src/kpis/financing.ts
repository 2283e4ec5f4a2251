import { defined } from "../defined.ts";
import { exactTotal } from "../numeric/exact-sum.ts";
import { by } from "../numeric/order.ts";
import type { CashWeek } from "../suggestion.ts";
import { family } from "./family.ts";
import { type MeasuredItem, measuredRunOf, moneyUnit } from "./measured.ts";

const weeksAhead = 13;

/** Cash of the next 13 weeks in the currency of most of it; undefined where nothing is to be paid. */
function needOf(cash: readonly CashWeek[]): { value: number; currency: string } | undefined {
  const weeks = new Set([...new Set(cash.map(({ week }) => week))].sort().slice(0, weeksAhead));
  const byCurrency = Map.groupBy(
    cash.filter(({ week }) => weeks.has(week)),
    ({ currency }) => currency,
  );
  const [most] = [...byCurrency]
    .map(([currency, rows]) => ({ currency, value: exactTotal(rows.map(({ p50 }) => p50)) }))
    .sort(
      by(
        ({ value }) => -value,
        ({ currency }) => currency,
      ),
    );
  return most;
}

/** Money that orders ask for. */
export const financing = family({
  sums: [],
  drivers: ["ordered"],
  tallies: {
    orders: (item: MeasuredItem) => ({
      sums: {},
      shares: { ordered: item.worth * (measuredRunOf(item)?.suggestion?.quantity ?? 0) },
    }),
  },
  figures: {
    financingNeed: ({ orders: { drivers } }, { cash, cashLimit, currency }) => {
      const need = needOf(cash);
      return {
        value: need?.value ?? 0,
        unit: moneyUnit(need?.currency ?? currency),
        ...defined({ limits: cashLimit === undefined ? undefined : ([cashLimit, 1.1 * cashLimit] as const) }),
        headline: true,
        items: drivers.ordered,
        next: "shift-orders",
      };
    },
  },
});
