import { h } from "preact";
import { linkTo } from "../../address.ts";
import type { Drawn } from "../../drawn.ts";
import { number, say, t, whole } from "../../language.ts";
import { link, waiting } from "../../parts/basic.tsx";
import type { Session } from "../../session/session.ts";
import type { Issue, ItemRow } from "../../shapes.ts";
import { useFetched } from "../../store.ts";
import { orderWords } from "../../words/orders.ts";

const most = 25;

/** Items that lack something, by what they lack; a fault that concerns the whole file counts for all of them. */
export function lacking(
  issues: readonly Issue[],
  items: number,
): { readonly stock: number; readonly leadTime: number } {
  const count = (own: readonly string[], field: string): number => {
    const whole = issues.some((issue) => issue.code === "column-missing" && issue.field === field);
    const named = new Set(issues.flatMap(({ code, item }) => (own.includes(code) ? [item ?? "*"] : [])));
    return whole || named.has("*") ? items : named.size;
  };
  return {
    stock: count(["missing-stock", "stock-missing", "master-data-missing"], "onHand"),
    leadTime: count(["missing-lead-time", "lead-time-missing", "master-data-missing"], "leadTimeDays"),
  };
}

/** Demand of the last observed buckets, a year at most: what an item weighs without a price. */
const recent = ({ history }: ItemRow): number =>
  (history?.values ?? []).slice(-12).reduce<number>((sum, value) => sum + (value ?? 0), 0);

export interface NoSuggestionsProps {
  readonly session: Session;
  readonly plan: string;
}

/** Why a plan suggests nothing at all, what to bring, and the items with their forecasts all the same. */
export function NoSuggestions({ session, plan }: NoSuggestionsProps): Drawn {
  const found = useFetched(plan, async () => {
    const [issues, items] = await Promise.all([session.client.issues(plan), session.client.items(plan)]);
    return { lack: lacking(issues, items.length), items: [...items].sort((a, b) => recent(b) - recent(a)) };
  });
  if (found.state !== "here") return waiting();
  const { lack, items } = found.value;
  const reasons = [
    lack.stock > 0 && say(orderWords.lacksStock, { count: whole(lack.stock), all: whole(items.length) }),
    lack.leadTime > 0 &&
      say(orderWords.lacksLeadTime, { count: whole(lack.leadTime), all: whole(items.length) }),
  ].filter((text) => text !== false);
  return h(
    "div",
    {},
    h(
      "section",
      { class: "card question" },
      h("h2", {}, t(orderWords.noneYet)),
      h("p", {}, reasons.length === 0 ? t(orderWords.allCovered) : t(orderWords.noneYetText)),
      h(
        "ul",
        {},
        reasons.map((text) => h("li", { key: text }, text)),
      ),
      reasons.length > 0 && [
        h("p", {}, t(orderWords.bring)),
        h("pre", { tabIndex: 0 }, h("code", {}, t(orderWords.bringExample))),
        h("p", {}, link(linkTo({ view: "files" }), t(orderWords.bringLink), { class: "button main" })),
      ],
    ),
    h(
      "section",
      { class: "card" },
      h("h2", {}, t(orderWords.forecastsAlready)),
      h(
        "table",
        {},
        h(
          "thead",
          {},
          h(
            "tr",
            {},
            h("th", { scope: "col" }, t(orderWords.item)),
            h("th", { scope: "col", class: "n" }, t(orderWords.recentDemand)),
          ),
        ),
        h(
          "tbody",
          {},
          items
            .slice(0, most)
            .map((row) =>
              h(
                "tr",
                { key: row.item },
                h(
                  "th",
                  { scope: "row" },
                  link(linkTo({ view: "item", of: row.item }), row.item, { class: "id" }),
                  ` ${row.name ?? ""}`,
                ),
                h("td", { class: "n" }, number(recent(row))),
              ),
            ),
        ),
      ),
    ),
  );
}
