import type { Kpi, Kpis } from "../../kpi.ts";
import { kpiMeaning, kpiName, lightWords, nextStep } from "../../words/index.ts";
import type { Lang } from "../../words/languages.ts";
import { decimal, money, noNumber, percent, quantity } from "../../words/numbers.ts";
import { type Phrase, phraseIn } from "../../words/phrase.ts";
import { sparkline } from "../chart/sparkline.ts";
import { html, type Markup, type Piece } from "./markup.ts";
import { chip, say, section, type View, word } from "./view.ts";

const mostHeadlines = 12;

const units: Readonly<Record<string, Phrase>> = {
  days: { de: "Tage", en: "days" },
  lines: { de: "Positionen", en: "lines" },
  items: { de: "Artikel", en: "items" },
  points: { de: "Punkte", en: "points" },
  ratio: { de: "", en: "" },
  units: { de: "Stück", en: "units" },
};

/** A value of a KPI in its unit: percent are 0 to 100, three capitals are a currency. */
export function kpiValue(value: number | null, unit: string, lang: Lang): string {
  if (value === null) return noNumber;
  if (unit === "percent" || unit === "%") return percent(value / 100, lang);
  if (unit === "money") return money(value, undefined, lang, Math.abs(value) >= 1000 ? 0 : 2);
  const currency = /^[A-Z]{3}(?=\/|$)/.exec(unit)?.[0];
  if (currency !== undefined) return money(value, currency, lang, Math.abs(value) >= 1000 ? 0 : 2);
  const name = Object.hasOwn(units, unit) ? phraseIn(units[unit], lang) : unit;
  const text = Math.abs(value) >= 100 ? decimal(value, lang, 0) : quantity(Math.round(value * 10) / 10, lang);
  return name === "" ? text : `${text} ${name}`;
}

const moreIsBetter: ReadonlySet<string> = new Set([
  "automation",
  "fva",
  "dataQuality",
  "fillRate",
  "cycleService",
]);

/** The side of its threshold on which a KPI is good. */
export const kpiSide = (key: string): "≥" | "±" | "≤" =>
  moreIsBetter.has(key) ? "≥" : key === "bias" ? "±" : "≤";

/** "Target ≥ 98 %": the threshold and the side on which it is good. */
function target(key: string, { threshold, unit }: Kpi, view: View): string {
  if (threshold === null) return "";
  return `${word(view, "target")}\u00a0${kpiSide(key)}\u00a0${kpiValue(threshold, unit, view.lang)}`;
}

function card(key: string, kpi: Kpi, view: View): Markup {
  const { lang } = view;
  const trend = kpi.trend.map(({ value }) => value);
  const light = kpi.light === "none" ? html`` : chip(kpi.light, lightWords(kpi, lang));
  const spark =
    trend.length > 1 &&
    sparkline(trend, {
      id: `k-${key}`,
      title: kpiName(key, lang, kpi.unit),
      description: trend.map((value) => kpiValue(value, kpi.unit, lang)).join(", "),
    });
  const value = kpi.value === null ? word(view, "noValue") : kpiValue(kpi.value, kpi.unit, lang);
  const meaning = [kpiMeaning(key, lang, kpi.unit), target(key, kpi, view)].filter((part) => part !== "");
  return html`<div class="kpi">
    <div class="row"><div><h4 class="muted small">${kpiName(key, lang, kpi.unit)}</h4>
    <span class="value">${value}</span> ${light}</div>${spark}</div>
    <div class="muted small">${meaning.join(". ")}</div>
    ${kpi.light !== "green" && whatNext(kpi, view)}</div>`;
}

/** The next step, and the items it is about. */
function whatNext({ next, items }: Kpi, view: View): Piece {
  const step = nextStep(next, view.lang);
  const drivers = items.slice(0, 5).join(", ");
  return [
    step !== "" && html`<div class="small"><strong>${word(view, "nextStep")}:</strong> ${step}</div>`,
    drivers !== "" && html`<div class="muted small">${word(view, "drivers")}: ${drivers}</div>`,
  ];
}

/** The headline KPIs of a group, at most what is left of twelve. */
function group(
  view: View,
  name: keyof Kpis,
  left: number,
): { readonly markup: Markup; readonly count: number } {
  const shown = Object.entries(view.plan.kpis[name])
    .filter(([, kpi]) => kpi.headline)
    .slice(0, left);
  const cards = shown.map(([key, kpi]) => card(key, kpi, view));
  return {
    count: shown.length,
    markup:
      shown.length === 0
        ? html``
        : html`<div class="card"><h3>${word(view, name)}</h3><div class="kpi-grid">${cards}</div></div>`,
  };
}

/** KPIs in the three groups, twelve at most. */
export function kpiSection(view: View): Markup {
  let left = mostHeadlines;
  const groups = (["efficiency", "quality", "effect"] as const).map((name) => {
    const { markup, count } = group(view, name, left);
    left -= count;
    return markup;
  });
  const { efficiency, quality, effect } = view.plan.kpis;
  const sources = new Set(
    [efficiency, quality, effect].flatMap((kpis) => Object.values(kpis)).map(({ source }) => source),
  );
  const lead = [...sources].map((source) => say(view, "kpiSource", { source }));
  return section(
    view,
    "kpis",
    "kpis",
    html`${lead.length === 1 && html`<p class="lead">${lead}</p>`}${groups}`,
  );
}
