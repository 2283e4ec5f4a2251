import { html, type Markup } from "../html/markup.ts";
import { type PictureWords, picture } from "./frame.ts";
import { bar, line, rule } from "./marks.ts";
import { linear } from "./scale.ts";

const width = 120;
const height = 28;

/** A word-sized line of a few values, its last one marked. */
export function sparkline(values: readonly number[], words: PictureWords): Markup {
  const known = values.filter(Number.isFinite);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const y = linear(low === high ? [low - 1, high + 1] : [low, high], [height - 4, 4]);
  const x = linear([0, Math.max(1, values.length - 1)], [3, width - 4]);
  const points = values.map((value, k) => ({ x: x(k), y: y(value) }));
  const last = points.at(-1);
  return picture(
    words,
    width,
    height,
    html`${line(points, "spark")}${last !== undefined && html`<circle class="spark-end" cx="${last.x}" cy="${last.y}" r="2.5"/>`}`,
  );
}

const barsHeight = 52;

/** So many bars before a change say what the level was. */
const levelBars = 12;

const meanOf = (values: readonly number[]): number => {
  const known = values.filter(Number.isFinite);
  return known.reduce((sum, x) => sum + x, 0) / known.length;
};

/**
 * A small history in bars; those from `marked.from` up to before `marked.to` are drawn strong, and the levels before
 * and from there on as lines.
 */
export function sparkBars(
  values: readonly number[],
  marked: { readonly from: number; readonly to: number },
  words: PictureWords,
): Markup {
  const y = linear([0, Math.max(...values.filter(Number.isFinite), 1e-9)], [barsHeight - 1, 2]);
  const x = linear([0, values.length], [0, width]);
  const bars = values.map(
    (value, k) =>
      Number.isFinite(value) &&
      bar(
        x(k) + 0.4,
        x(1) - 0.8,
        y(0),
        y(value),
        k >= marked.from && k < marked.to ? "history marked" : "history",
      ),
  );
  const level = (from: number, to: number): Markup | false => {
    const [first, last] = [Math.max(0, from), Math.min(values.length, to)];
    const mean = meanOf(values.slice(first, last));
    return Number.isFinite(mean) && rule(x(first), y(mean), x(last), y(mean), "level");
  };
  const levels = [level(marked.from - levelBars, marked.from), level(marked.from, marked.to)];
  return picture(words, width, barsHeight, html`${bars}${levels}`);
}
