import { bucketIndex } from "../../calendar/bucket.ts";
import { dayOf } from "../../calendar/date.ts";
import { isOpenSignal } from "../../line-kind.ts";
import type { PlanItem } from "../../result.ts";
import type { Signal } from "../../signal.ts";
import { changeSentence, signalClause, valueWords } from "../../words/index.ts";
import { date, decimal, money, quantity } from "../../words/numbers.ts";
import { sparkBars } from "../chart/sparkline.ts";
import { html, type Markup, type Piece } from "./markup.ts";
import { chip, leftOut, say, section, type View, word } from "./view.ts";

const most = 25;
const bars = 30;

interface ItemSignal {
  readonly of: PlanItem;
  readonly signal: Signal;
}

const isMoney = ({ impactUnit }: Signal): boolean => /^[A-Z]{3}$/.test(impactUnit);

/** Open signals, those in money first, then by what is at stake. */
export function openSignals({ plan }: View): ItemSignal[] {
  const open = plan.items.flatMap((of) =>
    of.signals.filter((signal) => isOpenSignal(signal, of.suggestion)).map((signal) => ({ of, signal })),
  );
  return open.sort(
    (a, b) => Number(isMoney(b.signal)) - Number(isMoney(a.signal)) || b.signal.impact - a.signal.impact,
  );
}

const stake = ({ impact, impactUnit }: Signal, view: View): string =>
  /^[A-Z]{3}$/.test(impactUnit)
    ? money(impact, impactUnit, view.lang, 0)
    : `${quantity(impact, view.lang)} ${impactUnit}`;

function row({ of, signal }: ItemSignal, k: number, view: View): Markup {
  const { lang, plan } = view;
  const values = Array.from(of.history.values.slice(-bars));
  const start = bucketIndex(dayOf(of.history.start), plan.bucket) + of.history.values.length - values.length;
  const from = bucketIndex(dayOf(signal.at), plan.bucket) - start;
  const single = signal.kind === "spike" || signal.kind === "dip";
  const marked = { from, to: single ? from + 1 : values.length };
  const spark = sparkBars(values, marked, {
    id: `s${k}`,
    title: `${of.item}: ${valueWords(signal.kind, lang)}`,
    description: signalClause(signal, lang),
  });
  const when = say(view, "happened", { at: date(signal.at, lang), seen: date(signal.seen, lang) });
  const kind = chip(signal.direction === "down" ? "" : "warning", valueWords(signal.kind, lang));
  const name = html`<strong>${of.item}</strong> <span class="muted">${of.name ?? ""}</span>`;
  return html`<div class="signal-row">
    <div class="spark-cell">${spark}</div>
    <div>${name} ${kind}<div>${signalClause(signal, lang)}</div><div class="muted small">${when}</div></div>
    <div class="stake">${stake(signal, view)}</div></div>`;
}

/** Why forecasts moved since the last run; nothing on a first run. */
function moved({ plan, lang }: View, heading: string): Piece {
  const { changes = [] } = plan;
  if (changes.length === 0) return false;
  const names = new Map(plan.items.map(({ item, name }) => [item, name]));
  const rows = changes.map(
    (one) =>
      html`<li><strong>${one.item}</strong> <span class="muted">${names.get(one.item) ?? ""}</span> ${changeSentence(one, lang)}</li>`,
  );
  return html`<div class="card"><h3>${heading}</h3><ul>${rows}</ul></div>`;
}

/** What changed and why it matters: open signals, largest stake first; then the forecasts that moved since the last run. */
export function changesSection(view: View): Markup {
  const open = openSignals(view);
  const past = view.plan.items.reduce((sum, { signals }) => sum + signals.length, 0) - open.length;
  const rows = open.slice(0, most).map((signal, k) => row(signal, k, view));
  return section(view, "changed", "changed", [
    rows.length === 0
      ? html`<p class="lead">${word(view, "nothingChanged")}</p>`
      : html`<div class="card signals">${rows}</div>`,
    leftOut(view, open.length - most, "signals.csv"),
    moved(view, word(view, "movedForecasts")),
    past > 0 &&
      html`<p class="muted small">${say(view, "pastSignals", { lines: decimal(past, view.lang, 0) })}</p>`,
  ]);
}
