import { bucketIndex, bucketStart } from "../calendar/bucket.ts";
import { dayOf, isoDate } from "../calendar/date.ts";
import type { Forecast } from "../forecast.ts";
import type { Issue } from "../issue.ts";
import { oddEnd } from "../models/index.ts";
import type { Series } from "../series.ts";

/** A forecast that failed is told with the order that it leaves open. A shorter season than usual is no news in a plan; another model than the combination is. */
export function fallbackIssues({ item, model, fallback }: Forecast): Issue[] {
  return fallback === undefined || fallback.code === "failed" || model === "combination"
    ? []
    : [{ code: "forecast-fell-back", severity: "info", item, to: model, why: fallback }];
}

/** Odd values at the end that no signal explains: they hardly move the forecast, and somebody should look at them. */
export function oddEndIssues(series: Series): Issue[] {
  const odd = series.start === undefined ? undefined : oddEnd(series);
  if (odd === undefined || series.start === undefined) return [];
  const since = isoDate(bucketStart(bucketIndex(dayOf(series.start), series.bucket) + odd.at, series.bucket));
  return [{ code: "odd-last-bucket", severity: "warning", item: series.item, since, times: odd.times }];
}

/** Issues whose fault, of the same item, nobody has reported before. */
export function unsaid(found: readonly Issue[], before: readonly Issue[]): Issue[] {
  const said = new Set(before.map(({ code, item }) => `${code} ${item}`));
  return found.filter(({ code, item }) => !said.has(`${code} ${item}`));
}
