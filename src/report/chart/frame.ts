import { html, type Markup, type Piece } from "../html/markup.ts";
import { rule, word } from "./marks.ts";
import type { Scale } from "./scale.ts";

/** A picture with a title and a description that a screen reader says; `id` must be unique on the page. */
export interface PictureWords {
  readonly id: string;
  readonly title: string;
  readonly description: string;
}

/** An SVG picture that scales with its column. */
export const picture = (words: PictureWords, width: number, height: number, content: Piece): Markup =>
  html`<svg class="chart" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${words.id}-t ${words.id}-d">
    <title id="${words.id}-t">${words.title}</title><desc id="${words.id}-d">${words.description}</desc>
    ${content}</svg>`;

/** Horizontal grid with its numbers at the left. */
export const valueAxis = (
  values: readonly number[],
  y: Scale,
  left: number,
  right: number,
  text: (value: number) => string,
): Markup =>
  html`${values.map((value) => [
    rule(left, y(value), right, y(value), value === 0 ? "base" : "grid"),
    word(left - 5, y(value) + 3, text(value), "end", "tick"),
  ])}`;

/** Names below the time axis, with a short mark each. */
export const timeAxis = (
  names: readonly { readonly x: number; readonly text: string }[],
  bottom: number,
  right: number,
): Markup =>
  html`${names.map(({ x, text }) => [
    rule(x, bottom, x, bottom + 4, "base"),
    word(Math.min(x, right - 2 * text.length), bottom + 14, text, "middle", "tick"),
  ])}`;
