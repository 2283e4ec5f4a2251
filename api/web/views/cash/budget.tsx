import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { money, say, whole } from "../../language.ts";
import { Card } from "../../parts/card.tsx";
import { Field } from "../../parts/field.tsx";
import type { Session } from "../../session/session.ts";
import { byUrgency, type WorkLine } from "../../session/work-line.ts";
import { useStore } from "../../store.ts";
import { cashWords } from "../../words/cash.ts";

/** So many lines that a budget leaves out are named. */
const most = 12;

/** Lines that a budget leaves out: the most urgent first, each as long as money is left for it. */
function leftOut(lines: readonly WorkLine[], budget: number): WorkLine[] {
  let left = budget;
  return lines.filter(({ amount = 0 }) => {
    if (amount > left + 1e-9) return true;
    left -= amount;
    return false;
  });
}

/** What a smaller budget would leave out, and the way to a plan with it. */
export function Budget({ session }: { readonly session: Session }): VNode | null {
  const { lines } = useStore(session.work);
  const [share, setShare] = useState(100);
  const ordered = lines
    .filter(({ quantity, amount }) => quantity > 0 && amount !== undefined)
    .sort(byUrgency);
  const currency = ordered[0]?.currency;
  const priced = ordered.filter((line) => line.currency === currency);
  if (priced.length === 0) return null;
  const all = priced.reduce((total, { amount = 0 }) => total + amount, 0);
  const budget = share === 100 ? all : Math.round((all * share) / 100);
  const out = leftOut(priced, budget);
  return (
    <Card title={cashWords.budget}>
      <Field label={cashWords.slider}>
        <input
          type="range"
          min={0}
          max={100}
          step={1}
          value={share}
          aria-valuetext={money(budget, currency, 0)}
          onInput={(event) => setShare(Number(event.currentTarget.value))}
        />
      </Field>
      <p aria-live="polite">
        {say(cashWords.budgetText, {
          budget: money(budget, currency, 0),
          all: money(all, currency, 0),
          lines: whole(priced.length - out.length),
          count: whole(priced.length),
        })}
      </p>
      {out.length > 0 && <p class="muted small">{`${cashWords.cut}: ${namesOf(out)}`}</p>}
      <div class="actions">
        <button type="button" disabled={share === 100} onClick={() => void session.plan({ budget })}>
          {cashWords.plan}
        </button>
        <button type="button" onClick={() => void session.plan({ budget: null })}>
          {cashWords.noBudget}
        </button>
      </div>
    </Card>
  );
}

const namesOf = (lines: readonly WorkLine[]): string =>
  lines
    .slice(0, most)
    .map(({ item, name = "" }) => `${item} ${name}`.trim())
    .join(", ") + (lines.length > most ? " …" : "");
