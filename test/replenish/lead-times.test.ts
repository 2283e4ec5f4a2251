import { expect, test } from "vitest";
import { ascending } from "../../src/numeric/order.ts";
import { quantileSorted } from "../../src/numeric/quantile.ts";
import { random } from "../../src/numeric/random.ts";
import { leadTimeDistribution } from "../../src/replenish/demand/lead-time.ts";
import {
  type Delivery,
  leadTimeSamplesOf,
  leadTimes,
  leadTimesOf,
} from "../../src/replenish/demand/lead-times.ts";

const median = (days: readonly number[]) => quantileSorted([...days].sort(ascending), 0.5);

const delivery = (item: string, ordered: number, days: number, due?: number): Delivery => ({
  item,
  supplier: "S",
  ordered,
  received: ordered + days,
  ...(due === undefined ? {} : { due: ordered + due }),
});

test("ordered far ahead for a day, a delivery tells how late it was; what was promised for soon how long it took", () => {
  const wished = [3, 0, -2, 1].map((late, k) => delivery("P", 100 * k, 120 + late, 120));
  expect(leadTimeSamplesOf(wished, () => 21)("P", "S")).toEqual([24, 21, 19, 22]);
  const slow = [40, 41].map((days, k) => delivery("P", 100 * k, days, 21));
  expect(leadTimeSamplesOf(slow, () => 21)("P", "S")).toEqual([40, 41]);
  const [table] = leadTimesOf(wished, () => 21);
  expect(table).toMatchObject({ median: 21.5, punctual: 0.75 });
});

test("an item learns from its supplier only what the supplier's items agree on", () => {
  const masters = new Map([
    ["A", 90],
    ["B", 14],
    ["C", 30],
    ["NEW", 10],
  ]);
  const of = (late: Readonly<Record<string, number>>) =>
    Object.entries(late).flatMap(([item, days]) =>
      [0, 1, 2].map((k) => delivery(item, 200 * k, (masters.get(item) ?? 0) + days + (k % 2))),
    );
  const samples = (late: Readonly<Record<string, number>>, own: readonly Delivery[] = []) =>
    leadTimeSamplesOf([...of(late), ...own], (item) => masters.get(item))("NEW", "S");
  // all punctual: its own ten days, not the ninety of another item
  expect(Math.max(...samples({ A: 0, B: 0, C: 1 }))).toBeLessThan(13);
  // all a fortnight late
  expect(Math.min(...samples({ A: 14, B: 15, C: 13 }))).toBeGreaterThanOrEqual(23);
  // one of them only: nothing is learned of the others
  expect(samples({ A: 0, B: 40 })).toEqual([]);
  expect(samples({ A: 60 })).toEqual([]);
  // its own few deliveries say otherwise
  expect(samples({ A: 30, B: 31 }, [delivery("NEW", 900, 10)])).toEqual([10]);
});

test("orders written on the day of their goods tell nothing of a lead time of days", () => {
  const posted = [0, 0, 0, 0, 0, 0, 0].map((days, k) => delivery("P", 30 * k, days));
  const real = [18, 22].map((days, k) => delivery("P", 300 + 30 * k, days));
  expect(leadTimeSamplesOf([...posted, ...real], () => 20)("P", "S")).toEqual([18, 22]);
  expect(leadTimesOf(posted, () => 20)).toEqual([]);
  // a supplier round the corner delivers on the same day
  expect(leadTimeSamplesOf(posted, () => 1)("P", "S")).toEqual([0, 0, 0, 0, 0, 0, 0]);
  expect(leadTimesOf(posted, () => undefined)[0]).toMatchObject({ median: 0, n: 7 });
});

test("what another supplier took says nothing of the one that is asked now", () => {
  const of = (supplier: string, days: number) =>
    [0, 1, 2, 3].map((k) => ({ ...delivery("P", 50 * k, days), supplier }));
  const samples = leadTimeSamplesOf([...of("S", 10), ...of("OLD", 60), ...of("", 12)], () => 10);
  expect(samples("P", "S")).toEqual([10, 10, 10, 10, 12, 12, 12, 12]);
  // its first order is still to come, for another item it has delivered
  const first = leadTimeSamplesOf([...of("OLD", 60), { ...delivery("Q", 0, 9), supplier: "S" }], () => 10);
  expect(first("P", "S")).toEqual([]);
  // master data that call the supplier otherwise
  expect(samples("P", "Sommer GmbH")).toHaveLength(12);
});

