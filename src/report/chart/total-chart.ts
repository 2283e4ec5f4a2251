import type { Markup } from "../html/markup.ts";
import { type PictureWords, picture, timeAxis, valueAxis } from "./frame.ts";
import { hits } from "./hits.ts";
import { bar, line, rule } from "./marks.ts";
import { linear, ticks } from "./scale.ts";
import { besideAxis, roomOf } from "./size.ts";

/** Totals one after the other: bars, an upper mark for each where there is one, names for some. */
interface Totals {
  readonly values: readonly number[];
  /** Upper values, drawn as a step above the bar. */
  readonly upper?: readonly number[];
  /** Bars from here on are expected, not history. */
  readonly expectedFrom: number;
  readonly names: readonly { readonly at: number; readonly text: string }[];
  /** What each bar says where the pointer rests. */
  readonly tips?: readonly string[];
}

const usual = 520;
const height = 200;

/** Pixels from the middle of a name to that of the next. */
const nameWidth = 56;

interface Name {
  readonly x: number;
  readonly text: string;
}

/** Names from the left, without those that the one before leaves no room for. */
function apart(names: readonly Name[]): Name[] {
  let free = Number.NEGATIVE_INFINITY;
  return names.filter(({ x }) => {
    if (x < free) return false;
    free = x + nameWidth;
    return true;
  });
}

/** A bar chart of totals over time; `width` is that of the column in pixels. */
export function totalChart(
  of: Totals,
  words: PictureWords,
  text: (value: number) => string,
  width?: number,
): Markup {
  const all = [...of.values, ...(of.upper ?? [])];
  const values = ticks(0, Math.max(...all, 1e-9), 4);
  const room = roomOf(height, width ?? usual);
  const { right, bottom } = room;
  const top = 12;
  const left = besideAxis(values.map(text), 58);
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
  const names = apart(of.names.map((name) => ({ x: x(name.at), text: name.text })));
  const now = of.expectedFrom > 0 && of.expectedFrom < of.values.length;
  return picture(words, room.width, height, [
    valueAxis(values, y, left, right, text),
    timeAxis(names, bottom, right),
    bars,
    upper ?? [],
    hits(
      (of.tips ?? []).map((tip, k) => ({ x: x(k), width: x(1) - x(0), text: tip })),
      top,
      bottom,
    ),
    now && rule(x(of.expectedFrom), top - 6, x(of.expectedFrom), bottom, "today"),
  ]);
}
