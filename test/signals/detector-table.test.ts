import { expect, test } from "vitest";
import { signalKinds } from "../../src/signal.ts";
import type { Detector } from "../../src/signals/detectors/detector.ts";
import { detectors, detectorsOf } from "../../src/signals/detectors/index.ts";
import { inputOf, keepsDetectorContract, type Planted } from "../contracts/detector.ts";

/** Even noise within ±1, the same on every machine. */
const noise = (t: number): number => ((t * 7919) % 31) / 15 - 1;
const flow = (length: number, at: (t: number) => number) =>
  Array.from({ length }, (_, t) => at(t) * (1 + 0.1 * noise(t)));
/** Some demand in about every second bucket. */
const counts = (length: number, at: (t: number) => number, every = (_: number) => 2) =>
  Array.from({ length }, (_, t) => ((t * 5 + Math.floor(t / 7)) % 7 < 7 / every(t) ? at(t) : 0));
const size = (t: number): number => 3 + ((t * 11) % 4);

/** One event for each detector of the table, under "family kind". */
const planted: Readonly<Record<string, Planted>> = {
  "level end-of-life": {
    input: inputOf(flow(60, (t) => (t < 56 ? 100 : 0))),
    between: [56, 57],
  },
  "level unit-change": { input: inputOf(flow(48, (t) => (t < 30 ? 10 : 120))), between: [30, 30] },
  "level season-change": {
    input: inputOf(
      flow(72, (t) => 200 * Math.exp(0.5 * Math.cos((2 * Math.PI * t) / 12) * (t < 44 ? 1 : -1))),
    ),
    between: [38, 50],
  },
  "level variance-change": {
    input: inputOf(Array.from({ length: 72 }, (_, t) => 500 * Math.exp((t < 48 ? 0.03 : 0.2) * noise(t)))),
    between: [44, 52],
  },
  "level spike": { input: inputOf(flow(48, (t) => (t === 33 ? 400 : 100))), between: [33, 33] },
  "level level-shift": { input: inputOf(flow(48, (t) => (t < 33 ? 100 : 160))), between: [33, 33] },
  "level passing": {
    input: inputOf(flow(48, (t) => (t >= 29 && t < 33 ? 30 : 100))),
    between: [29, 29],
  },
  "level trend-break": {
    input: inputOf(flow(48, (t) => 300 * Math.exp(0.06 * Math.max(0, t - 32)))),
    between: [28, 36],
  },
  "level intermittency-change": {
    input: inputOf(flow(120, (t) => (t > 90 && t % 3 === 0 ? 0 : 100))),
    between: [86, 96],
  },
  "level bias": {
    input: inputOf(
      flow(48, () => 100),
      { errors: Float64Array.from({ length: 30 }, (_, t) => 8 + 2 * noise(t)) },
    ),
    between: [18, 20],
  },
  "count end-of-life": { input: inputOf(counts(48, (t) => (t < 34 ? size(t) : 0))), between: [34, 36] },
  "count unit-change": {
    input: inputOf(counts(60, (t) => (t < 36 ? 1 : 12) * size(t))),
    between: [36, 38],
  },
  "count level-shift": {
    input: inputOf(
      counts(
        84,
        (t) => (t < 44 ? 1 : 4) * size(t),
        (t) => (t < 44 ? 3.5 : 1.4),
      ),
    ),
    between: [40, 48],
  },
  "count intermittency-change": {
    input: inputOf(counts(72, size, (t) => (t < 44 ? 1.4 : 7))),
    between: [42, 47],
  },
  "count spike": {
    input: inputOf(counts(48, (t) => (t === 30 ? 90 : size(t))).map((v, t) => (t === 30 ? 90 : v))),
    between: [30, 30],
  },
};

const nameOf = ({ family, kind }: Pick<Detector, "family" | "kind">): string => `${family} ${kind}`;

test("each pair of family and kind is one row, and each row has its planted event here", () => {
  expect(Object.keys(planted).sort()).toEqual(detectors.map(nameOf).sort());
});

for (const detector of detectors)
  if (nameOf(detector) in planted) keepsDetectorContract(detector, planted[nameOf(detector)]);

test("every kind of signal but the dip, which is a spike downwards, has a detector", () => {
  const found = new Set(detectors.map(({ kind }) => kind));
  expect(signalKinds.filter((kind) => !found.has(kind))).toEqual(["dip"]);
});

test("the factors of the tests leave about the whole of the error rate to a family, and take no more", () => {
  // a change of unit is a step by another name: it shares the factor of the step
  const sum = (family: Detector["family"]) =>
    detectorsOf(family)
      .filter(({ kind }) => kind !== "unit-change")
      .reduce((total, { tests }) => total + 1 / tests, 0);
  for (const family of ["level", "count"] as const) {
    expect(sum(family), family).toBeGreaterThan(0.6);
    expect(sum(family), family).toBeLessThan(1.15);
  }
});
