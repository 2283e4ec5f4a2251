import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { type Bucket, bucketIndex, charts, dayOf, words } from "../../../../src/index.ts";
import { date, lang, number, say, t } from "../../language.ts";
import { Picture } from "../../parts/picture.tsx";
import { Select } from "../../parts/select.tsx";
import { Failure, Waiting } from "../../parts/states.tsx";
import type { Session } from "../../session/session.ts";
import type { EarlierForecast, ForecastHistory, ItemView } from "../../shapes.ts";
import { useFetched } from "../../store.ts";
import { itemWords } from "../../words/item.ts";

const [width, height, left, right, top, bottom] = [400, 150, 52, 388, 12, 124];
const most = 12;

/** What the runs said of one bucket: the last run of each as-of, oldest first. */
export function runsOf(forecasts: readonly EarlierForecast[]): EarlierForecast[] {
  const byDay = new Map(forecasts.map((one) => [one.asOf, one]));
  return [...byDay.values()].sort((a, b) => (a.asOf < b.asOf ? -1 : 1)).slice(-most);
}

/** Buckets that at least two runs spoke of, the one with most runs first. */
export const bucketsOf = ({ targets }: ForecastHistory): { bucket: string; runs: EarlierForecast[] }[] =>
  targets
    .map(({ bucket, forecasts }) => ({ bucket, runs: runsOf(forecasts) }))
    .filter(({ runs }) => runs.length > 1)
    .sort((a, b) => b.runs.length - a.runs.length || (a.bucket < b.bucket ? -1 : 1));

/** How the forecast of one bucket moved from run to run, with its range, and what came in the end. */
export function movedChart(bucket: string, runs: readonly EarlierForecast[], actual?: number): charts.Markup {
  const { linear, ticks, line, band, rule, word, picture: frame, valueAxis, timeAxis } = charts;
  const levels = ["0.05", "0.25", "0.75", "0.95"] as const;
  const highest = Math.max(
    actual ?? 0,
    ...runs.flatMap(({ mean, quantiles }) => [mean, quantiles["0.95"] ?? 0]),
  );
  const values = ticks(0, Math.max(highest, 1e-9), 3);
  const y = linear([0, values.at(-1) ?? 1], [bottom, top]);
  const days = runs.map(({ asOf }) => dayOf(asOf));
  const x = linear([days[0] ?? 0, Math.max(days.at(-1) ?? 1, (days[0] ?? 0) + 1)], [left + 8, right - 8]);
  const points = (of: (run: EarlierForecast) => number | undefined) =>
    runs.map((run, k) => ({ x: x(days[k] ?? 0), y: y(of(run) ?? Number.NaN) }));
  const [least, low, high, greatest] = levels.map((level) => points(({ quantiles }) => quantiles[level]));
  const isKnown = runs.every(({ quantiles }) => levels.every((level) => quantiles[level] !== undefined));
  const description = runs.map(({ asOf, mean }) => `${words.date(asOf, lang())}: ${number(mean)}`).join(", ");
  const every = Math.max(1, Math.ceil(runs.length / 5));
  const names = runs
    .map(({ asOf }, k) => ({ x: x(days[k] ?? 0), text: charts.shortDay(dayOf(asOf), lang()), k }))
    .filter(({ k }) => (runs.length - 1 - k) % every === 0);
  return frame(
    { id: "moved", title: say(itemWords.movedFor, { bucket: date(bucket) }), description },
    width,
    height,
    [
      valueAxis(values, y, left, right, number),
      timeAxis(names, bottom, right),
      isKnown && [band(least ?? [], greatest ?? [], "fan wide"), band(low ?? [], high ?? [], "fan")],
      line(
        points(({ mean }) => mean),
        "forecast",
      ),
      actual !== undefined && [
        rule(left, y(actual), right, y(actual), "actual"),
        word(right, y(actual) - 4, say(itemWords.movedCame, { value: number(actual) }), "end", "strong"),
      ],
    ],
  );
}

/** What came in a bucket of the history, where it is complete. */
function cameIn({ history }: ItemView, date: string, bucket: Bucket): number | undefined {
  const at = bucketIndex(dayOf(date), bucket) - bucketIndex(dayOf(history.start), bucket);
  return history.values[at] ?? undefined;
}

export interface MovedForecastProps {
  readonly session: Session;
  readonly view: ItemView;
  readonly bucket: Bucket;
}

/** How the forecast for one month moved over the past runs. */
export function MovedForecast({ session, view, bucket }: MovedForecastProps): VNode {
  const found = useFetched(view.item, () => session.client.forecasts(view.item));
  const [chosen, choose] = useState("");
  const buckets = found.state === "here" ? bucketsOf(found.value) : [];
  const shown = buckets.find((one) => one.bucket === chosen) ?? buckets[0];
  const dates = buckets.map((one) => one.bucket).sort();
  return (
    <section class="card">
      <h2>{t(itemWords.moved)}</h2>
      {found.state === "loading" && <Waiting />}
      {found.state === "failed" && <Failure why={found.error.message} again={found.again} />}
      {found.state === "here" && shown === undefined && <p class="muted">{t(itemWords.movedNone)}</p>}
      {shown !== undefined && (
        <>
          <p class="muted small">{t(itemWords.movedText)}</p>
          <Select
            label={t(itemWords.movedMonth)}
            value={shown.bucket}
            options={dates.map((one) => [one, date(one)] as const)}
            choose={choose}
          />
          <Picture of={movedChart(shown.bucket, shown.runs, cameIn(view, shown.bucket, bucket))} />
        </>
      )}
    </section>
  );
}
