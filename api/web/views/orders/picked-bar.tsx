import type { VNode } from "preact";
import { money, say, whole } from "../../language.ts";
import { Select } from "../../parts/select.tsx";
import { orderedAmount, sumByCurrency } from "../../session/work-line.ts";
import { decisionsWords } from "../../words/decisions.ts";
import { ordersWords } from "../../words/orders.ts";
import { canAccept, type OrderActions } from "./actions.ts";
import type { Picked } from "./use-picked.ts";

interface PickedBarProps {
  readonly picked: Picked;
  readonly actions: OrderActions;
}

/** What was picked, for how much, and what can be done with all of it in one step. */
export function PickedBar({ picked: { lines, clear }, actions }: PickedBarProps): VNode | null {
  if (lines.length === 0) return null;
  const good = lines.filter(canAccept);
  const sums = sumByCurrency(good, orderedAmount).map(([currency, sum]) => money(sum, currency || undefined));
  const done = (act: () => void) => () => {
    act();
    clear();
  };
  return (
    <section class="picked-bar" aria-label={ordersWords.picked}>
      <strong>
        {say(ordersWords.pickedCount, { count: whole(lines.length), sum: sums.join(" + ") || "–" })}
      </strong>
      <button
        type="button"
        class="main"
        disabled={good.length === 0}
        onClick={done(() => actions.acceptAll(good))}
      >
        {say(ordersWords.acceptSome, { count: whole(good.length) })}
      </button>
      <Select
        label={decisionsWords.reject}
        value=""
        options={[
          ["", ordersWords.rejectBecause],
          ...Object.values(decisionsWords.reasons).map((reason) => [reason, reason] as const),
        ]}
        choose={(reason) => reason !== "" && done(() => actions.rejectAll(lines, reason))()}
      />
      <button type="button" onClick={clear}>
        {ordersWords.unpick}
      </button>
    </section>
  );
}
