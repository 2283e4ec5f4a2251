import { bucketIndex, bucketStart, seasonOf } from "../../calendar/bucket.ts";
import { dayOf } from "../../calendar/date.ts";
import { isOpenSignal } from "../../line-kind.ts";
import type { Plan, PlanItem } from "../../result.ts";
import type { Bucket } from "../../series.ts";
import { valueWords } from "../../words/index.ts";
import { type Lang, wordsOf } from "../../words/languages.ts";
import { quantity } from "../../words/numbers.ts";
import { forecastBucket } from "../forecast-start.ts";
import { html, type Markup } from "../html/markup.ts";
import { atLevel } from "../levels.ts";
import { picture, timeAxis, valueAxis } from "./frame.ts";
import { hits } from "./hits.ts";
import { band, bar, line, rule, word } from "./marks.ts";
import { linear, type Scale, ticks } from "./scale.ts";
import { namesWithin, type Room, roomOf } from "./size.ts";
import { bucketName, monthName, monthStarts } from "./time-names.ts";

const height = 178;

/** Buckets of history that a picture shows. */
const shown: Readonly<Record<Bucket, number>> = { day: 60, week: 78, month: 36, quarter: 20, year: 12 };

interface Window {
  /** Number of the item's first bucket, of the first one shown, of the first forecast, and of the one behind the last. */
  readonly start: number;
  readonly first: number;
  readonly now: number;
  readonly end: number;
}

function windowOf(of: PlanItem, bucket: Bucket): Window {
  const start = bucketIndex(dayOf(of.history.start), bucket);
  const now = forecastBucket(of, bucket);
  const horizon = Math.min(of.forecast.demand.mean.length, shown[bucket] / 2);
  return { start, first: Math.max(start, now - shown[bucket]), now, end: now + horizon };
}

/** What is drawn, and where. */
interface Drawing {
  readonly of: PlanItem;
  readonly bucket: Bucket;
  readonly view: Window;
  readonly room: Room;
  readonly x: Scale;
  readonly y: Scale;
  readonly lang: Lang;
}

/** Value of a bucket of the history; NaN where there is none. */
const demandOf = ({ of, view }: Pick<Drawing, "of" | "view">, index: number): number =>
  of.history.values[index - view.start] ?? Number.NaN;

function historyBars({ of, bucket, view, x, y }: Drawing): Markup {
  const gap = Math.min(1.2, (x(1) - x(0)) / 5);
  const censored = new Set((of.history.censored ?? []).map((day) => bucketIndex(dayOf(day), bucket)));
  const bars: Markup[] = [];
  for (let k = Math.max(0, view.first - view.start); k < of.history.values.length; k++) {
    const value = of.history.values[k];
    const kind = k === 0 && of.history.firstPartial === true ? "history partial" : "history";
    const at = x(view.start + k) + gap / 2;
    if (Number.isFinite(value)) bars.push(bar(at, x(1) - x(0) - gap, y(0), y(value), kind));
    if (censored.has(view.start + k) || Number.isNaN(value))
      bars.push(word(at + 2, y(0) - 3, "×", "middle", "mark bad"));
  }
  const { partial } = of.history;
  if (partial !== undefined) {
    const index = bucketIndex(dayOf(partial.start), bucket);
    bars.push(bar(x(index) + gap / 2, x(1) - x(0) - gap, y(0), y(partial.value), "history partial"));
  }
  return html`${bars}`;
}

/** Mean and ranges of the forecast, joined to the last bar where there is one. */
function fan(drawing: Drawing): Markup {
  const { of, view, x, y } = drawing;
  const { demand } = of.forecast;
  const last = demandOf(drawing, view.now - 1);
  const joint = Number.isFinite(last) ? [{ x: x(view.now - 0.5), y: y(last) }] : [];
  const points = (values: Float64Array) => [
    ...joint,
    ...Array.from(values.subarray(0, view.end - view.now), (value, k) => ({
      x: x(view.now + k + 0.5),
      y: y(value),
    })),
  ];
  const at = (level: number) => points(atLevel(demand, level));
  return html`${band(at(0.05), at(0.95), "fan wide")}${band(at(0.25), at(0.75), "fan")}${line(points(demand.mean), "forecast")}`;
}

/** Buckets ahead with what the same bucket of the year before brought; NaN where nobody saw it. */
function lastYear(drawing: Pick<Drawing, "of" | "bucket" | "view">): number[] {
  const { bucket, view } = drawing;
  // a week of days is no year
  const period = bucket === "day" ? 364 : seasonOf[bucket];
  return Array.from({ length: view.end - view.now }, (_, k) => demandOf(drawing, view.now + k - period));
}

/** True where a picture shows last year's values beside the forecast. */
export const showsLastYear = (plan: Pick<Plan, "bucket">, of: PlanItem): boolean =>
  plan.bucket !== "year" &&
  lastYear({ of, bucket: plan.bucket, view: windowOf(of, plan.bucket) }).filter(Number.isFinite).length > 1;

