import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Writable } from "node:stream";
import { afterAll, expect, test } from "vitest";
import type { Command } from "../../../api/command.ts";
import { backtest } from "../../../api/commands/backtest.ts";
import { forecast } from "../../../api/commands/forecast.ts";
import { signals } from "../../../api/commands/signals.ts";

const folder = mkdtempSync(join(tmpdir(), "bedarf-tables-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

async function call(command: Command, file: string, options: Record<string, unknown> = {}) {
  const sink = (parts: string[]) =>
    new Writable({
      write(chunk: Buffer, _, done) {
        parts.push(chunk.toString());
        done();
      },
    });
  const [out, told]: [string[], string[]] = [[], []];
  const code = await command.run({
    positionals: [file],
    options: options as Record<string, string>,
    lang: "en",
    stdin: new PassThrough(),
    stdout: sink(out),
    stderr: sink(told),
    debug: false,
  });
  return { code, out: out.join(""), told: told.join("") };
}

const month = (t: number) => `${2021 + Math.floor(t / 12)}-${String((t % 12) + 1).padStart(2, "0")}-01`;
const value = (k: number, t: number) => 40 + 10 * k + ((t * (k + 3)) % 7) + 3 * (t % 12);
const months = Array.from({ length: 48 }, (_, t) => t);
/** Four items over four years, a row for each item and month. */
const rows = [0, 1, 2, 3].flatMap((k) => months.map((t) => [`P${k}`, month(t), value(k, t)] as const));
const long = write(
  "long.csv",
  `unique_id,ds,y\n${rows.map(([id, ds, y]) => `${id},${ds},${y}`).join("\n")}\n`,
);
/** The same under other headings, with a column that says nothing of quantity. */
const named = write(
  "named.csv",
  `SKU;Datum;Menge;promotion\n${rows.map(([id, ds, y], i) => `${id};${ds};${y};${i % 2}`).join("\n")}\n`,
);

const linesOf = (text: string) => text.trimEnd().split("\n");
const meansOf = (text: string) =>
  linesOf(text).map((line) => JSON.parse(line) as { item: string; demand: { mean: number[] } });

test("a table of any usual heading gives the forecasts of the same series as unique_id,ds,y", async () => {
  const [a, b] = [
    await call(forecast, long, { horizon: "3" }),
    await call(forecast, named, { horizon: "3" }),
  ];
  expect(meansOf(b.out)).toEqual(meansOf(a.out));
  expect(meansOf(b.out).map(({ item }) => item)).toEqual(["P0", "P1", "P2", "P3"]);
});

test("order lines are netted and put into the bucket that is asked for", async () => {
  const daily = [0, 1].flatMap((k) =>
    Array.from({ length: 400 }, (_, t) => {
      const day = new Date(Date.UTC(2024, 0, 1 + t)).toISOString().slice(0, 10);
      return `A${k},${day},${t % 5 === 0 ? -1 : 3}`;
    }),
  );
  const file = write("orders.csv", `article,order date,quantity\n${daily.join("\n")}\n`);
  const { out } = await call(forecast, file, { horizon: "2", bucket: "month", "as-of": "2024-12-31" });
  const [first] = meansOf(out);
  // a month of 30 days: 24 sales of 3 less 6 returns of 1
  expect(first.demand.mean[0]).toBeGreaterThan(55);
  expect(first.demand.mean[0]).toBeLessThan(75);
});

test("signals of a table are those of its series", async () => {
  const shifted = rows.map(([id, ds, y], i) => `${id},${ds},${id === "P1" && i % 48 > 40 ? 4 * y : y}`);
  const byName = write("shift.csv", `unique_id,ds,y\n${shifted.join("\n")}\n`);
  const byColumn = write("shift-named.csv", `item,date,quantity\n${shifted.join("\n")}\n`);
  const kinds = async (file: string) =>
    linesOf((await call(signals, file)).out).map((line) => {
      const { item, signals: found } = JSON.parse(line) as { item: string; signals: { kind: string }[] };
      return [item, found.map(({ kind }) => kind)];
    });
  expect(await kinds(byColumn)).toEqual(await kinds(byName));
  expect((await kinds(byColumn)).find(([item]) => item === "P1")?.[1]).toContain("level-shift");
});

test("backtest writes its rows to a file and its measures to the screen, by model and kind of demand", async () => {
  const out = join(folder, "rows.csv");
  const options = { origins: "2", horizon: "3", model: "combination,seasonal-naive", out };
  const made = await call(backtest, named, options);
  const [heading, ...table] = linesOf(made.out);
  expect(heading.split(/ {2,}/)).toEqual([
    "model",
    "demand",
    "series",
    "rows",
    "MASE",
    "RMSSE",
    "WAPE %",
    "bias %",
    "quantile loss",
    "loss of totals",
    "in 80 %",
    "in 95 %",
    "seconds",
  ]);
  expect(table.map((line) => line.split(/ {2,}/).slice(0, 4))).toEqual([
    ["combination", "all", "4", "24"],
    ["combination", "smooth", "4", "24"],
    ["seasonal-naive", "all", "4", "24"],
    ["seasonal-naive", "smooth", "4", "24"],
  ]);
  expect(linesOf(readFileSync(out, "utf8"))).toHaveLength(1 + 2 * 24);
  const { out: printed, told } = await call(backtest, named, { ...options, out: undefined });
  expect(printed).toBe(readFileSync(out, "utf8"));
  expect(linesOf(told)[0]).toBe(heading);
});

test("forecasts of others are judged on the same items, origins and buckets", async () => {
  const out = join(folder, "ours.csv");
  await call(backtest, long, { origins: "2", horizon: "3", model: "seasonal-naive", out });
  const ours = linesOf(readFileSync(out, "utf8"))
    .slice(1)
    .map((line) => line.split(","));
  // the outcome itself, with an interval around it, dated at the end of each month as others do
  const end = (day: string) =>
    new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).toISOString().slice(0, 10);
  const theirs = write(
    "theirs.csv",
    `unique_id,ds,cutoff,y,Oracle,Oracle-lo-80,Oracle-hi-80\n${ours
      .map(([id, cutoff, ds, , y]) =>
        [id, end(ds), end(cutoff), y, y, Number(y) - 1, Number(y) + 1].join(","),
      )
      .join("\n")}\nunknown,2024-12-31,2024-09-30,1,1,0,2\n`,
  );
  const made = await call(backtest, long, {
    origins: "2",
    horizon: "3",
    model: "seasonal-naive",
    with: theirs,
    out,
  });
  const oracle = linesOf(made.out).find((line) => line.startsWith("Oracle"));
  // no error, all inside 80 %, no 95 % interval and so no loss of quantiles, no sums, no seconds
  expect(oracle?.split(/ {2,}/)).toEqual([
    "Oracle",
    "all",
    "4",
    "24",
    "0.000",
    "0.000",
    "0.0",
    "0.0",
    "-",
    "-",
    "100.0",
    "-",
    "-",
  ]);
});

test("what cannot be read says what is wanted", async () => {
  const columns = write("columns.csv", "unique_id,ds,Model\nP0,2024-01-01,1\n");
  const asked = { origins: "1", horizon: "2", with: columns };
  await expect(call(backtest, long, asked)).rejects.toMatchObject({
    fault: { code: "others-columns", missing: ["cutoff"] },
  });
  const stranger = write("stranger.csv", "unique_id,ds,cutoff,M\nZ,2024-01-01,2023-12-01,1\n");
  await expect(call(backtest, long, { ...asked, with: stranger })).rejects.toMatchObject({
    fault: { code: "others-match-nothing" },
  });
  await expect(call(backtest, long, { origins: "1", horizon: "60" })).rejects.toMatchObject({
    fault: { code: "too-short-to-backtest", horizon: 60 },
  });
  await expect(call(forecast, named, { bucket: "fortnight" })).rejects.toMatchObject({
    fault: { code: "not-either", name: "--bucket" },
  });
});
