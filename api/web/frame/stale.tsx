import type { VNode } from "preact";
import { defined, orderableFrom } from "../../../src/index.ts";
import { number, say } from "../language.ts";
import type { Session } from "../session/session.ts";
import type { StaleDecision } from "../session/stale.ts";
import type { NewDecision } from "../shapes.ts";
import { useStore } from "../store.ts";
import { decisionsWords } from "../words/decisions.ts";

/** Decisions that a newer plan overtook, each offered again beside what is suggested now. */
export function Stale({ session }: { readonly session: Session }): VNode | null {
  const stale = useStore(session.stale);
  if (stale.length === 0) return null;
  return (
    <div class="banner warning stale" role="alert">
      <p>{`▲ ${say(decisionsWords.stale, { count: stale.length })}`}</p>
      <ul class="plain">
        {stale.map((one) => (
          <StaleLine key={one.item} session={session} of={one} />
        ))}
      </ul>
    </div>
  );
}

interface StaleLineProps {
  readonly session: Session;
  readonly of: StaleDecision;
}

/** What was decided, as the list calls it. */
function decidedText({ action, meant }: StaleDecision, unit: string): string {
  const { changed, ...names } = decisionsWords.states;
  if (action === "change") return say(changed, { quantity: `${number(meant)} ${unit}`.trim() });
  const name = action === "reset" ? decisionsWords.reset : names[action];
  return meant === undefined ? name : `${name} ${number(meant)} ${unit}`.trim();
}

function StaleLine({ session, of }: StaleLineProps): VNode {
  const { item, meant, reason, supplier } = of;
  const line = useStore(session.work).lines.find((one) => one.item === item);
  const unit = line?.unit ?? "";
  const quantity = line?.quantity ?? 0;
  // the new plan may know that supplier no more
  const to =
    line !== undefined && orderableFrom(line).some((one) => one.supplier === supplier)
      ? defined({ supplier })
      : {};
  const settle = (decision?: Pick<NewDecision, "action" | "quantity" | "supplier">): void => {
    if (decision !== undefined)
      session.decide([{ item, ...decision, ...(reason === undefined ? {} : { reason }) }]);
    session.settle(item);
  };
  const said = (x: number): string => `${number(x)} ${unit}`.trim();
  const isOrder = of.action === "accept" || of.action === "change";
  return (
    <li class="row">
      <span>
        {say(decisionsWords.staleWas, { item, decided: decidedText(of, unit), quantity: said(quantity) })}
      </span>
      {line !== undefined && isOrder && meant !== undefined && (meant !== quantity || "supplier" in to) && (
        <button type="button" onClick={() => settle({ action: "change", quantity: meant, ...to })}>
          {say(decisionsWords.staleKeep, { quantity: said(meant) })}
        </button>
      )}
      {line !== undefined && isOrder && quantity > 0 && (
        <button type="button" onClick={() => settle({ action: "accept" })}>
          {say(decisionsWords.staleNew, { quantity: said(quantity) })}
        </button>
      )}
      {line !== undefined && of.action === "reject" && (
        <button type="button" onClick={() => settle({ action: "reject" })}>
          {decisionsWords.reject}
        </button>
      )}
      <button type="button" onClick={() => settle()}>
        {decisionsWords.staleDrop}
      </button>
    </li>
  );
}
