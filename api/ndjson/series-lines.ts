import {
  type Bucket,
  bucketIndex,
  buckets,
  type DemandEvent,
  dayOf,
  defined,
  isQuantity,
  type LineFault,
  type Series,
  seasonOf,
} from "../../src/index.ts";
import { lastYear, mostPeriod } from "./limits.ts";
import { type SeriesError, saidOf, seriesError, UnfitLine } from "./unfit-line.ts";

/** A line of NDJSON that is a series, or why it is none. */
export type SeriesLine =
  | { readonly line: number; readonly series: Series; readonly json: Readonly<Record<string, unknown>> }
  | { readonly line: number; readonly error: SeriesError };

const unfit = (fault: LineFault): UnfitLine<SeriesError> => new UnfitLine(seriesError(fault));

/** Numbers of a JSON list; null is not observed. */
function valuesOf(list: unknown): Float64Array {
  if (!Array.isArray(list)) throw unfit({ code: "values-missing" });
  return Float64Array.from(list, (value, k) => {
    if (value === null) return Number.NaN;
    if (typeof value === "number" && isQuantity(value)) return value;
    throw unfit({ code: "value-not-a-number", at: k, got: saidOf(value) });
  });
}

/** A day that a series may begin on, and any day counted from. */
export const isUsableDay = (given: unknown): given is string =>
  typeof given === "string" && !Number.isNaN(dayOf(given)) && Number(given.slice(0, 4)) <= lastYear;

const isPeriod = (given: unknown): given is number =>
  typeof given === "number" && Number.isInteger(given) && given >= 1 && given <= mostPeriod;

/** The first day of a month named alone, where buckets are no shorter: it cannot mean another. @example "2023-05" */
const startDay = (given: unknown, bucket: Bucket): unknown =>
  typeof given === "string" && /^\d{4}-\d{2}$/.test(given) && bucket !== "week" && bucket !== "day"
    ? `${given}-01`
    : given;

/**
 * A series from its JSON object `{ item, values, bucket?, start?, period?, group?, events?, previous? }`: null is not
 * observed, 0 is no demand.
 */
function seriesOf(json: Readonly<Record<string, unknown>>): Series {
  const { item, group } = json;
  const bucket = json.bucket ?? "month";
  const period = json.period ?? undefined;
  if (typeof item !== "string" && typeof item !== "number") throw unfit({ code: "item-missing" });
  const known = buckets.find((one): one is Bucket => one === bucket);
  if (known === undefined) {
    throw unfit({ code: "bucket-unknown", known: buckets, got: saidOf(bucket) });
  }
  const start = startDay(json.start, known);
  if (start !== undefined && start !== null && !isUsableDay(start)) {
    throw unfit({ code: "start-not-a-date", got: saidOf(json.start) });
  }
  if (period !== undefined && !isPeriod(period))
    throw unfit({ code: "period-not-valid", most: mostPeriod, got: saidOf(period) });
  const { events, passing } = eventsOf(json.events);
  return {
    item: String(item),
    bucket: known,
    ...(typeof start === "string" ? { start } : {}),
    period: period ?? seasonOf[known],
    values: withoutPassing(valuesOf(json.values), passing, known, start),
    ...(typeof group === "string" ? { group } : {}),
    ...defined({ events }),
    ...previousOf(json.previous),
  };
}

/** `passing`: a time that was an exception, as the signal of that kind; what lies in it says nothing of demand. */
const eventKinds = ["promotion", "event", "stockout", "passing"] as const;
/** Kinds of the calendar file by which whoever asks does not work, and the one that says nothing of demand. */
const closures: readonly unknown[] = ["holiday", "plant-closure"];
const ofSuppliers = "supplier-closure";

/** A stretch of days, ends included. */
type Stretch = Pick<DemandEvent, "from" | "to">;

/** Known influences of a line: kind, first and last day, planned factor; exceptions by themselves. */
function eventsOf(list: unknown): { readonly events?: DemandEvent[]; readonly passing: Stretch[] } {
  if (list === undefined || list === null) return { passing: [] };
  if (!Array.isArray(list)) throw unfit({ code: "events-not-a-list" });
  const events: DemandEvent[] = [];
  const passing: Stretch[] = [];
  for (const [k, event] of (list as readonly unknown[]).entries()) {
    const { from, to, kind, factor } = (event ?? {}) as Readonly<Record<string, unknown>>;
    if (kind === ofSuppliers) continue;
    const known = closures.includes(kind) ? "closure" : eventKinds.find((one) => one === kind);
    const last = to ?? from;
    if (
      known === undefined ||
      !isUsableDay(from) ||
      !isUsableDay(last) ||
      !(dayOf(last) >= dayOf(from)) ||
      (factor !== undefined && factor !== null && !(typeof factor === "number" && factor >= 0))
    ) {
      throw unfit({ code: "event-not-valid", at: k, known: eventKinds });
    }
    if (known === "passing") passing.push({ from, to: last });
    else events.push({ from, to: last, kind: known, ...(typeof factor === "number" ? { factor } : {}) });
  }
  return { events, passing };
}

/** Values of which those in an exception are not observed; a series without dates cannot say which they are. */
function withoutPassing(
  values: Float64Array,
  passing: readonly Stretch[],
  bucket: Bucket,
  start: unknown,
): Float64Array {
  if (passing.length === 0) return values;
  if (!isUsableDay(start)) throw unfit({ code: "start-not-a-date", got: saidOf(start ?? null) });
  const first = bucketIndex(dayOf(start), bucket);
  for (const { from, to } of passing) {
    const end = bucketIndex(dayOf(to), bucket) - first + 1;
    values.fill(Number.NaN, Math.max(0, bucketIndex(dayOf(from), bucket) - first), Math.max(0, end));
  }
  return values;
}

/** The last run's forecast of the same item. */
function previousOf(json: unknown): { previous?: { start: string; mean: number[] } } {
  if (json === undefined || json === null) return {};
  const { start, mean } = json as Readonly<Record<string, unknown>>;
  if (
    !isUsableDay(start) ||
    !Array.isArray(mean) ||
    !mean.every((value) => typeof value === "number" && Number.isFinite(value))
  ) {
    throw unfit({ code: "previous-not-valid" });
  }
  return { previous: { start, mean } };
}

function lineOf(text: string, line: number): SeriesLine {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { line, error: seriesError({ code: "not-json" }) };
  }
  if (typeof json !== "object" || json === null || Array.isArray(json)) {
    return { line, error: seriesError({ code: "not-an-object" }) };
  }
  const record = json as Readonly<Record<string, unknown>>;
  try {
    return { line, series: seriesOf(record), json: record };
  } catch (error) {
    if (!(error instanceof UnfitLine)) throw error;
    return {
      line,
      error: { ...(typeof record.item === "string" ? { item: record.item } : {}), ...error.error },
    };
  }
}

/** Series of NDJSON text, one a line, blank lines skipped; lines are numbered from 1. */
export function* seriesLines(text: string): Generator<SeriesLine> {
  let line = 0;
  for (let from = 0; from < text.length; ) {
    let to = text.indexOf("\n", from);
    if (to < 0) to = text.length;
    line++;
    const content = text.slice(from, to).trim();
    if (content !== "") yield lineOf(content, line);
    from = to + 1;
  }
}
