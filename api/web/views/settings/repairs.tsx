import { h } from "preact";
import { words } from "../../../../src/index.ts";
import { linkTo } from "../../address.ts";
import type { Client } from "../../client/client.ts";
import type { Drawn } from "../../drawn.ts";
import { lang, t, value, whole } from "../../language.ts";
import { chip, failure, link } from "../../parts/basic.tsx";
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
export function Repairs({ session, found }: RepairsProps): Drawn {
  const mine = useStore(session.mine);
  const lists = found.state === "here" ? found.value.filter(([owner]) => isMine(mine, owner)) : [];
  return h(
    "section",
    { class: "card" },
    h("h2", {}, t(settingWords.repairs)),
    found.state === "failed" && failure(found.error.message, found.again),
    found.state === "here" && lists.length === 0 && h("p", { class: "muted" }, t(settingWords.repairsNone)),
    lists.map(([owner, issues]) =>
      h(
        "details",
        { key: owner, open: lists.length === 1 },
        h("summary", {}, `${owner} (${whole(issues.length)})`),
        h(
          "ul",
          { class: "plain" },
          issues
            .slice(0, most)
            .map((issue, k) =>
              h(
                "li",
                { key: k },
                chip(issue.severity, value(issue.severity)),
                " ",
                link(linkTo({ view: "item", of: issue.item ?? "" }), issue.item ?? ""),
                " ",
                words.issueSentence(issue, lang()),
              ),
            ),
        ),
      ),
    ),
  );
}
