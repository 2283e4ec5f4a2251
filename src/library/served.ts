import { bucketIndex, bucketStart } from "../calendar/bucket.ts";
import { dayOf, isoDate } from "../calendar/date.ts";
import { emptyShelfBuckets, shelfOf } from "../demand/empty-shelf.ts";
import { requestDay, type SuggestRequest } from "../replenish/index.ts";
import { consequences, signalsOf } from "../signals/index.ts";

/** Share of false findings that is allowed where a series is looked at alone. */
const fdr = 0.05;

/** A request that waits for somebody where demand ended though something was there to take, as a plan lets it wait. */
function asEnded(request: SuggestRequest): SuggestRequest {
  const { item, series } = request;
  if (!((item.onHand ?? 0) > 0) || (item.backorders ?? 0) > 0) return request;
  const signals = signalsOf([{ series }], { fdr })[0];
  return consequences(series, signals).stopOrders ? { ...request, blocked: ["end-of-life"] } : request;
}

/**
 * A request whose series leaves out what an empty shelf kept from being demanded, and says so; silence beside a full one
 * is the end of demand.
 */
export function asServed(request: SuggestRequest): SuggestRequest {
  const { series, item, openOrders } = request;
  const today = requestDay(request);
  const shelf = shelfOf(item, openOrders, today);
  const found = shelf === undefined ? [] : emptyShelfBuckets(series.values, series.bucket, shelf);
  if (found.length === 0) return asEnded(request);
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
