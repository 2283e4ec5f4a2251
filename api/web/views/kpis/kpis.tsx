import { Fragment, h } from "preact";
import { charts, words } from "../../../../src/index.ts";
import { linkTo } from "../../address.ts";
import type { Drawn } from "../../drawn.ts";
import { lang, say, t, value } from "../../language.ts";
import { chip, failure, link, picture, waiting } from "../../parts/basic.tsx";
import type { Kpi, KpiGroups } from "../../shapes.ts";
import { useFetched, useStore } from "../../store.ts";
import type { ViewProps } from "../../view.ts";
import { kpiViewWords } from "../../words/kpis.ts";
import { Changes } from "./changes.tsx";
import { Overrides } from "./overrides.tsx";

const groups = ["efficiency", "quality", "effect"] as const;

/** The key figures in their three groups: light, trend, what drives them, what to do next. */
export function KpiView({ session }: ViewProps): Drawn {
  const plan = useStore(session.plans).shown;
  const found = useFetched(plan?.id ?? "", () => session.client.kpis(plan?.id ?? ""));
  return h(
    Fragment,
    {},
    h("h1", {}, t(kpiViewWords.title)),
    found.state === "loading" && waiting(),
    found.state === "failed" && failure(found.error.message, found.again),
    found.state === "here" && groups.map((name) => h(Group, { key: name, name, of: found.value[name] })),
    found.state === "here" &&
      plan !== undefined && [
        h(Changes, { session, plan: plan.id }),
        h(Overrides, { session, kpi: found.value.quality.overrideValue }),
      ],
  );
}

function Group({
  name,
  of,
}: {
  readonly name: (typeof groups)[number];
  readonly of: KpiGroups["quality"];
}): Drawn {
  const all = Object.entries(of);
  const first = all.filter(([, kpi]) => kpi.headline);
  const rest = all.filter(([, kpi]) => !kpi.headline);
  return h(
    "section",
    { class: "card" },
    h("h2", {}, t(kpiViewWords.groups[name])),
    h("p", { class: "muted" }, t(kpiViewWords.groupTexts[name])),
    h(
      "div",
      { class: "kpi-grid" },
      first.map(([key, kpi]) => h(Figure, { key, name: key, kpi })),
    ),
    rest.length > 0 &&
      h(
        "details",
        {},
        h("summary", {}, t(kpiViewWords.more)),
        h(
          "div",
          { class: "kpi-grid" },
          rest.map(([key, kpi]) => h(Figure, { key, name: key, kpi })),
        ),
      ),
  );
}

function Figure({ name, kpi }: { readonly name: string; readonly kpi: Kpi }): Drawn {
  const shown = (x: number | null) => charts.kpiValue(x, kpi.unit, lang());
  const values = kpi.trend.map((point) => point.value);
  const target =
    kpi.threshold === null
      ? t(kpiViewWords.noTarget)
      : say(kpiViewWords.target, { value: `${charts.kpiSide(name)}\u00a0${shown(kpi.threshold)}` });
  const baseline =
    kpi.baseline === undefined ? "" : say(kpiViewWords.baseline, { value: shown(kpi.baseline) });
  const step = words.nextStep(kpi.next, lang());
  return h(
    "article",
    { class: "kpi" },
    h("h3", {}, words.kpiName(name, lang())),
    h(
      "div",
      { class: "row between" },
      h(
        "div",
        {},
        h("span", { class: "value" }, kpi.value === null ? t(kpiViewWords.noValue) : shown(kpi.value)),
        " ",
        kpi.light !== "none" && chip(kpi.light, value(kpi.light)),
      ),
      values.length > 1 &&
        picture(
          charts.sparkline(values, {
            id: `k-${name}`,
            title: `${words.kpiName(name, lang())}, ${say(kpiViewWords.trend, { count: values.length })}`,
            description: values.map(shown).join(", "),
          }),
        ),
    ),
    h(
      "p",
      { class: "muted small" },
      [words.kpiMeaning(name, lang()), target, baseline, t(kpiViewWords.source[kpi.source])]
        .filter((text) => text !== "")
        .join(" · "),
    ),
    step !== "" &&
      kpi.light !== "green" &&
      h("p", { class: "small" }, h("strong", {}, `${t(kpiViewWords.next)}: `), step),
    kpi.items.length > 0 &&
      h(
        "p",
        { class: "muted small" },
        `${t(kpiViewWords.drivers)}: `,
        kpi.items.map((item, k) => [
          k > 0 && ", ",
          link(linkTo({ view: "item", of: item }), item, { key: item }),
        ]),
      ),
  );
}
