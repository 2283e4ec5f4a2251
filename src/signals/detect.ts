import { eventEffects } from "../decompose/events.ts";
import { defined } from "../defined.ts";
import type { Candidate, Candidates } from "./candidate.ts";
import { bias } from "./detectors/bias.ts";
import { countStep } from "./detectors/count-level.ts";
import { countSpike } from "./detectors/count-spike.ts";
import { candidateOf, type Measured, measured } from "./detectors/effect-candidate.ts";
import { endOfLife } from "./detectors/end-of-life.ts";
import { intermittencyChange } from "./detectors/intermittency-change.ts";
import { gapWidth, lotWidth, narrowed, ratesOf, widened } from "./detectors/lots.ts";
import { lastingOnPlain, mayBeSlope, outlierP, spreadOnShares } from "./detectors/robustness.ts";
import { seasonChange } from "./detectors/season-change.ts";
import { sizeStep, unitCandidate } from "./detectors/size-jump.ts";
import { spike } from "./detectors/spike.ts";
import { unitFactor } from "./detectors/unit-change.ts";
import { isUnit, jumpOf, obviousUnit, priced, prices } from "./detectors/unit-jump.ts";
import { varianceChange } from "./detectors/variance-change.ts";
import { fitLevel, isNews, type LevelFit } from "./fit/fit.ts";
import { type Observed, observed, type Scale, scaled } from "./fit/observed.ts";
import { scaleOf } from "./fit/scale-of.ts";
import type { SignalInput } from "./signal-input.ts";

/** What each kind is multiplied with for being one of several looked for; the inverses sum to .9. */
const tried = {
  spike: 4,
  step: 3,
  hinge: 8,
  season: 10,
  variance: 10,
  end: 16,
  quiet: 16,
  bias: 32,
} as const;
const triedCounts = { spike: 6, step: 5, quiet: 5, end: 8 } as const;

/** Fewer observed buckets than this are a new item: never alarms. */
const fewest = 12;

/** Share of buckets without demand from which an item counts as intermittent. */
const intermittent = 0.1;

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
  const candidates = width > 1 ? fromLots(input, width) : known(observed(input.series), input);
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
    p: candidates.reduce((least, c) => Math.min(least, c.weighted), 1),
  };
}

/** Candidates of what was observed, none before the item stopped being new. */
const known = (seen: Observed, input: SignalInput): Candidate[] =>
  candidatesOf(seen, input).map((candidate) => notBefore(candidate, seen.bucket[fewest - 1]));

/**
 * Purchase orders: demand convolved with lot sizing. A change of unit shows in the sizes of the orders, the end in how
 * long the last one lies back, everything else in rates.
 */
function fromLots(input: SignalInput, width: number): Candidate[] {
  const { workingDays: _, ...series } = input.series;
  const narrow = observed(series);
  const unit = obviousUnit(narrow, input, tried.step);
  const orders =
    unit === undefined
      ? series.values
      : series.values.map((value, t) => (t < unit.candidate.at ? value * unit.ratio : value));
  const gap = gapWidth(orders);
  const wide = observed(widened({ ...series, values: orders }, gap));
  const ended = endOfLife(wide, tried.end);
  const rates = widened({ ...series, values: ratesOf(orders) }, width);
  // the sizes of orders said what units say, so that a rate only rises or falls; prices belong to narrow buckets
  const { prices: _prices, ...unpriced } = input;
  const found = known(observed(rates), unpriced)
    .filter(({ kind }) => kind !== "end-of-life")
    .map((one) => (one.kind === "unit-change" ? { ...one, kind: "level-shift" as const } : one));
  return [
    ...(unit === undefined ? [] : [unit.candidate]),
    ...found.map((one) => narrowed(one, width, orders)),
    ...(ended === undefined ? [] : [narrowed(ended.candidate, gap, orders, false)]),
  ];
}

