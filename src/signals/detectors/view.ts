import { fitLevel, isNews, type LevelFit } from "../fit/fit.ts";
import { type Observed, type Scale, scaled } from "../fit/observed.ts";
import { scaleOf } from "../fit/scale-of.ts";
import type { SignalInput } from "../signal-input.ts";
import { type Measured, measured } from "./measured-effect.ts";
import { robust } from "./robustness.ts";

/** What detectors look at: the observed buckets of one item and what a fit of level and season says of them. */
export interface View {
  readonly seen: Observed;
  readonly input: SignalInput;
  /** Mean size of a bucket. */
  readonly level: number;
  /** The smallest step that the values are written in: 1 where all are whole, .1 for one decimal. */
  step(): number;
  /** Scale on which changes of the level add; made when first asked for, as are fit and effects. */
  scale(): Scale;
  fit(): LevelFit;
  /** What stands out from the fit, with p-values that hold on other scales as well. */
  effects(): readonly Measured[];
}

/** A view of observed buckets; `fit` where one is known that explains more than the usual one. */
export function viewOf(seen: Observed, input: SignalInput, known?: { scale: Scale; fit: LevelFit }): View {
  const scale = once(() => known?.scale ?? scaleOf(seen));
  const levelFit = once(() => known?.fit ?? fitLevel(scaled(seen.values, scale()), seen.bucket, seen.period));
  const effects = once(() =>
    levelFit().effects.flatMap((effect, i) =>
      isNews(effect) ? [robust(levelFit(), i, measured(levelFit(), i, seen, scale()), seen, scale())] : [],
    ),
  );
  const level = seen.values.reduce((sum, value) => sum + Math.abs(value) / seen.values.length, 0);
  const step = once(() => smallestStep(input.series.values));
  return { seen, input, level, step, scale, fit: levelFit, effects };
}

/** Most decimals that are counted in. */
const mostDecimals = 6;

/** The power of ten, 1 at most, that all values are multiples of. @example smallestStep([12, 12.5]) // .1 */
function smallestStep(values: ArrayLike<number>): number {
  let decimals = 0;
  for (let t = 0; t < values.length; t++) {
    const isBetween = () =>
      Math.abs(values[t] * 10 ** decimals - Math.round(values[t] * 10 ** decimals)) > 1e-6;
    while (Number.isFinite(values[t]) && decimals < mostDecimals && isBetween()) decimals++;
  }
  return 10 ** -decimals;
}

/** The view with a fit that knows of more. */
export const withFit = (view: View, fit: LevelFit): View =>
  viewOf(view.seen, view.input, { scale: view.scale(), fit });

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
