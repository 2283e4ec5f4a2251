import { bucketIndex, bucketStart } from "../../calendar/bucket.ts";
import { dayOf, isoDate } from "../../calendar/date.ts";
import { defined } from "../../defined.ts";
import type { IsoDate } from "../../order.ts";
import type { Series } from "../../series.ts";
import { kindRules, type Signal, type SignalKind } from "../../signal.ts";
import { type AnsweredEvent, hasGrownByHalf, isOpenAgain, type SignalAnswer } from "./answers.ts";
import { oneDirection } from "./reconcile.ts";

/** What is known of an item besides its own data. */
export interface SignalContext {
  /** Its signals in the last run. */
  readonly before: readonly Signal[];
  /** What the user said about them. */
  readonly answers: readonly AnsweredEvent[];
  /** Day of the run: snoozed signals come back from here on. */
  readonly today: IsoDate;
}

/** Signals as the plan prints them, and those that it acts upon. */
export interface SignalHistory {
  readonly signals: readonly Signal[];
  readonly acting: readonly Signal[];
}

type Dated = Pick<Series, "bucket" | "start" | "values">;

/** Bucket of the series that a date names. */
const positionOf = ({ bucket, start }: Dated, date: IsoDate): number =>
  start === undefined ? Number(date) : bucketIndex(dayOf(date), bucket) - bucketIndex(dayOf(start), bucket);

/** First day of a bucket of the series; its number where the series has no dates. */
const nameOf = ({ bucket, start }: Dated, position: number): IsoDate =>
  start === undefined
    ? String(position)
    : isoDate(bucketStart(bucketIndex(dayOf(start), bucket) + position, bucket));

/** The one of the same kind that lies nearest, as far as it can be the same event. */
function nearest<T extends { readonly kind: SignalKind }>(
  series: Dated,
  kind: SignalKind,
  dates: readonly IsoDate[],
  among: readonly T[],
  datesOf: (one: T) => readonly IsoDate[],
): T | undefined {
  const away = (one: T) =>
    Math.min(
      ...datesOf(one).flatMap((theirs) =>
        dates.map((ours) => Math.abs(positionOf(series, theirs) - positionOf(series, ours))),
      ),
    );
  const own = among.filter((one) => one.kind === kind && away(one) <= kindRules[kind].redating);
  return own.reduce<T | undefined>(
    (best, one) => (best === undefined || away(one) < away(best) ? one : best),
    undefined,
  );
}

const datesOf = ({ at, firstAt = at }: Signal): IsoDate[] => [at, firstAt];

/** What the last run said of the same event: its first date and size, and that it was seen then. */
function continued(signal: Signal, before: Signal | undefined): Signal {
  if (before === undefined) return signal;
  const { firstAt = before.at, firstSize = before.size, seen, escalated } = before;
  return {
    ...signal,
    seen: seen < signal.seen ? seen : signal.seen,
    firstAt,
    firstSize,
    ...defined({ escalated }),
  };
}

/** Open while it is news: seen, or grown by half, within the last two buckets. */
function unanswered(signal: Signal, last: IsoDate, isRecent: (date: IsoDate) => boolean): Signal {
  const { firstSize = signal.size, size } = signal;
  const event: Signal = hasGrownByHalf(size, firstSize)
    ? { ...signal, firstSize: size, escalated: last }
    : signal;
  const isNews = isRecent(event.seen) || (event.escalated !== undefined && isRecent(event.escalated));
  return { ...event, state: isNews ? "open" : "past" };
}

/** Open again only as the user's answer lets it: on its day, or when the change has grown by half since. */
function answered(signal: Signal, answer: SignalAnswer, last: IsoDate, today: IsoDate): Signal {
  const { said, until, size = signal.firstSize } = answer;
  const { escalated: _, ...rest } = signal;
  const known = size === undefined ? answer : { ...answer, size };
  const grew = said !== "closed" && size !== undefined && hasGrownByHalf(signal.size, size);
  return {
    ...rest,
    state: isOpenAgain(signal, known, today) ? "open" : "past",
    answer: said,
    ...defined({ returns: until }),
    ...(grew ? { escalated: last } : {}),
  };
}

