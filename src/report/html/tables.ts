import { by } from "../../numeric/order.ts";
import type { LeadTime, OpenOrderAdvice, ParameterChange } from "../../suggestion.ts";
import { attentionPhrase, valueWords } from "../../words/index.ts";
import { wordsOf } from "../../words/languages.ts";
import { date, decimal, quantity } from "../../words/numbers.ts";
import { leadTimeChart } from "../chart/lead-time-chart.ts";
import { html, type Markup, type Piece } from "./markup.ts";
import { chip, leftOut, say, section, type View, word } from "./view.ts";

const most = 30;

interface Column<Row> {
  readonly heading: string;
  readonly number?: true;
  readonly cell: (row: Row, k: number) => Piece;
}

/** A plain table that becomes a list of cards on a phone. */
function table<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): Markup {
  const head = columns.map(
    (c) => html`<th scope="col" class="${c.number === true ? "n" : ""}">${c.heading}</th>`,
  );
  const body = rows.map(
    (row, k) =>
      html`<tbody><tr class="data">
        ${columns.map(
          (
            c,
            index,
          ) => html`<td class="${index === 0 ? "id" : c.number === true ? "n" : ""}" data-l="${c.heading}">
        ${c.cell(row, k)}</td>`,
        )}</tr></tbody>`,
  );
  return html`<div class="scroll"><table class="stack"><thead><tr>${head}</tr></thead>${body}</table></div>`;
}

/** How far the master data are from what receipts show, in days. */
const leadTimeGap = (of: LeadTime): number => (of.master === undefined ? 0 : of.p90 - of.master);

const byGap = by<LeadTime>(
  (of) => -leadTimeGap(of),
  ({ n }) => -n,
  ({ supplier }) => supplier,
);

/** Suppliers by their gap, then the few items that differ by a week more than their supplier does. */
function shownLeadTimes(all: readonly LeadTime[]): LeadTime[] {
  const suppliers = all.filter(({ item }) => item === undefined).sort(byGap);
  const usual = new Map(suppliers.map((of) => [of.supplier, leadTimeGap(of)]));
  const special = all.filter(
    (of) => of.item !== undefined && leadTimeGap(of) > (usual.get(of.supplier) ?? 0) + 7,
  );
  return [...suppliers.slice(0, most), ...special.sort(byGap).slice(0, 8)];
}

/** Lead times as they are beside the master data, the largest gaps first. */
export function leadTimesSection(view: View): Markup {
  const { plan, lang } = view;
  if (plan.leadTimes.length === 0) return html``;
  const shown = shownLeadTimes(plan.leadTimes);
  const longest = Math.max(...shown.map((of) => Math.max(of.p90, of.median, of.master ?? 0)));
  const days = (x: number | undefined) =>
    x === undefined ? "–" : say(view, "days", { days: quantity(x, lang) });
  const columns: Column<LeadTime>[] = [
    {
      heading: wordsOf(lang).columns.supplier,
      cell: (of) => html`${of.supplier}${of.item !== undefined && html`<span class="sub">${of.item}</span>`}`,
    },
    { heading: word(view, "master"), number: true, cell: (of) => days(of.master) },
    { heading: word(view, "median"), number: true, cell: (of) => days(of.median) },
    { heading: word(view, "p90"), number: true, cell: (of) => days(of.p90) },
    { heading: word(view, "receipts"), number: true, cell: (of) => decimal(of.n, lang, 0) },
    {
      heading: word(view, "drift"),
      number: true,
      cell: (of) => (of.drift === undefined ? "–" : `${of.drift > 0 ? "+" : ""}${days(of.drift)}`),
    },
    {
      heading: word(view, "picture"),
      cell: (of, k) =>
        leadTimeChart(of, longest, {
          id: `lt${k}`,
          title: of.supplier,
          description: [
            `${word(view, "median")} ${days(of.median)}`,
            `${word(view, "p90")} ${days(of.p90)}`,
            `${word(view, "master")} ${days(of.master)}`,
          ].join(", "),
        }),
    },
  ];
  return section(
    view,
    "lead-times",
    "leadTimes",
    html`<p class="lead">${say(view, "leadTimes")}</p>
      <div class="card">${table(columns, shown)}
      ${leftOut(view, plan.leadTimes.length - shown.length, "plan.json")}</div>`,
  );
}

