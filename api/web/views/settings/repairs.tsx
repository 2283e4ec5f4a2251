import type { VNode } from "preact";
import { by, words } from "../../../../src/index.ts";
import { linkTo } from "../../address.ts";
import type { Client } from "../../client/client.ts";
import { lang, value, whole } from "../../language.ts";
import { Card } from "../../parts/card.tsx";
import { Chip } from "../../parts/chip.tsx";
import { Missing } from "../../parts/states.tsx";
import { isMine } from "../../session/mine.ts";
import type { Session } from "../../session/session.ts";
import type { Issue } from "../../shapes.ts";
import { type Fetching, useStore } from "../../store.ts";
import { ordersWords } from "../../words/orders.ts";
import { settingsWords } from "../../words/settings.ts";

/** So many issues of an owner are listed. */
const most = 30;

/** Issues of single items, by who answers for the item. */
type OwnedIssues = readonly (readonly [owner: string, issues: readonly Issue[]])[];

/** Issues of single items by who answers for the item; what only informs is left out. */
export async function ownedIssues(client: Client, plan: string): Promise<OwnedIssues> {
  const [issues, items] = await Promise.all([client.issues(plan), client.masters(plan)]);
  const owners = new Map(items.map(({ item, owner }) => [item, owner]));
  const real = issues.filter(({ item, severity }) => item !== undefined && severity !== "info");
  const owned = Map.groupBy(real, ({ item = "" }) => owners.get(item) ?? ordersWords.none);
  return [...owned].sort(by(([owner]) => owner));
}

interface RepairsProps {
  readonly session: Session;
  readonly found: Fetching<OwnedIssues>;
}

/** Who repairs what. */
export function Repairs({ session, found }: RepairsProps): VNode {
  const mine = useStore(session.mine);
  const lists = found.state === "here" ? found.value.filter(([owner]) => isMine(mine, owner)) : [];
  return (
    <Card title={settingsWords.repairs}>
      <Missing of={found} />
      {found.state === "here" && lists.length === 0 && <p class="muted">{settingsWords.repairsNone}</p>}
      {lists.map(([owner, issues]) => (
        <details key={owner} open={lists.length === 1}>
          <summary>{`${owner} (${whole(issues.length)})`}</summary>
          <ul class="plain">
            {issues.slice(0, most).map((issue, k) => (
              <li key={k}>
                <Chip kind={issue.severity}>{value(issue.severity)}</Chip>{" "}
                <a href={linkTo({ view: "item", of: issue.item ?? "" })}>{issue.item}</a>{" "}
                {words.issueSentence(issue, lang())}
              </li>
            ))}
          </ul>
        </details>
      ))}
    </Card>
  );
}
