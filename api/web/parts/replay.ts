import { h } from "preact";
import { useState } from "preact/hooks";
import { charts, type ReplayPolicyResult, type ReplayResult } from "../../../src/index.ts";
import type { Drawn } from "../drawn.ts";
import { date, money, percent, t, whole } from "../language.ts";
import { cashWords } from "../words/cash.ts";
import { picture } from "./basic.ts";

const [width, height, left, right, top, bottom] = [520, 220, 62, 500, 14, 188];
const policyNames: Readonly<Record<string, (typeof cashWords.policies)["bedarf"]>> = cashWords.policies;
const policyName = (name: string): string =>
  Object.hasOwn(policyNames, name) ? t(policyNames[name] ?? cashWords.policies.bedarf) : name;

/** Stock value against fill rate: the engine's frontier, and where the other policies stand. */
export function frontierChart({ policies, frontier }: ReplayResult): charts.Markup {
  const { linear, ticks, html, line, word, picture: frame, valueAxis, timeAxis } = charts;
  const points = [...frontier, ...policies];
  const low = Math.min(...points.map(({ fillRate }) => fillRate));
  const values = ticks(0, Math.max(...points.map(({ averageStockValue }) => averageStockValue), 1), 4);
  const y = linear([0, values.at(-1) ?? 1], [bottom, top]);
  const x = linear([Math.max(0, low - 0.02), 1], [left, right]);
  const marks = policies.map(({ policy, fillRate, averageStockValue }) => {
    const [at, up] = [x(fillRate), y(averageStockValue)];
    const isHere = policy === "as-is";
    const text = isHere ? `${policyName(policy)}: ${t(cashWords.here)}` : policyName(policy);
    return html`<circle class="${isHere ? "here" : "receipt"}" cx="${at}" cy="${up}" r="5"/>${word(at > 360 ? at - 9 : at + 9, up + 4, text, at > 360 ? "end" : "start", "strong")}`;
  });
  const sorted = [...frontier].sort((a, b) => a.fillRate - b.fillRate);
  const steps = [0, 0.25, 0.5, 0.75, 1].map((share) => x.domain[0] + share * (x.domain[1] - x.domain[0]));
  const description = policies
    .map((of) => `${policyName(of.policy)}: ${percent(of.fillRate)}, ${whole(of.averageStockValue)}`)
    .join("; ");
  return frame({ id: "frontier", title: t(cashWords.frontier), description }, width, height, [
    valueAxis(values, y, left, right, whole),
    timeAxis(
      steps.map((share) => ({ x: x(share), text: percent(share, 0) })),
      bottom,
      right,
    ),
    line(
      sorted.map((of) => ({ x: x(of.fillRate), y: y(of.averageStockValue) })),
      "forecast",
    ),
    marks,
  ]);
}

const isReplay = (value: unknown): value is ReplayResult =>
  typeof value === "object" &&
  value !== null &&
  "policies" in value &&
  Array.isArray(value.policies) &&
  "frontier" in value;

/** The past with our suggestions against what was, from a replay.json. */
export function Replay(): Drawn {
  const [result, setResult] = useState<ReplayResult | string>();
  const open = async (event: Event): Promise<void> => {
    const [file] = (event.currentTarget as HTMLInputElement).files ?? [];
    if (file === undefined) return;
    try {
      const value: unknown = JSON.parse(await file.text());
      setResult(isReplay(value) ? value : t(cashWords.notReplay));
    } catch {
      setResult(t(cashWords.notReplay));
    }
  };
  return h(
    "section",
    { class: "card" },
    h("h2", {}, t(cashWords.replay)),
    h("p", { class: "muted" }, t(cashWords.replayText)),
    h(
      "pre",
      { tabIndex: 0 },
      h(
        "code",
        {},
        "npm run bedarf -- replay ORDERS.csv --items ITEMS.csv --from 2025-01-01 --to 2025-12-31 --out out/replay",
      ),
    ),
    h(
      "label",
      { class: "button" },
      t(cashWords.chooseReplay),
      h("input", { type: "file", accept: ".json", class: "sr", onChange: open }),
    ),
    typeof result === "string"
      ? h("p", { class: "bad", role: "alert" }, result)
      : result !== undefined && outcome(result),
  );
}

function outcome(result: ReplayResult): Drawn {
  const row = (of: ReplayPolicyResult): Drawn =>
    h(
      "tr",
      { key: of.policy },
      h("th", { scope: "row" }, policyName(of.policy)),
      h("td", { class: "n" }, money(of.averageStockValue, undefined, 0)),
      h("td", { class: "n" }, percent(of.fillRate)),
      h("td", { class: "n" }, whole(of.orderLines)),
      h("td", { class: "n" }, money(of.totalCost, undefined, 0)),
    );
  return h(
    "div",
    {},
    h("p", {}, `${date(result.from)} – ${date(result.to)}`),
    picture(frontierChart(result)),
    h(
      "div",
      { class: "scroll", tabIndex: 0, role: "region", "aria-label": t(cashWords.replay) },
      h(
        "table",
        {},
        h(
          "thead",
          {},
          h(
            "tr",
            {},
            (["policy", "stock", "fill", "orders", "cost"] as const).map((name) =>
              h("th", { key: name, scope: "col", class: name === "policy" ? "" : "n" }, t(cashWords[name])),
            ),
          ),
        ),
        h("tbody", {}, result.policies.map(row)),
      ),
    ),
  );
}
