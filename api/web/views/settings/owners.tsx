import type { VNode } from "preact";
import { Card } from "../../parts/card.tsx";
import type { Session } from "../../session/session.ts";
import { useFetched, useKept, useStore } from "../../store.ts";
import { settingsWords } from "../../words/settings.ts";

interface OwnersProps {
  readonly session: Session;
  readonly plan: string;
}

/** For whom the reader works: which items are "mine". */
export function Owners({ session, plan }: OwnersProps): VNode {
  const { owners } = useStore(session.mine);
  const found = useKept(
    useFetched(plan, async () => {
      const items = await session.client.masters(plan);
      return [...new Set(items.flatMap(({ owner }) => (owner === undefined ? [] : [owner])))].sort();
    }),
  );
  const names = found.state === "here" ? [...new Set([...found.value, ...owners])] : owners;
  const toggle = (name: string): Promise<boolean> =>
    session.attempt(() =>
      session.setOwners(owners.includes(name) ? owners.filter((one) => one !== name) : [...owners, name]),
    );
  return (
    <Card title={settingsWords.owners}>
      <p class="muted">{settingsWords.ownersText}</p>
      {found.state === "here" && names.length === 0 && <p class="muted">{settingsWords.ownersNone}</p>}
      <div class="row" role="group" aria-label={settingsWords.owners}>
        {names.map((name) => (
          <label key={name} class="check">
            <input type="checkbox" checked={owners.includes(name)} onChange={() => void toggle(name)} />
            {name}
          </label>
        ))}
      </div>
    </Card>
  );
}
