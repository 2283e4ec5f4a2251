import fc from "fast-check";
import { expect, test } from "vitest";
import { joined } from "../../src/bytes.ts";
import { byteWriter } from "../../src/report/byte-writer.ts";
import { planJsonChunks, planRows, resultFiles } from "../../src/report/index.ts";
import { json } from "../../src/report/json/json.ts";
import { significant } from "../../src/report/significant.ts";
import { samplePlan } from "./sample-plan.ts";

const runs = Number(process.env.PROVE_CASES ?? 200);
const plan = samplePlan();
const text = new TextDecoder().decode(resultFiles(plan, "de").get("plan.json"));
const read = JSON.parse(text);

const written = (x: number): string => {
  const writer = byteWriter(8);
  writer.number(x, 46);
  return new TextDecoder().decode(joined(writer.take()));
};

test("plan.json holds the fields of the contract in its order, further ones at the end", () => {
  expect(Object.keys(read).join()).toBe(
    "version,inputs,asOf,stockDate,bucket,options,configHash,items,baskets,openOrders,leadTimes,cash,kpis,issues," +
      "parameters",
  );
  expect(Object.keys(read.items[0]).slice(0, 12).join()).toBe(
    "item,name,group,demandBasis,class,abc,xyz,history,forecast,signals,suggestion,accuracy",
  );
  expect(Object.keys(read.items[0].forecast).join()).toBe("item,model,demand,cumulative,components,start");
});

test("the forecast is printed at five levels although the plan holds thirty", () => {
  const { demand } = plan.items[3].forecast;
  expect(demand.levels).toHaveLength(30);
  expect(read.items[3].forecast.demand.levels).toEqual([0.05, 0.25, 0.5, 0.75, 0.95]);
  const median = read.items[3].forecast.demand.quantiles[2];
  expect(median[0]).toBeCloseTo(demand.quantiles[demand.levels.indexOf(0.5)][0], 5);
});

test("a bucket nobody observed is null, never 0", () => {
  const item = read.items.find((i: { history: { censored?: string[] } }) => i.history.censored !== undefined);
  expect(item.history.values[12]).toBeNull();
});

test("no number of a result has more than nine significant digits", () => {
  for (const number of text.match(/(?<=[[:,])-?\d[\d.e+-]*(?=[\],}])/g) ?? []) {
    const digits = number.replace(/e.*$/, "").replace(/^-?0\.0*|[.-]/g, "");
    expect(digits.length, number).toBeLessThanOrEqual(9);
  }
});

test("the digits of the fast writer are those of toPrecision up to a tie in the last place", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (x) => {
      const near = Number(x.toPrecision(9));
      expect(Math.abs(Number(written(x)) - near)).toBeLessThanOrEqual(1.1e-8 * Math.abs(near));
      expect(written(x)).toBe(`${Number(Number(written(x)).toPrecision(9))}`.replace(/^-0$/, "0"));
    }),
    { numRuns: runs * 5 },
  );
  const known = [
    0,
    -0,
    1,
    -12.5,
    1 / 3,
    2 / 3,
    999999999,
    999999998.7,
    1e9,
    0.001,
    0.0009,
    99999.99999999,
    1e21,
  ];
  expect(known.map(written)).toEqual(known.map(significant));
});

test("what is not a number is null and what is undefined is left out", () => {
  expect(json({ a: 1 / 3, b: undefined, c: new Float64Array([1, Number.NaN]), d: [null, "x"] })).toBe(
    '{"a":0.333333333,"c":[1,null],"d":[null,"x"]}',
  );
});

test("the rows of a plan's lists say what plan.json says, each list in its order", () => {
  const rows = Map.groupBy(planRows(plan), ({ kind }) => kind);
  const list = (kind: string) => (rows.get(kind) ?? []).map((row) => JSON.parse(row.json));
  type Item = { item: string; forecast: object; signals: object[]; suggestion: { quantity: number } | null };
  const items: Item[] = read.items;
  expect(list("items")).toEqual(items.map(({ forecast: _, signals: __, suggestion: ___, ...head }) => head));
  expect(list("forecasts")).toEqual(items.map(({ forecast }) => forecast));
  expect(list("signals")).toEqual(
    items.flatMap(({ item, signals }) => signals.map((signal) => ({ item, ...signal }))),
  );
  const suggested = items.flatMap(({ suggestion }) => suggestion ?? []);
  expect(list("suggestions")).toEqual(suggested);
  expect(rows.get("suggestions")?.map(({ ordered }) => ordered)).toEqual(
    suggested.map(({ quantity }) => quantity > 0),
  );
  for (const kind of ["baskets", "openOrders", "leadTimes", "cash", "issues", "parameters"])
    expect(list(kind), kind).toEqual(read[kind]);
});

test("why a forecast fell back is a code in the rows, and a clause in plan.json", () => {
  const fallback = { code: "few-observations", observations: 3 } as const;
  const [item] = plan.items;
  const fallen = { ...plan, items: [{ ...item, forecast: { ...item.forecast, fallback } }] };
  const row = [...planRows(fallen)].find(({ kind }) => kind === "forecasts");
  expect(JSON.parse(row?.json ?? "").fallback).toEqual(fallback);
  const file = JSON.parse(new TextDecoder().decode(joined(planJsonChunks(fallen))));
  expect(typeof file.items[0].forecast.fallback).toBe("string");
});

test("the same plan gives the same bytes twice", () => {
  const again = resultFiles(samplePlan(), "de");
  for (const [name, bytes] of resultFiles(plan, "de")) {
    expect(again.get(name), name).toEqual(bytes);
  }
});