test("one delivery far beyond all others, or two of eight and more, count as just beyond; several are how it is", () => {
  const item = { item: "P", leadTimeDays: 20 };
  const { days, outlier, planned } = leadTimeDistribution(item, [20, 21, 19, 20, 22, 150, 20, 21]);
  expect(Math.max(...days)).toBeLessThan(40);
  expect(outlier).toEqual({ count: 1, of: 8, days: 150, used: 32 });
  expect(planned).toBe(21);
  const two = leadTimeDistribution(item, [20, 21, 19, 95, 22, 80, 20, 21]);
  expect(two.outlier).toEqual({ count: 2, of: 8, days: 95, used: 32 });
  // two of seven are not told from how it is
  expect(leadTimeDistribution(item, [20, 21, 19, 95, 22, 80, 20]).outlier).toBeUndefined();
  const slow = leadTimeDistribution(item, [20, 21, 19, 60, 22, 65, 20, 62]);
  expect(slow.outlier).toBeUndefined();
  expect(Math.max(...slow.days)).toBe(65);
});

test("what an item learns of its supplier is what all others together show, whoever asks", () => {
  const { below } = random(11);
  const between = (low: number, high: number) => low + below(high - low + 1);
  let learned = 0;
  for (let round = 0; round < 300; round++) {
    const masters = new Map(Array.from({ length: between(1, 8) }, (_, k) => [`P${k}`, between(0, 40)]));
    const spread = between(0, 8);
    const rows = [...masters].flatMap(([item, usual]) =>
      Array.from({ length: between(0, 5) }, (_, k) =>
        delivery(item, 90 * k, usual + 10 + between(0, spread)),
      ),
    );
    const samples = leadTimeSamplesOf(rows, (item) => masters.get(item));
    for (const [item, usual] of masters) {
      const own = rows.filter((one) => one.item === item).map((one) => one.received - one.ordered);
      const others = [...masters].flatMap(([name, theirs]) => {
        const days = rows
          .filter((one) => one.item === name)
          .map((one) => one.received - one.ordered - theirs);
        return name === item || days.length < 2 ? [] : [{ days, theirs, beyond: median(days) }];
      });
      const middle = median(others.map(({ beyond }) => beyond));
      const near = (late: number, days: number) => Math.abs(late - middle) <= Math.max(5, days / 4);
      const agree = others.length >= 2 && others.every(({ beyond, theirs }) => near(beyond, theirs));
      const speaks = agree && (own.length === 0 || near(median(own) - usual, usual));
      const expected = [
        ...own,
        ...(speaks ? others.flatMap(({ days }) => days.map((day) => usual + day)) : []),
      ];
      learned += Number(expected.length > own.length);
      expect([...samples(item, "S")].sort(ascending)).toEqual(expected.sort(ascending));
    }
  }
  expect(learned).toBeGreaterThan(200);
});

test("a supplier of 20,000 items tells each of them in a moment how it delivers", () => {
  const rows = Array.from({ length: 60_000 }, (_, k) => delivery(`P${k % 20_000}`, k, 30 + (k % 7)));
  const started = process.cpuUsage();
  const samples = leadTimeSamplesOf(rows, () => 14);
  for (let k = 0; k < 20_000; k++) {
    const days = samples(`P${k}`, "S");
    expect(days.length).toBe(203);
  }
  expect([...samples("P0", "S")].sort(ascending)[100]).toBe(33);
  // processor time: a machine under load takes longer
  expect(process.cpuUsage(started).user / 1e6).toBeLessThan(10);
});

test("once all parts have spoken, what follows from their deliveries is the same and takes few numbers", () => {
  const rows = Array.from({ length: 3000 }, (_, k) => ({
    ...delivery(`P${k % 500}`, k, 10 + (k % 9), k % 3 === 0 ? 14 : undefined),
    supplier: `S${k % 20}`,
    master: 12,
  }));
  const sum = leadTimes.empty();
  for (const row of rows) leadTimes.add(sum, row);
  const [whole, short] = [sum, leadTimes.condense?.(sum) ?? sum].map((of) => leadTimes.finish(of));
  expect(leadTimes.condense?.(sum).rows).toEqual([]);
  expect(short.rows()).toEqual(whole.rows());
  expect(whole.rows().length).toBeGreaterThan(500);
  const own = rows.filter(({ item }) => item === "P3");
  for (const supplier of ["S3", "S4", "unheard"])
    expect(short.samples(own, () => 12)("P3", supplier)).toEqual(
      whole.samples(rows, () => 12)("P3", supplier),
    );
});

test("four deliveries that agree with each other and none with the master data are believed", () => {
  const of = (...days: readonly number[]) =>
    leadTimeDistribution({ item: "A1", leadTimeDays: 12 }, days).planned;
  expect(of(27, 28, 27, 30)).toBe(28);
  // three, four that differ, or four of which one was on time say nothing yet
  expect(of(27, 28, 30)).toBe(12);
  expect(of(27, 45, 28, 60)).toBe(12);
  expect(of(27, 28, 12, 29)).toBe(12);
  // nor do few that came soon
  expect(leadTimeDistribution({ item: "A1", leadTimeDays: 30 }, [9, 9, 10, 9]).planned).toBe(30);
});
