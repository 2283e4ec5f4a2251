import type { SplitSeries } from "../sets.ts";
import { seeded } from "../signals/clean-series.ts";

/** Uniform and normal numbers of one series. */
interface Chance {
  readonly uniform: () => number;
  readonly normal: () => number;
}

/** How the demand of one kind comes about: the value of each bucket, drawn once from the first to the last. */
type Course = (chance: Chance, series: number) => (t: number) => number;

/** A kind of panel that the development sets do not hold. */
export interface MadeKind {
  readonly name: string;
  readonly bucket: SplitSeries["bucket"];
  readonly period: number;
  /** Buckets known of series number i. */
  readonly known: (i: number) => number;
  readonly horizon: number;
  /** Series of one panel, and how many panels are drawn. */
  readonly series: number;
  readonly panels: number;
  readonly start: string;
  /** Course of a series that knows when its history ends. */
  readonly course: (end: number) => Course;
}

function chanceOf(seed: number): Chance {
  const uniform = seeded(seed);
  return {
    uniform,
    normal: () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
  };
}

/** Number of events of a Poisson process of this mean. */
function events({ uniform }: Chance, mean: number): number {
  let left = Math.exp(-mean);
  let product = uniform();
  let count = 0;
  while (product > left && count < 10_000) {
    product *= uniform();
    count++;
    if (left === 0) left = Number.MIN_VALUE;
  }
  return count;
}

const log = ({ normal }: Chance, spread: number): number => Math.exp(spread * normal() - spread ** 2 / 2);
const level = (chance: Chance, middle: number): number => middle * Math.exp(0.8 * chance.normal());
const round = Math.round;

/** Smooth demand of a level with noise, times what the kind says of each bucket. */
const around =
  (noise: number, factor: (t: number, chance: Chance, series: number) => number, middle = 100): Course =>
  (chance, series) => {
    const size = level(chance, middle);
    return (t) => Math.max(0, round(size * factor(t, chance, series) * log(chance, noise)));
  };

/** Demand by Poisson counts of a mean that the kind says. */
const counted =
  (mean: (t: number, series: number) => number, lots: (chance: Chance) => number = () => 1): Course =>
  (chance, series) => {
    const size = Math.exp(0.6 * chance.normal());
    return (t) => {
      let sum = 0;
      for (let k = events(chance, size * mean(t, series)); k > 0; k--) sum += lots(chance);
      return sum;
    };
  };

const wave = (t: number, period: number, size: number, phase = 0): number =>
  1 + size * Math.sin((2 * Math.PI * (t + phase)) / period);
const weekday = [1.3, 1.1, 1, 1, 1.2, 0.5, 0.1];
const months = { bucket: "month", period: 12, horizon: 6, start: "2021-01-01" } as const;
const weeks = { bucket: "week", period: 52, horizon: 8, start: "2023-01-02" } as const;
const days = { bucket: "day", period: 7, horizon: 14, start: "2025-01-06" } as const;
const whole = { series: 60, panels: 1 } as const;
const few = { series: 3, panels: 20 } as const;
const alone = { series: 1, panels: 60 } as const;
const always = (course: Course) => () => course;

/** A walk of logarithms: the level wanders and never comes back. */
const walking =
  (step: number, noise: number, drift = 0): Course =>
  (chance) => {
    let size = level(chance, 200);
    return () => {
      size *= Math.exp(step * chance.normal() + drift);
      return Math.max(0, round(size * log(chance, noise)));
    };
  };

/** Errors that lean on their predecessors. */
const leaning =
  (by: number, noise: number): Course =>
  (chance) => {
    const size = level(chance, 150);
    let error = 0;
    return () => {
      error = by * error + noise * chance.normal();
      return Math.max(0, round(size * Math.exp(error)));
    };
  };

/** Times another scale, unrounded. */
const scaled =
  (by: number, course: Course): Course =>
  (chance, series) => {
    const value = course(chance, series);
    return (t) => value(t) * by;
  };

