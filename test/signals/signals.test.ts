import { expect, test } from "vitest";
import type { Bucket } from "../../src/series.ts";
import { signalsOf } from "../../src/signals/index.ts";

const run = (values: readonly number[], bucket: Bucket = "month", start = "2020-01-01", period = 12) =>
  signalsOf([{ series: { item: "A1", bucket, start, period, values: Float64Array.from(values) } }], {
    fdr: 0.05,
  })[0];

/** Even noise of about ±`spread`, the same on every machine. */
const steady = (length: number, level: number, spread: number) =>
  Array.from({ length }, (_, t) => level + spread * (((t * 7919) % 31) / 15 - 1));

// Cobb 1978: annual flow of the Nile at Aswan, 1871 to 1970
const nile =
  `1120,1160,963,1210,1160,1160,813,1230,1370,1140,995,935,1110,994,1020,960,1180,799,958,1140,1100,1210,1150,
1250,1260,1220,1030,1100,774,840,874,694,940,833,701,916,692,1020,1050,969,831,726,456,824,702,1120,1100,832,764,821,768,
845,864,862,698,845,744,796,1040,759,781,865,845,944,984,897,822,1010,771,676,649,846,812,742,801,1040,860,874,848,890,
744,749,838,1050,918,986,797,923,975,815,1020,906,901,1170,912,746,919,718,714,740`.split(",");

test("the Nile changes its level after 1898 (strucchange: break after observation 28), once", () => {
  const signals = run(nile.map(Number), "year", "1871-01-01", 1).filter((s) => s.kind !== "dip");
  expect(signals.map(({ kind, at, direction }) => ({ kind, at, direction }))).toEqual([
    { kind: "level-shift", at: "1899-01-01", direction: "down" },
  ]);
  expect(signals[0].size).toBeCloseTo(-0.22, 1);
});

test("tsoutliers' two outliers (forecast 8.21: index 6 and 17) are a spike and a dip", () => {
  const x = [20, 22, 19, 21, 20, 95, 22, 18, 21, 20, 23, 19, 20, 22, 21, 20, 5, 22, 21, 20, 19, 22, 21, 20];
  const signals = run(x).map(({ kind, at }) => `${kind} ${at}`);
  expect(signals).toEqual(["spike 2020-06-01", "dip 2021-05-01"]);
});

test("T18: a December peak of every year is no signal, a lasting 50 % more is a level shift, not spikes", () => {
  const december = steady(36, 100, 5).map((v, t) => (t % 12 === 11 ? v * 3 : v));
  expect(run(december)).toEqual([]);
  const shift = steady(36, 100, 5).map((v, t) => (t >= 30 ? v * 1.5 : v));
  expect(run(shift).map((s) => s.kind)).toEqual(["level-shift"]);
});

test("demand that stops is an end of life; a jump by a dozen a change of unit", () => {
  const ended = steady(36, 100, 20).map((v, t) => (t >= 30 ? 0 : v));
  expect(run(ended).map(({ kind, at }) => `${kind} ${at}`)).toEqual(["end-of-life 2022-07-01"]);
  const dozen = steady(36, 10, 2).map((v, t) => (t >= 20 ? v * 12 : v));
  expect(run(dozen).map(({ kind, at }) => `${kind} ${at}`)).toEqual(["unit-change 2021-09-01"]);
});

test("a signal is open while it was seen in the last two buckets, and `since` hides older ones", () => {
  const series = {
    item: "A1",
    bucket: "month" as const,
    start: "2020-01-01",
    period: 12,
    values: Float64Array.from(steady(36, 100, 5).map((v, t) => (t === 35 ? 300 : t === 10 ? 400 : v))),
  };
  const all = signalsOf([{ series }], { fdr: 0.05 })[0];
  expect(all.map((s) => `${s.at} ${s.state}`)).toEqual(["2020-11-01 past", "2022-12-01 open"]);
  const recent = signalsOf([{ series }], { fdr: 0.05, since: "2022-06-01" })[0];
  expect(recent.map((s) => s.at)).toEqual(["2022-12-01"]);
});

test("nothing is flagged in constants, zeros, short or empty series, and nothing breaks", () => {
  for (const values of [
    [],
    [1],
    [0, 0, 0],
    new Array(40).fill(7),
    new Array(40).fill(0),
    [1, 2, 3, 4, 500],
  ]) {
    expect(run(values)).toEqual([]);
  }
});

test("a month in which the plant was closed for most of its days is no dip", () => {
  const values = steady(36, 100, 5).map((v, t) => (t === 33 ? v * 0.4 : v));
  const series = { item: "A1", bucket: "month" as const, start: "2020-01-01", period: 12 };
  const flagged = (days: number) => {
    const workingDays = Float64Array.from({ length: 40 }, (_, t) => (t === 33 ? days : 19 + (t % 5)));
    return signalsOf([{ series: { ...series, values: Float64Array.from(values), workingDays } }], {
      fdr: 0.05,
    })[0];
  };
  expect(flagged(21).map(({ kind, at }) => `${kind} ${at}`)).toEqual(["dip 2022-10-01"]);
  expect(flagged(10)).toEqual([]);
});

test("a jump by hundreds is a change of unit however noisy the item, a steep but steady rise is none", () => {
  const noise = (t: number) => Math.exp(((t * 7919) % 31) / 6 - 2.5);
  const jump = Array.from({ length: 52 }, (_, t) => 50 * noise(t) * (t >= 40 ? 1000 : 1));
  expect(run(jump, "week", "2023-01-02", 52).map(({ kind, at }) => `${kind} ${at}`)).toEqual([
    "unit-change 2023-10-09",
  ]);
  const rise = Array.from(
    { length: 48 },
    (_, t) => 10 * Math.exp(0.1 * t) * (1 + 0.05 * (((t * 7919) % 31) / 15 - 1)),
  );
  expect(run(rise).filter(({ kind }) => kind === "unit-change")).toEqual([]);
});
