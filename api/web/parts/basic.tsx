import { type ComponentChildren, h } from "preact";
import type { charts } from "../../../src/index.ts";
import type { Drawn } from "../drawn.ts";
import { say, t } from "../language.ts";
import { frameWords } from "../words/frame.ts";

const shapes: Readonly<Record<string, string>> = {
  green: "●",
  amber: "▲",
  red: "■",
  review: "▲",
  blocked: "■",
  error: "■",
  warning: "▲",
  good: "✓",
  info: "●",
};

/** A label with its shape: never colour alone. */
export const chip = (kind: string, text: ComponentChildren): Drawn =>
  h(
    "span",
    { class: `chip ${kind}` },
    shapes[kind] !== undefined && h("span", { "aria-hidden": "true" }, shapes[kind]),
    text,
  );

/** A picture of the engine: SVG markup whose every text was escaped when it was made. */
export const picture = (markup: charts.Markup | undefined): Drawn | undefined =>
  markup === undefined
    ? undefined
    : h("div", { class: "picture", dangerouslySetInnerHTML: { __html: markup.markup } });

export const button = (
  text: ComponentChildren,
  onClick: () => void,
  more: Readonly<Record<string, unknown>> = {},
): Drawn => h("button", { type: "button", onClick, ...more }, text);

/** A link; `href` begins with # for a view of the page. */
export const link = (
  href: string,
  text: ComponentChildren,
  more: Readonly<Record<string, unknown>> = {},
): Drawn => h("a", { href, ...more }, text);

export const waiting = (text = t(frameWords.loading)): Drawn =>
  h(
    "div",
    { class: "state", role: "status", key: "waiting" },
    h("span", { class: "spinner", "aria-hidden": "true" }),
    text,
  );

export const failure = (why: string, again?: () => void): Drawn =>
  h(
    "div",
    { class: "state bad", role: "alert" },
    say(frameWords.error, { why }),
    again !== undefined && button(t(frameWords.again), again),
  );

export const empty = (title: string, text: ComponentChildren, ...more: ComponentChildren[]): Drawn =>
  h("div", { class: "state empty" }, h("h2", {}, title), h("p", {}, text), ...more);

/** A name with its value. */
export const fact = (name: string, value: ComponentChildren): Drawn =>
  h("div", {}, h("dt", {}, name), h("dd", {}, value));

/** A choice among a few, with its label. */
export function select(
  label: string,
  value: string,
  options: readonly (readonly [value: string, text: string])[],
  choose: (value: string) => void,
): Drawn {
  return h(
    "label",
    { class: "field" },
    h("span", {}, label),
    h(
      "select",
      { value, onChange: (event: Event) => choose((event.currentTarget as HTMLSelectElement).value) },
      options.map(([key, text]) => h("option", { key, value: key, selected: key === value }, text)),
    ),
  );
}
