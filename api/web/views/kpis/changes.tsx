import { h } from "preact";
import { changeReasons, words } from "../../../../src/index.ts";
import { linkTo } from "../../address.ts";
import type { Drawn } from "../../drawn.ts";
import { lang, t } from "../../language.ts";
import { chip, failure, link } from "../../parts/basic.tsx";
import type { Session } from "../../session/session.ts";
import { useFetched } from "../../store.ts";
import { kpiViewWords } from "../../words/kpis.ts";

export interface ChangesProps {
  readonly session: Session;
  readonly plan: string;
}

/** What moved the forecasts since the last run, and why: the items that drive the stability figure. */
export function Changes({ session, plan }: ChangesProps): Drawn {
  const found = useFetched(plan, () => session.client.changes(plan));
  const rows = found.state === "here" ? found.value : [];
  const counts = changeReasons
    .map((reason) => ({ reason, count: rows.filter((row) => row.reason === reason).length }))
    .filter(({ count }) => count > 0);
  return h(
    "section",
    { class: "card" },
    h("h2", {}, t(kpiViewWords.changes)),
    found.state === "failed" && failure(found.error.message, found.again),
    found.state === "here" && rows.length === 0 && h("p", { class: "muted" }, t(kpiViewWords.changesNone)),
    counts.length > 0 &&
      h(
        "p",
        { class: "row" },
        counts.map(({ reason, count }) => chip("", `${words.changeReasonWords[reason][lang()]}: ${count}`)),
      ),
    rows.length > 0 &&
      h(
        "ul",
        { class: "plain lines" },
        rows.map((row) =>
          h(
            "li",
            { key: row.item },
            link(linkTo({ view: "item", of: row.item }), row.item, { class: "id" }),
            " ",
            row.sentence,
          ),
        ),
      ),
  );
}
