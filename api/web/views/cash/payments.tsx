import type { VNode } from "preact";
import { ascending, charts, words } from "../../../../src/index.ts";
import { lang, money, say, t } from "../../language.ts";
import { Card } from "../../parts/card.tsx";
import { Picture } from "../../parts/picture.tsx";
import type { CashWeek } from "../../shapes.ts";

/** Half a year is drawn, so many weeks named below it. */
const [mostWeeks, mostNames] = [26, 7];

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

/** An ISO week without its year. @example shortWeek("2026-W43") // "week 43" */
const shortWeek = (week: string): string => say(t.cash.shortWeek, { week: week.slice("2026-W".length) });

interface PaymentsProps {
  readonly rows: readonly CashWeek[];
  readonly currency: string;
}

/** Payments to suppliers by week in one currency. */
export function Payments({ rows, currency }: PaymentsProps): VNode {
  const weeks = weekSums(rows, currency).slice(0, mostWeeks);
  const every = Math.max(1, Math.ceil(weeks.length / mostNames));
  const sum = (of: (week: WeekSum) => number): string =>
    money(
      weeks.reduce((total, week) => total + of(week), 0),
      currency,
      0,
    );
  const text = say(t.cash.cashText, {
    until: words.week(weeks.at(-1)?.week ?? "", lang()),
    p50: sum(({ p50 }) => p50),
    p90: sum(({ p90 }) => p90),
  });
  const chart = charts.totalChart(
    {
      values: weeks.map(({ p50 }) => p50),
      upper: weeks.map(({ p90 }) => p90),
      expectedFrom: 0,
      names: weeks.flatMap(({ week }, k) =>
        k % every === 0 ? [{ at: k + 0.5, text: shortWeek(week) }] : [],
      ),
    },
    { id: `cash-${currency}`, title: t.cash.cash, description: text },
    (x) => money(x, currency, 0),
  );
  return (
    <Card title={t.cash.cash}>
      <div class="wide-picture">
        <Picture of={chart} />
      </div>
      <p class="muted small">{text}</p>
    </Card>
  );
}