/** A candidate that nobody could see before `first`: until then the item was new. */
function notBefore(candidate: Candidate, first: number): Candidate {
  if (candidate.at >= first) return candidate;
  return { ...candidate, pAsOf: candidate.pAsOf.map((p, i) => (candidate.at + i < first ? 1 : p)) };
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

function candidatesOf(seen: Observed, input: SignalInput): Candidate[] {
  if (seen.values.length < fewest) return [];
  const counts = seen.zeros >= intermittent * seen.values.length;
  const ended = endOfLife(seen, counts ? triedCounts.end : tried.end);
  const rest = ended !== undefined && ended.candidate.p < 0.01 ? until(seen, ended.from) : seen;
  const last = ended === undefined ? [] : [ended.candidate];
  if (rest.values.length < fewest) return last;
  const still = rest.zeros >= intermittent * rest.values.length;
  return [...(still ? fromCounts(rest, input) : fromLevels(rest, input)), ...last];
}

const until = (seen: Observed, end: number): Observed => ({
  ...seen,
  bucket: seen.bucket.subarray(0, end),
  values: seen.values.subarray(0, end),
  zeros: seen.values.subarray(0, end).reduce((count, value) => count + (value === 0 ? 1 : 0), 0),
});

function fromLevels(all: Observed, input: SignalInput): Candidate[] {
  const unit = obviousUnit(all, input, tried.step);
  const found = levelCandidates(unit?.rest ?? all, input);
  return unit === undefined ? found : [unit.candidate, ...found.filter(({ kind }) => kind !== "unit-change")];
}

function levelCandidates(seen: Observed, input: SignalInput): Candidate[] {
  const scale = scaleOf(seen);
  const first = fitLevel(scaled(seen.values, scale), seen.bucket, seen.period);
  let level = 0;
  for (const value of seen.values) level += Math.abs(value) / seen.values.length;
  const { season, spread, fit } = seasonAndSpread(first, level, (known) =>
    spreadOf(known, level, seen, scale),
  );
  const found: Candidate[] = [season, spread].flatMap((one) => one?.candidate ?? []);
  for (let i = 0; i < fit.effects.length; i++) {
    if (!isNews(fit.effects[i])) continue;
    const candidate = named(fit, guarded(fit, i, seen, scale), seen, input);
    if (candidate !== undefined) found.push(candidate);
  }
  const quiet = intermittencyChange(seen, tried.quiet);
  if (quiet !== undefined && !found.some((c) => c.kind === "level-shift" && c.p < quiet.p)) found.push(quiet);
  const lasting = found.some((c) => /^(level-shift|trend-break|unit-change)$/.test(c.kind));
  if (!lasting && input.errors !== undefined) {
    const { errors } = input;
    const leaning = bias(errors, seen.bucket.subarray(-errors.length), level, tried.bias);
    if (leaning !== undefined) found.push(leaning);
  }
  return found;
}

/** An effect of the fit with the p-value that holds on other scales as well. */
function guarded(fit: LevelFit, index: number, seen: Observed, scale: Scale): Measured {
  const one = measured(fit, index, seen, scale);
  if (one.p > worthwhile) return one;
  if (one.effect.shape === "spike") {
    const known = outlierP(fit, index, seen, scale);
    return { ...one, p: known(one.p), pAsOf: one.pAsOf.map(known) };
  }
  const least = mayBeSlope(fit, index, seen) ? 1 : Math.min(1, lastingOnPlain(fit, index, seen) * one.tests);
  return { ...one, p: Math.max(one.p, least), pAsOf: one.pAsOf.map((p) => Math.max(p, least)) };
}

/** p above which nothing is flagged anyway. */
const worthwhile = 0.05;

/**
 * A change of the season and one of the spread, and the fit that knows them. Wilder noise makes a new season appear: the
 * clearer one is taken first, and the other has to show beside it.
 */
function seasonAndSpread(
  first: LevelFit,
  level: number,
  spreadIn: (fit: LevelFit) => ReturnType<typeof spreadOf>,
) {
  const season = seasonChange(first, level, tried.season);
  const wilder = season === undefined ? undefined : spreadIn(first);
  if (season !== undefined && wilder !== undefined && wilder.candidate.p < season.candidate.p) {
    const beside = seasonChange(wilder.fit, level, tried.season);
    return { season: beside, spread: wilder, fit: beside?.fit ?? wilder.fit };
  }
  const spread = spreadIn(season?.fit ?? first);
  return { season, spread, fit: spread?.fit ?? season?.fit ?? first };
}

/** A change of the spread that shows in shares as well, and the fit that knows it. */
function spreadOf(fit: LevelFit, level: number, seen: Observed, scale: Scale) {
  const found = varianceChange(fit, level, tried.variance);
  if (found === undefined) return undefined;
  const { candidate } = found;
  const least = spreadOnShares(found.fit, candidate.at, seen, scale);
  if (least > 0.01) return undefined;
  const guarded: Candidate = {
    ...candidate,
    p: Math.max(candidate.p, least),
    weighted: Math.max(candidate.weighted, Math.min(1, least * tried.variance)),
    pAsOf: candidate.pAsOf.map((p) => Math.max(p, least)),
  };
  return { candidate: guarded, fit: found.fit };
}

/** What a measured effect is called. */
function named(fit: LevelFit, found: Measured, seen: Observed, input: SignalInput): Candidate | undefined {
  const { effect } = found;
  const start = seen.bucket[effect.at];
  if (effect.shape === "spike") {
    // one zero among others is no surprise
    if (seen.values[effect.at] === 0 && seen.zeros > 1) return undefined;
    const jump = priced(1 + found.size, 0.1, input, [0, start], [start, start + 1]);
    const candidate = spike(fit, found, tried.spike);
    return jump !== undefined && candidate !== undefined ? { ...candidate, kind: "unit-change" } : candidate;
  }
  if (effect.shape === "hinge") return candidateOf("trend-break", found, fit.bucket, tried.hinge);
  const jump = jumpOf(seen.values, effect.at);
  const factor = unitFactor({ ...jump, ...prices(input, [0, start], [start, input.series.values.length]) });
  return candidateOf(factor === undefined ? "level-shift" : "unit-change", found, fit.bucket, tried.step);
}

/** Intermittent demand: counts have their own tails. */
function fromCounts(seen: Observed, input: SignalInput): Candidate[] {
  const { values, bucket } = seen;
  const found: Candidate[] = [];
  const sizes = sizeStep(seen);
  const step = countStep(values);
  const quiet = intermittencyChange(seen, triedCounts.quiet);
  if (sizes !== undefined && isUnit(seen, sizes, input)) {
    found.push(unitCandidate(seen, sizes, triedCounts.step));
  } else if (step !== undefined && !(quiet !== undefined && quiet.p < step.p)) {
    found.push({
      kind: "level-shift",
      at: bucket[step.at],
      pAsOf: step.pAsOf,
      p: step.p,
      weighted: Math.min(1, step.p * triedCounts.step),
      direction: step.after > step.before ? "up" : "down",
      size: step.before > 0 ? step.after / step.before - 1 : 1,
      quantity: Math.abs(step.after - step.before) * Math.min(values.length - step.at, 12),
    });
  } else if (quiet !== undefined) found.push(quiet);
  const high = countSpike(values);
  if (high !== undefined && high.p < 0.05) {
    found.push({
      kind: "spike",
      at: bucket[high.at],
      pAsOf: [high.p],
      p: high.p,
      weighted: Math.min(1, high.p * triedCounts.spike),
      direction: "up",
      size: values[high.at] / high.others - 1,
      quantity: values[high.at] - high.others,
    });
  }
  return found;
}
