import { by, charts, dayOf } from "../../../../src/index.ts";
import { date, lang, number, say } from "../../language.ts";
import type { EarlierForecast, ForecastHistory } from "../../shapes.ts";
import { itemWords } from "../../words/item.ts";

const [usual, height, left, top, bottom] = [400, 150, 52, 12, 124];
const mostRuns = 12;

/** What a run with a day said of a bucket. */
export type DatedForecast = EarlierForecast & { readonly asOf: string };

const isDated = (one: EarlierForecast): one is DatedForecast => one.asOf !== null;

/** What the runs said of one bucket: the last run of each as-of, oldest first. */
function runsOf(forecasts: readonly EarlierForecast[]): DatedForecast[] {
  const byDay = new Map(forecasts.filter(isDated).map((one) => [one.asOf, one]));
  return [...byDay.values()].sort(by(({ asOf }) => asOf)).slice(-mostRuns);
}

/** A bucket with what the runs said of it. */
interface MovedBucket {
  readonly bucket: string;
  readonly runs: readonly DatedForecast[];
}

/** Buckets that at least two runs spoke of, the one with most runs first. */
export const bucketsOf = ({ targets }: Pick<ForecastHistory, "targets">): MovedBucket[] =>
  targets
    .map(({ bucket, forecasts }) => ({ bucket, runs: runsOf(forecasts) }))
    .filter(({ runs }) => runs.length > 1)
    .sort(
      by(
        ({ runs }) => -runs.length,
        ({ bucket }) => bucket,
      ),
    );

/** How the forecast of one bucket moved from run to run, with its range, and what came in the end; `width` in pixels. */
export function movedChart(
  bucket: string,
  runs: readonly DatedForecast[],
  actual?: number,
  width = usual,
): charts.Markup {
  const right = width - 12;
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
  const points = (of: (run: DatedForecast) => number | undefined) =>
    runs.map((run, k) => ({ x: x(days[k] ?? 0), y: y(of(run) ?? Number.NaN) }));
  const [least, low, high, greatest] = levels.map((level) => points(({ quantiles }) => quantiles[level]));
  const isKnown = runs.every(({ quantiles }) => levels.every((level) => quantiles[level] !== undefined));
  const description = runs.map(({ asOf, mean }) => `${date(asOf)}: ${number(mean)}`).join(", ");
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
