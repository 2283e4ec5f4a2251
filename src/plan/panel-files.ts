import { bucketEnd, bucketIndex } from "../calendar/bucket.ts";
import { plantCalendar } from "../calendar/parties.ts";
import { bucketOfSpacing } from "../calendar/spacing.ts";
import { usableSpan } from "../demand/as-of.ts";
import { demandOf } from "../demand/index.ts";
import { withHistoryDefaults } from "../demand/master-data.ts";
import type { ByteSource, ReadOptions } from "../ingest/index.ts";
import type { OrderLines } from "../order.ts";
import type { Bucket } from "../series.ts";
import type { SignalInput } from "../signals/index.ts";
import { defaultPlanOptions } from "./options.ts";
import { readHistory } from "./read-files.ts";
import { furthestBuckets } from "./run.ts";
import { signalInput } from "./signal-input.ts";

/** How a table becomes series; what is not said is found out. */
interface PanelChoice {
  /** Day number of the last day that counts. */
  readonly asOf?: number;
  readonly bucket: "auto" | Bucket;
}

/**
 * Series of a table of order lines, or of one with a row for each item and bucket, read as a plan reads them: netted,
 * one value a bucket from an item's first line to the last complete bucket, items by code unit. Throws InputError when
 * the table cannot be used, QuestionError when something must be answered first.
 */
export function panelOfFile(source: ByteSource, reading: ReadOptions, choice: PanelChoice): SignalInput[] {
  const { lines, items } = readHistory([source], [], reading).orders;
  const master = new Map(items.map((item) => [item.item, item]));
  const demand = demandOf(lines, master, {
    ...regular(lines, choice),
    horizon: furthestBuckets,
    plant: plantCalendar(defaultPlanOptions.state, []),
    calendar: [],
  });
  return demand.items.map((one) =>
    signalInput({ demand: one, item: withHistoryDefaults(one, master.get(one.item)) }),
  );
}

/** A list with one date a bucket is a list of those buckets, and its last one is whole. */
function regular(lines: OrderLines, { asOf, bucket }: PanelChoice): PanelChoice {
  const span = usableSpan(lines, asOf, []);
  const asSaid = { ...(asOf === undefined ? {} : { asOf }), bucket };
  if (span === null) return asSaid;
  const days = new Set(
    lines.day.subarray(0, lines.length).filter((day) => day >= span.first && day <= span.last),
  );
  const spaced = days.size > 1 ? bucketOfSpacing(days) : "day";
  if (spaced === "day") return asSaid;
  return {
    asOf: asOf ?? bucketEnd(bucketIndex(span.last, spaced), spaced),
    bucket: bucket === "auto" ? spaced : bucket,
  };
}
