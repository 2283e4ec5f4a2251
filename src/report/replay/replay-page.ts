import type { ReplayPolicyResult, ReplayResult } from "../../replay.ts";
import { type Lang, type ReportLanguage, reportWordsOf } from "../../words/languages.ts";
import { date, decimal, percent } from "../../words/numbers.ts";
import { html, type Markup, raw } from "../html/markup.ts";
import { styles } from "../html/styles.ts";
import { frontierChart, policyName, replayStyles, stockOverTime } from "./replay-charts.ts";

const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

type Column = readonly [
  word: keyof ReportLanguage["replay"],
  of: (row: ReplayPolicyResult, lang: Lang) => string,
];

const whole = (value: number, lang: Lang) => decimal(value, lang, 0);

const columns: readonly Column[] = [
  ["stock", (row, lang) => whole(row.averageStockValue, lang)],
  ["peak", (row, lang) => whole(row.peakStockValue, lang)],
  ["fill", (row, lang) => percent(row.fillRate, lang)],
  ["fillValue", (row, lang) => percent(row.fillRateByValue, lang)],
  ["cycle", (row, lang) => percent(row.cycleService, lang)],
  ["waiting", (row, lang) => whole(row.backorderDays, lang)],
  ["lines", (row, lang) => whole(row.orderLines, lang)],
  ["holding", (row, lang) => whole(row.holdingCost, lang)],
  ["ordering", (row, lang) => whole(row.orderingCost, lang)],
  ["shortage", (row, lang) => whole(row.shortageCost, lang)],
  ["cost", (row, lang) => whole(row.totalCost, lang)],
  ["nervousness", (row, lang) => decimal(row.planNervousness, lang, 1)],
];

function key(name: string, place: number): Markup | undefined {
  if (name === "oracle") return undefined;
  return html`<svg class="key" viewBox="0 0 34 10" aria-hidden="true"><path class="${raw(`rule-${place}`)}" d="M0 5L34 5"/></svg>`;
}

function table({ policies }: ReplayResult, lang: Lang): Markup {
  const order = policies.filter(({ policy: name }) => name !== "oracle").map(({ policy: name }) => name);
  const head = columns.map(
    ([word]) => html`<th class="n" scope="col">${reportWordsOf(lang).replay[word]}</th>`,
  );
  const rows = policies.map(
    (
      row,
    ) => html`<tr><td class="id">${key(row.policy, order.indexOf(row.policy))}${policyName(row.policy, lang)}</td>
      ${columns.map(([, of]) => html`<td class="n">${of(row, lang)}</td>`)}</tr>`,
  );
  return html`<div class="scroll"><table><thead><tr><th scope="col">${reportWordsOf(lang).replay.policy}</th>${head}</tr></thead>
    <tbody>${rows}</tbody></table></div>`;
}

/** replay.html: what each policy would have held, served and cost, on one page without network. */
export function replayPage(result: ReplayResult, lang: Lang): string {
  const w = (name: keyof ReportLanguage["replay"]) => reportWordsOf(lang).replay[name];
  const facts: readonly (readonly [string, string])[] = [
    [w("counted"), `${date(result.from, lang)} – ${date(result.to, lang)}`],
    [w("items"), whole(result.items, lang)],
    [w("newItems"), whole(result.newItems, lang)],
    [w("target"), percent(result.target, lang)],
    [w("review"), whole(result.reviewDays, lang)],
  ];
  return html`<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta http-equiv="Content-Security-Policy" content="${raw(policy)}"><meta name="robots" content="noindex">
  <title>${w("title")} – bedarf</title><style>${raw(styles + replayStyles)}</style></head>
<body><header class="top"><div><p class="brand">bedarf</p><h1>${w("title")}</h1></div>
  <dl class="facts">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl></header>
<main><p class="lead">${w("lead")}</p><div class="card">${table(result, lang)}</div>
  <h2>${w("frontier")}</h2><p class="lead">${w("frontierLead")}</p>
  <div class="card">${frontierChart(result, lang)}</div>
  <h2>${w("overTime")}</h2><div class="card">${stockOverTime(result, lang)}</div></main></body></html>
`.markup;
}
