import { h } from "preact";
import { type Bucket, bucketIndex, bucketStart, charts, dayOf, words } from "../../../src/index.ts";
import type { Drawn } from "../drawn.ts";
import { date, lang, number, t } from "../language.ts";
import type { Session } from "../session.ts";
import type { EarlierForecast, ItemView } from "../shapes.ts";
import { useFetched } from "../store.ts";
import { itemWords } from "../words/item.ts";
import { failure, picture, waiting } from "./basic.ts";

const [width, height, left, right, top, bottom] = [400, 120, 46, 392, 10, 98];

/** Forecasts of several runs over the same buckets, the newest strong. */
export function movedChart(runs: readonly EarlierForecast[], bucket: Bucket): charts.Markup {
  const { linear, ticks, line, picture: frame, valueAxis, timeAxis, monthName, monthStarts } = charts;
  const indexed = runs.map((run) => ({ ...run, first: bucketIndex(dayOf(run.start), bucket) }));
  const first = Math.min(...indexed.map((run) => run.first));
  const end = Math.max(...indexed.map((run) => run.first + run.mean.length));
  const values = ticks(0, Math.max(...runs.flatMap(({ mean }) => mean), 1e-9), 3);
  const y = linear([0, values.at(-1) ?? 1], [bottom, top]);
  const x = linear([first, Math.max(end - 1, first + 1)], [left, right]);
  const lines = indexed.map((run, k) =>
    line(
      run.mean.map((mean, j) => ({ x: x(run.first + j), y: y(mean) })),
      k === indexed.length - 1 ? "forecast" : "earlier",
    ),
  );
  const names = monthStarts(bucketStart(first, bucket), bucketStart(end, bucket), 6).map((day) => ({
    x: x(bucketIndex(day, bucket)),
    text: monthName(day, lang()),
  }));
  const newest = runs.at(-1);
  const description = runs
    .map(({ asOf, mean }) => `${words.date(asOf, lang())}: ${number(mean[0])}`)
    .join(", ");
  return frame(
    { id: "moved", title: `${t(itemWords.moved)} (${date(newest?.asOf)})`, description },
    width,
    height,
    [valueAxis(values, y, left, right, number), timeAxis(names, bottom, right), lines],
  );
}

/** How the forecast moved over the past runs. */
export function MovedForecast({
  session,
  view,
  bucket,
}: {
  readonly session: Session;
  readonly view: ItemView;
  readonly bucket: Bucket;
}): Drawn {
  const found = useFetched(view.item, () => session.client.earlier(view.item));
  const runs = found.state === "here" ? found.value.slice(-8) : [];
  return h(
    "section",
    { class: "card" },
    h("h2", {}, t(itemWords.moved)),
    found.state === "loading" && waiting(),
    found.state === "failed" && failure(found.error.message, found.again),
    found.state === "here" &&
      (runs.length < 2
        ? h("p", { class: "muted" }, t(itemWords.movedNone))
        : [h("p", { class: "muted small" }, t(itemWords.movedText)), picture(movedChart(runs, bucket))]),
  );
}
