import { bucketIndex, bucketStart } from "../../calendar/bucket.ts";
import { dayOf } from "../../calendar/date.ts";
import { ascending, by, greatestOf, leastOf } from "../../numeric/order.ts";
import type { Bucket } from "../../series.ts";
import { decimal, money, week } from "../../words/numbers.ts";
import { monthName } from "../chart/time-names.ts";
import { totalChart } from "../chart/total-chart.ts";
import { forecastBucket } from "../forecast-start.ts";
import { html, type Markup } from "./markup.ts";
import { say, section, type View, word } from "./view.ts";

const shown: Readonly<Record<Bucket, number>> = { day: 60, week: 52, month: 24, quarter: 16, year: 10 };

/** The currency of most priced items; undefined where no item has a price. */
function mainCurrency({ plan }: View): string | undefined {
  const counts = new Map<string, number>();
  for (const { currency, unitCost } of plan.items) {
    if (currency !== undefined && unitCost !== undefined)
      counts.set(currency, (counts.get(currency) ?? 0) + 1);
  }
  return [...counts].sort(
    by(
      ([, count]) => -count,
      ([currency]) => currency,
    ),
  )[0]?.[0];
}

/** Demand of all items priced in one currency, by bucket: history, then the expected buckets. */
function demandTotals(view: View, currency: string) {
  const { plan } = view;
  const priced = plan.items.filter((of) => of.currency === currency && of.unitCost !== undefined);
  const now = greatestOf(
    priced.map(({ history }) => bucketIndex(dayOf(history.start), plan.bucket) + history.values.length),
  );
  const horizon = greatestOf(
    priced.map(({ forecast }) => forecast.demand.mean.length),
    0,
  );
  const first = now - shown[plan.bucket];
  const end = now + Math.min(horizon, Math.ceil(shown[plan.bucket] / 2));
  const values = new Float64Array(Math.max(0, end - first));
  const add = (start: number, of: Float64Array, price: number) => {
    for (let k = Math.max(0, first - start); k < of.length && start + k < end; k++) {
      if (Number.isFinite(of[k])) values[start + k - first] += of[k] * price;
    }
  };
  for (const of of priced) {
    const price = of.unitCost ?? 0;
    add(bucketIndex(dayOf(of.history.start), plan.bucket), of.history.values, price);
    add(forecastBucket(of, plan.bucket), of.forecast.demand.mean, price);
  }
  const began = leastOf(priced.map(({ history }) => bucketIndex(dayOf(history.start), plan.bucket)));
  const skip = Math.max(0, Math.min(began, now) - first);
  return { first: first + skip, now, values: values.slice(skip), items: priced.length };
}

function demandCard(view: View): Markup {
  const currency = mainCurrency(view);
  if (currency === undefined) return html``;
  const { plan, lang } = view;
  const { first, now, values, items } = demandTotals(view, currency);
  const day = (index: number) => bucketStart(index, plan.bucket);
  const every = Math.max(1, Math.ceil(values.length / 7));
  const names = Array.from(values.keys())
    .filter((k) => k % every === 0)
    .map((k) => ({ at: k, text: monthName(day(first + k), lang) }));
  const next = values.slice(now - first, now - first + 3).reduce((sum, x) => sum + x, 0);
  const sentence = say(view, "demandTotal", {
    items: decimal(items, lang, 0),
    currency,
    next: money(next, currency, lang, 0),
  });
  const chart = totalChart(
    { values: Array.from(values), expectedFrom: now - first, names },
    { id: "total-demand", title: word(view, "demandTotal"), description: sentence },
    (value) => money(value, currency, lang, 0),
  );
  return html`<div class="card"><h3>${word(view, "demandTotal")}</h3>${chart}<p class="muted small">
    ${sentence}</p></div>`;
}

function cashCard(view: View, currency: string): Markup {
  const { plan, lang } = view;
  const weeks = new Map<string, { p50: number; p90: number }>();
  for (const row of plan.cash) {
    if (row.currency !== currency) continue;
    const known = weeks.get(row.week) ?? { p50: 0, p90: 0 };
    weeks.set(row.week, { p50: known.p50 + row.p50, p90: known.p90 + row.p90 });
  }
  const sorted = [...weeks].sort(by(([week]) => week)).slice(0, 26);
  const sum = (key: "p50" | "p90") =>
    money(
      sorted.reduce((total, [, w]) => total + w[key], 0),
      currency,
      lang,
      0,
    );
  const every = Math.max(1, Math.ceil(sorted.length / 7));
  const sentence = say(view, "cashTotal", {
    until: week(sorted.at(-1)?.[0] ?? "", lang),
    p50: sum("p50"),
    p90: sum("p90"),
  });
  const chart = totalChart(
    {
      values: sorted.map(([, w]) => w.p50),
      upper: sorted.map(([, w]) => w.p90),
      expectedFrom: 0,
      names: sorted.flatMap(([name], k) =>
        k % every === 0
          ? [
              {
                at: k + 0.5,
                text: week(name, lang)
                  .slice(0, 7)
                  .replace(/[,/].*$/, ""),
              },
            ]
          : [],
      ),
    },
    { id: `cash-${currency}`, title: word(view, "cashTotal"), description: sentence },
    (value) => money(value, currency, lang, 0),
  );
  return html`<div class="card"><h3>${word(view, "cashTotal")}</h3>${chart}<p class="muted small">
    ${sentence}</p></div>`;
}

/** Demand of everything that has a price, and payments by week, one picture a currency. */
export function overviewSection(view: View): Markup {
  const currencies = [...new Set(view.plan.cash.map(({ currency }) => currency))].sort(ascending);
  const cards = [demandCard(view), ...currencies.map((currency) => cashCard(view, currency))];
  if (cards.every(({ markup }) => markup === "")) return html``;
  return section(view, "overview", "overview", html`<div class="grid two">${cards}</div>`);
}
