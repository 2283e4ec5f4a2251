import { bucketIndex, bucketStart } from "../calendar/bucket.ts";
import { dayOf, isoDate } from "../calendar/date.ts";
import { emptyShelfBuckets, shelfOf } from "../demand/empty-shelf.ts";
import { requestDay, type SuggestRequest } from "../replenish/index.ts";

/** A request whose series leaves out what an empty shelf kept from being demanded, and says so. */
export function asServed(request: SuggestRequest): SuggestRequest {
  const { series, item, openOrders } = request;
  const today = requestDay(request);
  const shelf = shelfOf(item, openOrders, today);
  const found = shelf === undefined ? [] : emptyShelfBuckets(series.values, series.bucket, shelf);
  if (found.length === 0) return request;
  const values = series.values.slice();
  for (const k of found) values[k] = Number.NaN;
  const last = bucketIndex(series.start === undefined ? today : dayOf(series.start), series.bucket);
  const first = series.start === undefined ? last - series.values.length + 1 : last;
  const since = isoDate(bucketStart(first + found[0], series.bucket));
  return {
    ...request,
    series: { ...series, values },
    issues: [
      ...(request.issues ?? []),
      { code: "stockout-suspected-now", severity: "warning", item: series.item, since },
    ],
  };
}
