import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Signal, SignalKind } from "../../src/signal.ts";
import {
  alarmsWithin,
  answersByItem,
  signalAnswer,
  signalAnswerText,
  signalQuestion,
  trackedSignals,
} from "../../src/signals/index.ts";
import { totalOf } from "../../src/total.ts";

/** 36 months from January 2020 to December 2022. */
const series = { bucket: "month" as const, start: "2020-01-01", values: new Float64Array(36).fill(100) };

const signal = (kind: SignalKind, at: string, seen: string, more: Partial<Signal> = {}): Signal => ({
  kind,
  at,
  seen,
  state: seen >= "2022-11-01" ? "open" : "past",
  direction: (more.size ?? 0.4) < 0 ? "down" : "up",
  size: 0.4,
  p: 1e-6,
  q: 1e-4,
  impact: 100,
  impactUnit: "EUR",
  ...more,
});

const life = (
  found: readonly Signal[],
  given: { before?: readonly Signal[]; answers?: Record<string, string>; today?: string } = {},
) =>
  trackedSignals(series, found, {
    before: given.before ?? [],
    answers: answersByItem(given.answers ?? {}).get("A") ?? [],
    today: given.today ?? "2022-12-31",
  });

const shift = signal("level-shift", "2022-10-01", "2022-11-01");
const question = signalQuestion("A", "level-shift", "2022-10-01");

describe("from run to run", () => {
  test("an event dated anew is the same event: seen when it was seen first, under its first date and size", () => {
    const before = [signal("level-shift", "2022-06-01", "2022-08-01", { size: 0.35 })];
    const moved = signal("level-shift", "2022-07-01", "2022-12-01");
    expect(life([moved], { before }).signals).toEqual([
      { ...moved, seen: "2022-08-01", state: "past", firstAt: "2022-06-01", firstSize: 0.35 },
    ]);
  });
  test("a spike in another month, or a shift the other way, is another event", () => {
    const before = [
      signal("spike", "2022-10-01", "2022-10-01"),
      signal("level-shift", "2022-10-01", "2022-10-01"),
    ];
    const found = [
      signal("spike", "2022-12-01", "2022-12-01"),
      signal("level-shift", "2022-11-01", "2022-12-01", { size: -0.4 }),
    ];
    for (const one of found) expect(life([one], { before }).signals).toEqual([one]);
  });
  test("of two events that contradict each other the newest one is open", () => {
    const rise = signal("level-shift", "2022-10-01", "2022-11-01", { size: 0.6 });
    const dip = signal("dip", "2022-12-01", "2022-12-01", { size: -0.8, direction: "down" });
    expect(life([rise, dip]).signals.map(({ state }) => state)).toEqual(["past", "open"]);
  });
  test("a past event that has grown by half is open again, for two buckets", () => {
    const old = signal("level-shift", "2022-02-01", "2022-04-01", { size: 0.4 });
    const grew = { ...old, size: 0.7 };
    const [again] = life([grew], { before: [old] }).signals;
    expect(again).toEqual({
      ...grew,
      state: "open",
      firstAt: "2022-02-01",
      firstSize: 0.7,
      escalated: "2022-12-01",
    });
    const [later] = trackedSignals({ ...series, values: new Float64Array(38) }, [grew], {
      before: [again as Signal],
      answers: [],
      today: "2023-02-28",
    }).signals;
    expect(later).toMatchObject({ state: "past", firstSize: 0.7, escalated: "2022-12-01" });
  });
  test("of each kind one event is open, the one with most at stake", () => {
    const small = signal("spike", "2022-11-01", "2022-11-01", { impact: 50 });
    const large = signal("spike", "2022-12-01", "2022-12-01", { impact: 70 });
    const states = life([large, small, shift]).signals.map(({ kind, at, state }) => `${kind} ${at} ${state}`);
    expect(states).toEqual(["spike 2022-12-01 open", "spike 2022-11-01 past", "level-shift 2022-10-01 open"]);
  });
});

