import type { Markup } from "../html/markup.ts";
import { type PictureWords, picture, timeAxis, valueAxis } from "./frame.ts";
import { bar, line, rule } from "./marks.ts";
import { linear, ticks } from "./scale.ts";

/** Totals one after the other: bars, an upper mark for each where there is one, names for some. */
interface Totals {
  readonly values: readonly number[];
  /** Upper values, drawn as a step above the bar. */
  readonly upper?: readonly number[];
  /** Bars from here on are expected, not history. */
  readonly expectedFrom: number;
  readonly names: readonly { readonly at: number; readonly text: string }[];
}

const width = 520;
const height = 190;
const left = 58;
const right = width - 8;
const top = 12;
const bottom = height - 22;

/** A bar chart of totals over time. */
export function totalChart(of: Totals, words: PictureWords, text: (value: number) => string): Markup {
  const all = [...of.values, ...(of.upper ?? [])];
  const values = ticks(0, Math.max(...all, 1e-9), 4);
  const y = linear([0, values.at(-1) ?? 1], [bottom, top]);
  const x = linear([0, Math.max(1, of.values.length)], [left, right]);
  const gap = Math.min(3, (x(1) - x(0)) / 5);
  const bars = of.values.map((value, k) =>
    bar(x(k) + gap / 2, x(1) - x(0) - gap, y(0), y(value), k >= of.expectedFrom ? "expected" : "history"),
  );
  const upper = of.upper?.map((value, k) => [
    line(
      [
        { x: x(k + 0.5), y: y(of.values[k]) },
        { x: x(k + 0.5), y: y(value) },
      ],
      "whisker",
    ),
    rule(x(k) + gap / 2 + 2, y(value), x(k + 1) - gap / 2 - 2, y(value), "whisker"),
  ]);
  const names = of.names.map((name) => ({ x: x(name.at), text: name.text }));
  const now = of.expectedFrom > 0 && of.expectedFrom < of.values.length;
  return picture(words, width, height, [
    valueAxis(values, y, left, right, text),
    timeAxis(names, bottom, right),
    bars,
    upper ?? [],
    now && rule(x(of.expectedFrom), top - 6, x(of.expectedFrom), bottom, "today"),
  ]);
}
