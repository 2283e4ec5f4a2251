import type { VNode } from "preact";
import { t } from "../../language.ts";
import { Card } from "../../parts/card.tsx";
import type { Session } from "../../session/session.ts";
import { useFetched, useKept, useStore } from "../../store.ts";

interface OwnersProps {
  readonly session: Session;
  readonly plan: string;
}

/** For whom the reader works: which items are "mine". */
export function Owners({ session, plan }: OwnersProps): VNode {
  const { owners } = useStore(session.mine);
  const found = useKept(
    useFetched(plan, async () => {
      const items = await session.client.items(plan);
      return [...new Set(items.flatMap(({ owner }) => (owner === undefined ? [] : [owner])))].sort();
    }),
  );
  const names = found.state === "here" ? [...new Set([...found.value, ...owners])] : owners;
  const toggle = (name: string): Promise<boolean> =>
    session.attempt(() =>
      session.setOwners(owners.includes(name) ? owners.filter((one) => one !== name) : [...owners, name]),
    );
  return (
    <Card title={t.settings.owners}>
      <p class="muted">{t.settings.ownersText}</p>
      {found.state === "here" && names.length === 0 && <p class="muted">{t.settings.ownersNone}</p>}
      <div class="row" role="group" aria-label={t.settings.owners}>
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
