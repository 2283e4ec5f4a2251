import type { Suggestion } from "../../suggestion.ts";
import { type Lang, type Language, wordsOf } from "../../words/languages.ts";
import { quantity } from "../../words/numbers.ts";
import { html, type Markup } from "../html/markup.ts";
import { picture } from "./frame.ts";
import { rule, word } from "./marks.ts";
import { linear } from "./scale.ts";
import { besideAxis, roomOf } from "./size.ts";

/** A step of the way from demand to order: `total` steps stand on zero. */
interface WaterfallStep {
  readonly key: keyof Language["charts"]["steps"];
  readonly amount: number;
  readonly total?: true;
}

const still = (x: number, scale: number): boolean => Math.abs(x) <= 1e-7 * scale;

/** Demand, buffer and lot of the target, as the reason `sum` gives them; else the order-up-to level less its buffer. */
function targetOf({ orderUpTo, safetyStock, reasons }: Suggestion): {
  demand: number;
  safety: number;
  lot: number;
} {
  const sum = reasons.find((reason) => reason.code === "sum");
  return sum === undefined
    ? { demand: orderUpTo - safetyStock, safety: safetyStock, lot: 0 }
    : { demand: sum.demand, safety: sum.buffer, lot: sum.lot };
}

/**
 * The way from the demand to be covered to the quantity to order, steps of zero left out. What target and stock do not
 * explain (decisions taken, known requirements) is one step of its own, so that the steps always add up.
 */
export function waterfallSteps(of: Suggestion): WaterfallStep[] {
  const { onHand, onOrder, backorders, need, quantity: order } = of;
  const { demand, safety, lot } = targetOf(of);
  const explained = demand + safety + lot - onHand - onOrder + backorders;
  const steps: WaterfallStep[] = [
    { key: "demand", amount: demand },
    { key: "safety", amount: safety },
    { key: "lot", amount: lot },
    { key: "onHand", amount: -onHand },
    { key: "onOrder", amount: -onOrder },
    { key: "backorders", amount: backorders },
    { key: "other", amount: need - explained },
    { key: "need", amount: need, total: true },
    { key: "rounding", amount: order - need },
    { key: "order", amount: order, total: true },
  ];
  const scale = Math.max(1, Math.abs(demand), order);
  return steps.filter((step) => step.total === true || !still(step.amount, scale));
}

const rowHeight = 18;

/** Waterfall of a suggestion: demand, buffer, stock, open orders, rounding; `wanted` is the width of the column in pixels. */
export function waterfall(of: Suggestion, id: string, lang: Lang, wanted?: number): Markup {
  const { width } = roomOf(0, wanted);
  const steps = waterfallSteps(of);
  const text = (amount: number, total: boolean) => (!total && amount > 0 ? "+" : "") + quantity(amount, lang);
  const texts = steps.map(({ amount, total }) => text(amount, total === true));
  const names = steps.map(({ key }) => wordsOf(lang).charts.steps[key]);
  const [left, right] = [besideAxis(names, 140), width - besideAxis(texts, 62)];
  let level = 0;
  const bars = steps.map((step) => {
    const from = step.total === true ? 0 : level;
    level = step.total === true ? step.amount : level + step.amount;
    return { step, from, to: level };
  });
  const ends = bars.flatMap(({ from, to }) => [from, to]);
  const x = linear([Math.min(0, ...ends), Math.max(...ends, 1e-9)], [left, right]);
  const rows = bars.map(({ step, from, to }, k) => {
    const y = k * rowHeight + 3;
    const kind = step.total === true ? "total" : step.amount < 0 ? "minus" : "plus";
    const [start, end] = [Math.min(x(from), x(to)), Math.max(x(from), x(to))];
    return html`${word(left - 8, y + 10, names[k], "end", step.total === true ? "strong" : "")}
      <rect class="${kind}" x="${start}" y="${y}" width="${Math.max(end - start, 1)}" height="${rowHeight - 6}" rx="2"/>
      ${word(end + 5, y + 10, texts[k], "start", step.total === true ? "strong" : "")}`;
  });
  const described = steps.map(({ key }, k) => `${wordsOf(lang).charts.steps[key]} ${texts[k]}`).join(", ");
  return picture(
    { id, title: `${of.item}: ${wordsOf(lang).charts.waterfall}`, description: described },
    width,
    steps.length * rowHeight + 2,
    html`${rule(x(0), 0, x(0), steps.length * rowHeight, "base")}${rows}`,
  );
}
