import type { VNode } from "preact";
import { ascending, charts, mondayOf, words } from "../../../../src/index.ts";
import { lang, money, say } from "../../language.ts";
import { Card } from "../../parts/card.tsx";
import { Measured } from "../../parts/picture.tsx";
import type { CashWeek } from "../../shapes.ts";
import { cashWords } from "../../words/cash.ts";

/** Half a year is drawn. */
const mostWeeks = 26;

/** What is paid in a week: the middle, and the upper mark that nine in ten cases stay below. */
interface WeekSum {
  readonly week: string;
  readonly p50: number;
  readonly p90: number;
}

/** Sums of all suppliers by week, in the order of the weeks. */
function weekSums(rows: readonly CashWeek[], currency: string): WeekSum[] {
  const byWeek = Map.groupBy(
    rows.filter((row) => row.currency === currency),
    ({ week }) => week,
  );
  return [...byWeek]
    .map(([week, of]) => ({
      week,
      p50: of.reduce((sum, { p50 }) => sum + p50, 0),
      p90: of.reduce((sum, { p90 }) => sum + p90, 0),
    }))
    .sort((a, b) => ascending(a.week, b.week));
}

/** The months below the weeks: each at the first week that begins in it. */
function namesOf(weeks: readonly WeekSum[]): { readonly at: number; readonly text: string }[] {
  const months = weeks.map(({ week }) => {
    const [year = "", name = ""] = week.split("-W");
    return charts.monthName(mondayOf(Number(year), Number(name)), lang());
  });
  return months.flatMap((month, k) =>
    k > 0 && months[k - 1] !== month ? [{ at: k + 0.5, text: month }] : [],
  );
}

interface PaymentsProps {
  readonly rows: readonly CashWeek[];
  readonly currency: string;
  /** There are payments in other currencies too: each says which it is. */
  readonly isOneOfSeveral: boolean;
}

/** Payments to suppliers by week in one currency. */
export function Payments({ rows, currency, isOneOfSeveral }: PaymentsProps): VNode {
  const weeks = weekSums(rows, currency).slice(0, mostWeeks);
  const sum = (of: (week: WeekSum) => number): string =>
    money(
      weeks.reduce((total, week) => total + of(week), 0),
      currency,
      0,
    );
  const text = say(cashWords.cashText, {
    until: words.week(weeks.at(-1)?.week ?? "", lang()),
    p50: sum(({ p50 }) => p50),
    p90: sum(({ p90 }) => p90),
  });
  const title = isOneOfSeveral && currency !== "" ? `${cashWords.cash} · ${currency}` : cashWords.cash;
  const draw = (width: number): charts.Markup =>
    charts.totalChart(
      {
        values: weeks.map(({ p50 }) => p50),
        upper: weeks.map(({ p90 }) => p90),
        expectedFrom: 0,
        names: namesOf(weeks),
        tips: weeks.map(({ week, p50, p90 }) =>
          say(cashWords.weekTip, {
            week: words.week(week, lang()),
            p50: money(p50, currency, 0),
            p90: money(p90, currency, 0),
          }),
        ),
      },
      { id: `cash-${currency}`, title, description: text },
      (x) => money(x, currency, 0),
      width,
    );
  return (
    <Card title={title}>
      <Measured draw={draw} />
      <p class="muted small">{text}</p>
    </Card>
  );
}
