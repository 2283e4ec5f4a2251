import type { VNode } from "preact";
import { ascending } from "../../../../src/index.ts";
import { Missing } from "../../parts/states.tsx";
import { useFetched, useStore } from "../../store.ts";
import type { ViewProps } from "../../view.ts";
import { cashWords } from "../../words/cash.ts";
import { Budget } from "./budget.tsx";
import { Payments } from "./payments.tsx";
import { Replay } from "./replay.tsx";

/** Money that goes out by week, what a smaller budget would leave out, and the past lived again. */
export function Cash({ session }: ViewProps): VNode {
  const plan = useStore(session.plans).shown?.id ?? "";
  const found = useFetched(plan, () => session.client.cash(plan));
  const rows = found.state === "here" ? found.value : [];
  const currencies = [...new Set(rows.map(({ currency }) => currency))].sort(ascending);
  return (
    <>
      <h1>{cashWords.title}</h1>
      <Missing of={found} />
      {found.state === "here" && rows.length === 0 && <p class="muted">{cashWords.noCash}</p>}
      {currencies.map((currency) => (
        <Payments key={currency} rows={rows} currency={currency} isOneOfSeveral={currencies.length > 1} />
      ))}
      {found.state !== "loading" && (
        <>
          <Budget session={session} />
          <Replay session={session} />
        </>
      )}
    </>
  );
}
