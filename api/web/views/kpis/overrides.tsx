import { h } from "preact";
import { type StepValue, words } from "../../../../src/index.ts";
import type { Drawn } from "../../drawn.ts";
import { lang, percent, say, t, whole } from "../../language.ts";
import { chip } from "../../parts/basic.tsx";
import type { Session } from "../../session/session.ts";
import type { Kpi } from "../../shapes.ts";
import { useStore } from "../../store.ts";
import { decisionWords } from "../../words/decisions.ts";
import { kpiViewWords } from "../../words/kpis.ts";

const lights = { keep: "green", watch: "amber", stop: "red" } as const;

const isStep = (row: unknown): row is StepValue =>
  typeof row === "object" && row !== null && "step" in row && "by" in row && "advice" in row;

/** The stairs first, then reasons, groups, persons: the harmful ones of each on top. */
export function overrideRows(kpi: Kpi | undefined): StepValue[] {
  const steps = ["statistical", "override", "final"];
  const rank = ({ by, step }: StepValue) =>
    10 * ["all", "reason", "group", "person"].indexOf(by) + (by === "all" ? steps.indexOf(step) : 0);
  const detail: readonly unknown[] = kpi?.detail ?? [];
  return detail.filter(isStep).sort((a, b) => rank(a) - rank(b) || a.valueAdded - b.valueAdded);
}

const signed = (value: number): string =>
  `${value < 0 ? "\u2212" : "+"}${words.decimal(Math.abs(value), lang(), 1)}`;

function nameOf({ by, step, key }: StepValue): string {
  if (by === "all") return t(kpiViewWords.steps[step]);
  return say(kpiViewWords.by[by], { name: key === "" ? "–" : key });
}

const heading = (text: string, isNumber: boolean): Drawn =>
  h("th", { scope: "col", class: isNumber ? "n" : "", key: text }, text);

/** What each step of the forecast was worth, and the overrides by reason and group. */
function valueTable(rows: readonly StepValue[]): Drawn {
  return h(
    "div",
    { class: "scroll", tabIndex: 0, role: "region", "aria-label": t(kpiViewWords.overrideValue) },
    h(
      "table",
      {},
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          heading(t(kpiViewWords.stepName), false),
          heading(t(kpiViewWords.cells), true),
          heading(t(kpiViewWords.errorBefore), true),
          heading(t(kpiViewWords.errorAfter), true),
          heading(t(kpiViewWords.valueAdded), true),
          heading(t(kpiViewWords.advice), false),
        ),
      ),
      h(
        "tbody",
        {},
        rows.map((row) =>
          h(
            "tr",
            { key: `${row.step} ${row.by} ${row.key}` },
            h("th", { scope: "row" }, nameOf(row)),
            h("td", { class: "n" }, whole(row.cells)),
            h("td", { class: "n" }, percent(row.wapeBefore / 100)),
            h("td", { class: "n" }, percent(row.wapeAfter / 100)),
            h("td", { class: "n" }, signed(row.valueAdded)),
            h("td", {}, chip(lights[row.advice], t(kpiViewWords.advices[row.advice]))),
          ),
        ),
      ),
    ),
  );
}

/** Decisions of this plan that differ from the suggestion, by reason. */
function Counted({ session }: { readonly session: Session }): Drawn {
  const { lines } = useStore(session.work);
  const reasons = Map.groupBy(
    lines.filter(({ decided }) => decided?.action === "change" || decided?.action === "reject"),
    ({ decided }) => decided?.reason ?? "–",
  );
  const rows = [...reasons].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
  if (rows.length === 0) return h("p", { class: "muted" }, t(kpiViewWords.overridesNone));
  return h(
    "table",
    {},
    h(
      "thead",
      {},
      h(
        "tr",
        {},
        heading(t(decisionWords.reason), false),
        heading(t(decisionWords.change), true),
        heading(t(decisionWords.reject), true),
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
  );
}

export interface OverridesProps {
  readonly session: Session;
  readonly kpi: Kpi | undefined;
}

/** What overrides were worth where they have come true, and which ones this plan holds. */
export function Overrides({ session, kpi }: OverridesProps): Drawn {
  const rows = overrideRows(kpi);
  return h(
    "section",
    { class: "card" },
    h("h2", {}, t(kpiViewWords.overrides)),
    h(Counted, { session }),
    h("h3", {}, t(kpiViewWords.overrideValue)),
    rows.length === 0
      ? h("p", { class: "muted" }, t(kpiViewWords.overrideValueNone))
      : [h("p", { class: "muted small" }, t(kpiViewWords.overrideValueText)), valueTable(rows)],
  );
}
