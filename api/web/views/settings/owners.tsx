import type { VNode } from "preact";
import { t } from "../../language.ts";
import type { Session } from "../../session/session.ts";
import { useFetched, useStore } from "../../store.ts";
import { settingWords } from "../../words/settings.ts";

export interface OwnersProps {
  readonly session: Session;
  readonly plan: string;
}

/** For whom the reader works: which items are "mine". */
export function Owners({ session, plan }: OwnersProps): VNode {
  const mine = useStore(session.mine);
  const found = useFetched(plan, async () => {
    const items = await session.client.items(plan);
    return [...new Set(items.flatMap(({ owner }) => (owner === undefined ? [] : [owner])))].sort();
  });
  const names = found.state === "here" ? [...new Set([...found.value, ...mine.owners])] : mine.owners;
  const toggle = async (name: string): Promise<void> => {
    const next = mine.owners.includes(name)
      ? mine.owners.filter((one) => one !== name)
      : [...mine.owners, name];
    try {
      await session.setOwners(next);
    } catch (error) {
      session.notify("error", (error as Error).message);
    }
  };
  return (
    <section class="card">
      <h2>{t(settingWords.owners)}</h2>
      <p class="muted">{t(settingWords.ownersText)}</p>
      {found.state === "here" && names.length === 0 && <p class="muted">{t(settingWords.ownersNone)}</p>}
      <div class="row" role="group" aria-label={t(settingWords.owners)}>
        {names.map((name) => (
          <label key={name} class="check">
            <input type="checkbox" checked={mine.owners.includes(name)} onChange={() => void toggle(name)} />
            {name}
          </label>
        ))}
      </div>
    </section>
  );
}
