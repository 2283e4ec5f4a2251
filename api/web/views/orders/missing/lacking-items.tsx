import type { VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { say, whole } from "../../../language.ts";
import { Missing } from "../../../parts/states.tsx";
import type { Session } from "../../../session/session.ts";
import type { PlanView } from "../../../shapes.ts";
import { useFetched } from "../../../store.ts";
import { missingWords } from "../../../words/missing.ts";
import { lacking } from "./lacking.ts";
import { MissingData } from "./missing-data.tsx";

interface LackingItemsProps {
  readonly session: Session;
  readonly plan: PlanView;
  /** The reader comes to enter them: it is open and in sight. */
  readonly isWanted: boolean;
}

/** Below the list: the items without a suggestion because stock or lead time is missing, with fields to enter them. */
export function LackingItems({ session, plan, isWanted }: LackingItemsProps): VNode | null {
  const [isOpen, setOpen] = useState(isWanted);
  const place = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (isWanted) place.current?.scrollIntoView();
  }, [isWanted]);
  const count = plan.summary?.lacking ?? 0;
  if (count === 0) return null;
  return (
    <details
      class="card lacking no-print"
      ref={place}
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{say(missingWords.lackingItems, { count: whole(count) })}</summary>
      {plan.request.uploads === undefined ? (
        isOpen && <Entries session={session} plan={plan.id} />
      ) : (
        <p class="muted">{missingWords.lackingExample}</p>
      )}
    </details>
  );
}

function Entries({ session, plan }: { readonly session: Session; readonly plan: string }): VNode {
  const found = useFetched(plan, async () => {
    const [issues, items] = await Promise.all([session.client.issues(plan), session.client.masters(plan)]);
    const names = new Map(items.map(({ item, name = "" }) => [item, name]));
    return { lack: lacking(issues, [...names.keys()]), names };
  });
  if (found.state !== "here") return <Missing of={found} />;
  const { lack, names } = found.value;
  return <MissingData session={session} stock={lack.stock} leadTime={lack.leadTime} names={names} />;
}
