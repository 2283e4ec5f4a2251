import { html, type Markup } from "../html/markup.ts";
import { type PictureWords, picture } from "./frame.ts";
import { rule } from "./marks.ts";
import { linear } from "./scale.ts";

const width = 200;
const height = 18;

/** Median to P90 as a bar, the master data as a mark, on a scale from 0 to `most` days. */
export function leadTimeChart(
  of: { readonly master?: number; readonly median: number; readonly p90: number },
  most: number,
  words: PictureWords,
): Markup {
  const x = linear([0, Math.max(1, most)], [4, width - 6]);
  const start = Math.min(x(of.median), x(of.p90));
  const content = html`${rule(4, 9, width - 6, 9, "grid")}
    <rect class="expected" x="${start}" y="5" width="${Math.max(Math.abs(x(of.p90) - x(of.median)), 2)}" height="8" rx="3"/>
    <circle class="receipt" cx="${x(of.median)}" cy="9" r="4"/>
    ${of.master !== undefined && rule(x(of.master), 1, x(of.master), 17, "reorder strong")}`;
  return picture(words, width, height, content);
}