const plainMonths = around(0.15, (t) => wave(t, 12, 0.3));

/** Kinds of demand that nobody tuned on, seeded and the same everywhere. */
export const madeKinds: readonly MadeKind[] = [
  {
    name: "six weeks of days",
    ...days,
    known: () => 42,
    ...whole,
    course: always(around(0.3, (t) => weekday[t % 7], 40)),
  },
  {
    name: "days, Monday to Friday",
    ...days,
    known: () => 140,
    ...whole,
    course: always(around(0.3, (t) => (t % 7 < 5 ? 1 : 0), 40)),
  },
  {
    name: "one series of days, Monday to Friday",
    ...days,
    known: () => 140,
    ...alone,
    course: always(around(0.3, (t) => (t % 7 < 5 ? 1 : 0), 40)),
  },
  {
    name: "garden goods",
    ...months,
    known: () => 48,
    horizon: 12,
    ...whole,
    course: always(around(0.25, (t, _, i) => Math.max(0, wave(t, 12, 1.6, 3 * (i % 2)) - 0.4))),
  },
  {
    name: "a year of days that grow",
    ...days,
    known: () => 365,
    series: 20,
    panels: 2,
    course: always(around(0.35, (t) => weekday[t % 7] * (1 + t / 300), 30)),
  },
  {
    name: "rare days",
    ...days,
    known: () => 120,
    ...whole,
    course: always(counted((t) => 0.2 * weekday[t % 7])),
  },
  {
    name: "one series of months",
    ...months,
    known: () => 36,
    ...alone,
    course: always(around(0.15, (t) => wave(t, 12, 0.3) * 1.01 ** t)),
  },
  {
    name: "one series without season",
    ...months,
    known: () => 30,
    ...alone,
    course: always(around(0.3, () => 1)),
  },
  {
    name: "one series, six months",
    ...months,
    known: () => 6,
    horizon: 3,
    ...alone,
    course: always(around(0.25, (t) => 1.02 ** t)),
  },
  {
    name: "three series of two years",
    ...months,
    known: () => 24,
    ...few,
    course: always(around(0.2, (t, _, i) => wave(t, 12, 0.25, 4 * i))),
  },
  {
    name: "many new items",
    ...months,
    known: (i) => (i % 3 === 0 ? 36 : 4 + (i % 5)),
    ...whole,
    course: always(around(0.2, (t) => wave(t, 12, 0.25))),
  },
  {
    name: "shift of a third three months ago",
    ...months,
    known: () => 36,
    ...whole,
    course: (end) => around(0.12, (t, _, i) => (i % 3 === 0 && t >= end - 3 ? 1.8 : 1)),
  },
  {
    name: "all fell by half four months ago",
    ...months,
    known: () => 40,
    ...whole,
    course: (end) => around(0.15, (t) => wave(t, 12, 0.2) * (t >= end - 4 ? 0.5 : 1)),
  },
  {
    name: "four closed months a year ago",
    ...months,
    known: () => 48,
    ...whole,
    course: (end) => around(0.15, (t) => wave(t, 12, 0.2) * (t >= end - 14 && t < end - 10 ? 0.1 : 1)),
  },
  {
    name: "a third ended",
    ...months,
    known: () => 40,
    ...whole,
    course: (end) => counted((t, i) => (i % 3 === 0 && t >= end - 10 ? 0 : 4)),
  },
  {
    name: "working days of months",
    ...months,
    known: () => 60,
    ...whole,
    course: always(around(0.04, (t) => 1 + 0.1 * Math.sin(2.1 * t))),
  },
  {
    name: "returns exceed sales",
    ...months,
    known: () => 36,
    ...whole,
    course: always((chance) => {
      const size = level(chance, 20);
      return () => round(size * (0.6 + chance.normal()));
    }),
  },
  { name: "in millions", ...months, known: () => 36, ...whole, course: always(scaled(1e6, plainMonths)) },
  { name: "in thousandths", ...months, known: () => 36, ...whole, course: always(scaled(1e-3, plainMonths)) },
  { name: "weeks of slow parts", ...weeks, known: () => 104, ...whole, course: always(counted(() => 0.3)) },
  {
    name: "lots of a hundred",
    ...months,
    known: () => 48,
    ...whole,
    course: always(
      counted(
        () => 0.5,
        () => 100,
      ),
    ),
  },
  {
    name: "very rare",
    ...months,
    known: () => 36,
    ...whole,
    course: always(
      counted(
        () => 0.07,
        ({ uniform }) => 1 + Math.floor(4 * uniform()),
      ),
    ),
  },
  {
    name: "growing rare demand",
    ...months,
    known: () => 36,
    ...whole,
    course: always(counted((t) => 0.2 + t / 30)),
  },
  {
    name: "fading demand",
    ...months,
    known: () => 36,
    ...whole,
    course: always(counted((t) => 12 * 0.94 ** t)),
  },
  {
    name: "quarters that wander",
    bucket: "quarter",
    period: 4,
    horizon: 4,
    start: "2018-01-01",
    known: () => 24,
    ...whole,
    course: always(walking(0.1, 0.03)),
  },
  { name: "weeks that wander", ...weeks, known: () => 104, ...whole, course: always(walking(0.06, 0.1)) },
  {
    name: "half a year of weeks",
    ...weeks,
    known: () => 30,
    ...whole,
    course: always(around(0.35, () => 1)),
  },
  {
    name: "nine months of weeks that lean",
    ...weeks,
    known: () => 40,
    series: 12,
    panels: 5,
    course: always(leaning(0.6, 0.25)),
  },
  {
    name: "ten years",
    bucket: "year",
    period: 1,
    horizon: 3,
    start: "2010-01-01",
    known: () => 10,
    series: 20,
    panels: 3,
    course: always(walking(0.08, 0.04, 0.03)),
  },
  {
    name: "fast growth that ends",
    ...months,
    known: () => 30,
    ...whole,
    course: always(around(0.12, (t) => 1 / (1 + Math.exp((18 - t) / 4)))),
  },
  {
    name: "Christmas alone",
    ...months,
    known: () => 48,
    horizon: 12,
    ...whole,
    course: always(around(0.15, (t) => (t % 12 === 11 ? 4 : 1))),
  },
  {
    name: "one wild bucket in twenty",
    ...months,
    known: () => 48,
    ...whole,
    course: always(around(0.15, (t, { uniform }) => wave(t, 12, 0.2) * (uniform() < 0.05 ? 5 : 1))),
  },
  {
    name: "unmarked promotions",
    ...weeks,
    known: () => 104,
    ...whole,
    course: always(around(0.2, (_, { uniform }) => (uniform() < 0.12 ? 2.5 : 1))),
  },
  {
    name: "a shock that all share",
    ...months,
    known: () => 40,
    ...whole,
    course: always(around(0.1, (t) => Math.exp(0.25 * Math.sin(7.3 * t * t)))),
  },
];

/** The series of one panel of a kind. */
export function madePanel(kind: MadeKind, panel: number): SplitSeries[] {
  return Array.from({ length: kind.series }, (_, i) => {
    const known = kind.known(i);
    const number = panel * kind.series + i;
    const value = kind.course(known)(chanceOf(7919 * (number + 1) + 31 * kind.name.length), number);
    const values = Float64Array.from({ length: known + kind.horizon }, (_, t) => value(t));
    return {
      id: `${kind.name} ${number}`,
      part: kind.name,
      bucket: kind.bucket,
      period: kind.period,
      scalePeriod: 1,
      start: kind.start,
      horizon: kind.horizon,
      train: values.slice(0, known),
      test: values.slice(known),
    };
  });
}
