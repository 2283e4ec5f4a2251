import { html, type Markup, raw } from "../html/markup.ts";

interface Point {
  readonly x: number;
  readonly y: number;
}

const place = (x: number): string => `${Math.round(x * 10) / 10}`;

const steps = (points: readonly Point[]): string =>
  points.map(({ x, y }, k) => `${k === 0 ? "M" : "L"}${place(x)} ${place(y)}`).join("");

/** A line through points; a gap where a value is not a number. */
export function line(points: readonly Point[], kind: string): Markup {
  let path = "";
  let open = false;
  for (const { x, y } of points) {
    if (Number.isFinite(y)) path += `${open ? "L" : "M"}${place(x)} ${place(y)}`;
    open = Number.isFinite(y);
  }
  return html`<path class="${kind}" d="${raw(path)}"/>`;
}

/** The area between two lines over the same places. */
export const band = (lower: readonly Point[], upper: readonly Point[], kind: string): Markup =>
  upper.length < 2
    ? html``
    : html`<path class="${kind}" d="${raw(`${steps(upper)}${steps([...lower].reverse()).replace("M", "L")}Z`)}"/>`;

/** An upright bar from `base` to `top`. */
export const bar = (x: number, width: number, base: number, top: number, kind: string): Markup =>
  html`<rect class="${kind}" x="${x}" y="${Math.min(base, top)}" width="${Math.max(width, 0.4)}" height="${Math.abs(base - top)}"/>`;

/** A straight rule. */
export const rule = (x1: number, y1: number, x2: number, y2: number, kind: string): Markup =>
  html`<line class="${kind}" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}"/>`;

/** A word in the picture; `anchor` says which end of it is at x. */
export const word = (
  x: number,
  y: number,
  text: string,
  anchor: "start" | "middle" | "end" = "start",
  kind = "",
): Markup =>
  html`<text x="${x}" y="${y}" text-anchor="${anchor}"${kind === "" ? "" : raw(` class="${kind}"`)}>
    ${text}</text>`;
