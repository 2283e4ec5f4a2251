import { h } from "preact";
import type { Drawn } from "../drawn.ts";
import { t, whole } from "../language.ts";
import type { Session } from "../session.ts";
import { useStore } from "../store.ts";
import { decisionWords } from "../words/decisions.ts";
import { kpiViewWords } from "../words/kpis.ts";

/** Decisions that differ from the suggestion, by reason. */
export function Overrides({ session }: { readonly session: Session; readonly plan: string }): Drawn {
  const { lines } = useStore(session.work);
  const reasons = Map.groupBy(
    lines.filter(({ decided }) => decided?.action === "change" || decided?.action === "reject"),
    ({ decided }) => decided?.reason ?? "–",
  );
  const rows = [...reasons].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
  return h(
    "section",
    { class: "card" },
    h("h2", {}, t(kpiViewWords.overrides)),
    rows.length === 0 && h("p", { class: "muted" }, t(kpiViewWords.overridesNone)),
    rows.length > 0 &&
      h(
        "table",
        {},
        h(
          "thead",
          {},
          h(
            "tr",
            {},
            h("th", { scope: "col" }, t(decisionWords.reason)),
            h("th", { scope: "col", class: "n" }, t(decisionWords.change)),
            h("th", { scope: "col", class: "n" }, t(decisionWords.reject)),
          ),
        ),
        h(
          "tbody",
          {},
          rows.map(([reason, of]) => {
            const changed = of.filter(({ decided }) => decided?.action === "change").length;
            return h(
              "tr",
              { key: reason },
              h("th", { scope: "row" }, reason),
              h("td", { class: "n" }, whole(changed)),
              h("td", { class: "n" }, whole(of.length - changed)),
            );
          }),
        ),
      ),
  );
}