/** What the bars of a picture show beside whole buckets: ones that are not whole, and such without goods or not observed. */
export function historyMarks(plan: Pick<Plan, "bucket">, of: PlanItem): ("partial" | "gap")[] {
  const { start, first } = windowOf(of, plan.bucket);
  const { values, partial, firstPartial, censored = [] } = of.history;
  const isGap =
    values.subarray(Math.max(0, first - start)).some(Number.isNaN) ||
    censored.some((day) => bucketIndex(dayOf(day), plan.bucket) >= first);
  const isPartial = partial !== undefined || (firstPartial === true && first === start);
  return [...(isPartial ? (["partial"] as const) : []), ...(isGap ? (["gap"] as const) : [])];
}

function lastYearLine(drawing: Drawing): Markup | false {
  const { view, x, y, bucket } = drawing;
  if (bucket === "year") return false;
  const points = lastYear(drawing).map((value, k) => ({ x: x(view.now + k + 0.5), y: y(value) }));
  return line(points, "last-year");
}

/** Small triangles above the buckets in which a signal happened; those that wait for an answer are filled. */
function signalMarks({ of, bucket, view, room, x, lang }: Drawing): Markup {
  const visible = of.signals
    .map((signal) => ({ signal, index: bucketIndex(dayOf(signal.at), bucket) }))
    .filter(({ index }) => index >= view.first && index < view.end);
  return html`${visible.map(({ signal, index }) => {
    const at = x(index + 0.5);
    return html`<path class="signal ${isOpenSignal(signal, of.suggestion) ? "open" : "past"}" d="M${at - 4} ${room.top - 10}h8l-4 7z"><title>
      ${valueWords(signal.kind, lang)}</title></path>`;
  })}`;
}

/** The values of each bucket, to be read where the pointer rests. */
function values(drawing: Drawing): Markup {
  const { of, bucket, view, room, x, lang } = drawing;
  const { tip } = wordsOf(lang).charts;
  const { demand } = of.forecast;
  const low = atLevel(demand, 0.05);
  const high = atLevel(demand, 0.95);
  const before = lastYear(drawing);
  const said = (value: number | undefined) =>
    value === undefined || !Number.isFinite(value) ? undefined : quantity(value, lang);
  const places = Array.from({ length: view.end - view.first }, (_, k) => {
    const index = view.first + k;
    const ahead = index - view.now;
    const name = bucketName(bucketStart(index, bucket), bucket, lang);
    const text =
      ahead < 0
        ? tip.was({ name, value: said(demandOf(drawing, index)) })
        : tip.will({
            name,
            mean: said(demand.mean[ahead]) ?? "",
            low: said(low[ahead]) ?? "",
            high: said(high[ahead]) ?? "",
            before: said(before[ahead]),
          });
    return { x: x(index), width: x(1) - x(0), text };
  });
  return hits(places, room.top, room.bottom);
}

/** Highest value that must be seen: history, partial bucket, and the upper edge of the fan. */
function highest(of: PlanItem, view: Window): number {
  const upper = atLevel(of.forecast.demand, 0.95).subarray(0, view.end - view.now);
  const seen = of.history.values.subarray(Math.max(0, view.first - view.start));
  return [...seen, ...upper, of.history.partial?.value ?? 0].reduce(
    (most, value) => (value > most ? value : most),
    0,
  );
}

/**
 * Demand of an item: history as bars, the forecast as a fan of 50 % and 90 % joined to them, last year as a thin line,
 * signals as marks; `width` is that of the column in pixels.
 */
export function demandChart(
  plan: Pick<Plan, "bucket">,
  of: PlanItem,
  id: string,
  lang: Lang,
  width?: number,
): Markup {
  const { bucket } = plan;
  const view = windowOf(of, bucket);
  const scale = ticks(0, highest(of, view) || 1, 3);
  const axis = (value: number) => quantity(value, lang);
  const room = roomOf(height, width, scale.map(axis));
  const { left, right, top, bottom } = room;
  const y = linear([0, scale.at(-1) ?? 1], [bottom, top]);
  const x = linear([view.first, view.end], [left, right]);
  const drawing: Drawing = { of, bucket, view, room, x, y, lang };
  const day = (index: number) => bucketStart(index, bucket);
  const names = monthStarts(day(view.first), day(view.end), namesWithin(room)).map((start) => ({
    x: x(bucketIndex(start, bucket)),
    text: monthName(start, lang),
  }));
  const { charts } = wordsOf(lang);
  const next = of.forecast.demand.mean[0] ?? 0;
  const description = charts.demandDescription({
    buckets: view.now - view.first,
    bucket: valueWords(bucket, lang),
    mean: quantity(next, lang),
    low: quantity(atLevel(of.forecast.demand, 0.05)[0] ?? 0, lang),
    high: quantity(atLevel(of.forecast.demand, 0.95)[0] ?? 0, lang),
  });
  return picture({ id, title: `${of.item}: ${charts.demand}`, description }, room.width, height, [
    word(2, 10, charts.per(of.suggestion?.unit ?? "", bucket), "start", "tick"),
    valueAxis(scale, y, left, right, axis),
    timeAxis(names, bottom, right),
    historyBars(drawing),
    rule(x(view.now), top - 6, x(view.now), bottom, "today"),
    fan(drawing),
    lastYearLine(drawing),
    signalMarks(drawing),
    values(drawing),
  ]);
}
