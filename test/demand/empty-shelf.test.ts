import { describe, expect, test } from "vitest";
import { emptyShelfBuckets, type Shelf, shelfOf } from "../../src/demand/empty-shelf.ts";
import { suspectedStockouts } from "../../src/demand/stockouts.ts";
import { suggest } from "../../src/library/suggest.ts";
import type { SuggestRequest } from "../../src/replenish/index.ts";

const empty: Shelf = { onHand: 0, overdue: false, ending: false };
/** Around 40 a month, never without demand. */
const steady = (months: number) => Array.from({ length: months }, (_, k) => 40 + ((k * 7) % 9));
const found = (values: readonly number[], shelf: Shelf, bucket: "month" | "week" = "month") =>
  emptyShelfBuckets(Float64Array.from(values), bucket, shelf);

describe("silence beside an empty shelf", () => {
  test("says nothing of demand, one bucket or several", () => {
    expect(found([...steady(20), 0], empty)).toEqual([20]);
    expect(found([...steady(20), 0, 0, 0, 0], empty)).toEqual([20, 21, 22, 23]);
  });
  test("a few last pieces do not end it, and the bucket that was cut short belongs to it", () => {
    const weeks = steady(40);
    expect(found([...weeks, 11, 0, 0, 1, 0, 0], empty, "week")).toEqual([40, 41, 42, 43, 44, 45]);
  });
  test("a remnant of less than a twentieth of a usual bucket serves nobody", () => {
    expect(found([...steady(20), 0, 0, 0], { ...empty, onHand: 1.5 })).toEqual([20, 21, 22]);
    expect(found([...steady(20), 0, 0, 0], { ...empty, onHand: 3 })).toEqual([]);
    // one that is sold month after month in another unit is a new level
    expect(found([...steady(20), 1, 1, 1, 1], { ...empty, onHand: 1.5 })).toEqual([]);
  });
  test("stock that lay there, a meant end and a new article leave the zeros as they are", () => {
    expect(found([...steady(20), 0, 0, 0], { ...empty, onHand: 5 })).toEqual([]);
    expect(found([...steady(20), 0, 0, 0], { ...empty, ending: true })).toEqual([]);
    expect(found([...steady(3), 0], empty)).toEqual([]);
  });
  test("an unknown stock is empty where customers wait or an order never came", () => {
    const { onHand: _, ...unknown } = empty;
    expect(found([...steady(20), 0, 0], unknown)).toEqual([]);
    expect(found([...steady(20), 0, 0], { ...unknown, backorders: 9 })).toEqual([20, 21]);
    expect(found([...steady(20), 0, 0], { ...unknown, overdue: true })).toEqual([20, 21]);
  });
  test("gaps that the item always had are its own", () => {
    const rare = Array.from({ length: 36 }, (_, k) => (k % 4 === 0 ? 20 : 0));
    expect(found(rare, empty)).toEqual([]);
    const seasonal = Array.from({ length: 34 }, (_, k) => (k % 12 < 6 ? 80 : 0));
    expect(found(seasonal, empty)).toEqual([]);
  });
  test("a shelf that nobody filled for most of a year is one that nobody wants, unless somebody waits", () => {
    const silent = [...steady(30), ...new Array<number>(9).fill(0)];
    expect(found(silent, empty)).toEqual([]);
    expect(found(silent, { ...empty, overdue: true })).toHaveLength(9);
  });
});

test("master data and open orders say what is known of a shelf", () => {
  const asOf = 20_000;
  const open = (days: number) => [
    { item: "A", date: new Date((asOf + days) * 864e5).toISOString().slice(0, 10), quantity: 7 },
  ];
  expect(shelfOf({ item: "A", onHand: 0 }, open(-30), asOf)).toEqual({ ...empty, overdue: true });
  expect(shelfOf({ item: "A", onHand: 0 }, open(5), asOf)).toEqual(empty);
  expect(shelfOf({ item: "A", onHand: 0, phaseOut: true }, [], asOf)?.ending).toBe(true);
  expect(shelfOf({ item: "A", onHand: 0, successor: "B" }, [], asOf)?.ending).toBe(true);
  expect(shelfOf({ item: "A", onHand: 0, stockDate: "2020-01-01" }, [], asOf)).toBeUndefined();
});

test("a long silence between normal months is one of the shelf where demand came back with a receipt", () => {
  const values = Float64Array.from([...steady(60), 0, 0, 0, 0, 0, ...steady(6)]);
  expect(suspectedStockouts(values, () => 0)).toEqual([]);
  expect(
    suspectedStockouts(
      values,
      () => 0,
      (end) => (end === 65 ? 6 : 3),
    ),
  ).toEqual([60, 61, 62, 63, 64]);
});

test("a single request is answered by the demand of before, and the buyer is asked", () => {
  const request = (values: readonly number[], onHand: number): SuggestRequest => ({
    series: {
      item: "A",
      bucket: "month",
      period: 12,
      start: "2022-05-01",
      values: Float64Array.from(values),
    },
    item: { item: "A", onHand, leadTimeDays: 20, reviewDays: 10 },
    openOrders: [],
  });
  const [sold, silent] = suggest([request(steady(28), 0), request([...steady(28), 0, 0, 0], 0)], {
    pool: null,
  });
  expect(silent?.suggestion?.quantity).toBeGreaterThan(0.7 * (sold?.suggestion?.quantity ?? 0));
  expect(silent?.issues).toMatchObject([{ code: "stockout-suspected-now", since: "2024-09-01" }]);
});
