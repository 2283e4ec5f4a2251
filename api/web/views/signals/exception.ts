import { type Bucket, bucketDates, bucketIndex, dayOf, isoDate, kindRules } from "../../../../src/index.ts";
import type { Client } from "../../client/client.ts";
import type { CalendarRow, ItemLine, SignalLine } from "../../shapes.ts";

/** First and last day of something that does not count for the forecast. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/**
 * The period that a signal would have been an exception in: its bucket, up to where it ended, or up to the end of the
 * history where it goes on. Undefined for a signal that no period explains.
 */
export function exceptionPeriod(
  signal: SignalLine,
  { history }: Pick<ItemLine, "history">,
  bucket: Bucket,
): Period | undefined {
  if (!kindRules[signal.kind].canPass) return undefined;
  const first = bucketIndex(dayOf(signal.at), bucket);
  const known = bucketIndex(dayOf(history.start), bucket) + history.values.length - 1;
  const until = signal.until === undefined ? undefined : bucketIndex(dayOf(signal.until), bucket);
  const last = Math.max(first, until ?? (kindRules[signal.kind].single ? first : known));
  const [next = signal.at] = bucketDates(last + 1, 1, bucket);
  return { from: signal.at, to: isoDate(dayOf(next) - 1) };
}

const isSame = (a: CalendarRow, b: CalendarRow): boolean =>
  a.kind === b.kind && a.item === b.item && a.from === b.from && a.to === b.to;

/** Notes in the calendar of all later plans that an item's demand was an exception for a time, or takes that back. */
export async function noteException(
  client: Client,
  item: string,
  period: Period,
  isTakenBack = false,
): Promise<void> {
  const settings = await client.settings();
  const row: CalendarRow = { ...period, kind: "event", item };
  const others = settings.calendar.filter((one) => !isSame(one, row));
  await client.setSettings({ ...settings, calendar: isTakenBack ? others : [...others, row] });
}
