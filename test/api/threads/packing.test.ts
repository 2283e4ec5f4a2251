import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { spilled } from "../../../api/threads/number-file.ts";
import { pack, unpack } from "../../../api/threads/packing.ts";
import type { Bands, Forecast } from "../../../src/index.ts";

const bands = (rows: readonly (readonly number[])[], levels = [0.1, 0.5, 0.9]): Bands => ({
  mean: Float64Array.from(rows[0] ?? [], (value) => value + 1),
  levels,
  quantiles: levels.map((_, i) => Float64Array.from(rows[i] ?? [])),
});
const moving = bands([
  [1, 2, 3],
  [2, 3, 4],
  [3, 4, 5],
]);
const flat = bands([
  [0, 0, 0],
  [2, 2, 2],
  [7, 7, 7],
]);

const forecasts: Record<string, Forecast> = {
  moving: { item: "A", model: "m", demand: moving, cumulative: moving },
  flat: { item: "B", model: "m", demand: flat, cumulative: moving, adjusted: Float64Array.of(1, 2) },
  "0 and -0": {
    item: "C",
    model: "m",
    demand: bands([
      [0, -0, 0],
      [1, 1, 1],
      [2, 2, 2],
    ]),
    cumulative: moving,
  },
  "not a number": {
    item: "D",
    model: "m",
    demand: bands([
      [Number.NaN, Number.NaN, Number.NaN],
      [1, 1, 1],
      [2, 2, 2],
    ]),
    cumulative: flat,
  },
  "one bucket": { item: "E", model: "m", demand: bands([[1], [2], [3]]), cumulative: bands([[1], [2], [3]]) },
  "no bucket": { item: "F", model: "m", demand: bands([]), cumulative: bands([]) },
  "no level": { item: "G", model: "m", demand: bands([], []), cumulative: bands([], []) },
  "earlier origins": {
    item: "H",
    model: "m",
    demand: flat,
    cumulative: moving,
    backtest: [
      { length: 9, ...flat },
      { length: 10, ...moving },
    ],
  },
};

/** Bands with what stands behind a getter. */
const plain = ({ mean, levels, quantiles }: Bands) => ({ mean, levels, quantiles: [...quantiles] });
const seen = ({ demand, cumulative, backtest, ...rest }: Forecast) => ({
  ...rest,
  demand: plain(demand),
  cumulative: plain(cumulative),
  backtest: backtest?.map((origin) => ({ length: origin.length, ...plain(origin) })),
});

test.each(Object.keys(forecasts))("a packed forecast comes back unchanged: %s", (name) => {
  const [back] = unpack(pack([forecasts[name]]));
  expect(seen(back)).toStrictEqual(seen(forecasts[name]));
});

test("forecasts packed together keep their places", () => {
  const all = Object.values(forecasts);
  expect(unpack(pack(all)).map(seen)).toStrictEqual(all.map(seen));
});

test("quantiles that are alike in all buckets stand once", () => {
  const [one, other] = [forecasts.flat, forecasts.moving].map((of) =>
    pack([{ item: "A", model: "m", demand: of.demand, cumulative: moving }]),
  );
  expect(other.numbers.length - one.numbers.length).toBe(6);
});

test("numbers beyond what memory is to hold lie in a file that has no name, and come back unchanged", () => {
  const folder = mkdtempSync(join(tmpdir(), "numbers-"));
  try {
    const all = Object.values(forecasts);
    const one = pack(all);
    // the first lot in memory, two in the file
    const keep = spilled(one.numbers.byteLength, folder);
    const lots = [1, 2, 3].map(() => unpack(pack(all), keep));
    expect(readdirSync(folder)).toEqual([]);
    for (const lot of [...lots, ...lots.toReversed()]) expect(lot.map(seen)).toStrictEqual(all.map(seen));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("where no file can be made the numbers stay in memory", () => {
  const all = Object.values(forecasts);
  const keep = spilled(0, join(tmpdir(), "no", "such", "folder"));
  for (const lot of [unpack(pack(all), keep), unpack(pack(all), keep)])
    expect(lot.map(seen)).toStrictEqual(all.map(seen));
});
