import { describe, expect, test } from "vitest";
import type { Signal } from "../../src/signal.ts";
import { cleaned, signalsOf } from "../../src/signals/index.ts";

/** Even noise within ±1, the same on every machine. */
const noise = (t: number): number => ((t * 7919) % 31) / 15 - 1;
const seriesOf = (values: readonly number[]) => ({
  item: "A",
  bucket: "month" as const,
  start: "2020-01-01",
  period: 12,
  values: Float64Array.from(values),
});
const flow = (length: number, at: (t: number) => number, share = 0.06) =>
  Array.from({ length }, (_, t) => at(t) * (1 + share * noise(t)));
const found = (values: readonly number[], leastChange?: number): Signal[] =>
  signalsOf([{ series: seriesOf(values) }], {
    fdr: 0.05,
    ...(leastChange === undefined ? {} : { leastChange }),
  })[0] ?? [];
const dayOfWeek = (t: number) => new Date(Date.UTC(2019, 11, 30 + 7 * t)).toISOString().slice(0, 10);
const told = (signals: readonly Signal[]) => signals.map(({ kind, direction }) => `${kind} ${direction}`);

describe("a few bad or good months that went back", () => {
  const season = (t: number) => 300 * (1 + 0.4 * Math.sin((2 * Math.PI * t) / 12));
  for (const [length, factor] of [
    [3, 0.1],
    [4, 0.25],
    [5, 0],
    [6, 0.3],
    [4, 2.5],
  ] as const)
    for (const level of [() => 500, season])
      test(`${length} months at ${factor} of ${level === season ? "a season" : "a level"} are one event`, () => {
        const values = flow(44, (t) => level(t) * (t >= 30 && t < 30 + length ? factor || 0.02 : 1));
        const signals = found(values);
        expect(told(signals)).toEqual([`passing ${factor < 1 ? "down" : "up"}`]);
        const [event] = signals;
        expect(event?.at).toBe("2022-07-01");
        expect(event?.until).toBe(`2022-${String(6 + length).padStart(2, "0")}-01`);
        const { clean } = cleaned(seriesOf(values), signals);
        expect(clean).toEqual(Array.from({ length }, (_, k) => 30 + k));
      });
  test("what stays is a lasting change", () => {
    expect(told(found(flow(44, (t) => (t < 34 ? 500 : 180))))).toEqual(["level-shift down"]);
  });
});

describe("a bad time by weeks, and one without any demand", () => {
  const weeks = (values: readonly number[]) =>
    signalsOf([{ series: { ...seriesOf(values), bucket: "week", period: 52 } }], { fdr: 0.05 })[0] ?? [];
  for (const [length, factor] of [
    [8, 0.1],
    [11, 0.3],
    [9, 2.5],
  ] as const)
    test(`${length} weeks at ${factor} are one event`, () => {
      const signals = weeks(flow(120, (t) => 900 * (t >= 70 && t < 70 + length ? factor : 1)));
      expect(told(signals)).toEqual([`passing ${factor < 1 ? "down" : "up"}`]);
      expect([signals[0]?.at, signals[0]?.until]).toEqual([dayOfWeek(70), dayOfWeek(69 + length)]);
    });
  for (const length of [3, 5])
    test(`${length} months without any demand in a steady history are one event`, () => {
      const signals = found(flow(40, (t) => (t >= 27 && t < 27 + length ? 0 : 1200)));
      expect(told(signals)).toEqual(["passing down"]);
      expect(signals[0]?.at).toBe("2022-04-01");
    });
  test("rare demand stays rare", () => {
    expect(found(Array.from({ length: 40 }, (_, t) => (t % 4 === 1 || t % 7 === 3 ? 5 : 0)))).toEqual([]);
  });
});

describe("one account", () => {
  test("bought ahead: high, high, then nearly nothing is one event, and nothing is scaled to it", () => {
    const values = flow(40, (t) => (t < 37 ? 80 : t < 39 ? 190 : 6), 0.02);
    const signals = found(values);
    expect(told(signals)).toEqual(["passing up"]);
    expect(cleaned(seriesOf(values), signals).series.values[10]).toBe(values[10]);
  });
  test("no two open ones point in different directions", () => {
    for (let from = 24; from < 40; from++) {
      const values = flow(40, (t) => (t < from ? 100 : t < 39 ? 220 : 20));
      const open = found(values).filter(
        ({ state, kind }) => state === "open" && kind !== "variance-change" && kind !== "season-change",
      );
      expect(new Set(open.map(({ direction }) => direction)).size).toBeLessThan(2);
    }
  });
});

describe("nobody reads of next to nothing", () => {
  const constant = (at: (t: number) => number) => Array.from({ length: 40 }, (_, t) => at(t));
  test("a piece more or less of fixed call-offs is no event", () => {
    expect(found(constant((t) => (t === 30 ? 2020 : 2000)))).toEqual([]);
    expect(found(constant((t) => (t < 25 ? 400 : 404)))).toEqual([]);
    expect(found(constant((t) => (t < 25 ? 5000 : 5000 + (t % 3))))).toEqual([]);
    expect(found(constant((t) => (t === 39 ? 485 : 500)))).toEqual([]);
  });
  test("13 instead of 12, and a piece up or down for weeks, is no event", () => {
    expect(found(constant((t) => (t === 22 ? 13 : 12)))).toEqual([]);
    expect(found(constant((t) => (t === 22 ? 1.3 : 1.2)))).toEqual([]);
    expect(found(constant((t) => (t < 20 ? 8 : 8 - (t % 3 === 0 ? 1 : 0))))).toEqual([]);
    expect(told(found(constant((t) => (t === 22 ? 19 : 12))))).toEqual(["spike up"]);
    expect(told(found(constant((t) => (t === 22 ? 1.35 : 1.2))))).toEqual(["spike up"]);
  });
  test("a large change of the same is", () => {
    expect(told(found(constant((t) => (t === 30 ? 3500 : 2000))))).toEqual(["spike up"]);
    expect(told(found(constant((t) => (t < 25 ? 400 : 480))))).toEqual(["level-shift up"]);
  });
  test("what is least is the reader's to say", () => {
    expect(
      found(
        constant((t) => (t < 25 ? 400 : 480)),
        0.3,
      ),
    ).toEqual([]);
    expect(
      told(
        found(
          constant((t) => (t < 25 ? 400 : 404)),
          0,
        ),
      ),
    ).toEqual(["level-shift up"]);
  });
});
