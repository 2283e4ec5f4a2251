import fc from "fast-check";
import { expect, test } from "vitest";
import { bucketIndex, bucketStart } from "../../src/calendar/bucket.ts";
import { dayOf, isoDate } from "../../src/calendar/date.ts";
import type { Origin } from "../../src/forecast.ts";
import type { Kpi } from "../../src/kpi.ts";
import { groups, kpisOf } from "../../src/kpis/groups.ts";
import { type Measure, measuredItems, measuredRun } from "../../src/kpis/measured-runs.ts";
import { runBands } from "../../src/kpis/run-bands.ts";
import type { RunItem, RunRecord } from "../../src/kpis/run-record.ts";
import { type Random, random } from "../../src/numeric/random.ts";
import { allHere, totalOf } from "../../src/total.ts";
import { type KpiCase, keepsKpiContract } from "../contracts/kpi.ts";
import { keepsTotalContract } from "../contracts/total.ts";

const first = bucketIndex(dayOf("2023-01-01"), "month");
const dateOf = (bucket: number) => isoDate(bucketStart(bucket, "month"));

/** A made-up item of a run whose last month is bucket `last`. */
function itemOf(name: string, last: number, { uniform, below }: Random): RunItem {
  const size = 10 ** (4 * uniform() - 1);
  const amount = () => (uniform() < 0.2 ? 0 : size * uniform());
  const mean = Float64Array.from({ length: 6 }, amount);
  const values = Float64Array.from({ length: last - first + 1 }, () =>
    uniform() < 0.1 ? Number.NaN : amount(),
  );
  const quantiles = [0.5, 1, 1.6].map((factor) => mean.map((value) => factor * value));
  const quantity = uniform() < 0.4 ? 0 : amount();
  return {
    item: name,
    period: uniform() < 0.5 ? 12 : 1,
    unitCost: Math.round(1000 * size * uniform()) / 100,
    currency: "EUR",
    ...(uniform() < 0.2 ? {} : { coverDays: 20 + below(120) }),
    history: { start: dateOf(first), values },
    forecast: {
      start: dateOf(last + 1),
      model: "m",
      mean,
      upper: quantiles[2],
      cumulative: runBands({ mean, levels: [0.05, 0.5, 0.95], quantiles }, mean.length),
    },
    suggestion:
      uniform() < 0.1
        ? null
        : {
            quantity,
            orderBy: dateOf(last + 1 + below(3)),
            reorderPoint: amount(),
            orderUpTo: 2 * amount(),
            onHand: amount(),
            onOrder: amount(),
            backorders: 0,
            attention: uniform() < 0.3 ? "review" : "none",
          },
  };
}

function runOf(last: number, count: number, dice: Random): RunRecord {
  const names = Array.from({ length: count }, (_, k) => `I${k}`).filter(() => dice.uniform() < 0.9);
  return {
    version: "1",
    asOf: isoDate(bucketStart(last + 1, "month") - 1),
    bucket: "month",
    configHash: "",
    items: names.map((name) => itemOf(name, last, dice)),
    rowsRead: 1000,
    rowsUsed: 990,
    trends: { wape: [{ asOf: "2023-06-30", value: 50 }] },
  };
}

const originsOf = ({ history, forecast }: RunItem): Origin[] =>
  [6, 5, 4, 3, 2, 1].map((back) => ({
    length: history.values.length - back,
    mean: forecast.mean.map((value) => value * (1 + back / 7)),
    levels: [0.95],
    quantiles: [forecast.mean.map((value) => 2 * value)],
  }));

/** Runs of made-up items: one alone, or several against each other. */
function caseOf(seed: number): KpiCase {
  const dice = random(seed);
  const runs = Array.from({ length: 1 + (seed % 3) }, (_, k) => runOf(first + 17 + k, 40, dice));
  const now = runs[runs.length - 1];
  const measure: Measure = {
    runs,
    trends: now.trends,
    backtests: now.items.map(originsOf),
    lineCost: new Map(now.items.map(({ item }) => [item, 3 * dice.uniform()])),
    backorderCost: new Map(now.items.slice(0, 20).map(({ item }) => [item, 9 * dice.uniform()])),
    surcharges: 12.34,
    cash: ["2024-W27", "2024-W28"].map((week) => ({
      week,
      supplier: "S",
      p50: 0.1,
      p90: 0.2,
      currency: "EUR",
    })),
    cashLimit: 1000,
    decisions: now.items.slice(0, seed % 5).map(({ item, suggestion }, k) => ({
      item,
      action: "change",
      quantity: (suggestion?.quantity ?? 1) * 1.1,
      suggested: "2024-06-01",
      decided: `2024-06-0${2 + k}`,
    })),
  };
  const run = measuredRun(measure, runs.length === 1 ? "backtest" : "runs", allHere);
  return { run, items: measuredItems(measure, run) };
}

const cases = Array.from({ length: 12 }, (_, seed) => caseOf(seed));

for (const group of Object.values(groups)) {
  for (const [name, family] of Object.entries(group)) keepsKpiContract(name, family, cases);
}

const [{ run, items }] = cases;
keepsTotalContract("figures of a run", kpisOf(run), fc.subarray([...items]), (kpis) => JSON.stringify(kpis));

test("no two figures have one name, and the made-up runs give every one of them a value", () => {
  const names = Object.values(groups).flatMap((group) =>
    Object.values(group).flatMap((family) => family.names),
  );
  expect(new Set(names).size).toBe(names.length);
  const valued = new Set<string>();
  for (const { run, items } of cases) {
    for (const group of Object.values(totalOf(kpisOf(run), items))) {
      for (const [name, { value }] of Object.entries<Kpi>(group)) if (value !== null) valued.add(name);
    }
  }
  expect([...valued].sort()).toEqual([...names].sort());
});
