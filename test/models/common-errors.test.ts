import { expect, test } from "vitest";
import { type ErrorRow, withCommonTurned } from "../../src/models/pool/error-tables.ts";

const rowsAround = (common: number, count: number, origin: number): ErrorRow[] =>
  Array.from({ length: count }, (_, i) => {
    const error = common + (i - (count - 1) / 2) / count;
    return { origin, demand: Float64Array.of(error), cumulative: Float64Array.of(error, 2 * error) };
  });
const meanOf = (rows: readonly ErrorRow[]) => rows.reduce((sum, row) => sum + row.demand[0] / rows.length, 0);

test("what all series of an origin erred by in common may come the other way", () => {
  const rows = withCommonTurned(rowsAround(3, 21, 0));
  expect(rows).toHaveLength(42);
  expect(meanOf(rows)).toBeCloseTo(0, 12);
  expect(rows.filter(({ demand }) => demand[0] < -2)).toHaveLength(21);
  expect(rows.every(({ cumulative, demand }) => Math.abs(cumulative[1] - 2 * demand[0]) < 1e-9)).toBe(true);
});

test("origins that erred differently keep their own, and few series have nothing in common", () => {
  const rows = withCommonTurned([...rowsAround(2, 21, 0), ...rowsAround(-1, 21, 1)]);
  expect(meanOf(rows)).toBeCloseTo(0, 12);
  expect(withCommonTurned(rowsAround(3, 19, 0))).toHaveLength(19);
});
