import { bucketIndex, bucketStart } from "../../calendar/bucket.ts";
import { dayOf } from "../../calendar/date.ts";
import type { Plan, PlanItem } from "../../result.ts";
import type { Bucket } from "../../series.ts";
import { valueWords } from "../../words/index.ts";
import { type Lang, wordsOf } from "../../words/languages.ts";
import { quantity } from "../../words/numbers.ts";
import { forecastBucket } from "../forecast-start.ts";
import { html, type Markup } from "../html/markup.ts";
import { atLevel } from "../levels.ts";
import { picture, timeAxis, valueAxis } from "./frame.ts";
import { band, bar, line, rule, word } from "./marks.ts";
import { linear, type Scale, ticks } from "./scale.ts";
import { monthName, monthStarts } from "./time-names.ts";

const width = 400;
const height = 170;
const left = 46;
const right = width - 8;
const top = 16;
const bottom = height - 22;

/** Buckets of history that a picture shows. */
const shown: Readonly<Record<Bucket, number>> = { day: 60, week: 78, month: 36, quarter: 20, year: 12 };

interface Window {
  /** Number of the first bucket shown, of the first forecast, and of the one behind the last. */
  readonly first: number;
  readonly now: number;
  readonly end: number;
}

function windowOf(of: PlanItem, bucket: Bucket): Window {
  const start = bucketIndex(dayOf(of.history.start), bucket);
  const now = forecastBucket(of, bucket);
  const horizon = Math.min(of.forecast.demand.mean.length, shown[bucket] / 2);
  return { first: Math.max(start, now - shown[bucket]), now, end: now + horizon };
}

function historyBars(of: PlanItem, bucket: Bucket, view: Window, x: Scale, y: Scale): Markup {
  const start = bucketIndex(dayOf(of.history.start), bucket);
  const gap = Math.min(1.2, (x(1) - x(0)) / 5);
  const censored = new Set((of.history.censored ?? []).map((day) => bucketIndex(dayOf(day), bucket)));
  const bars: Markup[] = [];
  for (let k = Math.max(0, view.first - start); k < of.history.values.length; k++) {
    const value = of.history.values[k];
    const kind = k === 0 && of.history.firstPartial === true ? "history partial" : "history";
    const at = x(start + k) + gap / 2;
    if (Number.isFinite(value)) bars.push(bar(at, x(1) - x(0) - gap, y(0), y(value), kind));
    if (censored.has(start + k) || Number.isNaN(value))
      bars.push(word(at + 2, y(0) - 3, "×", "middle", "mark bad"));
  }
  const { partial } = of.history;
  if (partial !== undefined) {
    const index = bucketIndex(dayOf(partial.start), bucket);
    bars.push(bar(x(index) + gap / 2, x(1) - x(0) - gap, y(0), y(partial.value), "history partial"));
  }
  return html`${bars}`;
}

function fan(of: PlanItem, view: Window, x: Scale, y: Scale): Markup {
  const { demand } = of.forecast;
  const points = (values: Float64Array) =>
    Array.from(values.subarray(0, view.end - view.now), (value, k) => ({
      x: x(view.now + k + 0.5),
      y: y(value),
    }));
  const at = (level: number) => points(atLevel(demand, level));
  return html`${band(at(0.05), at(0.95), "fan wide")}${band(at(0.25), at(0.75), "fan")}${line(points(demand.mean), "forecast")}`;
}

/** Small triangles above the buckets in which a signal happened; the open ones are filled. */
function signalMarks(of: PlanItem, bucket: Bucket, view: Window, x: Scale, lang: Lang): Markup {
  const visible = of.signals
    .map((signal) => ({ signal, index: bucketIndex(dayOf(signal.at), bucket) }))
    .filter(({ index }) => index >= view.first && index < view.end);
  return html`${visible.map(({ signal, index }) => {
    const at = x(index + 0.5);
    return html`<path class="signal ${signal.state}" d="M${at - 4} ${top - 10}h8l-4 7z"><title>
      ${valueWords(signal.kind, lang)}</title></path>`;
  })}`;
}

/** Highest value that must be seen: history, partial bucket, and the upper edge of the fan. */
function highest(of: PlanItem, bucket: Bucket, view: Window): number {
  const skip = Math.max(0, view.first - bucketIndex(dayOf(of.history.start), bucket));
  const upper = atLevel(of.forecast.demand, 0.95).subarray(0, view.end - view.now);
  const values = [...of.history.values.subarray(skip), ...upper, of.history.partial?.value ?? 0];
  return values.reduce((most, value) => (value > most ? value : most), 0);
}

/** Demand of an item: history as bars, the forecast as a fan of 50 % and 90 %, signals as marks. */
export function demandChart(plan: Pick<Plan, "bucket">, of: PlanItem, id: string, lang: Lang): Markup {
  const { bucket } = plan;
  const view = windowOf(of, bucket);
  const values = ticks(0, highest(of, bucket, view) || 1, 3);
  const y = linear([0, values.at(-1) ?? 1], [bottom, top]);
  const x = linear([view.first, view.end], [left, right]);
  const day = (index: number) => bucketStart(index, bucket);
  const names = monthStarts(day(view.first), day(view.end), 7).map((start) => ({
    x: x(bucketIndex(start, bucket)),
    text: monthName(start, lang),
  }));
  const next = of.forecast.demand.mean[0] ?? 0;
  const description = wordsOf(lang).charts.demandDescription({
    buckets: view.now - view.first,
    bucket: valueWords(bucket, lang),
    mean: quantity(next, lang),
    low: quantity(atLevel(of.forecast.demand, 0.05)[0] ?? 0, lang),
    high: quantity(atLevel(of.forecast.demand, 0.95)[0] ?? 0, lang),
  });
  return picture({ id, title: `${of.item}: ${wordsOf(lang).charts.demand}`, description }, width, height, [
    valueAxis(values, y, left, right, (value) => quantity(value, lang)),
    timeAxis(names, bottom, right),
    historyBars(of, bucket, view, x, y),
    rule(x(view.now), top - 6, x(view.now), bottom, "today"),
    fan(of, view, x, y),
    signalMarks(of, bucket, view, x, lang),
  ]);
}
