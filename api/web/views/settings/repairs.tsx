import type { VNode } from "preact";
import { words } from "../../../../src/index.ts";
import { linkTo } from "../../address.ts";
import type { Client } from "../../client/client.ts";
import { lang, t, value, whole } from "../../language.ts";
import { Chip } from "../../parts/chip.tsx";
import { Failure } from "../../parts/states.tsx";
import { isMine, type Session } from "../../session/session.ts";
import type { Issue } from "../../shapes.ts";
import { type Fetched, useStore } from "../../store.ts";
import { orderWords } from "../../words/orders.ts";
import { settingWords } from "../../words/settings.ts";

const most = 30;

export type OwnedIssues = readonly (readonly [owner: string, issues: readonly Issue[]])[];

/** Issues of single items by who answers for the item. */
export async function ownedIssues(client: Client, plan: string): Promise<OwnedIssues> {
  const [issues, items] = await Promise.all([client.issues(plan), client.items(plan)]);
  const owners = new Map(items.map(({ item, owner }) => [item, owner ?? t(orderWords.none)]));
  const real = issues.filter(({ item, severity }) => item !== undefined && severity !== "info");
  const owned = Map.groupBy(real, ({ item }) => owners.get(item ?? "") ?? t(orderWords.none));
  return [...owned].sort(([a], [b]) => (a < b ? -1 : 1));
}

export interface RepairsProps {
  readonly session: Session;
  readonly found: Fetched<OwnedIssues> & { again(): void };
}

/** Who repairs what. */
export function Repairs({ session, found }: RepairsProps): VNode {
  const mine = useStore(session.mine);
  const lists = found.state === "here" ? found.value.filter(([owner]) => isMine(mine, owner)) : [];
  return (
    <section class="card">
      <h2>{t(settingWords.repairs)}</h2>
      {found.state === "failed" && <Failure why={found.error.message} again={found.again} />}
      {found.state === "here" && lists.length === 0 && <p class="muted">{t(settingWords.repairsNone)}</p>}
      {lists.map(([owner, issues]) => (
        <details key={owner} open={lists.length === 1}>
          <summary>{`${owner} (${whole(issues.length)})`}</summary>
          <ul class="plain">
            {issues.slice(0, most).map((issue, k) => (
              <li key={k}>
                <Chip kind={issue.severity}>{value(issue.severity)}</Chip>{" "}
                <a href={linkTo({ view: "item", of: issue.item ?? "" })}>{issue.item ?? ""}</a>{" "}
                {words.issueSentence(issue, lang())}
              </li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  );
}
