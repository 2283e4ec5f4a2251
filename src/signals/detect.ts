import { eventEffects } from "../decompose/events.ts";
import { defined } from "../defined.ts";
import type { SignalKind } from "../signal.ts";
import type { Candidate, Candidates } from "./candidate.ts";
import { detectorsOf, isLasting } from "./detectors/index.ts";
import { gapWidth, lotWidth, narrowed, ratesOf, widened } from "./detectors/lots.ts";
import { candidateOf, candidatesIn, leaningOfView } from "./detectors/run-detectors.ts";
import { obviousUnit } from "./detectors/unit-jump.ts";
import { type View, viewOf } from "./detectors/view.ts";
import { observed } from "./fit/observed.ts";
import type { SignalInput } from "./signal-input.ts";

/** What the calendar explains is no news: promotions, events and stockouts as if they had not been. */
function withoutEvents(input: SignalInput): SignalInput {
  const effects = eventEffects(input.series, 0);
  return effects === null ? input : { ...input, series: { ...input.series, values: effects.values } };
}

/** Every suspected fluctuation of one item. Pure; about .2 ms for 36 months. */
export function detect(given: SignalInput): Candidates {
  const input = withoutEvents(given);
  const length = input.series.values.length;
  const width = input.lotSized === true ? lotWidth(input.series.values, input.series.period) : 1;
  const view = width > 1 ? undefined : viewOf(observed(input.series), input);
  const candidates = view === undefined ? fromLots(input, width) : candidatesIn(view);
  const leaning = view === undefined ? undefined : leaningOfView(view);
  const { item, bucket, start } = input.series;
  return {
    item,
    bucket,
    ...defined({ start }),
    length,
    ...(input.price === undefined
      ? {}
      : { price: input.price, value: input.price * meanOf(input.series.values) }),
    ...defined({ currency: input.currency, unit: input.unit }),
    candidates,
    ...defined({ leaning }),
    p: candidates.reduce((least, c) => Math.min(least, c.weighted), 1),
  };
}

/** What the detectors of one kind alone find. */
const only = (kind: SignalKind, view: View): Candidate[] =>
  detectorsOf("level")
    .filter((one) => one.kind === kind)
    .flatMap((detector) => detector.detect(view).map((finding) => candidateOf(finding, detector)));

/**
 * Purchase orders: demand convolved with lot sizing. A change of unit shows in the sizes of the orders, the end in how
 * long the last one lies back, a bias in the errors, everything else in rates.
 */
function fromLots(input: SignalInput, width: number): Candidate[] {
  const { workingDays: _, ...series } = input.series;
  const view = viewOf(observed(series), input);
  const unit = obviousUnit(view);
  const orders =
    unit === undefined
      ? series.values
      : series.values.map((value, t) => (t < unit.finding.at ? value * unit.ratio : value));
  const gap = gapWidth(orders);
  const ended = only("end-of-life", viewOf(observed(widened({ ...series, values: orders }, gap)), input));
  const rates = widened({ ...series, values: ratesOf(orders) }, width);
  // prices and errors belong to narrow buckets; the sizes of orders said what units say: a rate only rises or falls
  const { prices: _prices, errors: _errors, ...plain } = input;
  const found = candidatesIn(viewOf(observed(rates), plain))
    .filter(({ kind }) => kind !== "end-of-life")
    .map((one) => (one.kind === "unit-change" ? { ...one, kind: "level-shift" as const } : one));
  return [
    ...(unit === undefined ? [] : only("unit-change", view)),
    ...found.map((one) => narrowed(one, width, orders)),
    ...ended.map((one) => narrowed(one, gap, orders, false)),
    ...(found.some(isLasting) ? [] : only("bias", view)),
  ];
}

/** Mean of the observed values, 0 where there are none. */
function meanOf(values: Float64Array): number {
  let sum = 0;
  let count = 0;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    sum += value;
    count++;
  }
  return count > 0 ? Math.max(0, sum / count) : 0;
}
