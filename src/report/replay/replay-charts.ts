import type { ReplayResult } from "../../replay.ts";
import { type Lang, reportWordsOf } from "../../words/languages.ts";
import { decimal, month, percent } from "../../words/numbers.ts";
import { wordOr } from "../../words/sentences.ts";
import { picture, timeAxis, valueAxis } from "../chart/frame.ts";
import { line, word } from "../chart/marks.ts";
import { linear, ticks } from "../chart/scale.ts";
import { html, type Markup, raw } from "../html/markup.ts";

const width = 720;
const height = 300;
const [left, right, top, bottom] = [76, 20, 16, 30];

/** Name of a policy for people. */
export const policyName = (policy: string, lang: Lang): string => wordOr(reportWordsOf(lang).replay, policy);

const short = (value: number, lang: Lang) =>
  value >= 1e6
    ? `${decimal(value / 1e6, lang, 1)} M`
    : value >= 1e4
      ? `${decimal(value / 1e3, lang, 0)} k`
      : decimal(value, lang, 0);

/** Policies that hold stock, in the order of the table; each has a line style of its own. */
const shown = ({ policies }: ReplayResult) => policies.filter(({ policy }) => policy !== "oracle");

/** Stock value at the end of each counted week or bucket. */
export function stockOverTime(result: ReplayResult, lang: Lang): Markup {
  const lines = shown(result);
  const most = Math.max(1, ...lines.flatMap(({ stockValue }) => stockValue));
  const values = ticks(0, most);
  const y = linear([0, values[values.length - 1]], [height - bottom, top]);
  const x = linear([0, Math.max(1, result.times.length - 1)], [left, width - right]);
  const every = Math.max(1, Math.ceil(result.times.length / 8));
  const names = result.times
    .map((time, k) => ({ x: x(k), text: month(time, lang), k }))
    .filter(({ k }) => k % every === 0);
  const words = {
    id: "over-time",
    title: reportWordsOf(lang).replay.overTime,
    description: reportWordsOf(lang).replay.lead,
  };
  return picture(words, width, height, [
    valueAxis(values, y, left, width - right, (value) => short(value, lang)),
    timeAxis(names, height - bottom, width - right),
    lines.map(({ stockValue }, k) =>
      line(
        stockValue.map((value, at) => ({ x: x(at), y: y(value) })),
        `rule-${k}`,
      ),
    ),
  ]);
}

/** Average stock value against fill rate: the engine at several targets as a line, every policy as a point. */
export function frontierChart(result: ReplayResult, lang: Lang): Markup {
  const points = [...shown(result), ...result.frontier];
  const most = Math.max(1, ...points.map(({ averageStockValue }) => averageStockValue));
  const least = Math.max(0, Math.min(...points.map(({ fillRate }) => fillRate)) - 0.02);
  const values = ticks(0, most);
  const y = linear([0, values[values.length - 1]], [height - bottom, top]);
  const x = linear([least, 1], [left, width - right]);
  const names = Array.from({ length: 6 }, (_, k) => least + ((1 - least) * k) / 5).map((share) => ({
    x: x(share),
    text: percent(share, lang, 0),
  }));
  const curve = [...result.frontier].sort((a, b) => a.fillRate - b.fillRate);
  const words = {
    id: "frontier",
    title: reportWordsOf(lang).replay.frontier,
    description: reportWordsOf(lang).replay.frontierLead,
  };
  return picture(words, width, height, [
    valueAxis(values, y, left, width - right, (value) => short(value, lang)),
    timeAxis(names, height - bottom, width - right),
    line(
      curve.map(({ fillRate, averageStockValue }) => ({ x: x(fillRate), y: y(averageStockValue) })),
      "rule-0",
    ),
    shown(result).map(({ policy, fillRate, averageStockValue }, k) => {
      const [cx, cy] = [x(fillRate), y(averageStockValue)];
      return [
        html`<circle class="${raw(`dot-${k}`)}" cx="${cx}" cy="${cy}" r="5"/>`,
        word(cx - 8, cy - 8, policyName(policy, lang), "end"),
      ];
    }),
  ]);
}

/** Styles of the lines and points: never colour alone. */
export const replayStyles = `
.rule-0,.rule-1,.rule-2,.rule-3,.rule-4{fill:none;stroke-width:2.2}
.rule-0{stroke:var(--accent)}.rule-1{stroke:var(--rule);stroke-dasharray:7 4}
.rule-2{stroke:var(--muted);stroke-dasharray:2 3}.rule-3{stroke:var(--good);stroke-dasharray:9 3 2 3}
.rule-4{stroke:var(--warn);stroke-dasharray:4 2}
.dot-0{fill:var(--accent)}.dot-1{fill:var(--rule)}.dot-2{fill:var(--muted)}.dot-3{fill:var(--good)}.dot-4{fill:var(--warn)}
.key{display:inline-block;width:34px;height:10px;margin-right:6px;vertical-align:middle}`;
