import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { charts, words } from "../../../../src/index.ts";
import { lang, money, say, t, whole } from "../../language.ts";
import { Picture } from "../../parts/picture.tsx";
import { Failure, Waiting } from "../../parts/states.tsx";
import type { Session } from "../../session/session.ts";
import { chosenLines, chosenOf } from "../../session/work-list.ts";
import type { CashWeek } from "../../shapes.ts";
import { useFetched, useStore } from "../../store.ts";
import type { ViewProps } from "../../view.ts";
import { cashWords } from "../../words/cash.ts";
import { fileWords } from "../../words/files.ts";
import { Replay } from "./replay.tsx";

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Money that goes out by week, what a smaller budget would leave out, and the past lived again. */
export function Cash({ session }: ViewProps): VNode {
  const plan = useStore(session.plans).shown;
  const found = useFetched(plan?.id ?? "", () => session.client.cash(plan?.id ?? ""));
  const rows = found.state === "here" ? found.value : [];
  const currencies = [...new Set(rows.map(({ currency }) => currency))].sort(byCodeUnit);
  return (
    <>
      <h1>{t(cashWords.title)}</h1>
      {found.state === "loading" && <Waiting />}
      {found.state === "failed" && <Failure why={found.error.message} again={found.again} />}
      {found.state === "here" && rows.length === 0 && <p class="muted">{t(cashWords.noCash)}</p>}
      {currencies.map((currency) => weekly(rows, currency))}
      {found.state !== "loading" && (
        <>
          <Budget session={session} key="budget" />
          <Replay session={session} key="replay" />
        </>
      )}
    </>
  );
}

/** Sums of all suppliers by week, in the order of the weeks. */
export function weekSums(
  rows: readonly CashWeek[],
  currency: string,
): [string, { p50: number; p90: number }][] {
  const sums = new Map<string, { p50: number; p90: number }>();
  for (const row of rows) {
    if (row.currency !== currency) continue;
    const known = sums.get(row.week) ?? { p50: 0, p90: 0 };
    sums.set(row.week, { p50: known.p50 + row.p50, p90: known.p90 + row.p90 });
  }
  return [...sums].sort(([a], [b]) => byCodeUnit(a, b));
}

function weekly(rows: readonly CashWeek[], currency: string): VNode {
  const weeks = weekSums(rows, currency).slice(0, 26);
  const every = Math.max(1, Math.ceil(weeks.length / 7));
  const short = (week: string) =>
    words
      .week(week, lang())
      .slice(0, 7)
      .replace(/[,/].*$/, "");
  const sum = (key: "p50" | "p90") =>
    money(
      weeks.reduce((total, [, of]) => total + of[key], 0),
      currency,
      0,
    );
  const text = say(cashWords.cashText, {
    until: words.week(weeks.at(-1)?.[0] ?? "", lang()),
    p50: sum("p50"),
    p90: sum("p90"),
  });
  const chart = charts.totalChart(
    {
      values: weeks.map(([, { p50 }]) => p50),
      upper: weeks.map(([, { p90 }]) => p90),
      expectedFrom: 0,
      names: weeks.flatMap(([week], k) => (k % every === 0 ? [{ at: k + 0.5, text: short(week) }] : [])),
    },
    { id: `cash-${currency}`, title: t(cashWords.cash), description: text },
    (x) => money(x, currency, 0),
  );
  return (
    <section class="card" key={currency}>
      <h2>{t(cashWords.cash)}</h2>
      <div class="wide-picture">
        <Picture of={chart} />
      </div>
      <p class="muted small">{text}</p>
    </section>
  );
}

function Budget({ session }: { readonly session: Session }): VNode | null {
  const { lines } = useStore(session.work);
  const [share, setShare] = useState(100);
  const ordered = chosenLines(
    lines.filter(({ quantity, amount }) => quantity > 0 && amount !== undefined),
    chosenOf({ show: "all" }),
  );
  const currency = ordered[0]?.currency;
  const priced = ordered.filter((line) => line.currency === currency);
  if (priced.length === 0) return null;
  const all = priced.reduce((total, { amount = 0 }) => total + amount, 0);
  const budget = Math.round((all * share) / 100);
  let left = budget;
  const out = priced.filter(({ amount = 0 }) => {
    if (amount > left + 1e-9) return true;
    left -= amount;
    return false;
  });
  const plan = async (to: number | null): Promise<void> => {
    try {
      await session.client.startPlan({ budget: to }, crypto.randomUUID());
      session.notify("good", t(fileWords.planStarted));
      await session.refresh();
    } catch (error) {
      session.notify("error", (error as Error).message);
    }
  };
  return (
    <section class="card">
      <h2>{t(cashWords.budget)}</h2>
      <label class="field">
        <span>{t(cashWords.slider)}</span>
        <input
          type="range"
          min={0}
          max={100}
          step={1}
          value={share}
          aria-valuetext={money(budget, currency, 0)}
          onInput={(event) => setShare(Number(event.currentTarget.value))}
        />
      </label>
      <p aria-live="polite">
        {say(cashWords.budgetText, {
          budget: money(budget, currency, 0),
          all: money(all, currency, 0),
          lines: whole(priced.length - out.length),
          count: whole(priced.length),
        })}
      </p>
      {out.length > 0 && (
        <p class="muted small">{`${t(cashWords.cut)}: ${out
          .slice(0, 12)
          .map(({ item, name = "" }) => `${item} ${name}`.trim())
          .join(", ")}${out.length > 12 ? " …" : ""}`}</p>
      )}
      <div class="actions">
        <button type="button" onClick={() => void plan(budget)} disabled={share === 100}>
          {t(cashWords.plan)}
        </button>
        <button type="button" onClick={() => void plan(null)}>
          {t(cashWords.noBudget)}
        </button>
      </div>
    </section>
  );
}
