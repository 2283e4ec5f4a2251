import type { Plan } from "../../result.ts";
import { type Lang, type ReportLanguage, reportWordsOf } from "../../words/languages.ts";
import { decimal } from "../../words/numbers.ts";
import { html, type Markup, type Piece } from "./markup.ts";

/** What every section of the page is made from. */
export interface View {
  readonly plan: Plan;
  readonly lang: Lang;
}

/** A fixed word of the page in the view's language. */
export const word = (view: View, key: keyof ReportLanguage["page"]): string =>
  reportWordsOf(view.lang).page[key];

/** A sentence of the page; the numbers are written for the reader already, counts decide on the plural. */
export const say = (
  view: View,
  key: keyof ReportLanguage["sentences"],
  numbers: Readonly<Record<string, string | number>> = {},
): string => reportWordsOf(view.lang).sentences[key](numbers);

/** A section with its heading, to be found from the contents. */
export const section = (
  view: View,
  id: string,
  title: keyof ReportLanguage["page"],
  content: Piece,
): Markup =>
  html`<section id="${id}" aria-labelledby="${id}-h"><h2 id="${id}-h">${word(view, title)}</h2>${content}</section>`;

const shapes: Readonly<Record<string, string>> = {
  green: "●",
  amber: "▲",
  red: "■",
  review: "▲",
  doubt: "▲",
  shortage: "■",
  blocked: "■",
  error: "■",
  warning: "▲",
  info: "●",
};

/** A label with its shape: never colour alone. */
export const chip = (kind: string, text: string): Markup =>
  html`<span class="chip ${kind}">${shapes[kind] !== undefined && html`<span aria-hidden="true">${shapes[kind]}</span>`}${text}</span>`;

/** A line on what the page leaves out and where it stands; nothing where nothing is left out. */
export const leftOut = (view: View, count: number, file: string): Piece =>
  count > 0 &&
  html`<p class="muted small">${say(view, "moreRows", { lines: decimal(count, view.lang, 0), file })}</p>`;