/** One open event of a kind: the one with most at stake, the later one of equals. */
function oneOpenOfAKind(signals: readonly Signal[]): Signal[] {
  const best = new Map<SignalKind, Signal>();
  for (const signal of signals) {
    const other = best.get(signal.kind);
    if (signal.state !== "open") continue;
    const isMore =
      other === undefined ||
      signal.impact > other.impact ||
      (signal.impact === other.impact && signal.at > other.at);
    if (isMore) best.set(signal.kind, signal);
  }
  return signals.map((signal) =>
    signal.state === "open" && best.get(signal.kind) !== signal ? { ...signal, state: "past" } : signal,
  );
}

/** An open dip that a known bucket without one has ended: nobody waits for the next to show whether it stays. */
function withEnd(series: Dated, signal: Signal, found: readonly Signal[]): Signal {
  const next = positionOf(series, signal.at) + 1;
  if (signal.kind !== "dip" || signal.state !== "open" || next >= series.values.length) return signal;
  const goesOn = found.some(({ kind, at }) => kind === "dip" && positionOf(series, at) === next);
  return goesOn ? signal : { ...signal, until: signal.at };
}

/** What was confirmed and is flagged no longer: it holds all the same, an end of life until demand returns. */
function confirmedBefore(
  series: Dated,
  found: readonly Signal[],
  { answers, before }: SignalContext,
): Signal[] {
  return answers.flatMap(({ kind, at, answer }): Signal[] => {
    if (answer.said !== "confirmed") return [];
    if (nearest(series, kind, [at], found, datesOf) !== undefined) return [];
    const known = nearest(series, kind, [at], before, datesOf);
    const position = positionOf(series, known?.at ?? at);
    const demand = series.values.subarray(Math.max(0, position));
    if (!(position >= 0 && position < series.values.length)) return [];
    if (kind === "end-of-life" && demand.some((value) => value > 0)) return [];
    const size = answer.size ?? known?.size ?? (kind === "end-of-life" ? -1 : 0);
    return [
      {
        ...defined({ until: known?.until }),
        ...{ kind, at: known?.at ?? at, seen: known?.seen ?? at, state: "past", size, p: 1, q: 1, impact: 0 },
        ...{ direction: size < 0 ? "down" : "up", impactUnit: "", answer: "confirmed" },
      },
    ];
  });
}

/**
 * The life of an item's signals from run to run. A signal near one of the same kind and direction of the last run is
 * the same event: it is news once, and again only when the change has grown by half. What the user closed stays
 * closed and has no consequence; what was snoozed returns on its day or when it grows; what was confirmed holds even
 * where it is flagged no longer. Of each kind one event is open at most.
 */
export function trackedSignals(
  series: Dated,
  found: readonly Signal[],
  context: SignalContext,
): SignalHistory {
  const { before, answers, today } = context;
  const end = series.values.length - 1;
  const last = nameOf(series, end);
  const isRecent = (date: IsoDate) => positionOf(series, date) >= end - 1;
  const signals = found.map((signal): Signal => {
    const likely = before.filter(({ direction }) => direction === signal.direction);
    const event = continued(signal, nearest(series, signal.kind, [signal.at], likely, datesOf));
    const given = nearest(series, event.kind, datesOf(event), answers, ({ at }) => [at]);
    return given === undefined
      ? unanswered(event, last, isRecent)
      : answered(event, given.answer, last, today);
  });
  const printed = oneDirection(oneOpenOfAKind(signals)).map((signal) => withEnd(series, signal, found));
  return {
    signals: printed,
    acting: [
      ...printed.filter(({ answer }) => answer !== "closed"),
      ...confirmedBefore(series, found, context),
    ],
  };
}