describe("what the user said", () => {
  test("closed: never open again, however it grows, and without consequence", () => {
    const { signals, acting } = life([{ ...shift, size: 2 }], { answers: { [question]: "closed@0.4" } });
    expect(signals).toEqual([{ ...shift, size: 2, state: "past", answer: "closed" }]);
    expect(acting).toEqual([]);
  });
  test("snoozed: silent until its day", () => {
    const answers = { [question]: "snoozed:2023-01-15@0.4" };
    expect(life([shift], { answers }).signals[0]).toMatchObject({ state: "past", answer: "snoozed" });
    expect(life([shift], { answers, today: "2023-01-15" }).signals[0]).toMatchObject({ state: "open" });
  });
  test("snoozed: back before its day when it has grown by half", () => {
    const answers = { [question]: "snoozed:2023-06-01@0.4" };
    expect(life([{ ...shift, size: 0.59 }], { answers }).signals[0]).toMatchObject({ state: "past" });
    expect(life([{ ...shift, size: 0.6 }], { answers }).signals[0]).toMatchObject({
      state: "open",
      escalated: "2022-12-01",
    });
  });
  test("an answer without a size takes the one of the last run", () => {
    const given = { before: [shift], answers: { [question]: "snoozed:2023-06-01" } };
    expect(life([{ ...shift, size: 0.7 }], given).signals[0]).toMatchObject({ state: "open" });
    expect(life([shift], given).signals[0]).toMatchObject({ state: "past" });
  });
  test("confirmed: handled, and it holds where it is flagged no longer", () => {
    const answers = { [question]: "confirmed@0.4" };
    const { signals, acting } = life([shift], { answers });
    expect(signals[0]).toMatchObject({ state: "past", answer: "confirmed" });
    expect(acting).toEqual(signals);
    const gone = life([], { answers });
    expect(gone.signals).toEqual([]);
    expect(gone.acting).toMatchObject([
      { kind: "level-shift", at: "2022-10-01", size: 0.4, answer: "confirmed" },
    ]);
  });
  test("an end of life that was confirmed holds until demand returns", () => {
    const answers = { [signalQuestion("A", "end-of-life", "2022-07-01")]: "confirmed" };
    const ended = series.values.map((value, k) => (k >= 30 ? 0 : value));
    const context = { before: [], answers: answersByItem(answers).get("A") ?? [], today: "2022-12-31" };
    expect(trackedSignals({ ...series, values: ended }, [], context).acting).toMatchObject([
      { kind: "end-of-life" },
    ]);
    const back = ended.map((value, k) => (k === 35 ? 20 : value));
    expect(trackedSignals({ ...series, values: back }, [], context).acting).toEqual([]);
  });
  test("an answer about the first date finds the event dated anew", () => {
    const before = [signal("level-shift", "2022-10-01", "2022-11-01")];
    const moved = signal("level-shift", "2022-12-01", "2022-12-01");
    expect(life([moved], { before, answers: { [question]: "closed" } }).signals[0]).toMatchObject({
      answer: "closed",
      firstAt: "2022-10-01",
    });
  });
});

test("answers are read and written, and nothing else is taken for one", () => {
  expect(signalAnswer("snoozed:2026-12-01@0.4")).toEqual({ said: "snoozed", until: "2026-12-01", size: 0.4 });
  for (const text of ["", "open", "snoozed", "snoozed:2026-13-01", "closed@", "confirmed@x", "Closed"])
    expect(signalAnswer(text)).toBeUndefined();
  fc.assert(
    fc.property(
      fc.constantFrom("confirmed", "closed", "snoozed"),
      fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }), { nil: undefined }),
      (said, size) => {
        const answer = {
          said: said as "confirmed",
          ...(said === "snoozed" ? { until: "2026-12-01" } : {}),
          ...(size === undefined ? {} : { size: size === 0 ? 0 : size }),
        };
        expect(signalAnswer(signalAnswerText(answer))).toEqual(answer);
      },
    ),
    { numRuns: 100 },
  );
  expect([
    ...answersByItem({ "signal:spike:2022-01-01:A:1": "closed", "unit-change:A": "x" }).keys(),
  ]).toEqual(["A:1"]);
});

test("the alarm budget hides the open signals with least at stake; past ones are no alarm", () => {
  const past = signal("spike", "2020-05-01", "2020-05-01", { impact: 1 });
  const cheap = signal("spike", "2022-12-01", "2022-12-01", { impact: 5 });
  const lists = [
    { item: "A", isPriced: true, signals: [past, cheap] },
    { item: "B", isPriced: true, signals: [shift] },
  ];
  const printed = (budget: number | null, run = lists) => run.map(totalOf(alarmsWithin(budget), run));
  expect(printed(1)).toEqual([[past], [shift]]);
  const unpriced = lists.map((one) => ({ ...one, isPriced: one.item === "A" }));
  expect(printed(1, unpriced)).toEqual([[past, cheap], []]);
  expect(printed(null)).toEqual([[past, cheap], [shift]]);
});