const adviceRank: readonly OpenOrderAdvice["advice"][] = [
  "expedite",
  "confirm",
  "cancel",
  "postpone",
  "keep",
];

/** Orders at the suppliers that call for something; the ones to keep are left out. */
export function openOrdersSection(view: View): Markup {
  const { plan, lang } = view;
  const rows = plan.openOrders
    .filter(({ advice }) => advice !== "keep")
    .sort(
      by(
        ({ advice }) => adviceRank.indexOf(advice),
        ({ due }) => due,
      ),
    );
  if (rows.length === 0) return html``;
  const kind = (advice: OpenOrderAdvice["advice"]) =>
    advice === "expedite" ? "red" : advice === "confirm" ? "warning" : "";
  const columns: Column<OpenOrderAdvice>[] = [
    {
      heading: wordsOf(lang).columns.item,
      cell: (of) =>
        html`${of.item}<span class="sub">
          ${[of.supplier, of.order].filter((x) => x !== undefined).join(" · ")}</span>`,
    },
    {
      heading: word(view, "advice"),
      cell: (of) =>
        html`${chip(kind(of.advice), valueWords(of.advice, lang))}${
          of.overdueDays !== undefined &&
          of.overdueDays > 0 &&
          html`<span class="sub">
          ${say(view, "overdue", { days: decimal(of.overdueDays, lang, 0) })}</span>`
        }`,
    },
    { heading: word(view, "due"), number: true, cell: (of) => date(of.due, lang) },
    { heading: wordsOf(lang).columns.quantity, number: true, cell: (of) => quantity(of.quantity, lang) },
  ];
  return section(
    view,
    "open-orders",
    "openOrders",
    html`<div class="card">${table(columns, rows.slice(0, most))}
      ${leftOut(view, rows.length - most, "plan.json")}</div>`,
  );
}

const oldNew = (before: number | undefined, after: number, view: View): Piece =>
  html`${before === undefined ? "–" : quantity(before, view.lang)} → <strong>
    ${quantity(after, view.lang)}</strong>`;

/** Master data of the ERP that are worth changing, the largest change in stock value first. */
export function parametersSection(view: View): Markup {
  const { plan, lang } = view;
  const costs = new Map(plan.items.map(({ item, unitCost = 0 }) => [item, unitCost]));
  const weight = (of: ParameterChange) =>
    Math.abs(of.reorderPointNew - (of.reorderPointOld ?? 0)) * (costs.get(of.item) ?? 0);
  const changes = plan.parameters
    .filter(({ change }) => change)
    .sort(
      by(
        (of) => -weight(of),
        ({ item }) => item,
      ),
    );
  if (changes.length === 0) return html``;
  const label = (name: "reorderPoint" | "orderUpTo" | "safetyStock") =>
    `${wordsOf(lang).columns[name]} (${word(view, "old")} → ${word(view, "fresh")})`;
  const columns: Column<ParameterChange>[] = [
    { heading: wordsOf(lang).columns.item, cell: (of) => of.item },
    {
      heading: label("reorderPoint"),
      number: true,
      cell: (of) => oldNew(of.reorderPointOld, of.reorderPointNew, view),
    },
    {
      heading: label("orderUpTo"),
      number: true,
      cell: (of) => oldNew(of.orderUpToOld, of.orderUpToNew, view),
    },
    {
      heading: label("safetyStock"),
      number: true,
      cell: (of) => oldNew(of.safetyStockOld, of.safetyStockNew, view),
    },
    {
      heading: wordsOf(lang).columns.leadTimeDaysNew,
      number: true,
      cell: (of) => oldNew(of.leadTimeDaysOld, of.leadTimeDaysNew, view),
    },
    { heading: wordsOf(lang).columns.reason, cell: (of) => attentionPhrase(of.reason, lang) },
  ];
  const numbers = {
    changes: decimal(changes.length, lang, 0),
    all: decimal(plan.parameters.length, lang, 0),
  };
  return section(
    view,
    "parameters",
    "parameters",
    html`<p class="lead">${say(view, "parameters", numbers)}</p>
      <div class="card">${table(columns, changes.slice(0, most))}
      ${leftOut(view, changes.length - most, "parameters.csv")}</div>`,
  );
}
